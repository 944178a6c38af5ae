"""Cohen's kappa, plain and weighted."""

from __future__ import annotations

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Floats
from .chance import by_pairs
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Interval
from .weights import WEIGHTED, Weights

__all__ = ["MEASURE", "cohen_kappa", "greatest_kappa"]


def cohen_kappa(
    ratings: Ratings, *, weights: Weights = "identity", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """Two coders, each with margins of their own: ``p_e = Σ w r_i c_j`` (Cohen 1960; weighted 1968).

    Of more coders it is the mean over their pairs (Light 1971). The analytic error is that of Fleiss,
    Cohen & Everitt 1969. ``weights``: see :func:`.weights_of`.
    """
    return by_pairs("cohen-kappa", ratings, _expected, weights, interval)


def greatest_kappa(ratings: Ratings) -> float | None:
    """The greatest kappa that two coders with these margins could reach (Cohen 1960), ``None`` where
    kappa is not defined. Raises :class:`InvalidInput` for more or fewer than two coders."""
    if len(ratings.coders) != 2:
        raise InvalidInput("not-two-coders", "The greatest kappa is that of two coders.")
    both = ratings.of_coders(0, 1)
    total = both.size.sum()
    if not total:
        return None
    many = len(both.values)
    first, second = (np.bincount(row, both.size, many) / total for row in both.table)
    expected = float(first @ second)
    return None if expected >= 1 else float((np.minimum(first, second).sum() - expected) / (1 - expected))  # fmt: skip


def _expected(first: Floats, second: Floats, weights: Floats | None) -> Floats:
    other = second if weights is None else second @ weights.T
    return np.asarray((first * other).sum(-1))


MEASURE = Measure(
    name="cohen-kappa",
    title=say("Cohen’s kappa"),
    about=say("For two coders; chance is that each uses every value as often as that coder does."),
    formula="(p_o − p_e) / (1 − p_e), p_e = Σ w r_i c_j",
    source="Cohen 1960, 1968",
    works_on="ratings",
    compute=cohen_kappa,
    options=(WEIGHTED,),
    of_pairs=True,
)
