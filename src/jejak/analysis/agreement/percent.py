"""Percent agreement: how often two coders of a unit agree, nothing taken off for chance."""

from __future__ import annotations

import numpy as np

from ...model.message import say
from .chance import facts_of, no_value, safe
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Additive, Interval, judged

__all__ = ["MEASURE", "percent"]


def percent(ratings: Ratings, *, interval: Interval = BOOTSTRAP) -> Coefficient:
    """The share of pairs of coders who gave a unit the same value, averaged over the units that two or
    more saw: ``p_o`` (Fleiss 1971). It is no coefficient of reliability: codes that are seldom used
    agree by chance alone."""
    seen = (ratings.seen() >= 2).astype(float)
    facts = facts_of(ratings)
    if not facts["units"]:
        return judged("percent", None, no_value(ratings), interval, facts)
    agreed = ratings.by_group(ratings.agreement() * seen)
    additive = Additive(
        np.stack([agreed, ratings.by_group(seen)], 1), lambda total: safe(total[:, 0], total[:, 1])
    )
    return judged("percent", additive, no_value(ratings), interval, facts)


MEASURE = Measure(
    name="percent",
    title=say("Percent agreement"),
    about=say("The share of pairs of coders who agree, nothing taken off for chance."),
    formula="p_o = mean over units of Σ_k r_k (r_k − 1) / (r (r − 1))",
    source="Fleiss 1971",
    works_on="ratings",
    compute=percent,
    chance=False,
)
