"""Code by code: how often two codes meet, over a stated unit.

- ``overlap``: n12 is the number of pairs (a coding of the first, a coding of the second) whose
  stretches share at least one character; n1 and n2 count codings.
- ``segment``, ``block``, ``source``, ``case``: n12 is the number of units that hold both, n1 and n2
  of those that hold each; a coding is in every block it touches. N is the number of such units in
  the study (for ``segment``: of different stretches that are coded at all).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import InvalidInput
from ..model.corpus import CodingColumns, Corpus
from . import association
from .overlap import block_ranges, partners
from .pairs import count_pairs
from .spans import Bools, Column, Floats, Ints, Spans, changes, different

__all__ = ["UNITS", "Cooccurrence", "cooccurrence"]

UNITS = ("overlap", "segment", "block", "source", "case")


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Counts over one unit: ``n[i]`` of label ``i``, ``n12[i, j]`` of both (symmetric).

    The diagonal of ``n12`` is the number of overlapping pairs within one code for the unit
    ``overlap``, and ``n`` for all others. ``units`` is N, ``None`` for ``overlap``.
    """

    unit: str
    n: Ints
    n12: Ints
    units: int | None

    def pairs(self) -> tuple[Ints, Ints]:
        """The label pairs ``i < j`` that meet at all, as two columns."""
        first, second = np.nonzero(np.triu(self.n12, 1))
        return first, second

    def c(self) -> Floats:
        """The c coefficient of every pair (Jaccard's index where units are counted)."""
        return association.c_coefficient(self.n[:, None], self.n[None, :], self.n12)

    def out_of_range(self) -> Bools:
        """Pairs that meet and whose c coefficient is no share between 0 and 1."""
        return association.out_of_range(self.c()) & (self.n12 > 0)

    def lopsided(self) -> Bools:
        """Pairs of which one code is used more than five times as often as the other."""
        return association.lopsided(self.n[:, None], self.n[None, :])

    def conditional(self) -> Floats:
        """``[i, j]``: the share of ``j``'s units (or codings) that hold ``i`` too."""
        return association.conditional(self.n[None, :], self.n12)

    def lift(self) -> Floats:
        """Lift of every pair. Raises :class:`InvalidInput` for the unit ``overlap``."""
        return association.lift(self.n[:, None], self.n[None, :], self.n12, self._counted())

    def phi(self) -> Floats:
        """Phi of every pair. Raises :class:`InvalidInput` for the unit ``overlap``."""
        return association.phi(self.n[:, None], self.n[None, :], self.n12, self._counted())

    def _counted(self) -> int:
        if self.units is None:
            raise InvalidInput(
                "no-units",
                "Overlapping codings have no number of units to compare with.",
                "Count by segment, block, source or case.",
            )
        return self.units


def cooccurrence(
    corpus: Corpus,
    unit: str = "overlap",
    *,
    label: Column | None = None,
    size: int | None = None,
    distinct: bool = False,
    compiled: bool | None = None,
) -> Cooccurrence:
    """Count how codes meet.

    ``label`` gives each coding its row in the result (``0 .. size-1``, -1: left out), the code
    itself by default: with it codes are chosen, or summed under their folder. ``distinct`` counts a
    stretch once a label, however many coders gave it (what ATLAS.ti counts); it changes only
    ``overlap``. ``compiled`` as in :func:`~jejak.analysis.pairs.count_pairs`. Time grows with the
    codings and the pairs that meet. Raises :class:`InvalidInput` for another unit.
    """
    if unit not in UNITS:
        raise InvalidInput(
            "unknown-unit", f"Codes cannot be counted by “{unit}”.", ", ".join(UNITS)
        )
    codings = corpus.codings
    given = codings.code if label is None else label
    count = len(corpus.codes.guid) if size is None else size
    rows = np.flatnonzero((given >= 0) & (codings.end > codings.start))
    labels = given[rows]
    if unit == "overlap":
        return _overlap(codings, rows, labels, count, distinct=distinct, compiled=compiled)
    places, rows_of, total = _PLACES[unit](corpus, rows)
    return _by_unit(unit, places, labels[rows_of], count, total, compiled=compiled)


def _overlap(
    codings: CodingColumns,
    rows: Ints,
    labels: Column,
    size: int,
    *,
    distinct: bool,
    compiled: bool | None,
) -> Cooccurrence:
    source: Column = codings.source[rows]
    start: Column = codings.start[rows]
    end: Column = codings.end[rows]
    if distinct and len(rows):
        order = np.lexsort((labels, end, start, source))
        source, start, end, labels = (c[order] for c in (source, start, end, labels))
        new = changes(source, start, end, labels)
        source, start, end, labels = (c[new] for c in (source, start, end, labels))
    n = np.bincount(labels, minlength=size).astype(np.int64, copy=False)
    upto = partners(Spans(source, start, end))
    return Cooccurrence("overlap", n, count_pairs(labels, upto, size, compiled=compiled), None)


def _by_unit(
    unit: str, places: Column, labels: Column, size: int, total: int, *, compiled: bool | None
) -> Cooccurrence:
    held = different(places.astype(np.int64) * size + labels)
    place, label = np.divmod(held, max(size, 1))
    n = np.bincount(label, minlength=size).astype(np.int64, copy=False)
    upto = np.searchsorted(place, place, "right").astype(np.int64, copy=False)
    n12 = count_pairs(label, upto, size, compiled=compiled)
    np.fill_diagonal(n12, n)
    return Cooccurrence(unit, n, n12, total)


# Each gives: the unit of each (row, unit) pair, which row it was, and how many units there are.
_Placed = tuple[Column, Ints, int]


def _segments(corpus: Corpus, rows: Ints) -> _Placed:
    codings = corpus.codings
    place = np.cumsum(changes(codings.source, codings.start, codings.end)) - 1
    return place[rows], np.arange(len(rows)), int(place[-1]) + 1 if len(place) else 0


def _blocks(corpus: Corpus, rows: Ints) -> _Placed:
    codings = corpus.codings
    spans = Spans(codings.source[rows], codings.start[rows], codings.end[rows])
    first, last = block_ranges(spans, corpus.blocks)
    many = np.where(first >= 0, last - first + 1, 0)
    row = np.repeat(np.arange(len(rows)), many)
    place = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many) + first[row]
    return place, row, len(corpus.blocks.start)


def _sources(corpus: Corpus, rows: Ints) -> _Placed:
    return corpus.codings.source[rows], np.arange(len(rows)), len(corpus.sources.guid)


def _cases(corpus: Corpus, rows: Ints) -> _Placed:
    case = corpus.codings.case[rows]
    known = np.flatnonzero(case >= 0)
    return case[known], known, len(corpus.cases.guid)


_PLACES: dict[str, Callable[[Corpus, Ints], _Placed]] = {
    "segment": _segments,
    "block": _blocks,
    "source": _sources,
    "case": _cases,
}
