"""Which groups rows belong to, several each if need be, held so that a million are looked up at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from .spans import Bools, Column, Ints, different

__all__ = ["Membership"]


@dataclass(frozen=True, slots=True)
class Membership:
    """Row ``r`` belongs to ``group[first[r] : first[r + 1]]``, groups numbered ``0 .. size-1``.

    Where ``index`` is given, it says for each row asked for which row of the table stands for it
    (-1: none): the case of a coding, say, where the table is of cases.
    """

    first: Ints
    group: Column
    size: int
    index: Column | None = None

    @classmethod
    def single(cls, group: Column, size: int, index: Column | None = None) -> Membership:
        """Each row in one group; -1: in none."""
        there = group >= 0
        first = np.append(0, np.cumsum(there)).astype(np.int64)
        return cls(first, group[there].astype(np.int64), size, index)

    @classmethod
    def of_pairs(
        cls, row: Column, group: Column, rows: int, size: int, index: Column | None = None
    ) -> Membership:
        """From (row, group) pairs in any order; a pair given twice counts once."""
        wide = max(size, 1)
        ordered = different(row.astype(np.int64) * wide + group)
        place, member = np.divmod(ordered, wide)
        first = np.searchsorted(place, np.arange(rows + 1)).astype(np.int64)
        return cls(first, member, size, index)

    @classmethod
    def of_lists(cls, members: Iterable[Ints], rows: int) -> Membership:
        """From the rows of each group in turn."""
        parts = list(members)
        group = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
        row = np.concatenate([np.empty(0, np.int64), *parts])
        return cls.of_pairs(row, group, rows, len(parts))

    @property
    def alone(self) -> bool:
        """Whether no row is in two groups."""
        return bool(np.all(np.diff(self.first) <= 1))

    @property
    def somewhere(self) -> Bools:
        """Which rows of the table are in any group."""
        return np.asarray(np.diff(self.first) > 0)

    def levels(self) -> list[Column]:
        """The first group of each row, its second and so on; -1 where it has no more."""
        if self.index is not None:
            inner = Membership(self.first, self.group, self.size).levels()
            return [np.append(level, np.int32(-1))[self.index] for level in inner]
        many = np.diff(self.first)
        found: list[Column] = []
        for number in range(int(many.max(initial=0))):
            there = np.flatnonzero(many > number)
            level = np.full(len(many), -1, np.int32)
            level[there] = self.group[self.first[there] + number]
            found.append(level)
        return found

    def at(self, rows: Column) -> tuple[Ints, Column]:
        """Where each of ``rows`` belongs: pairs (place in ``rows``, group), in the order of ``rows``."""
        if self.index is None and self._every(rows):
            return np.repeat(np.arange(len(rows)), np.diff(self.first)), self.group
        begin, many = self._ranges(rows)
        return np.repeat(np.arange(len(many)), many), self._groups(begin, many)

    def of(self, rows: Column) -> Membership:
        """The same for ``rows`` alone, numbered as they stand there."""
        if self.index is None and self._every(rows):
            return self
        begin, many = self._ranges(rows)
        first = np.append(0, np.cumsum(many))
        return Membership(first, self._groups(begin, many), self.size)

    def _ranges(self, rows: Column) -> tuple[Ints, Ints]:
        """Where the groups of each row begin, and how many there are."""
        row = rows if self.index is None else self.index[rows]
        if len(self.first) <= 1:
            return np.zeros(len(row), np.int64), np.zeros(len(row), np.int64)
        known = row >= 0
        row = row if known.all() else np.where(known, row, 0)
        begin = self.first[row]
        return begin, np.where(known, self.first[row + 1] - begin, 0)

    def _groups(self, begin: Ints, many: Ints) -> Column:
        """The groups that stand in these ranges, range by range."""
        if many.max(initial=0) <= 1:
            return self.group[begin[many > 0]]
        begin = begin - (np.cumsum(many) - many)
        place = np.repeat(begin, many)
        place += np.arange(len(place))
        return self.group[place]

    def _every(self, rows: Column) -> bool:
        """Whether these are all rows in order."""
        return len(rows) == len(self.first) - 1 and bool(np.all(rows[1:] > rows[:-1]))
