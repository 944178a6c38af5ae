"""The cells of a large matrix as arrays: each becomes an object, with its query, when it is looked at."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...analysis.spans import Bools, Floats, Ints
from ...model.shape import NO_DATA, OPEN, UNFIT, Cell

__all__ = ["CellTable", "Numbers", "QueryParts", "whole"]

Place = tuple[int, int]
Codes = NDArray[np.int8]

# What stands in a cell, as a number: nothing to be held; a value; one of the states without a value.
BLANK, VALUE = 0, 1
_STATES: dict[int, Cell] = {2: NO_DATA, 3: UNFIT, 4: OPEN}
# From so many cells on it matters which of them are held.
LARGE = 20_000
# A 0 that is held, where what is not held has no data.
ZERO = 5
STATE_NAMES = ("", "value", NO_DATA.state, UNFIT.state, OPEN.state, "value")


@dataclass(frozen=True, slots=True)
class QueryParts:
    """What the query of any cell is put together of by “and”: ``every`` (may be empty), the part of its
    row and of its column (the column’s before the row’s if ``across``), and the ``filter``."""

    every: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    filter: str
    across: bool

    def at(self, row: int, column: int) -> str:
        """The query of a cell."""
        both = (self.rows[row], self.columns[column])
        parts = (self.every, *(both[::-1] if self.across else both), self.filter)
        return " and ".join(part for part in parts if part)

    def turned(self, rows: Ints | None, columns: Ints | None) -> QueryParts:
        """The same with rows and columns in another order."""
        return QueryParts(
            self.every,
            self.rows if rows is None else tuple(self.rows[row] for row in rows.tolist()),
            self.columns
            if columns is None
            else tuple(self.columns[column] for column in columns.tolist()),
            self.filter,
            self.across,
        )


@dataclass(frozen=True)
class CellTable(Mapping[Place, Cell]):
    """Cells by (row, column), those that are not blank. ``query`` gives the query of one."""

    numbers: Floats
    states: Codes
    query: Callable[[int, int], str]
    parts: Callable[[], QueryParts] | None = None

    @classmethod
    def of(
        cls,
        values: Floats,
        query: Callable[[int, int], str],
        *,
        held: Bools,
        bare: Bools,
        uncounted: Bools,
        parts: Callable[[], QueryParts] | None = None,
    ) -> CellTable:
        """From numbers: ``held`` where there are any codings, ``bare`` where there is no material,
        ``uncounted`` where nothing can be counted; NaN where the question cannot be asked."""
        unfit = np.isnan(values)
        states = np.where(held, VALUE, BLANK).astype(np.int8)
        states[unfit] = 3
        states[bare] = 2
        states[uncounted] = 4
        return cls(values, states, query, parts)

    def amounts(self) -> Floats:
        """The numbers, NaN where there is none."""
        return np.where(self.states > VALUE, np.nan, self.numbers)

    @property
    def bare(self) -> bool:
        """Whether there are very many cells, and most of them have no data."""
        none = int(np.count_nonzero(self.states == 2))
        return self.states.size > LARGE and 2 * none > self.states.size

    def sparse(self) -> CellTable:
        """The same cells where most have no data and what is not held means just that: a 0 is held
        in their place."""
        states = self.states.copy()
        states[self.states == BLANK] = ZERO
        states[self.states == 2] = BLANK
        return CellTable(self.numbers, states, self.query, self.parts)

    def turned(self, rows: Ints | None, columns: Ints | None) -> CellTable:
        """The same cells with rows and columns in another order."""

        def query(row: int, column: int) -> str:
            return self.query(
                row if rows is None else int(rows[row]),
                column if columns is None else int(columns[column]),
            )

        parts = self.parts
        return CellTable(
            _turned(self.numbers, rows, columns),
            _turned(self.states, rows, columns),
            query,
            None if parts is None else lambda: parts().turned(rows, columns),
        )

    def beside(self, before: Ints, after: Ints, query: Callable[[int, int], str]) -> CellTable:
        """The same cells with more columns after them: each of ``after`` less that of ``before``;
        ``query`` gives the query of a row in one of those."""
        width = self.states.shape[1]
        pair = (self.states[:, before], self.states[:, after])
        state = np.maximum(*pair)
        none = np.maximum(
            np.where(pair[0] > VALUE, pair[0], 0), np.where(pair[1] > VALUE, pair[1], 0)
        )
        state = np.where(none > 0, none, state).astype(np.int8)
        more = self.numbers[:, after] - self.numbers[:, before]

        def either(row: int, column: int) -> str:
            return self.query(row, column) if column < width else query(row, column - width)

        return CellTable(np.hstack([self.numbers, more]), np.hstack([self.states, state]), either)

    def packed(self) -> dict[str, object] | None:
        """The cells for a browser, where there are too many for an object each: places (row times the
        width plus column), numbers and states as little-endian columns in Base64, and the parts of
        their queries. ``None`` where each query is of its own kind."""
        if self.parts is None:
            return None
        flat = self.states.reshape(-1)
        places = np.flatnonzero(flat)
        parts = self.parts()
        return {
            "places": _base64(places.astype("<u4")),
            "values": _base64(self.numbers.reshape(-1)[places].astype("<f8")),
            "states": _base64(flat[places].astype("u1")),
            "words": list(STATE_NAMES),
            "every": parts.every,
            "rows": list(parts.rows),
            "columns": list(parts.columns),
            "filter": parts.filter,
            "across": parts.across,
        }

    def __getitem__(self, place: Place) -> Cell:
        row, column = place
        height, width = self.states.shape
        if not (0 <= row < height and 0 <= column < width) or not self.states[row, column]:
            raise KeyError(place)
        state = int(self.states[row, column])
        if state == ZERO:
            return Cell(0)
        if state != VALUE:
            return _STATES[state]
        return Cell(whole(float(self.numbers[row, column])), query=self.query(row, column))

    def __iter__(self) -> Iterator[Place]:
        rows, columns = np.nonzero(self.states)
        yield from zip(rows.tolist(), columns.tolist(), strict=True)

    def __len__(self) -> int:
        return int(np.count_nonzero(self.states))


@dataclass(frozen=True)
class Numbers(Mapping[Place, float]):
    """Numbers by (row, column) where ``held``."""

    numbers: NDArray[np.number]
    held: Bools

    def turned(self, rows: Ints | None, columns: Ints | None) -> Numbers:
        """The same numbers with rows and columns in another order."""
        return Numbers(_turned(self.numbers, rows, columns), _turned(self.held, rows, columns))

    def __getitem__(self, place: Place) -> float:
        row, column = place
        height, width = self.held.shape
        if not (0 <= row < height and 0 <= column < width) or not self.held[row, column]:
            raise KeyError(place)
        return whole(float(self.numbers[row, column]))

    def __iter__(self) -> Iterator[Place]:
        rows, columns = np.nonzero(self.held)
        yield from zip(rows.tolist(), columns.tolist(), strict=True)

    def __len__(self) -> int:
        return int(np.count_nonzero(self.held))


def whole(value: float) -> float:
    """A number as an integer where it is one."""
    return int(value) if value == int(value) else value


def _turned(table: Any, rows: Ints | None, columns: Ints | None) -> Any:
    found = table if rows is None else table[rows]
    return found if columns is None else found[:, columns]


def _base64(column: NDArray[Any]) -> str:
    return b64encode(column.tobytes()).decode("ascii")
