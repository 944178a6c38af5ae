"""Which groups each coding touches: by one sweep over all pairs that overlap, not group by group."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..model.corpus import CodingColumns
from .membership import Membership
from .overlap import partners
from .spans import Bools, Column, Ints, different_below

__all__ = ["touched_groups"]

# Pairs made at a time: they and what is made of them stay near the processor.
CHUNK = 100_000
# What a number of 32 bits holds: twice as many of them are put in order in the same time.
_SHORT = 1 << 32


def touched_groups(codings: CodingColumns, table: Membership) -> Membership:
    """For each coding the groups, by ``table``, of all codings it shares a character with, its own
    among them; an empty stretch touches nothing."""
    every = np.arange(len(codings))
    solid = codings.end > codings.start
    upto = np.where(solid, partners(codings), every + 1) if len(every) else every
    own = _of_solid(table, solid)
    counts, found = np.zeros(len(every), np.int64), [np.empty(0, np.int64)]
    for begin, finish in _apart(upto, table.size):
        keys = _between(begin, finish, upto, own, solid)
        rows = (np.arange(finish - begin) * table.size).astype(keys.dtype)
        counts[begin:finish] = np.diff(np.append(np.searchsorted(keys, rows), len(keys)))
        found.append((keys % keys.dtype.type(max(table.size, 1))).astype(np.int64))
    return Membership(np.append(0, np.cumsum(counts)), np.concatenate(found), table.size)


def _of_solid(table: Membership, solid: Bools) -> Membership:
    """The groups of each coding, none of those that are empty."""
    rows = np.flatnonzero(solid)
    table = table.of(rows)
    if len(rows) == len(solid):
        return table
    many = np.zeros(len(solid), np.int64)
    many[rows] = np.diff(table.first)
    return Membership(np.append(0, np.cumsum(many)), table.group, table.size)


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


def _between(begin: int, finish: int, upto: Ints, own: Membership, solid: Bools) -> Column:
    """The different (coding, group) of a range of rows as one number each, in order; the first row
    counts as 0."""
    top = (finish - begin) * own.size
    short = np.uint32 if top <= _SHORT else np.int64
    rows = np.arange(begin, finish)
    row, group = own.at(rows)
    keys = [(row * own.size + group).astype(short)]
    many = upto[begin:finish] - rows - 1
    total = np.cumsum(many)
    at = 0
    while at < len(rows) and total[-1]:
        done = int(total[at - 1]) if at else 0
        last = max(int(np.searchsorted(total, done + CHUNK, "right")), at + 1)
        keys += _pairs(rows[at:last], many[at:last], begin, own, short, solid)
        at = last
        if at < len(rows):
            keys = [different_below(np.concatenate(keys), top)]
    return different_below(np.concatenate(keys), top)


def _pairs(
    rows: Ints, many: Ints, begin: int, own: Membership, short: type[np.generic], solid: Bools
) -> Iterator[Ints]:
    first = np.repeat(rows, many)
    second = np.arange(len(first)) + np.repeat(rows + 1 - (np.cumsum(many) - many), many)
    there = solid[second]  # an empty stretch begins within others and touches none
    if not there.all():
        first, second = first[there], second[there]
    for one, other in ((first, second), (second, first)):
        place, group = own.at(other)
        yield ((one[place] - begin) * own.size + group).astype(short)
