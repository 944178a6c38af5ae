"""What stretches of two coders have in common: for F1 and Jaccard."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np

from ..spans import Bools, Floats, Ints
from .chance import safe
from .continuum import Continuum

__all__ = ["Touching", "mean_of_pairs", "shared_sources", "touching"]


class Touching(NamedTuple):
    """Pairs of stretches of one value by two coders that overlap: their source, by how much, and over
    which length they reach together."""

    source: Ints
    common: Floats
    together: Floats


def shared_sources(spans: Continuum) -> list[tuple[int, int, Bools]]:
    """Each pair of coders, with the sources that both read."""
    return [
        (one, two, spans.read[one] & spans.read[two])
        for one, two in combinations(range(len(spans.coders)), 2)
    ]


def touching(spans: Continuum, one: int, two: int, both: Bools) -> Touching:
    """The pairs of stretches of two coders that overlap and have one value, in sources of ``both``."""
    whole = int(spans.length.sum()) + 1
    begin, over = spans.ends()
    begin, over = begin + spans.value * whole, over + spans.value * whole
    first, second = (np.flatnonzero((spans.coder == c) & both[spans.source]) for c in (one, two))
    low = np.searchsorted(over[second], begin[first], "right")
    many = np.maximum(np.searchsorted(begin[second], over[first], "left") - low, 0)
    a = np.repeat(first, many)
    b = second[
        np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + np.repeat(low, many)
    ]
    common = np.minimum(over[a], over[b]) - np.maximum(begin[a], begin[b])
    together = np.maximum(over[a], over[b]) - np.minimum(begin[a], begin[b])
    return Touching(spans.source[a], common.astype(float), together.astype(float))


def mean_of_pairs(upper: Floats, lower: Floats) -> Floats:
    """For each row the mean of ``upper / lower`` over the pairs (columns) that have one."""
    found = safe(upper, lower)
    there = np.isfinite(found)
    return safe(np.where(there, found, 0).sum(1), there.sum(1).astype(float))
