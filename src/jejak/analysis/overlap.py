"""Which stretches of text touch which: sorted columns and binary search, never pair by pair.

Stretches are half-open, ``[start, end)``; an empty one touches nothing and nothing touches it.
All sources are laid end to end on one number line, at ``source * stride``, where the stride is
longer than any text; so one sorted column serves all sources at once. Where it matters whether
*any* earlier stretch reaches far enough, the running maximum of the ends tells, so that a long
stretch around many short ones is never missed and costs nothing extra.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import InvalidInput
from ..model.corpus import BlockColumns
from .spans import Bools, Ints, SpanColumns, Spans, different

__all__ = ["RELATIONS", "block_ranges", "near_blocks", "overlapping_pairs", "partners", "touching"]


@dataclass(frozen=True, slots=True)
class _Line:
    """Stretches on the one number line; ``low`` and ``high`` are the limits of their sources."""

    low: Ints
    high: Ints
    start: Ints
    end: Ints

    @classmethod
    def of(cls, spans: SpanColumns, stride: int) -> _Line:
        low = spans.source.astype(np.int64) * stride
        return cls(low, low + (stride - 1), low + spans.start, low + spans.end)

    def keep(self, mask: Bools) -> _Line:
        return _Line(self.low[mask], self.high[mask], self.start[mask], self.end[mask])

    def by_start(self) -> tuple[Ints, Ints]:
        """Starts in order, with the ends beside them."""
        if bool(np.all(self.start[1:] >= self.start[:-1])):
            return self.start, self.end
        order = np.argsort(self.start, kind="stable")
        return self.start[order], self.end[order]


def _stride(*columns: SpanColumns) -> int:
    return max((int(c.end.max(initial=0)) for c in columns), default=0) + 2


def _reached(b: _Line, before: Ints, side: str) -> Ints:
    """For each position: the farthest end among stretches of ``b`` that begin before it."""
    starts, ends = b.by_start()
    reach = np.concatenate((np.array([-1], np.int64), np.maximum.accumulate(ends)))
    at = np.searchsorted(starts, before, "left" if side == "left" else "right")
    return reach[at]


def _overlaps(a: _Line, b: _Line, _distance: int) -> Bools:
    return _reached(b, a.end, "left") > a.start


def _within(a: _Line, b: _Line, _distance: int) -> Bools:
    return _reached(b, a.start, "right") >= a.end


def _contains(a: _Line, b: _Line, _distance: int) -> Bools:
    starts, ends = b.by_start()
    beyond = np.array([np.iinfo(np.int64).max], np.int64)
    nearest = np.concatenate((np.minimum.accumulate(ends[::-1])[::-1], beyond))
    return nearest[np.searchsorted(starts, a.start, "left")] <= a.end


def _equals(a: _Line, b: _Line, _distance: int) -> Bools:
    sought, kept = _packed(a, b)
    if not len(kept):
        return np.zeros(len(sought), np.bool_)
    if not bool(np.all(kept[1:] >= kept[:-1])):
        kept = np.sort(kept)
    at = np.minimum(np.searchsorted(kept, sought), len(kept) - 1)
    found: Bools = kept[at] == sought
    return found


def _packed(a: _Line, b: _Line) -> tuple[Ints, Ints]:
    """Start and length of each stretch as one number, which keeps their order."""
    lengths = a.end - a.start, b.end - b.start
    width = int(max(length.max(initial=0) for length in lengths)) + 1
    starts = a.start, b.start
    if int(max(start.max(initial=0) for start in starts)) >= np.iinfo(np.int64).max // width - 1:
        ranks = different(np.concatenate(starts))  # too far out for one number: count places
        starts = np.searchsorted(ranks, a.start), np.searchsorted(ranks, b.start)
    return starts[0] * width + lengths[0], starts[1] * width + lengths[1]


def _follows(a: _Line, b: _Line, distance: int) -> Bools:
    ends = np.sort(b.end)
    low = np.maximum(a.start - distance, a.low)
    return np.searchsorted(ends, a.start, "right") > np.searchsorted(ends, low, "left")


def _precedes(a: _Line, b: _Line, distance: int) -> Bools:
    starts = b.by_start()[0]
    high = np.minimum(a.end + distance, a.high)
    return np.searchsorted(starts, high, "right") > np.searchsorted(starts, a.end, "left")


def _near(a: _Line, b: _Line, distance: int) -> Bools:
    high = np.minimum(a.end + distance, a.high)
    return _reached(b, high, "right") >= np.maximum(a.start - distance, a.low)


RELATIONS: dict[str, Callable[[_Line, _Line, int], Bools]] = {
    "overlaps": _overlaps,
    "within": _within,
    "contains": _contains,
    "equals": _equals,
    "follows": _follows,
    "precedes": _precedes,
    "near": _near,
}


def touching(
    a: SpanColumns, b: SpanColumns, relation: str = "overlaps", distance: int = 0
) -> Bools:
    """For each stretch of ``a``, whether it stands in ``relation`` to any stretch of ``b``.

    - ``overlaps``: they share a character;
    - ``within`` / ``contains`` / ``equals``: it lies inside, around, or exactly on one of ``b``
      (equal stretches lie within and contain each other);
    - ``follows`` / ``precedes``: it begins at most ``distance`` characters after one of ``b`` ends,
      or ends at most so many before one begins (0: right beside it); they do not overlap;
    - ``near``: they overlap, or at most ``distance`` characters lie between them.

    Both may stand in any order; sorted ones are faster. Time grows with ``n log n``. Raises
    :class:`InvalidInput` for another relation or a negative distance.
    """
    if relation not in RELATIONS:
        raise InvalidInput("unknown-relation", f"There is no relation “{relation}” of stretches.")
    if distance < 0:
        raise InvalidInput("negative-distance", f"A distance cannot be negative ({distance}).")
    stride = _stride(a, b)
    left, right = _Line.of(a, stride), _Line.of(b, stride)
    solid = right.end > right.start
    if not bool(solid.all()):
        right = right.keep(solid)
    return RELATIONS[relation](left, right, min(distance, stride)) & (left.end > left.start)


def block_ranges(spans: SpanColumns, blocks: BlockColumns) -> tuple[Ints, Ints]:
    """The first and last block each stretch touches, as rows of ``blocks``; -1 in a source that has
    none. What lies between two blocks counts to the one before it."""
    stride = _stride(spans, blocks)
    line = _Line.of(spans, stride)
    starts = blocks.source.astype(np.int64) * stride + blocks.start
    lowest = blocks.first[spans.source]
    some = blocks.first[spans.source.astype(np.int64) + 1] > lowest
    first = np.maximum(np.searchsorted(starts, line.start, "right") - 1, lowest)
    last = np.maximum(np.searchsorted(starts, line.end, "left") - 1, first)
    return np.where(some, first, -1), np.where(some, last, -1)


def near_blocks(a: SpanColumns, b: SpanColumns, blocks: BlockColumns, distance: int) -> Bools:
    """For each stretch of ``a``, whether one of ``b`` is at most ``distance`` blocks away.

    0 is the same block, 1 the next or the one before. Stretches that overlap are near always; in a
    source without blocks only those are.
    """
    near = touching(a, b)
    (a_first, a_last), (b_first, b_last) = block_ranges(a, blocks), block_ranges(b, blocks)
    here, there = a_first >= 0, (b_first >= 0) & (b.end > b.start)
    rows = Spans(a.source[here].astype(np.int64), a_first[here], a_last[here] + 1)
    others = Spans(b.source[there].astype(np.int64), b_first[there], b_last[there] + 1)
    relation = "near" if distance else "overlaps"
    near[here] |= touching(rows, others, relation, max(distance - 1, 0))
    return near & (a.end > a.start)


def partners(spans: SpanColumns) -> Ints:
    """For each row of sorted ``spans``: the row after the last one that begins before it ends.

    The rows between are just its overlapping partners that stand after it. ``spans`` must be sorted
    by (source, start); an empty one has no partner after it.
    """
    line = _Line.of(spans, _stride(spans))
    upto = np.searchsorted(line.start, line.end, "left").astype(np.int64, copy=False)
    return np.maximum(upto, np.arange(1, len(upto) + 1, dtype=np.int64))


def overlapping_pairs(spans: SpanColumns) -> tuple[Ints, Ints]:
    """All pairs of overlapping rows, each once, as two columns of row numbers.

    Empty stretches are in no pair. Memory is 16 bytes a pair.
    """
    solid = np.flatnonzero(spans.end > spans.start)
    kept = Spans(*(c[solid].astype(np.int64) for c in (spans.source, spans.start, spans.end)))
    order = np.lexsort((kept.end, kept.start, kept.source))
    upto = partners(Spans(kept.source[order], kept.start[order], kept.end[order]))
    rows = np.arange(len(upto), dtype=np.int64)
    many = upto - rows - 1
    first = np.repeat(rows, many)
    offset = np.repeat(np.cumsum(many) - many, many)
    second = np.arange(len(first), dtype=np.int64) - offset + first + 1
    back = solid[order]
    return back[first], back[second]
