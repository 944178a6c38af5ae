"""Annotated texts on their way in: what formats of annotation share, and how it becomes a parcel."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ..errors import InvalidInput
from ..model import Code, Coding, Link, Memo, Record, Relation, Segment, Source, User, say
from ..model.anchors import check_span
from ..model.code import PALETTE, clean_code_name
from ..model.identity import as_guid, clean_name, name_key, new_guid
from ..model.parcel import Batch, Parcel, Tally
from .language import guess_language
from .offsets import Offsets, Unit, same_words, units_of
from .projects import ProjectOptions, Question

__all__ = ["CONTINUES", "POSITIONS", "AnnotatedText", "Mark", "Tie", "parcel_of"]

# The relation between the parts of one annotation that stands in several places.
CONTINUES = "continues"
_WEIGHT = range(101)
# What every such format leaves open.
POSITIONS = Question(
    "positions", say("What positions count"),
    {"points": say("Characters (code points)"), "utf16": say("UTF-16 units")},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation: ``[start, end)`` in the units of its format, the path of its code, and what else is
    said; ``words`` are those it should stand on, where the file has them. ``key`` is what ties name it
    by (a GUID is kept); ``whole``: it is of all of the text, wherever it says it begins and ends."""

    start: int
    end: int
    code: str
    words: str | None = None
    user: str = ""
    note: str = ""
    weight: int | None = None
    created: datetime | None = None
    key: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two annotations of a text, by their keys."""

    type: str
    origin: str
    target: str


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with the annotations on it; ``guid`` is that of the source where the file names it."""

    name: str
    text: str
    marks: Sequence[Mark] = ()
    ties: Sequence[Tie] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
    guid: str = ""


def parcel_of(
    title: str,
    texts: Sequence[AnnotatedText],
    tally: Tally,
    *,
    unit: Unit,
    options: ProjectOptions,
    codes: Mapping[str, str] | None = None,
    nobody: str,
) -> Parcel:
    """Annotated texts as a project.

    Positions count in ``unit`` unless the words beside them say otherwise or the person does (the answer
    to *positions*). ``codes`` are paths that are there whether they are used or not, with their colours.
    ``nobody`` is the name of whoever made what has no name beside it.
    """
    laid = [(one, Offsets(one.text)) for one in texts]
    said = options.answers.get("positions")
    if said not in {None, "points", "utf16"}:
        raise InvalidInput(
            "bad-answer", f"Positions count in no “{said}”.", "Answer points or utf16."
        )
    found, told = units_of(
        (
            (offsets, [(m.start, m.end, m.words) for m in one.marks if m.words])
            for one, offsets in laid
        ),
        unit,
    )
    if said is not None:
        found = "utf16" if said == "utf16" else "points"
    elif told and found != unit:
        tally.note(
            "positions", say("Positions count in {unit}: the words beside them say so.", unit=found)
        )
    filling = _Filling(tally, found, nobody)
    return Parcel(title, filling.batches(laid, codes or {}), tally)


