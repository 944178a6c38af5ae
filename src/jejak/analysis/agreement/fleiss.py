"""Fleiss' kappa."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Floats
from .chance import by_chance, safe
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Interval
from .weights import WEIGHTED, Weights

__all__ = ["MEASURE", "FleissValues", "fleiss_by_value", "fleiss_kappa"]


def fleiss_kappa(
    ratings: Ratings, *, weights: Weights = "identity", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """Any number of coders, who need not be the same for each unit: ``p_e = Σ w π_k π_l`` (Fleiss 1971;
    with gaps and weights Gwet 2014)."""
    return by_chance("fleiss-kappa", ratings, _expected, weights, interval)


def _expected(shares: Floats, weights: Floats | None) -> Floats:
    other = shares if weights is None else shares @ (weights + weights.T) / 2
    return np.asarray((shares * other).sum(1))


@dataclass(frozen=True, slots=True)
class FleissValues:
    """Kappa of each value against all others, and the standard error of the whole under the
    hypothesis that coders agree by chance alone."""

    kappa: Floats
    error_by_chance: float


def fleiss_by_value(ratings: Ratings) -> FleissValues:
    """``κ_j = 1 − Σ_i n_ij (n − n_ij) / (N n (n−1) p_j (1−p_j))``, NaN for a value nobody gave, and the
    error of Fleiss, Nee & Landis 1979. Raises :class:`InvalidInput` unless every unit was coded by
    equally many."""
    seen = ratings.seen()
    if not len(seen) or seen.min() != seen.max() or seen[0] < 2:
        raise InvalidInput("uneven-units", "Every unit must have been coded by equally many.")
    n, units = int(seen[0]), float(ratings.size.sum())
    counts = np.stack([(ratings.table == k).sum(0) for k in range(len(ratings.values))], 1)
    share = (counts * ratings.size[:, None]).sum(0) / (units * n)
    apart = (counts * (n - counts) * ratings.size[:, None]).sum(0)
    kappa = 1 - safe(apart, units * n * (n - 1) * share * (1 - share))
    spread = float((share * (1 - share)).sum())
    inner = spread**2 - float((share * (1 - share) * (1 - 2 * share)).sum())
    error = np.sqrt(2 * inner / (units * n * (n - 1))) / spread if spread else np.nan
    return FleissValues(kappa, float(error))


MEASURE = Measure(
    name="fleiss-kappa",
    title=say("Fleiss’ kappa"),
    about=say(
        "For any number of coders; chance is how often each value was given by all together."
    ),
    formula="(p_o − p_e) / (1 − p_e), p_e = Σ w π_k π_l",
    source="Fleiss 1971; Gwet 2014",
    works_on="ratings",
    compute=fleiss_kappa,
    options=(WEIGHTED,),
)
