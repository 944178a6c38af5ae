"""Saturation in other orders of the sources: whether the one they came in made it look as it does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...model.message import Message, say
from ..spans import Floats, Ints
from .incidence import Incidence
from .stopping import check_rule

__all__ = ["FEWEST", "Permuted", "permuted"]

FEWEST = 8
# Pairs of source and code that are put in order in about two seconds.
_MOST = 200_000_000


@dataclass(frozen=True, slots=True)
class Permuted:
    """Over ``draws`` orders: the ``median`` stop point of those that reached it, with the middle 95 %
    (``low``, ``high``); ``reached`` is their share. ``curve`` holds for each number of sources the 2.5th,
    50th and 97.5th percentile of the codes seen by then, ``mean`` the mean over all orders there are."""

    draws: int
    seed: int
    low: float | None
    median: float | None
    high: float | None
    reached: float
    curve: Floats
    mean: Floats
    reason: Message | None = None


def permuted(
    seen: Incidence,
    *,
    base: int = 4,
    run: int = 2,
    threshold: float = 0.05,
    draws: int = 1_000,
    seed: int = 1,
) -> Permuted:
    """The rule of :func:`.stopping` over sources dealt in random orders from a seed.

    With fewer than eight sources no stop point is given: the orders are too alike. Fewer draws are made
    where so many would take too long; at least 100. Raises as :func:`.check_rule`.
    """
    check_rule(base, run, threshold)
    draws = min(draws, max(_MOST // max(len(seen.code), 1), 100))
    draw = np.random.default_rng(seed)
    # In half as many bytes they are put in order in less time.
    curves = np.empty((draws, seen.sources), np.int32)
    points = np.full(draws, np.nan)
    begins = seen.begins
    for number in range(draws):
        new = seen.new(draw.permutation(seen.sources).astype(np.int32), begins)
        curves[number] = np.cumsum(new)
        points[number] = _point(new, base, run, threshold)
    curve = np.quantile(curves, [0.025, 0.5, 0.975], axis=0)
    mean = seen.expected(seen.sources)
    told = (draws, seed)
    if seen.sources < max(FEWEST, base + run):
        reason = say(
            "With fewer than {n} sources other orders tell nothing more.", n=max(FEWEST, base + run)
        )
        return Permuted(*told, None, None, None, 0.0, curve, mean, reason)
    known = points[np.isfinite(points)]
    if not len(known):
        reason = say("In no order was it reached.")
        return Permuted(*told, None, None, None, 0.0, curve, mean, reason)
    low, median, high = (float(one) for one in np.quantile(known, [0.025, 0.5, 0.975]))
    return Permuted(*told, low, median, high, len(known) / draws, curve, mean)


def _point(new: Ints, base: int, run: int, threshold: float) -> float:
    if len(new) < base + run or not new[:base].sum():
        return np.nan
    sums = np.convolve(new[base:], np.ones(run, np.int64), "valid")
    held = np.flatnonzero(sums <= threshold * new[:base].sum())
    return float(base + held[0]) if len(held) else np.nan
