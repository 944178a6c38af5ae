"""The matrix engine: rows and columns of any facets, cells of any reducer, each with its query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np

from ...analysis.counting import Placed
from ...analysis.crossing import crossed
from ...analysis.material import Material
from ...analysis.recorded import timed
from ...analysis.spans import Bools, Column, Floats, Ints, different
from ...model.corpus import Corpus
from ...model.message import Message
from ...model.query import CodeIs, Or, Query, conjunction
from ..display import DisplayFilter
from .axis import NONE, axis_of
from .cells import CellTable, Numbers, QueryParts
from .facet import Asked, Facet
from .families import family_of
from .quoting import Place, quotations
from .reducers import Reducer
from .sides import Side, side_of
from .subtotals import summed

__all__ = ["Counted", "counted"]


@dataclass(frozen=True, slots=True)
class _Owners:
    """How many different cases and sources have material in each kind of places, and which kind each
    place is of."""

    of_cases: Ints
    of_sources: Ints
    kind: Ints

    def cases(self) -> Ints:
        """How many cases have material at each place."""
        return self.of_cases[self.kind]

    def none(self) -> Bools:
        """Which places have no material."""
        none: Bools = (self.of_sources == 0)[self.kind]
        return none


@dataclass(frozen=True)
class Counted:
    """All that is counted for a matrix: codings in cells, rows and columns, and the material there."""

    corpus: Corpus
    only: DisplayFilter
    reducer: Reducer
    rows: Side
    columns: Side
    lead: tuple[int, int] | None
    base: Ints
    units: Material

    @cached_property
    def cells(self) -> Placed:
        """Codings by cell, row by row."""
        places = len(self.rows) * len(self.columns)
        cell, coding = crossed(self.rows.axis.codings, self.columns.axis.codings)
        return Placed(self.corpus, cell, lambda: self._counted(coding()), places)

    def _counted(self, coding: Ints) -> Ints:
        """Codings of the study, from their places among those that count."""
        return coding if self.only.rows is None else self.base[coding]

    @cached_property
    def by_row(self) -> Placed:
        """Codings by row, over the columns shown."""
        return self._somewhere(self.rows, self.columns)

    @cached_property
    def by_column(self) -> Placed:
        """Codings by column, over the rows shown."""
        return self._somewhere(self.columns, self.rows)

    def _somewhere(self, side: Side, other: Side) -> Placed:
        """Codings by the places of one side, those that are anywhere on the other, each once."""
        table, there = side.axis.codings, other.axis.codings.somewhere
        many = np.diff(table.first)
        place = table.group if there.all() else table.group[np.repeat(there, many)]
        which = np.flatnonzero(there)
        return Placed(
            self.corpus, place, lambda: self._counted(np.repeat(which, many[which])), len(side)
        )

    def told(self) -> Mapping[Place, tuple[str | Message, ...]]:
        """The words of cells beside their numbers."""
        return {}

    def quotations(self, many: int) -> tuple[Mapping[Place, tuple[str | Message, ...]], int]:
        """At most so many quotations for each cell but those of subtotals, whose words are quoted
        already, and how many cells had to go without."""
        order = np.argsort(self.cells.coding, kind="stable")
        order = order[~self.summed.reshape(-1)[self.cells.place[order]]]
        place, coding = self.cells.place[order].astype(np.int64), self.cells.coding[order]
        return quotations(self.corpus, place, coding, len(self.columns), many)

    @cached_property
    def summed(self) -> Bools:
        """Which cells are of a subtotal."""
        return np.asarray(self.rows.axis.subtotal[:, None] | self.columns.axis.subtotal[None, :])

    @cached_property
    def n(self) -> int:
        """The codings in any cell, each once."""
        rows, columns = self.rows.axis.codings, self.columns.axis.codings
        return int(np.count_nonzero(rows.somewhere & columns.somewhere))

    @cached_property
    def _material(self) -> tuple[_Owners, _Owners, _Owners]:
        """Whose material there is for rows, columns and cells."""
        units = self.units
        every = np.arange(len(units))
        row_table, row_kind = self.rows.axis.material(units)
        column_table, column_kind = self.columns.axis.material(units)
        no = np.zeros(len(every), np.int64)
        at, row = (every, no) if row_table is None else row_table.at(every)
        place, column = (
            (np.arange(len(at)), np.zeros(len(at), np.int64))
            if column_table is None
            else column_table.at(at)
        )
        high = 1 if row_table is None else row_table.size
        wide = 1 if column_table is None else column_table.size
        by_row = _different(units, at, row, high)
        by_column = (
            _different(units, every, no, 1)
            if column_table is None
            else _different(units, *column_table.at(every), wide)
        )
        by_cell = _different(units, at[place], row[place] * wide + column, high * wide)
        cell_kind = row_kind[:, None] * wide + column_kind[None, :]
        return (
            _Owners(*by_row, row_kind),
            _Owners(*by_column, column_kind),
            _Owners(*by_cell, cell_kind.reshape(-1)),
        )

    def _shaped(self, flat: np.ndarray) -> np.ndarray:
        return flat.reshape(len(self.rows), len(self.columns))

    @cached_property
    def values(self) -> Floats:
        """The number of every cell; NaN where the question cannot be asked."""
        return self._shaped(self.reducer.count(self.cells, self._material[2].cases))

    @cached_property
    def held(self) -> Bools:
        """Which cells have codings."""
        return self._shaped(self.cells.codings > 0)

    @cached_property
    def bare(self) -> Bools:
        """Which cells have no material at all, and no codings."""
        return self._shaped(self._material[2].none() & ~self._any_of(self.cells))

    def _any_of(self, placed: Placed) -> Bools:
        """Where there is anything of what is counted: codings, or what they take of recordings."""
        return np.asarray((placed.seconds if self.reducer.timed else placed.codings) > 0)

    @cached_property
    def bare_rows(self) -> Bools:
        """Which rows have no material at all, and no codings."""
        return self._material[0].none() & ~self._any_in(self.rows, self.by_row)

    @cached_property
    def bare_columns(self) -> Bools:
        """Which columns have no material at all, and no codings."""
        return self._material[1].none() & ~self._any_in(self.columns, self.by_column)

    def _any_in(self, side: Side, placed: Placed) -> Bools:
        return self._any_of(placed) if self.reducer.timed else side.axis.counts > 0

    @cached_property
    def row_cases(self) -> Ints:
        """How many cases have material in each row."""
        return self._material[0].cases()

    @cached_property
    def column_cases(self) -> Ints:
        """How many cases have material in each column."""
        return self._material[1].cases()

    @cached_property
    def uncounted(self) -> Bools:
        """Which cells are for an analyst to write in, and nothing else."""
        return ~(self.rows.axis.counted[:, None] & self.columns.axis.counted[None, :])

    def table(self) -> CellTable:
        """The cells."""
        return CellTable.of(
            self.values, self.query, held=self.held, bare=self.bare, uncounted=self.uncounted,
            parts=None if self.summed.any() else self.parts,
        )  # fmt: skip

    def measures(self, names: Sequence[str]) -> Mapping[str, Numbers]:
        """Further counts by name, where there are codings."""
        held = self.held
        return {name: Numbers(self._shaped(getattr(self.cells, name)), held) for name in names}

    def row_totals(self) -> Floats:
        """The totals of the rows; NaN where there is nothing to count in."""
        return self._totals(self.by_row, self._material[0], self.bare_rows, self.rows, 1)

    def column_totals(self) -> Floats:
        """The totals of the columns; NaN where there is nothing to count in."""
        return self._totals(self.by_column, self._material[1], self.bare_columns, self.columns, 0)

    def _totals(
        self, placed: Placed, owners: _Owners, bare: Bools, side: Side, over: int
    ) -> Floats:
        if self.reducer.total == "there":
            other = (self.rows, self.columns)[over].axis
            own = np.flatnonzero(~other.subtotal)
            found = np.nansum(np.take(self.values, own, axis=over), axis=over)
        elif self.reducer.total == "whole" and over == 1:
            at, place = side.axis.codings.at(np.arange(len(self.base)))
            whole = Placed(self.corpus, place, self.base[at], len(side))
            found = self.reducer.count(whole, owners.cases)
        else:
            found = self.reducer.count(placed, owners.cases)
        return np.where(bare | ~side.axis.counted, np.nan, found)

    # --- queries ---

    def query(self, row: int, column: int) -> str:
        """The query that finds the codings of a cell."""
        return self._said((row, column))

    @property
    def touching(self) -> bool:
        """Whether a facet of codes or queries follows the one that leads."""
        facets = (*self.rows.facets, *self.columns.facets)
        return sum(family_of(one).leads for one in facets) > 1

    def row_query(self, row: int) -> str:
        """The query that finds the codings of a row, in whatever column."""
        return self._said((row, None)) if self.rows.axis.counted[row] else ""

    def column_query(self, column: int) -> str:
        """The query that finds the codings of a column, in whatever row."""
        return self._said((None, column)) if self.columns.axis.counted[column] else ""

    def either_query(self, row: int, columns: tuple[int, int]) -> str:
        """The query that finds the codings of a row in either of two columns."""
        return str(Or(tuple(self._query((row, column)) for column in columns)))

    def _said(self, places: tuple[int | None, int | None]) -> str:
        return str(self._query(places))

    def _query(self, places: tuple[int | None, int | None]) -> Query:
        sides = (self.rows.axis, self.columns.axis)
        asked: list[tuple[int | None, ...]] = list(
            product(
                *(
                    (None,) if place is None else axis.asked(place)
                    for axis, place in zip(sides, places, strict=True)
                )
            )
        )
        if len(asked) > 1:
            asked = [one for one in asked if self._any(one)] or asked
        found = tuple(self._plain(row, column) for row, column in asked)
        return found[0] if len(found) == 1 else Or(found)

    def _any(self, places: tuple[int | None, ...]) -> bool:
        """Whether a cell, or a row or column in whatever cell, has codings."""
        row, column = places
        if row is None or column is None:
            side, place = (self.columns, column) if row is None else (self.rows, row)
            return place is None or bool(side.axis.counts[place])
        return bool(self.cells.codings[row * len(self.columns) + column])

    def _plain(self, *places: int | None) -> Query:
        leading = self.lead[0] if self.lead else 0
        terms: list[Query] = [] if self.lead else [CodeIs(None)]
        for number in (leading, 1 - leading):
            place = places[number]
            if place is not None:
                terms += self._terms(number, place)
        if self.lead and self._unsaid(places[leading], self.lead):
            terms.insert(0, CodeIs(None))
        return self.only.narrow(*terms)

    def _unsaid(self, place: int | None, lead: tuple[int, int]) -> bool:
        """Whether a place says nothing of the facet that leads."""
        side = (self.rows, self.columns)[lead[0]]
        return place is None or int(side.axis.entries[place, lead[1]]) == NONE

    def _terms(self, number: int, place: int) -> list[Query]:
        """What a query says of a row (0) or column (1); first what says which codings count."""
        first: list[Query] = []
        rest: list[Query] = []
        side = (self.rows, self.columns)[number]
        for level, terms in enumerate(side.axis.terms(place)):
            (first if self.lead == (number, level) else rest).extend(terms)
        return [*first, *rest]

    def parts(self) -> QueryParts:
        """What the queries of all cells are put together of."""
        said = [
            tuple(conjunction(self._terms(number, place)) for place in range(len(side)))
            for number, side in enumerate((self.rows, self.columns))
        ]
        return QueryParts(
            "" if self.lead else str(CodeIs(None)),
            said[0],
            said[1],
            "" if self.only.query is None else conjunction([self.only.query]),
            across=self.lead is not None and self.lead[0] == 1,
        )


def _different(units: Material, unit: Ints, place: Column, places: int) -> tuple[Ints, Ints]:
    found = []
    for of in (units.case, units.source):
        owner = of[unit]
        known = owner >= 0
        top = int(of.max(initial=0)) + 1
        pairs = different(place[known].astype(np.int64) * top + owner[known])
        found.append(np.bincount(pairs // top, minlength=places))
    return found[0], found[1]


def counted(
    corpus: Corpus,
    only: DisplayFilter,
    rows: Sequence[Facet],
    columns: Sequence[Facet],
    reducer: Reducer,
    *,
    unused: bool = False,
    top: int = 500,
    subtotals: Sequence[bool] = (False, False),
    kind: type[Counted] = Counted,
) -> Counted:
    """Divide, choose what is shown, and be ready to count, as that ``kind`` does. At most ``top``
    rows and columns are kept, those with the most codings; ``unused``: also codes that have none;
    ``subtotals``: whether nested rows and columns have any."""
    both = (tuple(rows), tuple(columns) or (Facet("study"),))
    lead = _lead(both)
    base = np.arange(len(corpus.codings)) if only.rows is None else only.rows
    by_block = any(family_of(facet).by_block for facets in both for facet in facets)
    units = Material.by_block(corpus) if by_block else Material.by_source(corpus)
    axes = []
    for number, facets in enumerate(both):
        most = top if len(facets) == 1 and only.rows is None else None
        divisions = [
            family_of(facet).divide(facet, Asked(corpus, only, lead == (number, level), most))
            for level, facet in enumerate(facets)
        ]
        coded = [family_of(one).leads for one in facets]
        axes.append(axis_of(divisions, base, units, coded=coded))
    crossed = [any(family_of(one).leads for one in facets) for facets in both]
    sides = [
        side_of(
            both[number], axes[number], None if crossed[1 - number] else axes[1 - number], only,
            unused=unused, top=top,
        )
        for number in range(2)
    ]  # fmt: skip
    for number, wanted in enumerate(subtotals):
        if wanted:
            axis = summed(sides[number].axis, base, reducer.of_group)
            sides[number] = replace(sides[number], axis=axis)
    looked_at = timed(units, corpus) if reducer.timed else units
    return kind(corpus, only, reducer, sides[0], sides[1], lead, base, looked_at)


def _lead(both: tuple[tuple[Facet, ...], tuple[Facet, ...]]) -> tuple[int, int] | None:
    places = [
        ((number, level), family_of(facet))
        for number, facets in enumerate(both)
        for level, facet in enumerate(facets)
    ]
    by_code = [place for place, family in places if family.by_code]
    by_query = [place for place, family in places if family.by_query]
    return next(iter(by_code or by_query), None)
