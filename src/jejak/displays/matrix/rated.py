"""A matrix whose cells hold levels: how far a rated variable holds in a case or a group of cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...analysis.levels import level_words, levels_of
from ...analysis.spans import Bools, Floats, Ints
from ...model.message import Message
from ..happened import ratings_query
from .axis import NONE
from .cells import CellTable
from .engine import Counted
from .quoting import Place, quotations
from .sides import Side

__all__ = ["Rated"]


@dataclass(frozen=True, slots=True)
class _Meant:
    """Whom and what a place speaks of: cases (``None``: it names none) and variables; ``other``
    where it names what no rating is of."""

    cases: Bools | None
    variables: frozenset[int]
    other: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """The variable and the cases that one cell means."""

    variable: int
    cases: Ints


class Rated(Counted):
    """Counted as any matrix is, so that its rows and columns are the same; its cells say levels.

    A cell holds the level of the case, or the median of the levels of the group, that its row and
    column name together with a rated variable: *no data* where none of them is rated, *not
    applicable* where no case or no variable is meant, or something that no rating is of.
    """

    @cached_property
    def _meant(self) -> tuple[list[_Meant], list[_Meant]]:
        return _of_side(self.rows), _of_side(self.columns)

    @cached_property
    def _levels(self) -> dict[Place, _Level]:
        rows, columns = self._meant
        found: dict[Place, _Level] = {}
        for row, one in enumerate(rows):
            for column, other in enumerate(columns):
                level = _both(one, other)
                if level is not None:
                    found[row, column] = level
        return found

    @property
    def meant(self) -> bool:
        """Whether any cell means a variable in a case."""
        return bool(self._levels)

    @property
    def grouped(self) -> bool:
        """Whether any cell is of several cases."""
        return any(len(level.cases) > 1 for level in self._levels.values())

    @cached_property
    def _amounts(self) -> dict[int, Floats]:
        variables = {level.variable for level in self._levels.values()}
        return {row: levels_of(self.corpus.attributes[row]) for row in sorted(variables)}

    def _amount(self, level: _Level) -> float:
        amounts = self._amounts[level.variable][level.cases]
        known = amounts[~np.isnan(amounts)]
        return float(np.median(known)) if len(known) else np.nan

    @cached_property
    def values(self) -> Floats:
        """The level of every cell, its place among the levels from 1; NaN where there is none."""
        found = np.full((len(self.rows), len(self.columns)), np.nan)
        for place, level in self._levels.items():
            found[place] = self._amount(level)
        return found

    @cached_property
    def held(self) -> Bools:
        """Which cells have a level."""
        return ~np.isnan(self.values)

    @cached_property
    def bare(self) -> Bools:
        """Which cells mean a variable in cases of which none is rated."""
        meant = np.zeros(self.values.shape, np.bool_)
        for place in self._levels:
            meant[place] = True
        return meant & ~self.held

    @cached_property
    def _by_variable_and_case(self) -> Mapping[tuple[int, int], list[int]]:
        """The ratings that are shown, as a variable's own column shows them."""
        ratings = self.corpus.ratings
        found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for row in np.flatnonzero(ratings.overall).tolist():
            found[int(ratings.attribute[row]), int(ratings.case[row])].append(row)
        return found

    def _ratings(self, places: Iterable[Place]) -> list[int]:
        """The ratings that cells rest on."""
        found: dict[int, None] = {}
        for place in places:
            if self.held[place]:
                level = self._levels[place]
                for case in level.cases.tolist():
                    found |= dict.fromkeys(
                        self._by_variable_and_case.get((level.variable, case), ())
                    )
        return list(found)

    @cached_property
    def n(self) -> int:
        """The ratings that any cell rests on, each once."""
        return len(self._ratings(self._levels))

    def told(self) -> Mapping[Place, tuple[str | Message, ...]]:
        """The level of each cell in words; between two levels both of them."""
        return {
            place: (level_words(self.corpus.attributes[level.variable], float(self.values[place])),)
            for place, level in self._levels.items()
            if self.held[place]
        }

    def table(self) -> CellTable:
        """The cells; each has a query of its own kind."""
        return CellTable.of(
            self.values, self.query, held=self.held, bare=self.bare, uncounted=self.uncounted
        )

    def query(self, row: int, column: int) -> str:
        """The query that finds the words a level rests on; nothing where it rests on none."""
        return ratings_query(self.corpus, self._ratings([(row, column)]))

    def either_query(self, row: int, columns: tuple[int, int]) -> str:
        """The query that finds the words that the levels of two columns rest on."""
        return ratings_query(self.corpus, self._ratings([(row, column) for column in columns]))

    def quotations(self, many: int) -> tuple[Mapping[Place, tuple[str | Message, ...]], int]:
        """At most so many quotations of what each level rests on, of its coded words."""
        evidence, codings = self.corpus.ratings.evidence, self.corpus.codings
        on: defaultdict[int, list[int]] = defaultdict(list)
        for rating, segment in zip(evidence.owner.tolist(), evidence.segment.tolist(), strict=True):
            on[rating].append(segment)
        cells: list[Ints] = []
        found: list[Ints] = []
        for row, column in sorted(self._levels):
            if self.summed[row, column]:
                continue
            segments = [one for rating in self._ratings([(row, column)]) for one in on[rating]]
            here = np.flatnonzero(np.isin(codings.segment, segments)) if segments else _NONE
            found.append(here)
            cells.append(np.full(len(here), row * len(self.columns) + column, np.int64))
        return quotations(
            self.corpus, np.concatenate([_NONE, *cells]), np.concatenate([_NONE, *found]),
            len(self.columns), many,
        )  # fmt: skip

    def row_totals(self) -> Floats:
        """The median of the levels of all cases of a row, where it is of one variable."""
        return self._medians(0, len(self.rows))

    def column_totals(self) -> Floats:
        """The median of the levels of all cases of a column, where it is of one variable."""
        return self._medians(1, len(self.columns))

    def _medians(self, side: int, many: int) -> Floats:
        by_place: defaultdict[int, list[_Level]] = defaultdict(list)
        for place, level in self._levels.items():
            by_place[place[side]].append(level)
        found = np.full(many, np.nan)
        for at, levels in by_place.items():
            variables = {level.variable for level in levels}
            if len(variables) == 1:
                cases = np.unique(np.concatenate([level.cases for level in levels]))
                found[at] = self._amount(_Level(variables.pop(), cases))
        return found


