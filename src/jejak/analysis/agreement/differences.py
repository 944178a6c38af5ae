"""Where coders differ: the places that some of those who read them coded, and others not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..spans import Bools, Ints
from .continuum import Continuum

__all__ = ["Difference", "differences"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in a source under one value (by their rows): from the first begin to the last end of the
    stretches that overlap there.

    ``coded`` are the coders who marked anything in it, ``without`` those who read it and did not; where
    all did, only the ends differ. ``apart`` is how many characters two coders differ over, on average.
    """

    source: int
    value: int
    start: int
    end: int
    coded: tuple[int, ...]
    without: tuple[int, ...]
    apart: float


def differences(spans: Continuum) -> list[Difference]:
    """The places where those who read a source differ, the longest difference first."""
    readers = spans.readers()
    less = spans.of_rows((readers >= 2)[spans.source])
    if not len(less):
        return []
    whole = int(spans.length.sum()) + 1
    start, end = less.ends()
    start, end = start + less.value * whole, end + less.value * whole
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    reach = np.maximum.accumulate(end)
    fresh = np.ones(len(start), bool)
    fresh[1:] = start[1:] >= reach[:-1]
    place = np.cumsum(fresh) - 1
    first = np.flatnonzero(fresh)
    last = reach[np.append(first[1:], len(start)) - 1]
    source, value = less.source[order][first], less.value[order][first]
    apart = _apart(start, end, start[first], readers[source])
    coded = np.zeros((len(first), len(spans.coders)), bool)
    coded[place, less.coder[order]] = True
    base = spans.offset[source] + value * whole
    order = np.flatnonzero(apart > 0)[np.argsort(-apart[apart > 0], kind="stable")]
    coded, read = coded[order], spans.read[:, source[order]].T
    columns = (source, value, start[first] - base, last - base, apart)
    return [
        Difference(at, what, begin, over, who, without, far)
        for at, what, begin, over, far, who, without in zip(
            *(column[order].tolist() for column in columns),
            _each(coded), _each(read & ~coded), strict=True,
        )
    ]  # fmt: skip


def _apart(start: Ints, end: Ints, places: Ints, readers: Ints) -> Ints:
    """For each place the characters that a pair of coders differs over, averaged over all pairs."""
    edges = np.concatenate([start, end])
    order = np.argsort(edges, kind="stable")
    deep = np.cumsum(np.where(order < len(start), 1, -1))[:-1]
    edges = edges[order]
    place = np.searchsorted(places, edges[:-1], "right") - 1
    many = readers[place]
    differ = np.diff(edges) * deep * (many - deep) / (many * (many - 1) / 2)
    return np.bincount(place, differ, len(places))


def _each(mask: Bools) -> list[tuple[int, ...]]:
    """Row by row, the columns that are true."""
    row, column = np.nonzero(mask)
    ends = np.searchsorted(row, np.arange(len(mask) + 1)).tolist()
    found = column.tolist()
    return [tuple(found[low:high]) for low, high in pairwise(ends)]
