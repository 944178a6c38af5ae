"""Which groups each coding touches: by one sweep over all pairs that overlap, not group by group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..model.corpus import CodingColumns
from .membership import Membership
from .overlap import partners
from .spans import Bools, Column, Ints, different

__all__ = ["Touched"]

# Pairs made at a time: they and what is made of them stay near the processor.
CHUNK = 100_000
# What a number of 32 bits holds: twice as many of them are put in order in the same time.
_SHORT = 1 << 32


@dataclass(frozen=True, slots=True)
class Touched:
    """Codings and the groups each is in itself, none where its stretch is empty, for that touches
    nothing: ``own`` holds the first of each, the second and so on, -1 where there is none, of ``size``.
    ``upto`` is for each the row after its last partner, ``solid`` which are not empty."""

    own: list[Column]
    size: int
    upto: Ints
    solid: Bools

    @classmethod
    def of(cls, codings: CodingColumns, table: Membership) -> Touched:
        """From codings and, by ``table``, the groups of each."""
        every = np.arange(len(codings))
        solid = codings.end > codings.start
        upto = np.where(solid, partners(codings), every + 1) if len(every) else every
        own = [np.where(solid, level, np.int32(-1)) for level in table.levels()]
        return cls([level for level in own if level.max(initial=-1) >= 0], table.size, upto, solid)

    @property
    def grouped(self) -> bool:
        """Whether every coding that is not empty is in a group itself."""
        return bool(np.array_equal(self.own[0] >= 0, self.solid)) if self.own else False

    def contenders(self, most: int) -> tuple[Bools, Ints]:
        """Which groups may be among the ``most`` that are touched by the most codings; and how many
        codings surely touch each: its own, and those right beside them.

        A group is touched by no more codings than its own and all their partners. What stays below as
        many as surely touch each of ``most`` others need not be looked at.
        """
        mine = sum((self._counted(level) for level in self.own), np.zeros(self.size, np.int64))
        if self.size <= most:
            return np.ones(self.size, np.bool_), mine
        many = len(self.upto)
        here = np.flatnonzero((self.upto[:-1] > np.arange(1, many)) & self.solid[1:])
        surely = mine + np.maximum(self._beside(here, here + 1), self._beside(here + 1, here))
        begun = np.bincount(np.arange(1, many + 1), minlength=many + 1)
        over = np.bincount(self.upto, minlength=many + 1)
        near = self.upto - np.arange(many) + np.cumsum(begun - over)[:many]
        at_most = sum(self._counted(level, near) for level in self.own)
        return at_most >= np.partition(surely, -most)[-most], surely

    def _counted(self, level: Column, weight: Ints | None = None) -> Ints:
        found = np.bincount(level + 1, weight, self.size + 1)[1:]
        return found.astype(np.int64)

    def _beside(self, one: Ints, other: Ints) -> Ints:
        """How many rows ``one`` touch each group by the row ``other`` and are not in it themselves."""
        found = np.zeros(self.size, np.int64)
        for level in self.own:
            group = level[other]
            fresh = np.all([mine[one] != group for mine in self.own], axis=0)
            found += self._counted(group[fresh])
        return found

    def groups(self, only: Bools | None = None) -> Membership:
        """For each coding the groups of all codings it shares a character with, its own among them; of
        ``only`` some groups where those are given."""
        chosen = np.arange(self.size) if only is None else np.flatnonzero(only)
        place = np.full(self.size + 1, -1, np.int32)
        place[chosen] = np.arange(len(chosen))
        own: list[Column] = [place[level] for level in self.own]
        size = len(chosen)
        narrow = chosen.astype(np.int32)  # of millions half as much is carried about
        counts, found = np.zeros(len(self.upto), np.int64), [np.empty(0, np.int32)]
        for begin, finish in _apart(self.upto, size):
            keys = self._between(begin, finish, own, size)
            row = keys // keys.dtype.type(max(size, 1))
            counts[begin:finish] = np.bincount(row, minlength=finish - begin)
            found.append(narrow[keys - row * keys.dtype.type(size)])
        return Membership(np.append(0, np.cumsum(counts)), np.concatenate(found), self.size)

    def _between(self, begin: int, finish: int, own: list[Column], size: int) -> Column:
        """The different (coding, group) of a range of rows as one number each, in order; the first row
        counts as 0."""
        short = np.uint32 if (finish - begin) * size <= _SHORT else np.int64
        rows: Column = np.arange(finish - begin, dtype=short)
        own, solid = [level[begin:finish] for level in own], self.solid[begin:finish]
        keys = [np.empty(0, short), *_keys(rows, rows, own, size)]
        many = self.upto[begin:finish] - np.arange(begin + 1, finish + 1)
        total = np.cumsum(many)
        at = 0
        while at < len(rows) and total[-1]:
            done = int(total[at - 1]) if at else 0
            last = max(int(np.searchsorted(total, done + CHUNK, "right")), at + 1)
            first, second = _pairs(rows[at:last], many[at:last], solid)
            keys += _keys(first, second, own, size)
            keys += _keys(second, first, own, size)
            at = last
            if at < len(rows):
                keys = [different(np.concatenate(keys))]
        return different(np.concatenate(keys))


def _apart(upto: Ints, size: int) -> Iterator[tuple[int, int]]:
    """Ranges of rows that touch none of another range: of about :data:`CHUNK` pairs, or as many as
    hang together."""
    total = np.cumsum(upto - np.arange(1, len(upto) + 1))
    reach = np.maximum.accumulate(upto)
    cuts = np.flatnonzero(reach == np.arange(1, len(upto) + 1)) + 1
    begin = 0
    while begin < len(upto):
        done = int(total[begin - 1]) if begin else 0
        far = min(
            int(np.searchsorted(total, done + CHUNK, "right")), begin + _SHORT // max(size, 1)
        )
        place = int(np.searchsorted(cuts, far, "right")) - 1
        finish = int(cuts[place]) if place >= 0 else 0
        if finish <= begin:
            finish = int(cuts[np.searchsorted(cuts, begin, "right")])
        yield begin, finish
        begin = finish


def _pairs(rows: Column, many: Ints, solid: Bools) -> tuple[Column, Column]:
    """Each row with each of the rows after it that it touches."""
    first = np.repeat(rows, many)
    second = np.arange(len(first), dtype=rows.dtype)
    second += np.repeat(rows + 1 - (np.cumsum(many) - many).astype(rows.dtype), many)
    there = solid[second]  # an empty stretch begins within others and touches none
    return (first, second) if there.all() else (first[there], second[there])


def _keys(one: Column, other: Column, own: list[Column], size: int) -> Iterator[Column]:
    """Each row with each group of the other row, as one number."""
    for level in own:
        group = level[other]
        key = one * one.dtype.type(size)
        key += group.astype(one.dtype)
        yield key if level.min(initial=0) >= 0 else key[group >= 0]
