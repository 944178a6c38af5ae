"""Counting codings in places: how many, on how many stretches, of how many cases and sources.

A place is a number: a row, a column or a cell of a table. Nothing is counted twice in one place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..model.corpus import Corpus
from .recorded import milliseconds
from .spans import Bools, Column, Floats, Ints, changes, different_below, how_many

__all__ = ["Placed"]

# So many of millions of pairs tell of most places what is asked.
_LOOKED_AT = 100_000


@dataclass(frozen=True)
class Placed:
    """Pairs (place, coding) in any order, each once; places are ``0 .. places-1``. The codings of the
    pairs may be ``given`` by what makes them once they are asked for."""

    corpus: Corpus
    place: Column
    given: Ints | Callable[[], Ints]
    places: int

    @cached_property
    def coding(self) -> Ints:
        """The coding of each pair."""
        return self.given() if callable(self.given) else self.given

    @cached_property
    def _ordered(self) -> tuple[Ints, Ints]:
        """The pairs by place and coding: codings stand in the order of sources and stretches, so in
        each place those do too, and one sort serves whatever follows that order."""
        many = max(len(self.corpus.codings), 1)
        return np.divmod(np.sort(self.place.astype(np.int64) * many + self.coding), many)

    @cached_property
    def codings(self) -> Ints:
        """Codings in each place."""
        return how_many(self.place, self.places)

    @cached_property
    def segments(self) -> Ints:
        """Different stretches in each place."""
        columns = self.corpus.codings
        stretch = np.cumsum(changes(columns.source, columns.start, columns.end)) - 1
        return self._by_order(stretch[self._ordered[1]])

    @cached_property
    def sources(self) -> Ints:
        """Different sources in each place."""
        return self._by_order(self.corpus.codings.source[self._ordered[1]])

    @cached_property
    def cases(self) -> Ints:
        """Different cases in each place; a coding that is no case's counts in none."""
        case = self.corpus.codings.case[self.coding]
        place, known = self.place, case >= 0
        if not known.all():
            place, case = place[known], case[known]
        top = len(self.corpus.cases.guid)
        held = place.astype(np.int64) * top + case
        places = different_below(held, self.places * top) // max(top, 1)
        return np.bincount(places, minlength=self.places)

    @cached_property
    def of_one_case(self) -> Bools:
        """Which places have codings of exactly one case."""
        # Where some codings here and there are of two cases already, the others need not be looked at.
        apart = max(len(self.place) // _LOOKED_AT, 1)
        some = Placed(self.corpus, self.place[::apart], self.coding[::apart], self.places)
        open_ = some.cases < 2
        if apart == 1 or not open_.any():
            return np.asarray(open_ & (some.cases == 1))
        kept = open_[self.place]
        rest = Placed(self.corpus, self.place[kept], self.coding[kept], self.places)
        return np.asarray(rest.cases == 1)

    @cached_property
    def characters(self) -> Ints:
        """Characters of text in each place, each counted once however many codings cover it."""
        columns = self.corpus.codings
        place, coding = self._ordered
        stride = int(columns.end.max(initial=0)) + 1
        source = np.cumsum(changes(columns.source)) - 1 if len(columns) else columns.source
        low = place * (stride * (int(source.max(initial=0)) + 1)) + source[coding] * stride
        start, end = low + columns.start[coding], low + columns.end[coding]
        reached = np.concatenate((np.zeros(1, np.int64), np.maximum.accumulate(end)[:-1]))
        fresh = np.maximum(end - np.maximum(start, reached[: len(end)]), 0)
        return np.bincount(place, weights=fresh, minlength=self.places).astype(np.int64)

    @cached_property
    def seconds(self) -> Floats:
        """Seconds of recordings in each place, each moment counted once; 0 where nothing has a time."""
        return milliseconds(self.corpus, self.place, self.coding, self.places) / 1000

    @cached_property
    def weight(self) -> Floats:
        """The median weight in each place; NaN where no coding has one."""
        weight = self.corpus.codings.weight[self.coding]
        known = ~np.isnan(weight)
        place, weight = self.place[known], weight[known].astype(np.float64)
        order = np.lexsort((weight, place))
        many = np.bincount(place, minlength=self.places)
        begin = np.cumsum(many) - many
        some: Bools = many > 0
        result = np.full(self.places, np.nan)
        low, high = begin + (many - 1) // 2, begin + many // 2
        weight = weight[order]
        result[some] = (weight[low[some]] + weight[high[some]]) / 2
        return result

    def _by_order(self, unit: Column) -> Ints:
        place = self._ordered[0]
        return np.bincount(place[changes(place, unit)], minlength=self.places)
