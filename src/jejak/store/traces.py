"""What a study holds of one case, now and in its history: the words, the names, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from ..model import Block, Case, Link, Segment, Source, Speaker
from ..model.codec import guid_bytes, guid_text
from ..model.event import ACTOR
from ..model.identity import name_key
from . import history
from .quoting import Quotes
from .rows import Rows
from .schema import TABLES, tables

__all__ = ["Traces", "states", "trace"]

Span = tuple[int, int]
_TRACED = {"source", "link", "speaker", "case"}


@dataclass(slots=True)
class _Past:
    """What the history tells: the texts, files and names that each source ever had, the sources
    that ever belonged to the case, the names that it ever had itself, and the cases (as bytes) that
    were ever said to act in each event."""

    texts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    originals: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    called: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    tied: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    actors: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class Traces:
    """``own`` sources hold nobody else's words; of ``shared`` ones, by GUID, these stretches and
    these blocks are the case's; in ``unclear`` ones nobody said whose words are whose; ``past`` are
    the GUIDs of sources that were removed before, ``events`` those of events, there or removed, in
    which nobody else was ever said to act. ``texts`` and ``originals`` are the digests of all
    that these sources ever held, ``names`` what the case and its sources were called."""

    case: Case
    own: list[Source] = field(default_factory=list)
    shared: dict[str, list[Span]] = field(default_factory=dict)
    blocks: dict[str, list[str]] = field(default_factory=dict)
    unclear: list[Source] = field(default_factory=list)
    past: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    originals: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    quotes: Quotes = field(default_factory=lambda: Quotes(()))

    @property
    def sources(self) -> set[str]:
        """The GUIDs of all sources, there or removed, that hold or held words of the case."""
        return {source.guid for source in self.own} | set(self.shared) | self.past


def trace(rows: Rows, case: Case, *, keep_sources: bool = False) -> Traces:
    """All traces of a case. With ``keep_sources`` no source counts as its own: of one that holds only
    its words, its turns (all of the text, where no turns are marked) are its stretches."""
    past = _history_of(rows.conn, case)
    turns, others = _turns(rows, case)
    members = _members(rows)
    found = Traces(case, names=past.names | {case.name})
    itself = {guid_bytes(case.guid)}
    found.events = {event for event, actors in past.actors.items() if actors == itself}
    alive = {source.guid: source for source in rows.each(Source)}
    words: list[str] = []
    for guid in [guid for guid in alive if case.guid in members[guid] or guid in turns]:
        source = alive[guid]
        alone = members[guid] == {case.guid} and guid not in others
        spans = [(start, end) for start, end, _ in turns.get(guid, [])]
        if alone and not spans:
            spans = [(0, source.length)]
        words += [rows.text(source.text, start, end) for start, end in spans]
        if alone and not keep_sources:
            found.own.append(source)
        elif spans:
            found.shared[guid] = spans
            found.blocks[guid] = [block for _, _, block in turns.get(guid, [])]
        else:
            found.unclear.append(source)
    _by_hand(rows, found, words)
    _doubles(alive, members, found, keep_sources=keep_sources)
    _removed_before(rows, past, set(alive), found, words)
    for guid in found.sources:
        found.texts |= past.texts[guid]
        found.originals |= past.originals[guid]
    for guid in {source.guid for source in found.own} | found.past:
        found.names |= past.called[guid]
    found.quotes = Quotes(words, found.names)
    return found


def _by_hand(rows: Rows, found: Traces, words: list[str]) -> None:
    """Stretches that somebody tied to the case by hand."""
    links = rows.all(Link, role="member", owner=found.case.guid, target_kind="segment")
    own = {source.guid for source in found.own}
    for segment in rows.among(Segment, "guid", [link.target for link in links]):
        if segment.source in own or segment.lost is not None or segment.start >= segment.end:
            continue
        found.shared.setdefault(segment.source, []).append((segment.start, segment.end))
        text = rows.get(Source, segment.source).text
        words.append(rows.text(text, segment.start, segment.end))


def _doubles(
    alive: dict[str, Source], members: dict[str, set[str]], found: Traces, *, keep_sources: bool
) -> None:
    """Copies of the case's own sources that belong to nobody."""
    if keep_sources:
        return
    texts, known = {source.text for source in found.own}, found.sources
    for guid, source in alive.items():
        if source.text in texts and source.length and guid not in known and not members[guid]:
            found.own.append(source)


def _removed_before(
    rows: Rows, past: _Past, alive: set[str], found: Traces, words: list[str]
) -> None:
    """Sources that were removed, whose words the history could bring back."""
    gone = set(past.texts) - alive
    corrected = {guid for guid in alive if len(past.texts[guid]) > 1}
    turns = _turns_before(rows.conn, gone | corrected, past.names)
    own = {source.guid for source in found.own}
    for guid in corrected & set(turns):
        # Nothing of the case may be left in it now, but its file and earlier texts hold the words.
        if guid not in own:
            found.shared.setdefault(guid, [])
        words += _spoken_then(rows, past.texts[guid], turns[guid])
    for guid in gone & (past.tied | set(turns)):
        found.past.add(guid)
        words += _spoken_then(rows, past.texts[guid], turns.get(guid))
    quotes = Quotes(words)
    held = {digest for guid in found.sources for digest in past.texts[guid]}
    for guid in gone - found.past:
        texts_then = past.texts[guid]
        if texts_then & held or any(quotes.spans(_kept(rows, d)) for d in texts_then):
            found.past.add(guid)


