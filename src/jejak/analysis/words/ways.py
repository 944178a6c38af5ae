"""How runs of words go on: all ways at once, word by word, from wherever they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..ordering import alike
from ..spans import Bools, Ints
from .splitting import NEXT

__all__ = ["Ways", "at_least", "ways_on"]


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways that go one word further: which of the step before each goes on (``above``), by which
    ``word``, how often (``count``)."""

    above: Ints
    word: Ints
    count: Ints

    def single(self, before: Ints) -> Bools:
        """Which of those of the step before (by how often they are) go on in this way alone."""
        many = np.bincount(self.above, minlength=len(before))
        taken = np.bincount(self.above, weights=self.count, minlength=len(before))
        single: Bools = (many == 1) & (taken == before)
        return single


def ways_on(
    key: NDArray[np.int32], gap: NDArray[np.uint8], at: Ints, *, after: bool, least: int
) -> Iterator[Ways]:
    """Step by step how runs go on that end at the places ``at`` (or, not ``after``, begin there): with
    nothing but space between their words on one line, over words that count (``key`` is not -1).
    Ways that are taken fewer than ``least`` times end there."""
    words = int(key.max(initial=0)) + 1
    node, place = np.zeros(len(at), np.int64), at
    while len(place):
        inside = place + 1 < len(key) if after else place > 0
        node, place = node[inside], place[inside]
        on = place + 1 if after else place - 1
        going = (gap[place if after else on] == NEXT) & (key[on] >= 0)
        node, place = node[going], on[going]
        way = node * words + key[place]
        kept, count, node = _often(way, (int(node.max(initial=0)) + 1) * words, max(least, 1))
        if not len(kept):
            return
        yield Ways(*np.divmod(kept, words), count)
        still = node >= 0
        node, place = node[still], place[still]


# So many numbers there may be for each way, and it is quicker to count all than to sort the ways.
_SPARSE = 32


def _often(way: Ints, top: int, least: int) -> tuple[Ints, Ints, Ints]:
    """The different ways, all below ``top``, that are taken at least so often; how often; and which of
    them each of the ways given is (-1: none)."""
    if top <= _SPARSE * len(way):
        every = np.bincount(way, minlength=top)
        kept = np.flatnonzero(every >= least)
        place = np.full(top, -1, np.int64)
        place[kept] = np.arange(len(kept))
        return kept, every[kept], place[way]
    ways, count, which = alike(way)
    enough = count >= least
    place = np.where(enough, np.cumsum(enough) - 1, -1)
    return ways[enough], count[enough], place[which]


def at_least(most: int, counts: Sequence[Ints]) -> int:
    """How often the least of the ``most`` most frequent is; 0 where there are no more than those."""
    every = np.concatenate(counts)
    return 0 if len(every) <= most else int(np.partition(every, len(every) - most)[-most])
