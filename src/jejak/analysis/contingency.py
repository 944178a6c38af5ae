"""Tables of counts: chi-squared, its residuals, and how strong an association is.

A test asks that every unit counted is independent of the others: participants, not their segments.
All functions take one table ``(rows, columns)`` or many, ``(…, rows, columns)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, exp, lgamma, log, nan, sqrt

import numpy as np
from numpy.typing import ArrayLike

from .association import share
from .spans import Floats, Ints

__all__ = ["Contingency", "chi_squared_tail", "contingency"]


@dataclass(frozen=True, slots=True)
class Contingency:
    """What a table says against independence of its rows and columns.

    ``expected`` counts; ``chi2`` of Pearson (1900) and ``g2``, the likelihood ratio, with ``df``
    degrees of freedom and the tails ``p`` and ``g2_p``; ``pearson`` residuals (O - E) / √E and
    ``adjusted`` ones, which are about normal (Haberman 1973); Cramér's ``v`` (1946) and
    ``v_corrected`` for its bias in small tables (Bergsma 2013). Rows and columns without any count
    are no part of it: NaN there. ``small`` is how many of the other cells expect fewer than 5.
    """

    n: Floats
    expected: Floats
    chi2: Floats
    df: Ints
    p: Floats
    g2: Floats
    g2_p: Floats
    pearson: Floats
    adjusted: Floats
    v: Floats
    v_corrected: Floats
    small: Ints


def contingency(table: ArrayLike) -> Contingency:
    """Everything about a table of counts, or about each of many tables of one size."""
    seen = np.asarray(table, float)
    n = seen.sum((-2, -1))
    row, column = seen.sum(-1, keepdims=True), seen.sum(-2, keepdims=True)
    whole = n[..., None, None]
    expected = share(row * column, whole)
    expected[expected == 0] = nan
    pearson = (seen - expected) / np.sqrt(expected)
    adjusted = share(pearson, np.sqrt((1 - share(row, whole)) * (1 - share(column, whole))))
    chi2 = np.nansum(pearson**2, axis=(-2, -1))
    g2 = 2 * np.nansum(seen * np.log(np.where(seen > 0, seen, 1) / expected), axis=(-2, -1))
    heights, widths = (row > 0).sum((-2, -1)), (column > 0).sum((-2, -1))
    df = np.maximum(heights - 1, 0) * np.maximum(widths - 1, 0)
    v, corrected = _cramer(chi2, n, heights, widths)
    return Contingency(
        n=n,
        expected=expected,
        chi2=chi2,
        df=df,
        p=_tails(chi2, df),
        g2=np.maximum(g2, 0),
        g2_p=_tails(g2, df),
        pearson=pearson,
        adjusted=adjusted,
        v=v,
        v_corrected=corrected,
        small=(expected < 5).sum((-2, -1)),
    )


def _cramer(chi2: Floats, n: Floats, heights: Ints, widths: Ints) -> tuple[Floats, Floats]:
    phi2 = share(chi2, n)
    v = np.sqrt(share(phi2, np.minimum(heights, widths) - 1))
    fewer = np.where(n > 1, n - 1, nan)
    excess = np.maximum(phi2 - (heights - 1) * (widths - 1) / fewer, 0)
    height, width = (size - (size - 1) ** 2 / fewer for size in (heights, widths))
    room = np.minimum(height, width) - 1
    return v, np.sqrt(share(excess, np.where(room > 0, room, 0)))


def _tails(values: Floats, df: Ints) -> Floats:
    tails = [
        chi_squared_tail(value, freedom) if freedom > 0 else nan
        for value, freedom in zip(np.ravel(values).tolist(), np.ravel(df).tolist(), strict=True)
    ]
    return np.reshape(np.asarray(tails, float), np.shape(values))


def chi_squared_tail(value: float, df: int) -> float:
    """The chance that chi-squared with ``df`` degrees of freedom is at least ``value``.

    The finite sums of Abramowitz & Stegun (1964), 26.4.4 and 26.4.5.
    """
    if value <= 0:
        return 1.0
    half = value / 2
    if df % 2:
        tail, powers = erfc(sqrt(half)), (n + 0.5 for n in range(df // 2))
    else:
        tail, powers = 0.0, (float(n) for n in range(df // 2))
    tail += sum(exp(power * log(half) - half - lgamma(power + 1)) for power in powers)
    return min(tail, 1.0)
