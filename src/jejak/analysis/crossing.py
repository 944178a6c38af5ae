"""Two divisions of the same rows, set against one another: what is in which cell."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from .membership import Membership
from .spans import Column, Ints

__all__ = ["crossed"]

# Of so many rows or more that are anywhere on one side all of the other side are gone through at once.
_MOST = 0.5
# What a number of 32 bits holds.
_SHORT = 1 << 31


def crossed(rows: Membership, columns: Membership) -> tuple[Column, Callable[[], Ints]]:
    """For what each row of both tables belongs to the numbers of its cells (row of the one times the
    size of the other plus its column), in no order, and what tells which row of the tables each is
    of: of millions that is only made where it is asked for."""
    wide = columns.size
    short: type[np.integer[Any]] = np.int32 if rows.size * wide < _SHORT else np.int64
    many = np.diff(columns.first)
    cells: list[Column] = [np.empty(0, short)]
    tellers: list[Callable[[], Ints]] = []
    for level in rows.levels():
        there = level >= 0
        low: Column = level.astype(short) * wide
        if np.count_nonzero(there) > _MOST * len(there):
            cell = np.repeat(low, many)
            cell += columns.group.astype(short, copy=False)
            kept = None if there.all() else np.repeat(there, many)
            cells.append(cell if kept is None else cell[kept])
            tellers.append(partial(_repeated, np.flatnonzero(there), many))
        else:
            some = np.flatnonzero(there)
            place, column = columns.at(some)
            cells.append(low[some][place] + column.astype(short, copy=False))
            tellers.append(partial(_repeated, some, many))
    rows_of = [np.empty(0, np.int64)]
    return np.concatenate(cells), lambda: np.concatenate([*rows_of, *(tell() for tell in tellers)])


def _repeated(rows: Ints, many: Ints) -> Ints:
    return np.repeat(rows, many[rows])
