"""An axis of days: where its ticks stand, and what they are called in any language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ...i18n import translate
from ...model.message import say
from ...model.when import MONTHS

__all__ = ["TimeAxis", "time_axis"]

_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from ``first`` to ``last`` over ``width``; ``ticks`` are their places and names."""

    first: date
    last: date
    width: float
    ticks: tuple[tuple[float, str], ...]

    def at(self, day: date) -> float:
        """Where a day begins; what lies outside stands at the edge."""
        return _place(day, self.first, self.last, self.width)


def time_axis(first: date, last: date, width: float, language: str, room: float = 80) -> TimeAxis:
    """The axis for days from ``first`` to ``last``, with a tick in each ``room`` at most; a little is
    left free on both sides."""
    span = max((last - first).days, 1)
    pad = max(span // 40, 1)
    begin = _moved(first, -pad)
    end = _moved(last, pad + 1)
    most = max(int(width // room), 1)
    ticks = [
        (round(_place(day, begin, end, width), 1), name)
        for day, name in _ticks(begin, end, most, language)
    ]
    return TimeAxis(begin, end, width, tuple(ticks))


def _moved(day: date, days: int) -> date:
    number = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number)


def _place(day: date, first: date, last: date, width: float) -> float:
    share = (day.toordinal() - first.toordinal()) / max(last.toordinal() - first.toordinal(), 1)
    return width * min(max(share, 0.0), 1.0)


def _ticks(first: date, last: date, most: int, language: str) -> Iterator[tuple[date, str]]:
    days = (last - first).days
    for step in (1, 2, 7, 14):
        if days / step <= most:
            yield from _days(first, last, step, language)
            return
    months = (last.year - first.year) * 12 + last.month - first.month
    for step in (1, 2, 3, 6):
        if months / step <= most:
            yield from _months(first, last, step, language)
            return
    years = last.year - first.year
    step = next((step for step in _YEARS if years / step <= most), _YEARS[-1])
    for year in range(-(-first.year // step) * step, last.year + 1, step):
        if year >= 1 and first <= date(year, 1, 1) <= last:
            yield date(year, 1, 1), str(year)


def _days(first: date, last: date, step: int, language: str) -> Iterator[tuple[date, str]]:
    day = first
    while day <= last:
        month = translate(MONTHS[day.month - 1], language)
        yield day, translate(say("{day} {month}", day=str(day.day), month=month), language)
        if (date.max - day).days < step:
            return
        day += timedelta(step)


def _months(first: date, last: date, step: int, language: str) -> Iterator[tuple[date, str]]:
    number = first.year * 12 + first.month - 1
    number = -(-(number + (first.day > 1)) // step) * step
    while number // 12 <= min(last.year, date.max.year):
        day = date(number // 12, number % 12 + 1, 1)
        if day > last:
            return
        month = translate(MONTHS[day.month - 1], language)
        yield day, translate(say("{month} {year}", month=month, year=str(day.year)), language)
        number += step
