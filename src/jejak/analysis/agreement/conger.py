"""Conger's kappa."""

from __future__ import annotations

import numpy as np

from ...model.message import say
from ..spans import Floats
from .chance import corrected, facts_of, no_value, safe, units_as_given
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Additive, Interval, judged
from .weights import WEIGHTED, Weights, weights_of

__all__ = ["MEASURE", "conger_kappa"]


def conger_kappa(
    ratings: Ratings, *, weights: Weights = "identity", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """Any number of coders, each with margins of their own: ``p_e`` is the mean of Cohen's over all
    pairs of coders (Conger 1980; with gaps and weights Gwet 2014). Of two it is Cohen's kappa.

    ``p_o`` is the mean over the units that two or more coders saw; a coder's margins are over all
    units that this coder saw. ``weights``: see :func:`.weights_of`.
    """
    matrix = weights_of(weights, len(ratings.values))
    shape = len(ratings.coders), len(ratings.values)

    def split(total: Floats) -> tuple[Floats, Floats]:
        given = total[:, 3:].reshape(len(total), *shape)
        return safe(total[:, 0], total[:, 1]), _expected(given, matrix)

    def finish(total: Floats) -> Floats:
        return corrected(*split(total))

    facts = facts_of(ratings, weights=weights)
    if not facts["units"]:
        return judged("conger-kappa", None, no_value(ratings), interval, facts)
    parts = _parts(ratings, matrix)
    observed, chance = (float(one[0]) for one in split(parts.sum(0)[None, :]))
    slopes = None
    if np.isfinite(chance):
        facts |= {"observed": observed, "expected": chance}
        slopes = units_as_given(parts, observed, chance)
    additive = Additive(parts, finish, slopes=slopes)
    return judged("conger-kappa", additive, no_value(ratings), interval, facts)


def _parts(ratings: Ratings, weights: Floats | None) -> Floats:
    """Sums by group: agreement, units that two saw, units that anybody saw, and how often each coder gave
    each value."""
    seen = ratings.seen()
    two, any_ = (seen >= 2).astype(float), (seen >= 1).astype(float)
    agreed = ratings.agreement(weights) * two
    counts = [ratings.by_group(one) for one in (agreed, two, any_)]
    given = [
        ratings.by_group((row == value).astype(float))
        for row in ratings.table
        for value in range(len(ratings.values))
    ]
    return np.stack([*counts, *given], 1)


def _expected(given: Floats, weights: Floats | None) -> Floats:
    """Chance for each row of counts by coder and value; whoever saw nothing is no coder there."""
    many = given.sum(2)
    share = given / np.maximum(many, 1)[..., None]
    coders = (many > 0).sum(1)
    whole = share.sum(1)

    def alike(one: Floats) -> Floats:
        other = one if weights is None else one @ (weights + weights.T) / 2
        return np.asarray((one * other).sum(-1))

    return safe(alike(whole) - alike(share).sum(1), (coders * (coders - 1)).astype(float))


MEASURE = Measure(
    name="conger-kappa",
    title=say("Conger’s kappa"),
    about=say(
        "For any number of coders; chance is that each uses every value as often as that coder does."
    ),
    formula="(p_o − p_e) / (1 − p_e), p_e = 2 / (m (m−1)) · Σ_i<j Σ w p_ik p_jl",
    source="Conger 1980; Gwet 2014",
    works_on="ratings",
    compute=conger_kappa,
    options=(WEIGHTED,),
)
