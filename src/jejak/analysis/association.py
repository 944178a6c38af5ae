"""How closely two codes go together, from four counts: n1, n2, n12 and the number of units N.

All functions take numbers or arrays and give an array (or a number) of floats, NaN where the
measure is not defined.
"""

from __future__ import annotations

from math import nan

import numpy as np
from numpy.typing import ArrayLike

from .spans import Bools, Floats

__all__ = [
    "LOPSIDED",
    "c_coefficient",
    "conditional",
    "jaccard",
    "lift",
    "lopsided",
    "odds_ratio",
    "out_of_range",
    "phi",
    "share",
]

LOPSIDED = 5.0


def share(upper: ArrayLike, lower: ArrayLike) -> Floats:
    """``upper / lower``, NaN where ``lower`` is 0."""
    top, bottom = np.broadcast_arrays(np.asarray(upper, float), np.asarray(lower, float))
    result = np.full(top.shape, nan)
    np.divide(top, bottom, out=result, where=bottom != 0)
    return result


def c_coefficient(n1: ArrayLike, n2: ArrayLike, n12: ArrayLike) -> Floats:
    """``n12 / (n1 + n2 - n12)``, the coefficient of ATLAS.ti.

    Counted over pairs of overlapping codings it is no proportion: one coding may overlap many, so
    that it can pass 1, turn negative or lose its meaning; see :func:`out_of_range`.
    """
    one, two, both = (np.asarray(n, float) for n in (n1, n2, n12))
    return share(both, one + two - both)


def out_of_range(c: ArrayLike) -> Bools:
    """Where a c coefficient is above 1, below 0 or undefined: to be shown as such."""
    value = np.asarray(c, float)
    return np.asarray(~((value >= 0) & (value <= 1)))


def lopsided(n1: ArrayLike, n2: ArrayLike) -> Bools:
    """Where one code is used more than five times as often as the other (ATLAS.ti's yellow mark):
    a small coefficient then says little."""
    one, two = np.asarray(n1, float), np.asarray(n2, float)
    return np.asarray(np.maximum(one, two) > LOPSIDED * np.minimum(one, two))


def jaccard(n1: ArrayLike, n2: ArrayLike, n12: ArrayLike) -> Floats:
    """Units with both over units with either; only for counts of units, never of pairs."""
    return c_coefficient(n1, n2, n12)


def conditional(n2: ArrayLike, n12: ArrayLike) -> Floats:
    """``P(1|2) = n12 / n2``: the share of the second code's units that hold the first too."""
    return share(n12, n2)


def lift(n1: ArrayLike, n2: ArrayLike, n12: ArrayLike, units: ArrayLike) -> Floats:
    """``n12 N / (n1 n2)``: how many times more often together than if independent."""
    one, two, both, n = (np.asarray(x, float) for x in (n1, n2, n12, units))
    return share(both * n, one * two)


def phi(n1: ArrayLike, n2: ArrayLike, n12: ArrayLike, units: ArrayLike) -> Floats:
    """The correlation of two yes/no variables over N units, -1 to 1."""
    one, two, both, n = (np.asarray(x, float) for x in (n1, n2, n12, units))
    spread = np.sqrt(np.maximum(one * two * (n - one) * (n - two), 0))
    return share(n * both - one * two, spread)


def odds_ratio(n1: ArrayLike, n2: ArrayLike, n12: ArrayLike, units: ArrayLike) -> Floats:
    """The odds ratio with one half added to each of the four cells (Haldane)."""
    one, two, both, n = (np.asarray(x, float) for x in (n1, n2, n12, units))
    neither = n - one - two + both
    return share((both + 0.5) * (neither + 0.5), (one - both + 0.5) * (two - both + 0.5))
