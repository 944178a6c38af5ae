"""Cases at the ends of a variable, cases in the middle of it, and how far a case is from the others.

The tactic of looking at extreme cases is Miles & Huberman's (1994, ch. 10); an outlier is told by the
robust z of Iglewicz & Hoaglin (1993): 0.6745 (x - median) / MAD, beyond 3.5. The distance of a
profile is ours: the mean of the differences from the median of each variable, as shares of its range.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .association import share
from .spans import Bools, Floats, Ints

__all__ = [
    "FAR_OUT",
    "FEWEST",
    "CodeProfiles",
    "Ends",
    "Profiles",
    "code_profiles",
    "ends_of",
    "profiles",
    "robust_z",
]

FAR_OUT = 3.5
# With fewer cases the middle is made by those that are compared with it.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Ends:
    """Rows at the lowest and highest value (none where all are the same), rows nearest to the
    ``median``, rows whose robust z is beyond 3.5 (none looked for with fewer than five), and rows
    without a value."""

    lowest: Ints
    highest: Ints
    typical: Ints
    outliers: Ints
    missing: Ints
    median: float | None


def ends_of(values: Floats) -> Ends:
    """Extreme and typical rows of one variable; NaN is not known."""
    known = np.flatnonzero(~np.isnan(values))
    none = np.empty(0, np.int64)
    missing = np.flatnonzero(np.isnan(values))
    if not len(known):
        return Ends(none, none, none, none, missing, None)
    found = values[known]
    median = float(np.median(found))
    away = np.abs(found - median)
    typical = known[away == away.min()]
    if found.min() == found.max():
        return Ends(none, none, typical, none, missing, median)
    return Ends(
        lowest=known[found == found.min()],
        highest=known[found == found.max()],
        typical=typical,
        outliers=known[_beyond(found)],
        missing=missing,
        median=median,
    )


def _beyond(found: Floats) -> Bools:
    if len(found) < FEWEST:
        return np.zeros(len(found), np.bool_)
    return np.abs(np.nan_to_num(robust_z(found))) > FAR_OUT


def robust_z(values: ArrayLike) -> Floats:
    """0.6745 (x - median) / MAD of each value: beyond :data:`FAR_OUT` either way it stands out. Where
    at least half of the values are one, MAD is 0 and no distance means anything: NaN."""
    x = np.asarray(values, float)
    known = x[~np.isnan(x)]
    if not len(known):
        return np.full(x.shape, np.nan)
    middle = float(np.median(known))
    return share(0.6745 * (x - middle), float(np.median(np.abs(known - middle))))


@dataclass(frozen=True, slots=True)
class CodeProfiles:
    """The ``median`` profile, the codes that at least half of the cases have, and the ``distance`` of
    each case from it: 1 - Jaccard, NaN where both are empty."""

    median: Bools
    distance: Floats


def code_profiles(present: ArrayLike) -> CodeProfiles:
    """Of cases by codes: ``present[case, code]``."""
    has = np.asarray(present, np.bool_)
    median: Bools = has.sum(0) * 2 >= max(len(has), 1)
    both, either = (has & median).sum(1), (has | median).sum(1)
    return CodeProfiles(median, 1 - share(both, either))


@dataclass(frozen=True, slots=True)
class Profiles:
    """How far each row is from the median of all variables, 0 to 1 (NaN: nothing known of it), and
    of how many variables a value is known."""

    distance: Floats
    known: Ints


def profiles(values: Floats) -> Profiles:
    """Rows (cases) by columns (variables), NaN where not known; variables count alike."""
    known = ~np.isnan(values)
    distance = np.full(len(values), np.nan)
    shares = np.full(values.shape, np.nan)
    for column in range(values.shape[1]):
        there = values[known[:, column], column]
        if len(there) and there.max() > there.min():
            away = np.abs(there - np.median(there)) / (there.max() - there.min())
            shares[known[:, column], column] = away
        elif len(there):
            shares[known[:, column], column] = 0.0
    count = known.sum(axis=1)
    some = count > 0
    distance[some] = np.nansum(shares[some], axis=1) / count[some]
    return Profiles(distance, count.astype(np.int64))
