"""Comparing the values of attributes: as text, numbers, dates, times or yes and no.

The type of the attribute decides, not the look of the value; a rating is as high as its level stands. What is not known compares to nothing:
every comparison with it is false, ``!=`` included.

A date of less than full precision is a period: ``2020-05`` is all of May. A value equals a period
when it lies inside it, is before (``<``) when it begins before the period, after (``>``) when it
begins once the period is over; ``<=`` and ``>=`` take the period in. Dates are of UTC.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from ...errors import InvalidInput
from ...model.identity import name_key, to_millis
from ...model.query import Compare
from ..spans import Bools

__all__ = ["canonical", "number_mask", "number_of", "period_mask", "period_of", "value_test"]

_Test = Callable[[str], bool]
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?", re.ASCII)
_TRUE = frozenset({"true", "yes", "ya", "1"})
_FALSE = frozenset({"false", "no", "tidak", "0"})
_END_OF_TIME = to_millis(datetime.max) + 1  # noqa: DTZ901  (UTC is assumed by to_millis)
_DAY = 86_400_000

_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": lambda value, limit: value < limit,
    "<=": lambda value, limit: value <= limit,
    ">": lambda value, limit: value > limit,
    ">=": lambda value, limit: value >= limit,
}


def value_test(comparison: Compare, kind: str, options: Sequence[str] = ()) -> _Test:
    """Whether a known value (as text) of an attribute of type ``kind`` passes; a *rating* is compared
    by its place among the ``options``.

    Raises :class:`InvalidInput` (``query-type``) where the query's value is not of that type, or
    the operator makes no sense for it.
    """
    operator, values = comparison.operator, comparison.values
    if operator == "contains":
        part = _folded(values[0])
        return lambda value: part in _folded(value)
    read = _levels(options) if kind == "rating" else _READERS.get(kind)
    if kind == "date":
        return _date_test(comparison)
    if read is None:
        return _text_test(operator, values)
    expected = f"one of {', '.join(options)}" if kind == "rating" else _KINDS[kind]
    limits = tuple(_limit(comparison, text, expected, read) for text in values)
    if operator in _ORDER:
        if kind == "boolean":
            raise _unfit(comparison, "Yes and no have no order")
        return _known(read, lambda value: _ORDER[operator](value, limits[0]))
    wanted = operator != "!="
    return _known(read, lambda value: (value in limits) == wanted)


def _levels(options: Sequence[str]) -> Callable[[str], float | None]:
    places = {name_key(option): float(place) for place, option in enumerate(options)}
    return lambda text: places.get(name_key(text))


def _known(read: Callable[[str], float | None], test: Callable[[float], bool]) -> _Test:
    def passes(text: str) -> bool:
        value = read(text)
        return value is not None and test(value)

    return passes


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _text_test(operator: str, values: tuple[str, ...]) -> _Test:
    keys = tuple(name_key(value) for value in values)
    if operator in ("<", "<=", ">", ">="):
        return {
            "<": lambda value: name_key(value) < keys[0],
            "<=": lambda value: name_key(value) <= keys[0],
            ">": lambda value: name_key(value) > keys[0],
            ">=": lambda value: name_key(value) >= keys[0],
        }[operator]
    wanted = operator != "!="
    return lambda value: (name_key(value) in keys) == wanted


def _date_test(comparison: Compare) -> _Test:
    periods = tuple(_period(comparison, value) for value in comparison.values)
    test = _PERIODS[comparison.operator]

    def passes(text: str) -> bool:
        value = period_of(text)
        return value is not None and test(value, periods)

    return passes


_Period = tuple[int, int]


def _inside(value: _Period, periods: tuple[_Period, ...]) -> bool:
    return any(begin <= value[0] and value[1] <= finish for begin, finish in periods)


_PERIODS: dict[str, Callable[[_Period, tuple[_Period, ...]], bool]] = {
    "=": _inside,
    "in": _inside,
    "!=": lambda value, periods: not _inside(value, periods),
    "<": lambda value, periods: value[0] < periods[0][0],
    "<=": lambda value, periods: value[0] < periods[0][1],
    ">": lambda value, periods: value[0] >= periods[0][1],
    ">=": lambda value, periods: value[0] >= periods[0][0],
}


def period_of(text: str) -> _Period | None:
    """The milliseconds ``[from, to)`` that a date of any precision covers, or ``None``."""
    found = _DATE.fullmatch(text.strip())
    try:
        if not found:
            moment = to_millis(datetime.fromisoformat(text.strip()))
            return moment, moment + 1
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None:
            return None
        begin = _millis(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    if day:
        return begin, begin + _DAY
    return begin, _month_after(year, month) if month else _month_after(year, 12)


def _millis(year: int, month: int, day: int) -> int:
    return to_millis(datetime(year, month, day))  # noqa: DTZ001  (UTC is assumed by to_millis)


def _month_after(year: int, month: int) -> int:
    if (year, month) == (9999, 12):
        return _END_OF_TIME
    return _millis(year + month // 12, month % 12 + 1, 1)


def number_of(text: str) -> float | None:
    """A finite number, or ``None``."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if np.isfinite(value) else None


