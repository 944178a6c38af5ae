"""Rows put in order by several whole numbers at once."""

from __future__ import annotations

import numpy as np

from .spans import Column, Ints

__all__ = ["alike", "rows_by"]

# The bits of a whole number without a sign.
_BITS = 63


def rows_by(*keys: Column) -> Ints:
    """The row numbers in the order of the first key, of the next where that is the same, and so on;
    rows that are the same in all stay in their order. No key may be negative.

    What ``np.lexsort`` gives (with its keys the other way round). Where keys and row fit into one
    number, that is sorted by its value: ten times as fast.
    """
    count = len(keys[0])
    widths = [int(key.max(initial=0)).bit_length() for key in keys]
    below = count.bit_length()
    if sum(widths) + below > _BITS:
        return np.lexsort(keys[::-1]).astype(np.int64, copy=False)
    packed = np.zeros(count, np.int64)
    for key, width in zip(keys, widths, strict=True):
        packed <<= width
        packed |= key
    packed <<= below
    packed |= np.arange(count)
    packed.sort()
    packed &= (1 << below) - 1
    return packed


def alike(key: Ints) -> tuple[Ints, Ints, Ints]:
    """The different keys in order, how many rows have each, and which of them each row has."""
    order = rows_by(key)
    ordered = key[order]
    first = np.ones(len(key), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    begin = np.flatnonzero(first)
    which = np.empty(len(key), np.int64)
    which[order] = np.cumsum(first) - 1
    return ordered[begin], np.diff(np.append(begin, len(key))), which
