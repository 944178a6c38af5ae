"""Scott's pi."""

from __future__ import annotations

import numpy as np

from ...model.message import say
from ..spans import Floats
from .chance import by_pairs
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Interval
from .weights import WEIGHTED, Weights

__all__ = ["MEASURE", "scott_pi"]


def scott_pi(
    ratings: Ratings, *, weights: Weights = "identity", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """Two coders, who are taken to use the values equally often: ``p_e = Σ w m_i m_j`` with ``m`` the
    mean of both margins (Scott 1955). Of more coders it is the mean over their pairs."""
    return by_pairs("scott-pi", ratings, _expected, weights, interval)


def _expected(first: Floats, second: Floats, weights: Floats | None) -> Floats:
    mean = (first + second) / 2
    other = mean if weights is None else mean @ weights
    return np.asarray((mean * other).sum(-1))


MEASURE = Measure(
    name="scott-pi",
    title=say("Scott’s pi"),
    about=say("For two coders; chance is that both use each value as often as they do on average."),
    formula="(p_o − p_e) / (1 − p_e), p_e = Σ w m_i m_j",
    source="Scott 1955",
    works_on="ratings",
    compute=scott_pi,
    options=(WEIGHTED,),
    of_pairs=True,
)