def _time_of(text: str) -> float | None:
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    return int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3] or 0)


def _boolean_of(text: str) -> float | None:
    key = name_key(text)
    return 1.0 if key in _TRUE else 0.0 if key in _FALSE else None


_READERS: dict[str, Callable[[str], float | None]] = {
    "number": number_of,
    "time": _time_of,
    "boolean": _boolean_of,
}


def canonical(text: str, kind: str) -> float | str | tuple[int, int]:
    """What two values of an attribute of type ``kind`` share when they are the same value: ``31``
    and ``31.0`` as numbers, ``Ya`` and ``yes`` as truth, one period as dates, one name as text."""
    if kind == "date":
        period = period_of(text)
        return name_key(text) if period is None else period
    read = _READERS.get(kind)
    value = None if read is None else read(text)
    return name_key(text) if value is None else value


_KINDS = {"number": "a number", "time": "a time such as 14:30", "boolean": "yes or no",
          "date": "a date such as 2020-05-01, 2020-05 or 2020"}  # fmt: skip


def _limit(
    comparison: Compare, text: str, expected: str, read: Callable[[str], float | None]
) -> float:
    value = read(text)
    if value is None:
        raise _unfit(comparison, f"“{text}” is not {expected}")
    return value


def _period(comparison: Compare, text: str) -> _Period:
    period = period_of(text)
    if period is None:
        raise _unfit(comparison, f"“{text}” is not {_KINDS['date']}")
    return period


def _unfit(comparison: Compare, why: str) -> InvalidInput:
    return InvalidInput("query-type", f"{why}, in “{comparison}”.")


def number_mask(comparison: Compare, column: NDArray[np.floating]) -> Bools:
    """Which numbers of a column pass; NaN is not known."""
    if comparison.operator == "contains":
        raise _unfit(comparison, "Numbers contain nothing")
    limits = [_limit(comparison, text, _KINDS["number"], number_of) for text in comparison.values]
    known: Bools = ~np.isnan(column)
    if comparison.operator in _ORDER:
        return known & _compared(comparison.operator, column, limits[0])
    return known & np.isin(column, limits, invert=comparison.operator == "!=")


def period_mask(comparison: Compare, column: NDArray[np.int64]) -> Bools:
    """Which moments of a column (ms since 1970) pass."""
    if comparison.operator == "contains":
        raise _unfit(comparison, "Dates contain nothing")
    periods = [_period(comparison, text) for text in comparison.values]
    begin, finish = periods[0]
    if comparison.operator in _ORDER:
        limit = finish if comparison.operator in ("<=", ">") else begin
        return column < limit if comparison.operator[0] == "<" else column >= limit
    mask = np.zeros(len(column), np.bool_)
    for begin, finish in periods:
        mask |= (column >= begin) & (column < finish)
    return ~mask if comparison.operator == "!=" else mask


def _compared(operator: str, column: NDArray[np.floating], limit: float) -> Bools:
    if operator[0] == "<":
        return column < limit if operator == "<" else column <= limit
    return column > limit if operator == ">" else column >= limit
