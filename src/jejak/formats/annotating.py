"""A study's codings as annotations of its texts: what formats of annotation write, and what they cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..model import (
    KINDS,
    Code,
    Coding,
    Link,
    Memo,
    Relation,
    Segment,
    Source,
    StudyInfo,
    User,
    say,
)
from ..model.code import path_part
from ..model.parcel import Tally
from .projects import Outgoing

__all__ = ["Annotating", "OutCoding", "OutText"]

_WITH_WORDS = ("text", "page", "cell")


@dataclass(frozen=True, slots=True)
class OutCoding:
    """A coding on code points ``[start, end)`` of its text; ``code`` is the path, ``segment`` and ``guid``
    those of the study, ``note`` the memos about it."""

    guid: str
    segment: str
    start: int
    end: int
    code: str
    user: str
    created: datetime
    weight: int | None
    note: str


@dataclass(frozen=True, slots=True)
class OutText:
    """A source with its codings in the order of its text, and the relations between them: type, and the
    GUIDs of the two codings."""

    source: Source
    text: str
    codings: tuple[OutCoding, ...]
    relations: tuple[tuple[str, str, str], ...]


class Annotating:
    """A study on its way into a format of annotation."""

    def __init__(
        self, study: Outgoing, tally: Tally, *, relations: bool, notes: bool, weights: bool
    ) -> None:
        """``relations``, ``notes`` and ``weights`` say what the format has a place for."""
        self._study, self._tally = study, tally
        self._holds = relations, notes, weights
        self.codes: Mapping[str, Code] = {one.guid: one for one in study.each(Code)}
        self.paths = {guid: self._path(one) for guid, one in self.codes.items()}
        self.users = {one.guid: one.name for one in study.each(User)}
        self._codings: dict[str, list[Coding]] = defaultdict(list)
        for one in study.each(Coding):
            self._codings[one.segment].append(one)
        self._notes = self._memos() if notes else {}
        self._relations = self._ties() if relations else {}

    def texts(self) -> Iterator[OutText]:
        """Every source with its codings; when all are gone through, the tally tells what stays."""
        self._tally.written["code"] += len(self.codes)
        self._tally.written["user"] += len(self.users)
        elsewhere = empty = 0
        for source in self._study.each(Source):
            self._tally.written["source"] += 1
            found: list[OutCoding] = []
            for segment in self._study.each(Segment, source=source.guid):
                there = self._codings.get(segment.guid, [])
                if segment.lost is not None:
                    empty += len(there)
                elif segment.anchor not in _WITH_WORDS or segment.start >= segment.end:
                    elsewhere += len(there)
                else:
                    found += [self._out(segment, one) for one in there]
            found.sort(key=lambda one: (one.start, one.end, one.code, one.user))
            self._tally.written["coding"] += len(found)
            mine = {one.guid for one in found}
            ties = [
                (type, origin, target)
                for one in found
                for type, origin, target in self._relations.get(one.guid, ())
                if target in mine
            ]
            self._tally.written["relation"] += len(ties)
            yield OutText(source, self._study.text(source.text), tuple(found), tuple(ties))
        self._tell(elsewhere, empty)

    def _out(self, segment: Segment, one: Coding) -> OutCoding:
        note = self._notes.get(one.guid, "")
        self._tally.written["memo"] += bool(note)
        return OutCoding(
            one.guid, segment.guid, segment.start, segment.end, self.paths[one.code],
            self.users.get(one.user, ""), one.created, one.weight, note,
        )  # fmt: skip

    def _path(self, code: Code) -> str:
        parts: list[str] = []
        at: Code | None = code
        while at is not None:
            parts.append(path_part(at.name))
            at = self.codes.get(at.parent) if at.parent else None
        return "/".join(reversed(parts))

    def _memos(self) -> dict[str, str]:
        memos = {one.guid: one.body for one in self._study.each(Memo)}
        found: dict[str, str] = {}
        for link in self._study.each(Link, role="memo", target_kind="coding"):
            if link.owner in memos:
                before = found.get(link.target)
                found[link.target] = (
                    f"{before}\n\n{memos[link.owner]}" if before else memos[link.owner]
                )
        return found

    def _ties(self) -> dict[str, list[tuple[str, str, str]]]:
        found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for one in self._study.each(Relation, origin_kind="coding", target_kind="coding"):
            found[one.origin].append((one.type, one.origin, one.target))
        return found

    # --- what stays ---

    def _tell(self, elsewhere: int, empty: int) -> None:
        note = self._tally.note
        if elsewhere:
            note(
                "no-words",
                say("{n} codings are on no words (pictures, times): they stay.", n=elsewhere),
            )
        if empty:
            note("lost-words", say("{n} codings lost their words: they stay.", n=empty))
        weighed = sum(one.weight is not None for those in self._codings.values() for one in those)
        if weighed and not self._holds[2]:
            note("no-weights", say("{n} weights have no place there: they stay.", n=weighed))
        for kind, record in KINDS.items():
            count = sum(1 for _ in self._study.each(record))
            self._tally.read[kind] = count
            left = count - self._tally.written[kind]
            if left and kind not in _CARRIED:
                note(
                    "stays", say("{n} of {all}: no place for them there.", n=left, all=count), kind
                )


# What is in the annotations themselves, or of no use outside.
_CARRIED = {StudyInfo.KIND, Segment.KIND, Source.KIND, Coding.KIND, User.KIND, Code.KIND, Link.KIND}
