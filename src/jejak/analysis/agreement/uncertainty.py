"""How sure a coefficient is: samples drawn anew, each one left out, or by the formula's slope.

Every coefficient here is a function of sums over groups (units, or the sources they stand in). What
is drawn, left out or weighed are those sums, so that no sample is ever laid out unit by unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import Any

import numpy as np

from ...errors import InvalidInput
from ...model.message import Message
from ..spans import Floats, Ints
from .coefficient import Coefficient

__all__ = ["BOOTSTRAP", "FEWEST", "METHODS", "NO_INTERVAL", "Additive", "Interval", "judged"]

METHODS = ("bootstrap", "jackknife", "analytic")
FEWEST = 10
# Draws times groups that are held at once.
_AT_A_TIME = 4_000_000
# From so many groups on it pays to count equal ones.
_MANY = 2_000
_STEP = 1e-5
Finish = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True)
class Interval:
    """How an interval is found: ``method`` is one of :data:`METHODS` or empty for none.

    ``bootstrap`` draws groups with replacement ``samples`` times from ``seed`` and takes percentiles
    (Efron 1979); ``jackknife`` leaves each group out once (Quenouille, Tukey 1958); ``analytic``
    takes the slope of the coefficient in each group (the delta method), which gives the published
    standard errors: Fleiss, Cohen & Everitt 1969 for kappa, Gwet 2008 for the others.
    """

    method: str = "bootstrap"
    confidence: float = 0.95
    samples: int = 1_000
    seed: int = 1

    def __post_init__(self) -> None:
        if self.method and self.method not in METHODS:
            raise InvalidInput(
                "unknown-interval",
                f"There is no interval by “{self.method}”.",
                f"Use: {', '.join(METHODS)}.",
            )
        if not 0 < self.confidence < 1:
            raise InvalidInput("wrong-confidence", "Confidence lies between 0 and 1: 0.95, say.")
        if not 1 <= self.samples <= 1_000_000:
            raise InvalidInput("wrong-samples", "Between 1 and 1,000,000 samples can be drawn.")


BOOTSTRAP = Interval()
NO_INTERVAL = Interval(method="")


@dataclass(frozen=True, slots=True)
class Additive:
    """A coefficient as sums by group (``parts[group, part]``) and what to make of their total.

    ``finish`` takes rows of totals and gives a value for each, NaN where there is none. ``corrected``
    says whether the analytic error divides by ``n - 1`` (Gwet) or ``n`` (Fleiss, Cohen & Everitt);
    ``slopes`` are the parts it is found from, where they are others.
    """

    parts: Floats
    finish: Finish
    corrected: bool = True
    slopes: Floats | None = None

    def value(self) -> float:
        """The coefficient of everything; NaN where it is not defined."""
        return float(self.finish(self.parts.sum(0)[None, :])[0])


def judged(
    measure: str,
    additive: Additive | None,
    reason: Message | None,
    interval: Interval,
    facts: Mapping[str, Any],
) -> Coefficient:
    """The coefficient with its interval; undefined, for the reason, where it has no value."""
    value = np.nan if additive is None else additive.value()
    if additive is None or not np.isfinite(value):
        return Coefficient(measure=measure, value=None, reason=reason, **facts)
    told: dict[str, Any] = {"groups": len(additive.parts), "confidence": interval.confidence}
    if interval.method and len(additive.parts) > 1:
        told |= _bounds(additive, value, interval)
    return Coefficient(measure=measure, value=value, **{**facts, **told})


def _bounds(additive: Additive, value: float, interval: Interval) -> dict[str, Any]:
    if len(additive.parts) < FEWEST:
        left = _left_out(additive.finish, additive.parts)
        known = left[np.isfinite(left)]
        return {"without_one": (float(known.min()), float(known.max())) if len(known) else None}
    if interval.method == "bootstrap":
        return _bootstrap(additive, interval)
    find = _jackknife if interval.method == "jackknife" else _analytic
    error = find(additive)
    if not np.isfinite(error):
        return {}
    reach = _normal(0.5 + interval.confidence / 2) * error
    return {
        "interval": interval.method,
        "error": error,
        "low": value - reach,
        "high": min(value + reach, 1.0),
    }


def _bootstrap(additive: Additive, interval: Interval) -> dict[str, Any]:
    parts, times = _kinds(additive.parts)
    drawn = np.empty(interval.samples)
    run = max(_AT_A_TIME // len(parts), 1)
    for at in range(0, interval.samples, run):
        many = min(run, interval.samples - at)
        drawn[at : at + many] = additive.finish(_dealt(times, many, interval.seed, at) @ parts)
    known = drawn[np.isfinite(drawn)]
    told = {
        "samples": interval.samples,
        "seed": interval.seed,
        "undefined": interval.samples - len(known),
    }
    if len(known) < 2:
        return told
    tail = (1 - interval.confidence) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return {
        **told,
        "interval": "bootstrap",
        "low": float(low),
        "high": float(high),
        "error": float(known.std(ddof=1)),
    }


def _kinds(parts: Floats) -> tuple[Floats, tuple[int, ...]]:
    """Groups that are equal are drawn as one kind, with how many there are of it."""
    if len(parts) < _MANY:
        return parts, (1,) * len(parts)
    kinds, times = np.unique(parts, axis=0, return_counts=True)
    return kinds, tuple(times.tolist())


@lru_cache(maxsize=4)
def _dealt(times: tuple[int, ...], many: int, seed: int, at: int) -> Floats:
    """How often each kind is drawn in each sample; kept, for all codes of a study draw alike."""
    number = sum(times)
    draw = np.random.default_rng((seed, at))
    chances = np.asarray(times, float) / number
    return draw.multinomial(number, chances, many).astype(float)


def _left_out(finish: Finish, parts: Floats) -> Floats:
    return finish(parts.sum(0) - parts)


def _jackknife(additive: Additive) -> float:
    parts, times = _kinds(additive.parts)
    many: Ints = np.asarray(times)
    number = int(many.sum())
    left = additive.finish((parts * many[:, None]).sum(0) - parts)
    middle = (left * many).sum() / number
    return float(np.sqrt((number - 1) / number * ((left - middle) ** 2 * many).sum()))


def _analytic(additive: Additive) -> float:
    """The root of the summed squares of each group's influence: the infinitesimal jackknife."""
    parts, times = _kinds(additive.parts if additive.slopes is None else additive.slopes)
    many: Ints = np.asarray(times)
    number, total = int(many.sum()), (parts * many[:, None]).sum(0)
    above, below = (additive.finish(total + side * _STEP * parts) for side in (1, -1))
    slope = (above - below) / (2 * _STEP)
    slope -= (slope * many).sum() / number
    factor = number / (number - 1) if additive.corrected else 1.0
    return float(np.sqrt(factor * (slope**2 * many).sum()))


def _normal(share: float) -> float:
    """The standard normal quantile."""
    return NormalDist().inv_cdf(share)
