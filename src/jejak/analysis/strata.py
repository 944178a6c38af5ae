"""A third variable behind an association: odds ratios in each stratum and over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, inf, log, nan, sqrt

import numpy as np
from numpy.typing import ArrayLike

from .association import share
from .spans import Floats

__all__ = ["Stratified", "mantel_haenszel"]

_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Stratified:
    """Odds ratios: ``crude`` of all strata thrown together, of ``each`` stratum, and ``pooled`` by
    Mantel & Haenszel (1959) with the interval of 95 % of Robins, Breslow & Greenland (1986).

    A crude one far from the pooled one says that the strata explain (a part of) the association.
    """

    crude: float
    each: Floats
    pooled: float
    low: float
    high: float


def mantel_haenszel(tables: ArrayLike) -> Stratified:
    """Of tables ``(strata, 2, 2)``: ``[[a, b], [c, d]]`` each; pooled is Σ(ad/n) / Σ(bc/n).

    An odds ratio that divides by 0 is infinite, NaN where both products are 0; empty strata are
    left out.
    """
    seen = np.asarray(tables, float).reshape(-1, 2, 2)
    a, b, c, d = seen[:, 0, 0], seen[:, 0, 1], seen[:, 1, 0], seen[:, 1, 1]
    n = seen.sum((1, 2))
    up, down = (np.nan_to_num(share(product, n)) for product in (a * d, b * c))
    whole = seen.sum(0)
    crude = _ratio(whole[0, 0] * whole[1, 1], whole[0, 1] * whole[1, 0])
    each = np.array([_ratio(*pair) for pair in zip(a * d, b * c, strict=True)], float)
    pooled = _ratio(float(up.sum()), float(down.sum()))
    low, high = nan, nan
    if 0 < pooled < inf:
        agree, differ = (np.nan_to_num(share(pair, n)) for pair in (a + d, b + c))
        spread = float((agree * up).sum() / (2 * up.sum() ** 2))
        spread += float((agree * down + differ * up).sum() / (2 * up.sum() * down.sum()))
        spread += float((differ * down).sum() / (2 * down.sum() ** 2))
        low, high = (exp(log(pooled) + sign * _Z95 * sqrt(spread)) for sign in (-1, 1))
    return Stratified(crude, each, pooled, low, high)


def _ratio(up: float, down: float) -> float:
    if down == 0:
        return inf if up > 0 else nan
    return float(up / down)
