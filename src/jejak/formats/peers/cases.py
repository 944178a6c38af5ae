"""Cases of other programs, and what of the sources belongs to each."""

from __future__ import annotations

from ...model import Case, Source, say
from .names import Names
from .packing import Packing
from .passages import pack_passage
from .places import Words
from .rows import Row

__all__ = ["Cases"]

# A whole source is linked from its first to its last character, or to the one before it.
_SHORT = 1


class Cases:
    """The cases of a project by their number; parts of sources are tied to them."""

    def __init__(self, packing: Packing) -> None:
        self._packing = packing
        self._names = Names("case", packing.telling)
        self.known: dict[int | None, str] = {}

    def add(self, number: int | None, row: Row) -> str:
        """Pack a case; its GUID."""
        self._packing.telling.tally.read["case"] += 1
        guid = self._packing.guid_of_row("case", row, number)
        name = self._names.own(row.text("name"), row.where)
        self._packing.add(Case(guid=guid, name=name, description=row.text("memo")))
        self.known[number] = guid
        return guid

    def tie(
        self, number: int | None, source: Source | None, words: Words | None,
        start: int | None, end: int | None, row: Row,
    ) -> None:  # fmt: skip
        """Tie a source, or a stretch of it, to a case."""
        case = self.known.get(number)
        if case is None or source is None or words is None:
            message = say("A case is tied to something that is not there; this was left out.")
            self._packing.telling.note("lost-case", message, row.where)
            return
        target = ("source", source.guid)
        if not _whole(source, words, start, end):
            segment = pack_passage(self._packing, source.guid, words, start, end, "", row.where)
            if segment is None:
                return
            target = ("segment", segment)
        self._packing.link("member", ("case", case), target)
        if row.has("memo"):
            self._packing.memo(
                self._packing.guid("memo", case, target[1]), row.text("name") or source.name,
                row.text("memo"), self._packing.user(row.text("owner")), row.moment("date"),
                about=target,
            )  # fmt: skip


def _whole(source: Source, words: Words, start: int | None, end: int | None) -> bool:
    if source.medium not in {"text", "pdf"} or not words.text or start is None or end is None:
        return True
    return start <= 0 and end >= len(words.text) - _SHORT