def _spoken_then(rows: Rows, digests: set[str], turns: list[Span] | None) -> list[str]:
    """What was said in the turns of earlier texts, or all of these where no turns are known."""
    texts = [text for digest in digests if (text := _kept(rows, digest))]
    return texts if turns is None else [text[a:b] for text in texts for a, b in turns]


def _turns_before(conn: Connection, gone: set[str], names: set[str]) -> dict[str, list[Span]]:
    """The case's turns in sources that were removed or corrected, as they stood when these came."""
    found: dict[str, list[Span]] = defaultdict(list)
    keys, sources = {name_key(name) for name in names}, {guid_bytes(guid) for guid in gone}
    for group in history.all_groups(conn, {"block"}) if gone else ():
        for _, values in states(group):
            speaker = values.get("speaker")
            if values.get("source") in sources and speaker and name_key(speaker) in keys:
                found[guid_text(values["source"])].append((values["start"], values["end"]))
    return found


def _kept(rows: Rows, digest: str) -> str:
    table = tables.text
    there = rows.conn.execute(select(table.c.id).where(table.c.digest == bytes.fromhex(digest)))
    return rows.text(digest) if there.first() else ""


def _members(rows: Rows) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for link in rows.each(Link, role="member", owner_kind="case", target_kind="source"):
        found[link.target].add(link.owner)
    return found


def _turns(rows: Rows, case: Case) -> tuple[dict[str, list[tuple[int, int, str]]], set[str]]:
    """The case's turns ``(start, end, block)`` by source, and the sources in which others speak who
    are tied to a case."""
    everywhere: dict[str, str] = {}
    local: dict[tuple[str, str], str] = {}
    for speaker in rows.each(Speaker):
        if speaker.source is None:
            everywhere[name_key(speaker.name)] = speaker.case
        else:
            local[speaker.source, name_key(speaker.name)] = speaker.case
    own: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    others: set[str] = set()
    for block, name in _spoken(rows.conn, {*everywhere, *(key for _, key in local)}):
        owner = local.get((block.source, name), everywhere.get(name))
        if owner == case.guid:
            own[block.source].append((block.start, block.end, block.guid))
        elif owner is not None:
            others.add(block.source)
    return dict(own), others


def _spoken(conn: Connection, keys: set[str]) -> Iterator[tuple[Block, str]]:
    """The blocks of speakers with these names, each with the name as it is compared."""
    block = TABLES[Block.KIND]
    names = conn.execute(select(block.c.speaker).distinct()).scalars()
    shown = [name for name in names if name is not None and name_key(name) in keys]
    rows = Rows(conn)
    for name in shown:
        for found in rows.each(Block, speaker=name):
            if found.start < found.end:
                yield found, name_key(name)


def _history_of(conn: Connection, case: Case) -> _Past:
    past = _Past()
    speakers: dict[bytes, set[str]] = defaultdict(set)
    own: set[bytes] = set()
    for group in history.all_groups(conn, _TRACED):
        for guid, values in states(group):
            if group.kind == "source":
                _note_source(past, guid_text(guid), values)
            elif group.kind == "speaker":
                speakers[guid] |= {values["name"]} if "name" in values else set()
                if values.get("case") == guid_bytes(case.guid):
                    own.add(guid)
            elif group.kind == "case" and guid == guid_bytes(case.guid):
                past.names |= {values["name"]} if "name" in values else set()
            else:
                _note_link(past, values, case)
    past.names |= {name for guid in own for name in speakers[guid]}
    return past


def _note_link(past: _Past, values: dict[str, Any], case: Case) -> None:
    if values.get("role") == ACTOR:
        past.actors[guid_text(values["owner"])].add(values["target"])
    elif _is_membership(values, case):
        past.tied.add(guid_text(values["target"]))


def states(group: history.Group) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Every entity of a group in each of its states there, as wire values by field."""
    for columns in (group.before, group.after):
        if columns:
            for guid, values in zip(group.guids, zip(*columns, strict=True), strict=True):
                yield guid, dict(zip(group.fields, values, strict=True))


def _is_membership(values: dict[str, Any], case: Case) -> bool:
    return (
        values.get("role") == "member"
        and values.get("owner") == guid_bytes(case.guid)
        and values.get("target_kind") == "source"
    )


def _note_source(past: _Past, guid: str, values: dict[str, Any]) -> None:
    for name, kept in (("text", past.texts), ("original", past.originals)):
        if values.get(name):
            kept[guid].add(values[name].hex())
    past.called[guid] |= set(_texts(values.get(name) for name in ("name", "original_name")))


def _texts(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str) and value:
            yield value
