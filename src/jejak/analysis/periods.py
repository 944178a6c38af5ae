"""Years, quarters, months, weeks and days: which of them a moment or a date lies in. All of UTC."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from ..model.when import When
from .query.compare import period_of
from .spans import Ints

__all__ = [
    "GRAINS",
    "label_of",
    "part_of",
    "period_number",
    "period_numbers",
    "values_of",
    "when_of",
]

GRAINS = ("year", "quarter", "month", "week", "day")

_UNITS = {"year": "Y", "quarter": "M", "month": "M", "week": "D", "day": "D"}


def period_numbers(moments: Ints, grain: str) -> Ints:
    """The number of the period of each moment (ms since 1970): periods that follow each other have
    numbers that do. Weeks begin on Mondays."""
    units = moments.astype("M8[ms]").astype(f"M8[{_UNITS[grain]}]").astype(np.int64)
    if grain == "quarter":
        return np.asarray(units // 3)
    return np.asarray((units + 3) // 7 if grain == "week" else units)


# Sources have few dates between them, asked for again and again.
@lru_cache(maxsize=50_000)
def period_number(text: str, grain: str) -> int | None:
    """The number of the period that a date lies in; ``None`` where it may lie in several (``2020``
    for months) and for what is no date."""
    period = period_of(text)
    if period is None:
        return None
    first, last = period_numbers(np.array([period[0], period[1] - 1]), grain).tolist()
    return int(first) if first == last else None


def label_of(number: int, grain: str) -> str:
    """How a period is written: ``2020``, ``2020-Q2``, ``2020-05``, ``2020-W19`` (ISO 8601),
    ``2020-05-04``."""
    if grain == "year":
        return f"{number + 1970:04d}"
    if grain == "quarter":
        return f"{number // 4 + 1970:04d}-Q{number % 4 + 1}"
    if grain == "month":
        return f"{number // 12 + 1970:04d}-{number % 12 + 1:02d}"
    if grain == "week":
        year, week, _ = _day(number * 7 - 3).isocalendar()
        return f"{year:04d}-W{week:02d}"
    return _day(number).isoformat()


def values_of(number: int, grain: str) -> tuple[str, ...]:
    """The dates that together are the period, as a query writes them: months of a quarter, days of a
    week."""
    if grain == "quarter":
        return tuple(label_of(number * 3 + month, "month") for month in range(3))
    if grain == "week":
        return tuple(_day(number * 7 - 3 + day).isoformat() for day in range(7))
    return (label_of(number, grain),)


def when_of(number: int, grain: str) -> str:
    """The period as a partly known date in its exact form: ``2020-04/2020-06`` for a quarter."""
    values = values_of(number, grain)
    return str(When(values[0], values[-1]))


def part_of(text: str) -> tuple[str, ...]:
    """The next finer dates inside one of a year or a month: its months or days; none of a day."""
    text = text.strip()
    if len(text) == 4:
        return tuple(f"{text}-{month:02d}" for month in range(1, 13))
    if len(text) == 7:
        days = calendar.monthrange(int(text[:4]), int(text[5:]))[1]
        return tuple(f"{text}-{day:02d}" for day in range(1, days + 1))
    return ()


def _day(number: int) -> date:
    return date(1970, 1, 1) + timedelta(days=number)
