"""Code by code: how often two codes meet, over a stated unit.

- ``overlap``: n12 is the number of pairs (a coding of the first, a coding of the second) whose
  stretches share at least one character; n1 and n2 count codings.
- ``near``: pairs of codings with at most ``distance`` blocks between them (0: in the same block), as
  :func:`~jejak.analysis.overlap.near_blocks` has it; n1 and n2 count codings.
- ``within``: ``n12[i, j]`` is the number of codings of ``j`` that lie inside one of ``i`` (of equal
  stretches each lies in the other); n1 and n2 count codings. It is not symmetric.
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
from .exact import hypergeometric_tail
from .overlap import block_ranges, overlapping_pairs, partners
from .pairs import count_pairs
from .spans import Bools, Column, Floats, Ints, Spans, changes, different

__all__ = ["MOST_PAIRS", "UNITS", "Cooccurrence", "cooccurrence"]

MOST_PAIRS = 200_000_000
UNITS = ("overlap", "within", "near", "segment", "block", "source", "case")
# Units that are pairs of codings, or codings: there is no number of them to compare with.
_OF_CODINGS = ("overlap", "within", "near")


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Counts over one unit: ``n[i]`` of label ``i``, ``n12[i, j]`` of both (symmetric but for
    ``within``).

    The diagonal of ``n12`` is ``n`` where units are counted; for pairs of codings it counts those
    within one code. ``units`` is N, ``None`` where codings are counted.
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
        """Lift of every pair. Raises :class:`InvalidInput` where codings are counted."""
        return association.lift(self.n[:, None], self.n[None, :], self.n12, self._counted())

    def phi(self) -> Floats:
        """Phi of every pair. Raises :class:`InvalidInput` where codings are counted."""
        return association.phi(self.n[:, None], self.n[None, :], self.n12, self._counted())

    def odds(self) -> Floats:
        """The odds ratio of every pair. Raises :class:`InvalidInput` where codings are counted."""
        return association.odds_ratio(self.n[:, None], self.n[None, :], self.n12, self._counted())

    def p(self) -> Floats:
        """The chance that a pair meets in so many units or more, if those of the one were drawn at
        random. Raises :class:`InvalidInput` where codings are counted."""
        return hypergeometric_tail(self.n[:, None], self.n[None, :], self.n12, self._counted())

    def _counted(self) -> int:
        if self.units is None:
            raise InvalidInput(
                "no-units",
                "Pairs of codings have no number of units to compare with.",
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
    distance: int = 0,
    compiled: bool | None = None,
) -> Cooccurrence:
    """Count how codes meet.

    ``label`` gives each coding its row in the result (``0 .. size-1``, -1: left out), the code
    itself by default: with it codes are chosen, or summed under their folder. ``distinct`` counts a
    stretch once a label, however many coders gave it (what ATLAS.ti counts); it changes only
    ``overlap``, ``within`` and ``near``. ``distance`` is for ``near``. ``compiled`` as in
    :func:`~jejak.analysis.pairs.count_pairs`. Time grows with the codings and the pairs that meet.
    Raises :class:`InvalidInput` for another unit, and where too many pairs are near.
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
    if unit in _OF_CODINGS:
        if distinct:
            rows = _distinct(codings, rows, labels)
        labels = given[rows]
        n = np.bincount(labels, minlength=count).astype(np.int64, copy=False)
        if unit == "within":
            return Cooccurrence(unit, n, _within(codings, rows, labels, count), None)
        spans = _taken(codings, rows) if unit == "overlap" else _reaching(corpus, rows, distance)
        upto = partners(spans)
        if unit == "near":
            _refuse_too_many(upto)
        return Cooccurrence(unit, n, count_pairs(labels, upto, count, compiled=compiled), None)
    places, rows_of, total = _PLACES[unit](corpus, rows)
    return _by_unit(unit, places, labels[rows_of], count, total, compiled=compiled)


def _distinct(codings: CodingColumns, rows: Ints, labels: Column) -> Ints:
    """One row for each stretch and label, in the order of the stretches."""
    if not len(rows):
        return rows
    columns = (codings.source[rows], codings.start[rows], codings.end[rows], labels)
    order = np.lexsort(columns[::-1])
    return rows[order[changes(*(column[order] for column in columns))]]


def _taken(codings: CodingColumns, rows: Ints) -> Spans:
    return Spans(codings.source[rows], codings.start[rows], codings.end[rows])


def _reaching(corpus: Corpus, rows: Ints, distance: int) -> Spans:
    """Stretches counted in blocks, ``distance`` longer than they are; in a source without blocks as
    they are. Those that overlap are the codings that are near."""
    spans = _taken(corpus.codings, rows)
    first, last = block_ranges(spans, corpus.blocks)
    some, reach = first >= 0, min(distance, len(corpus.blocks.start))
    start = np.where(some, first, spans.start).astype(np.int64)
    end = np.where(some, last + 1 + reach, spans.end).astype(np.int64)
    return Spans(spans.source.astype(np.int64), start, end)


def _refuse_too_many(upto: Ints) -> None:
    pairs = int((upto - np.arange(1, len(upto) + 1)).sum())
    if pairs > MOST_PAIRS:
        raise InvalidInput(
            "too-many-pairs",
            f"{pairs:,} pairs of codings are so near each other, too many to count.",
            "Choose a smaller distance, or count by source.",
        )


def _within(codings: CodingColumns, rows: Ints, labels: Column, size: int) -> Ints:
    """How many codings of the column's label lie in any of the row's."""
    spans = _taken(codings, rows)
    one, two = overlapping_pairs(spans)
    found = [np.empty(0, np.int64)]
    for inner, outer in ((one, two), (two, one)):
        inside = (spans.start[inner] >= spans.start[outer]) & (spans.end[inner] <= spans.end[outer])
        found.append(inner[inside] * size + labels[outer[inside]])
    coding, around = np.divmod(different(np.concatenate(found)), max(size, 1))
    counts = np.bincount(around * size + labels[coding], minlength=size * size)
    return counts.reshape(size, size)


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
