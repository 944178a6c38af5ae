"""What changed from the first to the last group of columns, as columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ...analysis.spans import Floats
from ...model.message import say
from ...model.shape import Heading, nested_key
from .cells import CellTable
from .engine import Counted

__all__ = ["Change", "change_of"]


class Change:
    """Columns that take the first group of columns from the last: ``pairs`` of column numbers, the
    first of each before, the second after."""

    def __init__(self, told: Counted, columns: Sequence[Heading]) -> None:
        self._told = told
        self._columns = columns
        self.pairs = _pairs(told)

    def headings(self) -> tuple[Heading, ...]:
        """The headings of the columns that are added."""
        return tuple(self._heading(before, after) for before, after in self.pairs)

    def _heading(self, before: int, after: int) -> Heading:
        first, last = self._columns[before], self._columns[after]
        outer = say(
            "Change, {first} to {last}",
            first=(first.above or (first.label,))[0],
            last=(last.above or (last.label,))[0],
        )
        if not last.above:
            return Heading("change", outer)
        inner = tuple(last.above[1:])
        return replace(
            last, key=nested_key(("change", last.key)), above=(outer, *inner), query=""
        )  # fmt: skip

    def table(self, cells: CellTable) -> CellTable:
        """The cells with those columns after them."""
        if not self.pairs:
            return cells
        before, after = np.array(self.pairs).T
        return cells.beside(before, after, self._query)

    def totals(self, totals: Floats) -> Floats:
        """The totals of the columns with those of the added ones after them."""
        if not self.pairs:
            return totals
        before, after = np.array(self.pairs).T
        return np.append(totals, totals[after] - totals[before])

    def _query(self, row: int, pair: int) -> str:
        return self._told.either_query(row, self.pairs[pair])


def change_of(told: Counted, columns: Sequence[Heading]) -> Change:
    """The change over the outermost facet of the columns; nothing where it has not two groups that
    have a place in an order."""
    return Change(told, columns)


def _pairs(told: Counted) -> list[tuple[int, int]]:
    axis = told.columns.axis
    division, entries = axis.divisions[0], axis.entries
    placed = [entry for entry in dict.fromkeys(entries[:, 0].tolist()) if division.placed(entry)]
    if len(placed) < 2:
        return []
    first, last = min(placed), max(placed)
    at: dict[tuple[int, ...], dict[int, int]] = {}
    for column, row in enumerate(entries.tolist()):
        if row[0] in (first, last):
            at.setdefault(tuple(row[1:]), {})[row[0]] = column
    return [(one[first], one[last]) for one in at.values() if len(one) == 2]
