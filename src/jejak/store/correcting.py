"""Correcting a source's text: stretches replaced by other words, anchors moved with what stays.

A position never drifts from the words around it. A segment or block keeps the words it had and takes
in what replaces words inside it; one that loses all its words is *lost*: a segment is flagged with
the words it had, a block goes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..errors import Conflict, InvalidInput
from ..model import Block, Segment, Source
from .writing import Change

__all__ = ["Edit", "Moves", "Replaced", "corrected", "replace_text"]

# Anchors whose start and end are code points of the text.
_IN_TEXT = {"text", "page", "cell"}


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``[start, end)`` of the old text (code points) becomes ``text``; empty stretches insert."""

    start: int
    end: int
    text: str


def ordered(edits: Iterable[Edit], length: int) -> list[Edit]:
    """The edits by place. Raises :class:`InvalidInput` where two overlap or one lies outside."""
    found = sorted(edits)
    if not found:
        return found
    inside = all(0 <= edit.start <= edit.end <= length for edit in found)
    apart = all(one.end <= other.start for one, other in pairwise(found))
    if not (inside and apart):
        raise InvalidInput(
            "bad-edit", "A correction lies outside the text or over another one.",
            "Nothing was changed.",
        )  # fmt: skip
    return found


def corrected(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made. Raises :class:`InvalidInput`."""
    parts, at = [], 0
    found = ordered(edits, len(text))
    if not found:
        return text
    for edit in found:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


class Moves:
    """Where stretches of the old text stand in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        # What all edits up to one add to a position after it.
        gains = (len(edit.text) - (edit.end - edit.start) for edit in edits)
        self._shift = [0, *accumulate(gains)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch as it stands then; empty (start = end) where nothing of it is left."""
        begin = self._begin(start)
        return begin, max(begin, self._finish(start, end))

    def _begin(self, start: int) -> int:
        before = bisect_right(self._ends, start)
        if before < len(self._edits) and self._starts[before] < start:
            return self._ends[before] + self._shift[before + 1]
        return start + self._shift[before]

    def _finish(self, start: int, end: int) -> int:
        before = bisect_right(self._ends, end)
        # What is put in exactly at the end of a stretch does not belong to it.
        while before and self._starts[before - 1] == end and end > start:
            before -= 1
        if before < len(self._edits) and self._starts[before] < end:
            return self._starts[before] + self._shift[before]
        return end + self._shift[before]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A source with its new text; how many of its segments ``moved``, and how many were
    ``flagged``, all their words being gone."""

    source: Source
    moved: int = 0
    flagged: int = 0


def replace_text(
    change: Change, source: Source, edits: Iterable[Edit], *, keep_lost: bool = True
) -> Replaced:
    """Make edits in a source's text; its blocks and segments move with it.

    With ``keep_lost`` a segment that loses all its words is flagged with them. Without, the caller
    has taken such segments away before. Raises :class:`InvalidInput`, and :class:`Conflict` where
    the text is not that of the source any more.
    """
    if change.rows.get(Source, source.guid).text != source.text:
        raise Conflict("changed-since", "This text was corrected meanwhile.", "Look at it again.")
    old = change.rows.text(source.text)
    wanted = ordered(edits, len(old))
    new, moves = corrected(old, wanted), Moves(wanted)
    if new == old:
        return Replaced(source)
    _move_blocks(change, source, moves)
    moved, flagged = _move_segments(change, source, moves, old if keep_lost else "")
    source = change.set(source, text=change.keep_text(new), length=len(new))
    return Replaced(source, moved, flagged)


def _move_blocks(change: Change, source: Source, moves: Moves) -> None:
    moved: dict[str, tuple[object, ...]] = {}
    gone = []
    for block in change.rows.each(Block, source=source.guid):
        start, end = moves.span(block.start, block.end)
        if start == end and block.start < block.end:
            gone.append(block.guid)
        elif (start, end) != (block.start, block.end):
            moved[block.guid] = start, end
    change.set_many(Block.KIND, ("start", "end"), moved)
    if gone:
        change.remove_guids(Block.KIND, gone)


def _move_segments(change: Change, source: Source, moves: Moves, old: str) -> tuple[int, int]:
    moved: dict[str, tuple[object, ...]] = {}
    lost: dict[str, tuple[object, ...]] = {}
    for segment in change.rows.each(Segment, source=source.guid, lost=None):
        if segment.anchor not in _IN_TEXT:
            continue
        start, end = moves.span(segment.start, segment.end)
        if start == end:
            lost[segment.guid] = start, end, old[segment.start : segment.end]
        elif (start, end) != (segment.start, segment.end):
            moved[segment.guid] = start, end
    change.set_many(Segment.KIND, ("start", "end"), moved)
    change.set_many(Segment.KIND, ("start", "end", "lost"), lost)
    return len(moved), len(lost)
