"""Code after code: how near two codes stand to each other, and which of them comes first.

Measured in characters between codings of one source, 0 where they overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InvalidInput
from ..model.corpus import CodingColumns
from .association import share
from .overlap import partners
from .pairs import CHUNK
from .spans import Column, Floats, Ints, Spans

__all__ = ["MOST_PAIRS", "Sequence", "code_sequence"]

MOST_PAIRS = 60_000_000
# What is as far apart as the reach counts 0.05: the kernel's scale is a third of it.
SCALES = 3


@dataclass(frozen=True, slots=True)
class Sequence:
    """Of codings at most the reach apart: ``n`` codings of each label; ``pairs[i, j]`` (symmetric;
    those within one label once, on the diagonal); ``before[i, j]`` pairs of which the one of ``i`` is
    over before the one of ``j`` begins; ``proximity[i, j]``, the sum over the pairs of
    exp(-gap / h), symmetric, 1 for each pair that overlaps."""

    n: Ints
    pairs: Ints
    before: Ints
    proximity: Floats

    def order(self) -> Floats:
        """``2 n(i before j) / (n(i before j) + n(j before i))``: how many times more often ``i`` comes
        first than if neither led; 1 for no order, 2 for always, 0 for never, NaN for no pair."""
        return share(2 * self.before, self.before + self.before.T)


def code_sequence(
    codings: CodingColumns, label: Column, size: int, *, reach: int = 500
) -> Sequence:
    """Count pairs of codings; ``label`` gives each its row, ``0 .. size-1``, -1: left out.

    Time grows with the pairs within ``reach``. Raises :class:`InvalidInput` where they are too many.
    """
    rows = np.flatnonzero((label >= 0) & (codings.end > codings.start))
    source, start, end = codings.source[rows], codings.start[rows], codings.end[rows]
    of = label[rows].astype(np.int64)
    begin, finish = start.astype(np.int64), end.astype(np.int64)
    furthest = int(finish.max(initial=0)) + 1
    upto = partners(Spans(source.astype(np.int64), begin, finish + min(reach, furthest) + 1))
    many = upto - np.arange(1, len(rows) + 1)
    if int(many.sum()) > MOST_PAIRS:
        raise InvalidInput(
            "too-many-pairs",
            f"{int(many.sum()):,} pairs of codings are so near each other, too many to count.",
            "Choose a smaller distance, or fewer codes.",
        )
    pairs, before = np.zeros(size * size, np.int64), np.zeros(size * size, np.int64)
    proximity = np.zeros(size * size)
    for one, two in _runs(many):
        key, gap = of[one] * size + of[two], begin[two] - finish[one]
        pairs += np.bincount(key, minlength=size * size)
        before += np.bincount(key[gap >= 0], minlength=size * size)
        weight = np.exp(-np.maximum(gap, 0) * (SCALES / max(reach, 1)))
        proximity += np.bincount(key, weight, minlength=size * size)
    return Sequence(
        np.bincount(of, minlength=size),
        _both_ways(pairs.reshape(size, size)),
        before.reshape(size, size),
        _both_ways(proximity.reshape(size, size)),
    )


def _runs(many: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Each row with those after it, so many, some millions of pairs at a time."""
    total = np.cumsum(many)
    begin = 0
    while begin < len(many):
        done = int(total[begin - 1]) if begin else 0
        finish = max(int(np.searchsorted(total, done + CHUNK, "right")), begin + 1)
        run = many[begin:finish]
        one = np.repeat(np.arange(begin, finish), run)
        first = np.repeat(np.cumsum(run) - run, run)
        yield one, one + 1 + np.arange(len(one)) - first
        begin = finish


def _both_ways(counts: NDArray[Any]) -> NDArray[Any]:
    whole: NDArray[Any] = counts + counts.T
    np.fill_diagonal(whole, counts.diagonal())
    return whole
