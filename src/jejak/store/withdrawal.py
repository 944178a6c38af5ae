"""Withdrawal: the words of a case leave the tables, the indexes, the texts, the files and the history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from ..model import (
    KINDS,
    Annotation,
    Appraisal,
    Attribute,
    AttributeValue,
    Block,
    Case,
    Check,
    Coding,
    Consent,
    Contest,
    Display,
    DisplayCell,
    Event,
    Evidence,
    Feedback,
    Finding,
    IfThen,
    Keepsake,
    Link,
    Manuscript,
    NetworkEdge,
    NetworkNode,
    Plausible,
    Quantity,
    Rating,
    Record,
    Relation,
    Remark,
    Search,
    Segment,
    Snapshot,
    Source,
    Speaker,
    Standing,
    Step,
    Surprise,
    Translation,
)  # fmt: skip
from ..model.codec import guid_bytes, guid_text, spec_of
from ..model.event import ACTOR
from . import history, search
from .blanking import blank_history
from .cascade import remove_whole
from .correcting import Edit, Moves, replace_text
from .naming import Naming
from .quoting import GAP
from .rows import Rows
from .schema import TABLES, tables
from .texts import text_keys
from .traces import Traces, states
from .writing import Change

__all__ = ["Withdrawn", "withdraw"]

# Kinds in which people write; elsewhere words are the material's, and go or stay with it.
_WRITTEN = [
    kind
    for kind in KINDS
    if kind not in {"user", "source", "block", "segment", "coding", "speaker", "link"}
]
# What says a segment's words once more, wherever it is kept: kind -> the field that ties it, and the one
# that says them in full.
_TIED = {
    Annotation.KIND: ("segment", "passage"),
    Translation.KIND: ("segment", "text"),
    Keepsake.KIND: ("owner", ""),
}


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """How many entities went by kind, the turns taken out of each shared source (by GUID), what was
    written by analysts and quoted the words or called them by their name in a query or mention, what
    names them in prose and stays (both as kind, what it is called), and the changes blanked."""

    gone: dict[str, int]
    turns: dict[str, int]
    rewritten: list[tuple[str, str]]
    naming: list[tuple[str, str]]
    blanked: int


def withdraw(change: Change, traces: Traces, mark: str, today: str) -> Withdrawn:
    """Take all traces of a case away within a change that keeps no words itself.

    Of the case a bare mark stays, called ``mark``, with the date of its withdrawal. Raises
    :class:`InvalidInput` within another change.
    """
    change.forget()
    rows, gone = change.rows, Counter[str]()
    passages = set(_passages(change, traces))
    naming = Naming(traces.names, mark, GAP, {traces.case.guid}, traces.sources | passages)
    holding = passages | traces.sources | {traces.case.guid}
    tied = {kind: _tied(rows.conn, kind, fields, holding) for kind, fields in _TIED.items()}
    for kind, found in tied.items():
        traces.quotes.learn([words for many in found.values() for words in many])
        there = rows.among(KINDS[kind], "guid", map(guid_text, found))
        gone.update(remove_whole(change, kind, [one.guid for one in there]))
    gone.update(remove_whole(change, Source.KIND, [source.guid for source in traces.own]))
    turns = {}
    for guid, spans in traces.shared.items():
        edits = [Edit(start, end, GAP) for start, end in _joined(spans)]
        turns[guid] = len(edits)
        gone.update(_take_out(change, rows.get(Source, guid), edits, traces))
    gone.update(remove_whole(change, Event.KIND, [e.guid for e in _lived_alone(rows, traces)]))
    gone.update(_bare_case(change, traces.case, mark, today))
    rewritten, named = _rewrite(change, traces, naming)
    _drop_texts(rows.conn, traces.texts)
    _drop_originals(rows.conn, traces.originals | _manuscript_files(rows.conn))
    search.settle(rows.conn)
    rows.conn.execute(delete(tables.kept_column))
    blanked = blank_history(
        rows.conn, traces, naming, change.seq, {kind: set(found) for kind, found in tied.items()}
    )
    return Withdrawn(dict(gone), turns, rewritten, named, blanked)


def _passages(change: Change, traces: Traces) -> Iterator[str]:
    """The GUIDs of segments and codings, there or removed, that hold or held words of the case."""
    rows = change.rows
    found: set[str] = set()
    there: set[str] = set()
    for segment in rows.among(Segment, "source", traces.sources):
        there.add(segment.guid)
        spans = traces.shared.get(segment.source)
        if segment.lost is not None or spans is None or _meets(segment, spans):
            found.add(segment.guid)
    sources = {guid_bytes(guid) for guid in traces.sources}
    for group in history.all_groups(rows.conn, {Segment.KIND}) if sources else ():
        columns = group.after or group.before
        # An earlier withdrawal kept no values of what it took away.
        if group.op != "set" and "source" in group.fields and columns:
            column = columns[group.fields.index("source")]
            pairs = zip(group.guids, column, strict=True)
            found |= {guid_text(guid) for guid, source in pairs if source in sources} - there
    yield from found
    for coding in rows.among(Coding, "segment", found):
        yield coding.guid


def _tied(
    conn: Connection, kind: str, fields: tuple[str, str], holding: set[str]
) -> dict[bytes, list[str]]:
    """What of a kind, there or removed, was ever tied by the first field to something that holds words of
    the case, with the words it had in the second."""
    tie, field = fields
    sought = {guid_bytes(guid) for guid in holding}
    words: dict[bytes, list[str]] = {}
    found: set[bytes] = set()
    for group in history.all_groups(conn, {kind}) if sought else ():
        for guid, values in states(group):
            if values.get(tie) in sought:
                found.add(guid)
            if values.get(field):
                words.setdefault(guid, []).append(values[field])
    return {guid: words.get(guid, []) for guid in found}


def _meets(segment: Segment, spans: list[tuple[int, int]]) -> bool:
    return any(segment.start < end and start < segment.end for start, end in spans)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _take_out(change: Change, source: Source, edits: list[Edit], traces: Traces) -> dict[str, int]:
    """Take the case's turns out of a source that holds words of others too."""
    left = Moves([Edit(edit.start, edit.end, "") for edit in edits])
    empty, lost = [], {}
    for segment in change.rows.all(Segment, source=source.guid):
        start, end = left.span(segment.start, segment.end)
        if segment.lost is not None:
            lost[segment.guid] = (GAP,)
        elif start == end and segment.start < segment.end and segment.anchor != "time":
            empty.append(segment.guid)
    gone = remove_whole(change, Segment.KIND, empty)
    change.set_many(Segment.KIND, ("lost",), lost)
    there = {
        block.guid for block in change.rows.among(Block, "guid", traces.blocks.get(source.guid, ()))
    }
    nobody: tuple[object, ...] = (None, None, {})
    change.set_many(Block.KIND, ("speaker", "label", "extra"), dict.fromkeys(there, nobody))
    source = replace_text(change, source, edits, keep_lost=False).source
    metadata = traces.quotes.without(dict(source.metadata), names=True)
    change.set(source, original=None, original_name=None, metadata=metadata)
    return gone