_NONE: Ints = np.empty(0, np.int64)


def _of_side(side: Side) -> list[_Meant]:
    """What each place of a side means; a subtotal, all that the places of its group do."""
    axis = side.axis
    found = _each(side)
    for place in np.flatnonzero(axis.subtotal).tolist():
        of = [found[member] for member in axis.members(place)]
        cases = [one.cases for one in of if one.cases is not None]
        found[place] = _Meant(
            np.logical_or.reduce(cases) if cases else None,
            frozenset().union(*(one.variables for one in of)),
            any(one.other for one in of),
        )
    return found


def _each(side: Side) -> list[_Meant]:
    divisions = side.axis.divisions
    other = any(
        division.cases is None and not division.variables and facet.name != "study"
        for facet, division in zip(side.facets, divisions, strict=True)
    )
    found = []
    for entries in side.axis.entries.tolist():
        who: Bools | None = None
        what: set[int] = set()
        for entry, division in zip(entries, divisions, strict=True):
            if entry == NONE:
                continue
            if division.cases is not None:
                there = division.cases == entry
                who = there if who is None else who & there
            if division.variables:
                what.add(division.variables[entry])
        found.append(_Meant(who, frozenset(what), other))
    return found


def _both(one: _Meant, other: _Meant) -> _Level | None:
    """What a row and a column mean together; ``None`` where that is no level of any case."""
    variables = one.variables | other.variables
    cases = [meant.cases for meant in (one, other) if meant.cases is not None]
    if len(variables) != 1 or not cases or one.other or other.other:
        return None
    (variable,) = variables
    return _Level(variable, np.flatnonzero(np.logical_and.reduce(cases)))
