"""Agreement less what chance would bring: what the coefficients of this family have in common.

All of them are ``(p_o - p_e) / (1 - p_e)``; they differ in what they take chance to be. With gaps in
the table, as Gwet 2014 has it: ``p_o`` is the mean over the units that two or more coders saw, a
value's share ``π`` the mean over all units of the share of their coders who gave it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np

from ...model.message import Message, say
from ..spans import Floats, Ints
from .coefficient import Coefficient
from .ratings import Ratings
from .reasons import NOBODY, NOBODY_ELSE, NOTHING, NOTHING_SHARED
from .tally import tally
from .uncertainty import Additive, Interval, judged
from .weights import Weights, weights_of

__all__ = [
    "by_chance",
    "by_pairs",
    "chances",
    "corrected",
    "facts_of",
    "no_value",
    "safe",
    "units_as_given",
]

# From p_o, shares of the values and weights to what chance would bring.
Expected = Callable[[Floats, "Floats | None"], Floats]


def safe(upper: Floats, lower: Floats) -> Floats:
    """``upper / lower``, NaN where ``lower`` is 0 or below."""
    found = np.full(np.broadcast(upper, lower).shape, np.nan)
    np.divide(upper, lower, out=found, where=lower > 0)
    return found


def corrected(observed: Floats, expected: Floats) -> Floats:
    """``(p_o - p_e) / (1 - p_e)``; NaN where chance alone would bring full agreement."""
    return safe(observed - expected, np.where(1 - expected > 1e-12, 1 - expected, 0.0))


def no_value(ratings: Ratings) -> Message:
    """Why there is no coefficient of these ratings."""
    coders = int((ratings.table >= 0).any(1).sum())
    if coders < 2:
        return NOTHING if not ratings.size.sum() else NOBODY_ELSE if coders else NOBODY
    shared = ratings.paired()
    if not len(shared.size):
        return NOTHING_SHARED
    given = np.unique(shared.table[shared.table >= 0])
    if len(given) > 1:
        return say("What was given varies too little for this coefficient.")
    value = shared.values[int(given[0])]
    if shared.values == (False, True):
        return (
            say("Everybody used this code everywhere: without difference there is no chance to compare with.")
            if value
            else say("Nobody used this code in what several people read.")
        )  # fmt: skip
    return say(
        "Everybody gave every unit the value “{value}”: without difference there is no chance to "
        "compare with.",
        value=value,
    )


def facts_of(ratings: Ratings, **options: Any) -> dict[str, Any]:
    """What every coefficient tells: how many units two coders saw, and how many coders there are."""
    shared = ratings.seen() >= 2
    return {
        "units": int(ratings.size[shared].sum()),
        "coders": int((ratings.table >= 0).any(1).sum()),
        "options": options,
    }


def chances(ratings: Ratings, weights: Floats | None) -> Floats:
    """Sums by group: agreement, units that two saw, units that anybody saw, shares of the values."""
    seen = ratings.seen()
    two, any_ = (seen >= 2).astype(float), (seen >= 1).astype(float)
    agreed = ratings.by_group(ratings.agreement(weights) * two)
    shares = ratings.by_value(1 / np.maximum(seen, 1))
    counts = np.stack([agreed, ratings.by_group(two), ratings.by_group(any_)], 1)
    return np.concatenate([counts, shares], 1)


def by_chance(
    measure: str, ratings: Ratings, expected: Expected, weights: Weights, interval: Interval
) -> Coefficient:
    """A coefficient for any number of coders, from how it takes chance to be."""
    matrix = weights_of(weights, len(ratings.values))

    def split(total: Floats) -> tuple[Floats, Floats]:
        shares = safe(total[:, 3:], total[:, 2:3])
        flat = (shares.max(1, initial=0) >= 1 - 1e-12) | (total[:, 1] <= 0)
        return safe(total[:, 0], total[:, 1]), np.where(flat, np.nan, expected(shares, matrix))

    def finish(total: Floats) -> Floats:
        return corrected(*split(total))

    facts = facts_of(ratings, weights=weights)
    if not facts["units"]:
        return judged(measure, None, no_value(ratings), interval, facts)
    parts = chances(ratings, matrix)
    observed, chance = (float(one[0]) for one in split(parts.sum(0)[None, :]))
    slopes = None
    if np.isfinite(chance):
        facts |= {"observed": observed, "expected": chance}
        slopes = units_as_given(parts, observed, chance)
    return judged(
        measure, Additive(parts, finish, slopes=slopes), no_value(ratings), interval, facts
    )


def units_as_given(parts: Floats, observed: float, chance: float) -> Floats | None:
    """Gwet's variance takes how many units two coders saw as given, and one that fewer saw as agreeing
    by chance; without gaps it changes nothing."""
    if observed <= 0:
        return None
    slopes, part = parts.copy(), chance / observed
    share = parts[:, 1].sum() / parts[:, 2].sum()
    slopes[:, 1] = parts[:, 2] * share * (1 - part) + parts[:, 1] * part
    return slopes


def by_pairs(
    measure: str,
    ratings: Ratings,
    expected: Callable[[Floats, Floats, Floats | None], Floats],
    weights: Weights,
    interval: Interval,
) -> Coefficient:
    """A coefficient of two coders; of more, the mean over all pairs of them that have one."""
    matrix = weights_of(weights, len(ratings.values))
    many, pairs = len(ratings.values), list(combinations(range(len(ratings.coders)), 2))
    wide = 2 + 2 * many

    def each(total: Floats) -> tuple[Floats, Floats]:
        cells = total.reshape(len(total), len(pairs), wide)
        n = cells[..., 1]
        first, second = (safe(cells[..., 2 + at : 2 + at + many], n[..., None]) for at in (0, many))
        return safe(cells[..., 0], n), expected(first, second, matrix)

    def finish(total: Floats) -> Floats:
        found = corrected(*each(total))
        there = np.isfinite(found)
        return safe(np.where(there, found, 0).sum(1), there.sum(1).astype(float))

    facts = facts_of(ratings, weights=weights)
    if not facts["units"]:
        return judged(measure, None, no_value(ratings), interval, facts)
    parts = np.concatenate([_pair(ratings, one, two, matrix) for one, two in pairs], 1)
    additive = Additive(parts, finish, corrected=False)
    if len(pairs) == 1:
        observed, chance = (float(one[0, 0]) for one in each(parts.sum(0)[None, :]))
        facts |= {"observed": observed, "expected": chance}
    return judged(measure, additive, no_value(ratings), interval, facts)


def _pair(ratings: Ratings, one: int, two: int, weights: Floats | None) -> Floats:
    """Sums by group for two coders: agreement, units, how often each gave each value."""
    first, second = ratings.table[one], ratings.table[two]
    both = (first >= 0) & (second >= 0)
    same = (first == second) if weights is None else weights[first, second]
    counts = [ratings.by_group(same * both.astype(float)), ratings.by_group(both.astype(float))]
    margins = [_margin(ratings, row, both) for row in (first, second)]
    return np.concatenate([np.stack(counts, 1), *margins], 1)


def _margin(ratings: Ratings, row: Any, both: Any) -> Floats:
    many = len(ratings.values)
    key: Ints = ratings.group[both] * many + row[both]
    found = tally(key, ratings.size[both], ratings.groups * many)
    return found.reshape(ratings.groups, many)
