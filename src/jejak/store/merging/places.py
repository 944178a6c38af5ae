"""Where stretches of a text stand in the text that a merge leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from ...model.codec import spec_of
from ..correcting import Moves
from ..differing import edits_between
from ..schema import TABLES
from ..texts import load_text, text_key
from .sides import Sides, Wire

__all__ = ["OF_TEXT", "Places"]

_SEGMENT, _BLOCK = spec_of("segment").names, spec_of("block").names
# What has a stretch of a text: the places of its source, begin and end.
OF_TEXT = {
    kind: tuple(names.index(one) for one in ("source", "start", "end"))
    for kind, names in (("segment", _SEGMENT), ("block", _BLOCK))
}
_LOST, _ANCHOR = _SEGMENT.index("lost"), _SEGMENT.index("anchor")
# Anchors whose begin and end are code points of the text.
_IN_TEXT = {"text", "page", "cell"}


@dataclass(slots=True)
class Places:
    """The texts of the sources on both sides (by our GUIDs), and which of them stays: ``taken`` are the
    sources that get the text of theirs."""

    sides: Sides
    ours: dict[bytes, bytes]
    theirs: dict[bytes, bytes]
    taken: set[bytes] = field(default_factory=set)
    _moves: dict[tuple[bytes, bytes], Moves] = field(default_factory=dict)

    @classmethod
    def of(cls, sides: Sides) -> Places:
        """The texts as they are."""
        theirs = _texts(sides.theirs).items()
        return cls(
            sides, _texts(sides.ours), {sides.alias.get(guid, guid): text for guid, text in theirs}
        )

    def differ(self, source: bytes) -> bool:
        """Whether both sides have a source with different texts."""
        there = self.theirs.get(source)
        return there is not None and source in self.ours and self.ours[source] != there

    def known_as(self, there: bytes, here: bytes) -> None:
        """A source of theirs is one of ours."""
        if there in self.theirs:
            self.theirs[here] = self.theirs[there]

    def placed(self, kind: str, wire: Wire) -> Wire:
        """A stretch of theirs as it stands in the text that stays."""
        source = wire[OF_TEXT[kind][0]]
        if not self.differ(source) or source in self.taken:
            return wire
        return self._moved(kind, wire, self.sides.theirs, self.theirs[source], self.ours[source])

    def moved(self, kind: str, wire: Wire) -> Wire:
        """A stretch of ours as it stands in the text that stays."""
        source = wire[OF_TEXT[kind][0]]
        if source not in self.taken:
            return wire
        return self._moved(kind, wire, self.sides.ours, self.ours[source], self.theirs[source])

    def _moved(self, kind: str, wire: Wire, conn: Connection, old: bytes, new: bytes) -> Wire:
        _, first, last = OF_TEXT[kind]
        if kind == "segment" and wire[_ANCHOR] not in _IN_TEXT:
            return wire
        start, end = self._between(old, new).span(wire[first], wire[last])
        values: list[Any] = list(wire)
        values[first], values[last] = start, end
        if kind == "segment" and wire[_LOST] is None and start == end and wire[first] < wire[last]:
            values[_LOST] = load_text(conn, old.hex())[wire[first] : wire[last]]
        return tuple(values)

    def _between(self, old: bytes, new: bytes) -> Moves:
        found = self._moves.get((old, new))
        if found is None:
            found = Moves(edits_between(self._text(old), self._text(new)))
            self._moves[old, new] = found
        return found

    def _text(self, digest: bytes) -> str:
        here = text_key(self.sides.ours, digest.hex()) is not None
        return load_text(self.sides.ours if here else self.sides.theirs, digest.hex())


def _texts(conn: Connection) -> dict[bytes, bytes]:
    table = TABLES["source"]
    return {row[0]: row[1] for row in conn.execute(select(table.c.guid, table.c.text))}
