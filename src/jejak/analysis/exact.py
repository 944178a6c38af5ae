"""Tests that count or draw instead of approximating, and corrections for many tests at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from .spans import Floats, Ints

__all__ = ["benjamini_hochberg", "fisher", "fisher_table", "holm", "hypergeometric_tail"]

_SAME = 1 + 1e-7  # chances that differ by rounding are equal


def fisher(table: ArrayLike) -> tuple[float, float]:
    """Fisher's exact test (1935) of ``[[a, b], [c, d]]``: two-sided (all tables with the same
    margins that are no likelier than this one), and greater (a or more)."""
    (a, b), (c, d) = np.asarray(table, np.int64).tolist()
    least, most = max(0, a - d), min(a + b, a + c)
    first = np.arange(least, most + 1)
    logs = _log_factorials(a + b + c + d)
    chance = -(logs[first] + logs[a + b - first] + logs[a + c - first] + logs[d - a + first])
    chance = np.exp(chance - chance.max())
    chance /= chance.sum()
    here = a - least
    two = float(chance[chance <= chance[here] * _SAME].sum())
    return min(two, 1.0), min(float(chance[here:].sum()), 1.0)


def fisher_table(table: ArrayLike, *, draws: int = 9_999, seed: int = 1) -> float:
    """Fisher's test of a table of any size (Freeman & Halton 1951), by Monte Carlo: the share of
    ``draws`` random tables with the same margins that are no likelier, this one counted in.

    Each column is drawn cell by cell, hypergeometrically, from what the rows have left.
    """
    seen = np.asarray(table, np.int64)
    draw = np.random.default_rng(seed)
    left = np.tile(seen.sum(1), (draws, 1))
    logs = _log_factorials(int(seen.sum()))
    unlikely = np.zeros(draws)
    for total in seen.sum(0).tolist():
        wanted = np.full(draws, total, np.int64)
        for row in range(len(seen)):
            beyond = left[:, row + 1 :].sum(1)
            drawn = draw.hypergeometric(left[:, row], beyond, wanted)
            left[:, row] -= drawn
            wanted -= drawn
            unlikely += logs[drawn]
    count = int((unlikely >= logs[seen].sum() - 1e-7).sum())
    return (count + 1) / (draws + 1)


def hypergeometric_tail(
    one: ArrayLike, two: ArrayLike, both: ArrayLike, units: ArrayLike
) -> Floats:
    """``P(X >= both)`` if the ``two`` units of one thing were drawn at random from all ``units``, of
    which ``one`` have another: Fisher's exact test of their 2 x 2 table, one-sided. Numbers or
    arrays of whole numbers.

    The side of the distribution that is summed is the one on which the chances fall, so that few
    are worth summing.
    """
    given = np.broadcast_arrays(*(np.asarray(n, np.int64) for n in (one, two, both, units)))
    n1, n2, n12, n = (values.reshape(-1) for values in given)
    logs = _log_factorials(int(n.max(initial=0)))
    upper = n12 * n > n1 * n2
    total = np.zeros(len(n12))
    k, step = np.where(upper, n12, n12 - 1), np.where(upper, 1, -1)
    least, most = np.maximum(0, n1 + n2 - n), np.minimum(n1, n2)
    k = np.where(upper, np.maximum(k, least), np.minimum(k, most))
    going = np.flatnonzero((k >= least) & (k <= most))
    while len(going):
        a, b, x, m = n1[going], n2[going], k[going], n[going]
        chosen = logs[a] - logs[x] - logs[a - x] + logs[m - a] - logs[b - x] - logs[m - a - b + x]
        chance = np.exp(chosen - logs[m] + logs[b] + logs[m - b])
        total[going] += chance
        k[going] += step[going]
        worth = (
            (chance > total[going] * 1e-17) & (k[going] >= least[going]) & (k[going] <= most[going])
        )
        going = going[worth]
    tail = np.where(upper, total, 1 - total).clip(0, 1)
    return tail.reshape(given[0].shape)


@cache
def _table_of_logs(upto: int) -> Floats:
    return np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, upto + 1)))))


def _log_factorials(upto: int) -> Floats:
    """The logarithms of 0! … n!, for a power of two that is large enough, so that few tables are kept."""
    return _table_of_logs(1 << max(upto, 1).bit_length())


def holm(p: ArrayLike) -> Floats:
    """p-values for many tests, so that the chance of *any* false alarm stays as chosen (Holm 1979).

    NaN, a test that could not be made, stays NaN and counts for nothing.
    """

    def step(ordered: Floats, places: Ints) -> Floats:
        return np.maximum.accumulate(ordered * (len(ordered) - places))

    return _stepwise(p, step)


def benjamini_hochberg(p: ArrayLike) -> Floats:
    """p-values for many tests, so that the *share* of false alarms among those found stays as
    chosen (Benjamini & Hochberg 1995). NaN as in :func:`holm`."""

    def step(ordered: Floats, places: Ints) -> Floats:
        return np.minimum.accumulate((ordered * len(ordered) / (places + 1))[::-1])[::-1]

    return _stepwise(p, step)


def _stepwise(p: ArrayLike, step: Callable[[Floats, Ints], Floats]) -> Floats:
    values = np.array(p, float)
    made = np.flatnonzero(~np.isnan(values))
    order = made[np.argsort(values[made], kind="stable")]
    values[order] = np.minimum(step(values[order], np.arange(len(order))), 1)
    return values
