"""Where coders differ: the places that some of those who read them coded, and others not."""

from __future__ import annotations

from dataclasses import dataclass

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
    return [
        Difference(
            int(source[at]), int(value[at]), int(start[first][at] - base[at]),
            int(last[at] - base[at]), *_who(coded[at], spans.read[:, source[at]]), float(apart[at]),
        )
        for at in np.argsort(-apart, kind="stable")
        if apart[at] > 0
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


def _who(coded: Bools, read: Bools) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(np.flatnonzero(coded).tolist()), tuple(np.flatnonzero(read & ~coded).tolist())