def _lived_alone(rows: Rows, traces: Traces) -> list[Event]:
    """The events in which nobody but the case acts or ever acted: they are told of it alone."""
    return rows.among(Event, "guid", traces.events)


def _bare_case(change: Change, case: Case, mark: str, today: str) -> dict[str, int]:
    """Leave of a case that it withdrew, and when."""
    rows, gone = change.rows, Counter[str]()
    going: list[tuple[str, list[Any]]] = [
        (AttributeValue.KIND, rows.all(AttributeValue, owner=case.guid)),
        (Speaker.KIND, rows.all(Speaker, case=case.guid)),
        (Consent.KIND, rows.all(Consent, case=case.guid)),
        (Rating.KIND, rows.all(Rating, case=case.guid)),
        (Feedback.KIND, rows.all(Feedback, case=case.guid)),
        (Standing.KIND, rows.all(Standing, case=case.guid)),
        (Relation.KIND, rows.all(Relation, origin=case.guid)),
        (Relation.KIND, rows.all(Relation, target=case.guid)),
        (Link.KIND, rows.all(Link, role="member", owner=case.guid)),
        (Link.KIND, rows.all(Link, role=ACTOR, target=case.guid)),
    ]
    for kind, records in going:
        gone.update(remove_whole(change, kind, [record.guid for record in records]))
    change.set(case, name=mark, description="")
    change.add(Consent(case=case.guid, scope="", withdrawn=today))
    return gone


