"""Where stretches of a text stand in the text that a merge leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from ...model.codec import spec_of
from ...model.identity import digest_of
from ..correcting import Moves
from ..differing import edits_between
from ..joining import Joined, join_texts
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
    # Sources whose text holds the corrections of both sides.
    joined: dict[bytes, Joined] = field(default_factory=dict)
    _final: dict[bytes, bytes] = field(default_factory=dict)
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

    def join(self, source: bytes, base: bytes) -> tuple[bytes, int] | None:
        """Let the text of a source hold what both sides corrected, where that is in different places: its
        digest and length. ``None`` where it is not, or what stood there before is not known."""
        known = (text_key(conn, base.hex()) for conn in (self.sides.ours, self.sides.theirs))
        if all(one is None for one in known):
            return None
        mine, other = self.ours[source], self.theirs[source]
        joined = join_texts(self._text(base), self._text(mine), self._text(other))
        if joined is None:
            return None
        self.joined[source] = joined
        self._final[source] = bytes.fromhex(digest_of(joined.text))
        self._moves[mine, self._final[source]] = joined.from_ours
        self._moves[other, self._final[source]] = joined.from_theirs
        return self._final[source], len(joined.text)

    def carried(self, kind: str, wire: Wire, *, ours: bool = False) -> Wire:
        """A stretch of the text before both corrected it, as it stood in that of theirs (or ours) if nobody
        moved it by hand."""
        joined = self.joined[wire[OF_TEXT[kind][0]]]
        return self._along(kind, wire, joined.to_ours if ours else joined.to_theirs, joined.base)

    def known_as(self, there: bytes, here: bytes) -> None:
        """A source of theirs is one of ours."""
        if there in self.theirs:
            self.theirs[here] = self.theirs[there]

    def placed(self, kind: str, wire: Wire) -> Wire:
        """A stretch of theirs as it stands in the text that stays."""
        source = wire[OF_TEXT[kind][0]]
        if not self.differ(source) or (source in self.taken and source not in self.joined):
            return wire
        final = self._final.get(source, self.ours[source])
        return self._moved(kind, wire, self.theirs[source], final)

    def moved(self, kind: str, wire: Wire) -> Wire:
        """A stretch of ours as it stands in the text that stays."""
        source = wire[OF_TEXT[kind][0]]
        if source not in self.taken:
            return wire
        final = self._final.get(source, self.theirs[source])
        return self._moved(kind, wire, self.ours[source], final)

    def _moved(self, kind: str, wire: Wire, old: bytes, new: bytes) -> Wire:
        return self._along(kind, wire, self._between(old, new), old)

    def _along(self, kind: str, wire: Wire, moves: Moves, old: bytes | str) -> Wire:
        _, first, last = OF_TEXT[kind]
        if kind == "segment" and wire[_ANCHOR] not in _IN_TEXT:
            return wire
        start, end = moves.span(wire[first], wire[last])
        values: list[Any] = list(wire)
        values[first], values[last] = start, end
        if kind == "segment" and wire[_LOST] is None and start == end and wire[first] < wire[last]:
            text = old if isinstance(old, str) else self._text(old)
            values[_LOST] = text[wire[first] : wire[last]]
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
