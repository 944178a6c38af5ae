"""Gwet's AC1 and AC2."""

from __future__ import annotations

import numpy as np

from ...model.message import say
from ..spans import Floats
from .chance import by_chance, safe
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Interval
from .weights import WEIGHTED, Weights

__all__ = ["MEASURE", "gwet_ac"]


def gwet_ac(
    ratings: Ratings, *, weights: Weights = "identity", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """AC1, and with other ``weights`` AC2: ``p_e = Σw / (q (q−1)) · Σ π_k (1 − π_k)`` (Gwet 2008, 2014).

    It holds up where nearly everything has one value, and is generous there. ``q`` is how many values
    there are: give the ratings the whole codebook.
    """
    return by_chance("gwet-ac", ratings, _expected, weights, interval)


def _expected(shares: Floats, weights: Floats | None) -> Floats:
    many = shares.shape[1]
    total = float(many) if weights is None else float(weights.sum())
    spread = (shares * (1 - shares)).sum(1)
    return safe(total * spread, np.full(len(spread), float(many * (many - 1))))


MEASURE = Measure(
    name="gwet-ac",
    title=say("Gwet’s AC1 and AC2"),
    about=say("For any number of coders; chance is that a hard unit is coded at random."),
    formula="(p_o − p_e) / (1 − p_e), p_e = Σw / (q (q−1)) · Σ π_k (1 − π_k)",
    source="Gwet 2008, 2014",
    works_on="ratings",
    compute=gwet_ac,
    options=(WEIGHTED,),
)