def _rewrite(
    change: Change, traces: Traces, naming: Naming
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Take quotations out of what analysts wrote, and names from where they stand as names. What was
    changed so, and what names them in words that only a person can judge."""
    found, named = [], []
    for kind in _WRITTEN:
        texts = [field.name for field in spec_of(kind).fields if field.form == "text"]
        for record in change.rows.all(KINDS[kind]):
            values = {text: getattr(record, text) for text in texts}
            told = {
                text: traces.quotes.without(naming.without(kind, text, value))
                for text, value in values.items()
            }
            changed = {text: value for text, value in told.items() if value != values[text]}
            written = change.set(record, **changed)
            if changed:
                found.append((kind, _called(change, written)))
            if naming.stands_in(list(told.values())) or _is_about(traces, written):
                named.append((kind, _called(change, written)))
    named += [
        (Source.KIND, source.name)
        for source in change.rows.each(Source)
        if naming.stands_in([source.name, source.collector, source.method, source.metadata])
    ]
    return found, list(dict.fromkeys(named))


def _is_about(traces: Traces, record: Record) -> bool:
    """Whether it is a remark on the case or on what holds its words: what it says only a person can
    judge, whether it names them or not."""
    return isinstance(record, Remark) and record.target in {traces.case.guid, *traces.sources}


_OF_FINDINGS: tuple[type[Record], ...] = (
    Appraisal, Contest, Feedback, IfThen, Plausible, Quantity, Search, Standing, Step, Surprise,
)  # fmt: skip
# What something without a name of its own is part of.
_WITHIN: dict[str, tuple[str, type[Record]]] = {
    DisplayCell.KIND: ("display", Display),
    NetworkNode.KIND: ("display", Display),
    NetworkEdge.KIND: ("display", Display),
    Evidence.KIND: ("finding", Finding),
    Annotation.KIND: ("manuscript", Manuscript),
    Snapshot.KIND: ("finding", Finding),
    Check.KIND: ("finding", Finding),
    AttributeValue.KIND: ("attribute", Attribute),
    Rating.KIND: ("attribute", Attribute),
    **{kind.KIND: ("finding", Finding) for kind in _OF_FINDINGS},
}


def _called(change: Change, record: Record) -> str:
    if record.KIND in _WITHIN:
        field, kind = _WITHIN[record.KIND]
        record = change.rows.get(kind, getattr(record, field))
    names = ("title", "label", "name", "key", "text", "type")
    return next((told for name in names if (told := getattr(record, name, ""))), "")


def _drop_texts(conn: Connection, digests: set[str]) -> None:
    """Drop kept texts that no source has now, and the passages that no other text has."""
    text, place, passage, source = tables.text, tables.placement, tables.passage, TABLES["source"]
    for digest in digests:
        raw = bytes.fromhex(digest)
        if conn.execute(select(source.c.id).where(source.c.text == raw)).first():
            continue
        key = conn.execute(select(text.c.id).where(text.c.digest == raw)).scalar()
        search.unindex_texts(conn, text_keys(conn, [raw], search.IDLE))
        held = select(place.c.passage_id).where(place.c.text_id == key)
        passages = conn.execute(held).scalars().all()
        conn.execute(delete(place).where(place.c.text_id == key))
        conn.execute(delete(text).where(text.c.id == key))
        for one in set(passages):
            if not conn.execute(select(place.c.id).where(place.c.passage_id == one)).first():
                conn.execute(delete(passage).where(passage.c.id == one))


def _manuscript_files(conn: Connection) -> set[str]:
    """The files of all manuscripts there are or ever were: what a Word file holds in tracked changes,
    comments and properties can be seen by nobody here, and whoever wrote it has it."""
    return {
        values["digest"]
        for group in history.all_groups(conn, {Manuscript.KIND})
        for _, values in states(group)
        if values.get("digest")
    }


def _drop_originals(conn: Connection, digests: set[str]) -> None:
    """Drop kept files that no source has now."""
    kept, piece, source = tables.original, tables.original_piece, TABLES["source"]
    for digest in digests:
        raw = bytes.fromhex(digest)
        if conn.execute(select(source.c.id).where(source.c.original == raw)).first():
            continue
        key = conn.execute(select(kept.c.id).where(kept.c.digest == raw)).scalar()
        conn.execute(delete(piece).where(piece.c.original_id == key))
        conn.execute(delete(kept).where(kept.c.id == key))