class _Filling:
    """Names that were met, each with what was made for it."""

    def __init__(self, tally: Tally, unit: Unit, nobody: str) -> None:
        self._tally, self._unit, self._nobody = tally, unit, nobody
        self._codes: dict[tuple[str, ...], Code] = {}
        self._users: dict[str, User] = {}
        self._names: set[str] = set()
        self._guids: set[str] = set()

    def batches(
        self, laid: Sequence[tuple[AnnotatedText, Offsets]], codes: Mapping[str, str]
    ) -> Iterator[Batch]:
        first: list[Record] = []
        # People come first: one of them may be who imports.
        for mark in (mark for one, _ in laid for mark in one.marks):
            self._user(mark.user, first)
        for path, colour in codes.items():
            self._code(path, first, colour)
        yield Batch(first)
        for one, offsets in laid:
            yield self._batch(one, offsets)

    def _batch(self, one: AnnotatedText, offsets: Offsets) -> Batch:
        records: list[Record] = []
        text, name = offsets.text, self._name(one.name)
        self._tally.read["source"] += 1
        if offsets.mended:
            self._tally.note("mended", say("Halves of signs stand as “�”."), name)
        source = Source(
            guid=self._guid(one.guid), name=name, text=_digest(text), length=len(text), language=guess_language(text),
            metadata=one.metadata,
        )  # fmt: skip
        records.append(source)
        by_key: dict[str, str] = {}
        segments: dict[tuple[int, int], str] = {}
        there: dict[tuple[str, str, str], str] = {}
        for mark in one.marks:
            self._tally.read["coding"] += 1
            span = self._span(mark, offsets, name)
            if span is not None:
                coding = self._coding(mark, span, source, segments, there, records)
                by_key[mark.key] = coding
        self._tie(one, by_key, records, name)
        return Batch(records, [text])

    def _span(self, mark: Mark, offsets: Offsets, name: str) -> tuple[int, int] | None:
        start, end = (offsets.place(at, self._unit) for at in (mark.start, mark.end))
        if mark.whole:
            start, end = 0, len(offsets.text)
        where = f"{name}: {mark.start}–{mark.end} {mark.code}"
        try:
            check_span(start, end, len(offsets.text))
        except InvalidInput as error:
            self._tally.note("span-left-out", say("Left out: {why}", why=error.message), where)
            return None
        if mark.words is None or same_words(offsets.text[start:end], mark.words):
            return start, end
        at = offsets.text.find(mark.words)
        if at >= 0 and offsets.text.find(mark.words, at + 1) < 0:
            self._tally.note(
                "moved", say("Other words stand there; it was put on its words."), where
            )
            return at, at + len(mark.words)
        self._tally.note("words-differ", say("Other words stand there than the file says."), where)
        return start, end

    def _coding(
        self,
        mark: Mark,
        span: tuple[int, int],
        source: Source,
        segments: dict[tuple[int, int], str],
        there: dict[tuple[str, str, str], str],
        records: list[Record],
    ) -> str:
        if span not in segments:
            segment = Segment(source=source.guid, start=span[0], end=span[1])
            segments[span] = segment.guid
            records.append(segment)
        code, user = self._code(mark.code, records), self._user(mark.user, records)
        same = (segments[span], code.guid, user.guid)
        if same in there:
            where = f"{source.name}: {mark.start}–{mark.end} {mark.code}"
            self._tally.note("twice", say("The same coding stands in the file twice."), where)
            return there[same]
        weight = mark.weight if mark.weight in _WEIGHT else None
        coding = Coding(
            guid=self._guid(mark.key), segment=segments[span], code=code.guid, user=user.guid, weight=weight, origin="imported",
            **({"created": mark.created} if mark.created else {}),
        )  # fmt: skip
        there[same] = coding.guid
        records.append(coding)
        if mark.note.strip():
            self._tally.read["memo"] += 1
            memo = Memo(
                title=" ".join(mark.note.split())[:80],
                body=mark.note,
                kind="jotting",
                user=user.guid,
            )
            link = Link(
                role="memo", owner_kind="memo", owner=memo.guid,
                target_kind="coding", target=coding.guid,
            )  # fmt: skip
            records += [memo, link]
        return coding.guid

    def _tie(
        self, one: AnnotatedText, by_key: Mapping[str, str], records: list[Record], name: str
    ) -> None:
        for tie in one.ties:
            self._tally.read["relation"] += 1
            ends = by_key.get(tie.origin), by_key.get(tie.target)
            if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
                where = f"{name}: {tie.type} {tie.origin} {tie.target}"
                self._tally.note("tie-left-out", say("Left out: an end of it is not there."), where)
                continue
            records.append(
                Relation(
                    type=tie.type, origin_kind="coding", origin=ends[0],
                    target_kind="coding", target=ends[1],
                )
            )  # fmt: skip

    # --- names ---

    def _guid(self, text: str) -> str:
        """The GUID that a text is, the first time; else a new one."""
        try:
            guid = as_guid(text)
        except InvalidInput:
            return new_guid()
        if guid in self._guids:
            return new_guid()
        self._guids.add(guid)
        return guid

    def _name(self, wanted: str) -> str:
        base = _cleaned(wanted, f"Text {len(self._names) + 1}")
        name, number = base, 1
        while name_key(name) in self._names:
            number += 1
            name = f"{base} ({number})"
        if number > 1 and wanted:
            self._tally.note(
                "renamed", say("Named “{name}”: the name was taken.", name=name), wanted
            )
        self._names.add(name_key(name))
        return name

    def _code(self, path: str, records: list[Record], colour: str = "") -> Code:
        parts = [_code_name(part) for part in path.split("/") if part.strip()] or ["-"]
        above: Code | None = None
        for depth in range(1, len(parts) + 1):
            key = tuple(name_key(part) for part in parts[:depth])
            if key not in self._codes:
                self._tally.read["code"] += 1
                number = len(self._codes)
                own = colour if depth == len(parts) and _COLOUR.fullmatch(colour) else ""
                self._codes[key] = Code(
                    name=parts[depth - 1], parent=above.guid if above else None, position=number,
                    colour=own or PALETTE[number % len(PALETTE)],
                )  # fmt: skip
                records.append(self._codes[key])
            above = self._codes[key]
        assert above is not None
        return above

    def _user(self, name: str, records: list[Record]) -> User:
        name = _cleaned(name, self._nobody)
        key = name_key(name)
        if key not in self._users:
            self._tally.read["user"] += 1
            self._users[key] = User(name=name, initials=name[:2].upper())
            records.append(self._users[key])
        return self._users[key]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def _cleaned(name: str, otherwise: str) -> str:
    try:
        return clean_name(name, "name")
    except InvalidInput:
        return otherwise


def _code_name(part: str) -> str:
    try:
        return clean_code_name(part)
    except InvalidInput:
        return "-"
