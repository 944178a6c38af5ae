"""An axis of numbers: its ends, and round ticks with names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["NumberAxis", "number_axis"]


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """Numbers from ``low`` to ``high`` over ``length``; ``ticks`` are numbers that are named."""

    low: float
    high: float
    length: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Where a number stands."""
        return self.length * (value - self.low) / (self.high - self.low)


def number_axis(
    values: Sequence[float], length: float, *, whole: bool, room: float = 60
) -> NumberAxis:
    """The axis for some numbers, with round ticks at most one in each ``room``; from 0 where they
    begin near it, and with a little left free at both ends."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if 0 < low <= 0.25 * high:
        low = 0.0
    if high == low:
        low, high = low - 0.5, high + 0.5
    step = _step((high - low) / max(length // room, 1))
    if whole:
        step = max(step, 1.0)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    ticks = tuple(round(n * step, 10) for n in range(first, last + 1))
    pad = (high - low) * 0.06
    return NumberAxis(low - pad, high + pad, length, ticks)


def _step(rough: float) -> float:
    """The next of 1, 2, 5, 10, 20 and so on."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough * (1 - 1e-9))
