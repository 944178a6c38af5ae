"""Counting pairs of labels over runs of rows: the one inner loop of co-occurrence.

Compiled by numba where it is installed (the extra ``fast``), in NumPy otherwise; the results are
the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

import numpy as np

from .spans import Column, Ints, changes

__all__ = ["count_pairs"]

# Pairs made at a time by the NumPy way: 8 million keep memory under 300 MB.
CHUNK = 4_000_000
# Below this compiling (or loading what was compiled) costs more than it saves.
WORTH_COMPILING = 20_000_000
# A square of counts this wide is 128 MB; wider ones are counted by sorting.
WIDEST = 4_000


def count_pairs(label: Column, upto: Ints, size: int, *, compiled: bool | None = None) -> Ints:
    """How often labels meet: a square ``size x size``, symmetric.

    Row ``i`` meets each row ``j`` with ``i < j < upto[i]``; labels are ``0 .. size-1``. A pair of
    rows with equal labels counts once, on the diagonal. ``compiled`` forces one way or the other;
    by default numba is used where it is there and the work is large.
    """
    rows = np.arange(len(label), dtype=np.int64)
    many = np.maximum(upto - rows - 1, 0)
    if compiled is None:
        compiled = int(many.sum()) >= WORTH_COMPILING and find_spec("numba") is not None
    labels = np.ascontiguousarray(label, dtype=np.int64)
    counts = np.zeros((size, size), np.int64)
    if compiled:
        _compiled()(labels, np.ascontiguousarray(upto, dtype=np.int64), counts)
    else:
        _in_numpy(labels, many, counts)
    result = counts + counts.T
    np.fill_diagonal(result, counts.diagonal())
    return result


def _in_numpy(label: Ints, many: Ints, counts: Ints) -> None:
    size = len(counts)
    total = np.cumsum(many)
    begin = 0
    while begin < len(label):
        done = int(total[begin - 1]) if begin else 0
        finish = max(int(np.searchsorted(total, done + CHUNK, "right")), begin + 1)
        _add_run(label, many, begin, finish, counts.reshape(size * size))
        begin = finish


def _add_run(label: Ints, many: Ints, begin: int, finish: int, flat: Ints) -> None:
    size = round(len(flat) ** 0.5)
    run = many[begin:finish]
    ahead = np.repeat(np.arange(begin + 1, finish + 1) - (np.cumsum(run) - run), run)
    ahead += np.arange(len(ahead))
    key = np.repeat(label[begin:finish] * size, run) + label[ahead]
    if size <= WIDEST:
        flat += np.bincount(key, minlength=len(flat))
    else:
        ordered = np.sort(key)
        first = np.flatnonzero(changes(ordered))
        flat[ordered[first]] += np.diff(np.append(first, len(ordered)))


def _sweep(label: Ints, upto: Ints, counts: Ints) -> None:
    for i in range(len(label)):
        one = label[i]
        for j in range(i + 1, upto[i]):
            counts[one, label[j]] += 1


@cache
def _compiled() -> Callable[[Ints, Ints, Ints], None]:
    numba = import_module("numba")
    compiled: Callable[[Ints, Ints, Ints], None] = numba.njit(
        "void(int64[::1], int64[::1], int64[:, ::1])", cache=True
    )(_sweep)
    return compiled
