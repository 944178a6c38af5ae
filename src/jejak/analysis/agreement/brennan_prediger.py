"""The coefficient of Brennan and Prediger, also known as Bennett's S and Randolph's free kappa."""

from __future__ import annotations

import numpy as np

from ...model.message import say
from ..spans import Floats
from .chance import by_chance
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Interval
from .weights import WEIGHTED, Weights

__all__ = ["MEASURE", "brennan_prediger"]


def brennan_prediger(
    ratings: Ratings, *, weights: Weights = "identity", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """Chance is that all values are given equally often: ``p_e = Σ w / q²`` (Brennan & Prediger 1981).

    It depends on ``q``, how many values there are: give the ratings the whole codebook.
    """
    return by_chance("brennan-prediger", ratings, _expected, weights, interval)


def _expected(shares: Floats, weights: Floats | None) -> Floats:
    many = shares.shape[1]
    chance = 1 / many if weights is None else float(weights.sum()) / many**2
    return np.full(len(shares), chance)


MEASURE = Measure(
    name="brennan-prediger",
    title=say("Brennan and Prediger’s kappa"),
    about=say("For any number of coders; chance is that every value is given equally often."),
    formula="(p_o − p_e) / (1 − p_e), p_e = Σ w / q²",
    source="Brennan & Prediger 1981",
    works_on="ratings",
    compute=brennan_prediger,
    options=(WEIGHTED,),
)
