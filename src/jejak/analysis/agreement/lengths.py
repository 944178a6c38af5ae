"""What coincides on a line of text, by source: the sums that the uα family is made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InvalidInput
from ..spans import Bools, Floats, Ints, different
from .continuum import Continuum
from .tally import tally

__all__ = ["CORRECTIONS", "Sums", "coincidences", "sums_of"]

CORRECTIONS = ("margin", "pairwise", "union")


@dataclass(frozen=True, slots=True)
class Sums:
    """By source that two coders read, and where there are two axes by value.

    ``gaps`` is the length of what was left uncoded, ``same_gaps`` what of it coincides; ``given`` that
    of the stretches, ``squares`` the sum of their squared lengths; ``same`` what coincides of one
    value; ``shared`` and ``shared_squares`` count of a stretch only where others coded anything.
    """

    same_gaps: Floats
    gaps: Floats
    same: Floats
    given: Floats
    squares: Floats
    shared: Floats
    shared_squares: Floats


def sums_of(spans: Continuum, correction: str = "margin") -> Sums:
    """The sums of stretches whose values exclude each other.

    Raises :class:`InvalidInput` for a ``correction`` that is none of :data:`CORRECTIONS`.
    """
    if correction not in CORRECTIONS:
        raise InvalidInput(
            "unknown-correction",
            f"There is no correction “{correction}”.",
            f"Use: {', '.join(CORRECTIONS)}.",
        )
    readers = spans.readers()
    kept = (readers >= 2) & (spans.length > 0)
    place, many, wide = np.cumsum(kept) - 1, int(kept.sum()), len(spans.values)
    less = spans.of_rows(kept[spans.source])
    line = _Line.of(less)
    others = (readers - 1).astype(float)
    width = (less.end - less.start).astype(float)
    shared = (line.inside(line.depth) - width) / others[less.source]
    key = place[less.source] * wide + less.value

    def table(amount: Floats) -> Floats:
        return tally(key, amount, many * wide).reshape(many, wide)

    counted = kept[line.source]
    free = (readers[line.source] - line.depth)[counted].astype(float)
    where, long = place[line.source[counted]], np.diff(line.edges)[counted]
    pairs = long * free * (free - 1) / others[line.source[counted]]
    _, given, alike = coincidences(spans)
    return Sums(
        same_gaps=tally(where, pairs, many),
        gaps=tally(where, long * free, many),
        same=alike,
        given=given,
        squares=table(width**2),
        shared=table(shared),
        shared_squares=table(_own(less, line, shared, others, correction)),
    )


def coincidences(spans: Continuum) -> tuple[Floats, Floats, Floats]:
    """By source that two coders read: its length times its readers, and by value the length coded and
    what of it coincides. Values may overlap each other."""
    readers = spans.readers()
    kept = (readers >= 2) & (spans.length > 0)
    place, many, wide = np.cumsum(kept) - 1, int(kept.sum()), len(spans.values)
    less = spans.of_rows(kept[spans.source])
    same, others = _same(less), (readers - 1).astype(float)
    key = place[less.source] * wide + less.value
    given = tally(key, less.end - less.start, many * wide)
    alike = tally(
        place[same.source] * wide + same.value, same.pairs / others[same.source], many * wide
    )
    whole = (spans.length * readers)[kept].astype(float)
    return whole, given.reshape(many, wide), alike.reshape(many, wide)


def _own(spans: Continuum, line: _Line, shared: Floats, others: Floats, correction: str) -> Floats:
    """What of the expected coincidences a stretch would owe to itself."""
    if correction == "margin":
        return np.asarray(shared**2)
    if correction == "union":
        return np.asarray(line.inside(line.depth >= 2) ** 2)
    _, table = spans.runs()
    found = np.zeros(len(spans))
    for coder, row in enumerate(table):
        found += np.where(spans.coder == coder, 0, line.inside(row) ** 2)
    return np.asarray(found / others[spans.source])


@dataclass(frozen=True, slots=True)
class _Same:
    """Runs where two or more gave one value: ``pairs`` is their length times the pairs of coders."""

    source: Ints
    value: Ints
    pairs: Floats


@dataclass(frozen=True, slots=True)
class _Line:
    """Runs between all ends: ``depth`` of each is how many stretches are open; ``begin`` and ``over``
    are the edges of each stretch, by number."""

    edges: Ints
    depth: Ints
    source: Ints
    begin: Ints
    over: Ints

    @classmethod
    def of(cls, spans: Continuum) -> _Line:
        start, end = spans.ends()
        edges = different(np.concatenate([spans.offset, start, end]))
        begin, over = np.searchsorted(edges, start), np.searchsorted(edges, end)
        step = np.bincount(begin, minlength=len(edges)) - np.bincount(over, minlength=len(edges))
        source = np.searchsorted(spans.offset, edges[:-1], "right") - 1
        return cls(edges, np.cumsum(step)[:-1], source, begin, over)

    def inside(self, amount: Bools | Ints | Floats) -> Floats:
        """For each stretch, ``amount`` by run summed over its characters."""
        sums = np.concatenate([np.zeros(1), np.cumsum(np.diff(self.edges) * amount, dtype=float)])
        return np.asarray(sums[self.over] - sums[self.begin])


def _same(spans: Continuum) -> _Same:
    """Where stretches of one value lie on each other, all values on one long line in turn."""
    start, end = spans.ends()
    whole = int(spans.length.sum()) + 1
    places = np.concatenate([start, end]) + np.tile(spans.value * whole, 2)
    order = np.argsort(places, kind="stable")
    step = np.where(order < len(start), 1, -1)
    deep = np.cumsum(step)[:-1].astype(float)
    places = places[order]
    long = np.diff(places)
    there = (deep >= 2) & (long > 0)
    value, at = np.divmod(places[:-1][there], whole)
    pairs = (long * deep * (deep - 1))[there]
    return _Same(np.searchsorted(spans.offset, at, "right") - 1, value, pairs)
