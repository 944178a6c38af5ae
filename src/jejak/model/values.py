"""Attribute values in the exact form of their type, from whatever way people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from math import isfinite

from ..errors import InvalidInput
from .case import Attribute
from .identity import name_key
from .when import kept_when

__all__ = ["date_order", "exact_value", "guess_type"]

_WRITTEN_DATE = re.compile(r"(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")
_TRUE = ["true", "yes", "ya", "1", "benar"]
_FALSE = ["false", "no", "tidak", "0", "salah"]


def exact_value(attribute: Attribute, value: str, order: str = "") -> str:
    """A value in its type's exact form. Raises :class:`InvalidInput` where it is of another type.

    ``order`` says how a date with slashes is meant where it could be either: ``dmy`` or ``mdy``.
    """
    try:
        return _EXACT.get(attribute.type, _plain)(value.strip(), attribute, order)
    except ValueError:
        raise InvalidInput(
            "bad-value", f"“{value}” is no {attribute.type} for “{attribute.name}”."
        ) from None


def guess_type(values: Iterable[str]) -> str:
    """The type that all values of a column have: number, date, time or boolean; else text."""
    filled = [value for value in values if value.strip()]
    order = date_order(filled)
    for type_ in ("number", "date", "time", "boolean") if filled else ():
        probe = Attribute(name="?", type=type_)
        if all(_is(probe, value, order) for value in filled):
            return type_
    return "text"


def date_order(values: Iterable[str]) -> str:
    """What order the dates of a column are written in, where some of them show it: ``dmy``, ``mdy``
    or nothing."""
    seen = set()
    for value in values:
        found = _WRITTEN_DATE.fullmatch(value.strip())
        if found and found[2] == "/" and len(found[4]) == 4:
            first, second = int(found[1]), int(found[3])
            seen |= {"dmy"} if first > 12 else {"mdy"} if second > 12 else set()
    return seen.pop() if len(seen) == 1 else ""


def _is(attribute: Attribute, value: str, order: str) -> bool:
    # A number such as 007 is rather a name.
    if attribute.type == "number" and re.match(r"[+-]?0\d", value.strip()):
        return False
    try:
        exact_value(attribute, value, order)
    except InvalidInput:
        return False
    return True


def _plain(value: str, _attribute: Attribute, _order: str) -> str:
    return value


def _number(value: str, _attribute: Attribute, _order: str) -> str:
    if not re.fullmatch(r"[+-]?[\d.,\s\u00a0\u202f']*\d[\d.,]*(e[+-]?\d+)?", value, re.IGNORECASE):
        raise ValueError(value)
    number = float(_points(re.sub(r"[\s\u00a0\u202f']", "", value)))
    if not isfinite(number):
        raise ValueError(value)
    return str(int(number)) if number.is_integer() else repr(number)


def _points(value: str) -> str:
    """Of two separators the last parts the whole from the rest; one that repeats groups digits."""
    last = max(value.rfind("."), value.rfind(","))
    if last < 0:
        return value
    sign = value[last]
    other = "," if sign == "." else "."
    whole, _, rest = value.partition(sign)
    if value.count(sign) > 1:
        _check_groups(value, sign)
        return value.replace(sign, "")
    if other in whole:
        _check_groups(whole, other)
    return f"{whole.replace(other, '')}.{rest}"


def _check_groups(value: str, sign: str) -> None:
    if not re.fullmatch(rf"[+-]?\d{{1,3}}(\{sign}\d{{3}})+", value):
        raise ValueError(value)


def _date(value: str, _attribute: Attribute, order: str) -> str:
    value = _MIDNIGHT.sub("", value)
    found = _WRITTEN_DATE.fullmatch(value)
    if found is None or len(found[1]) == 4:
        return _day_or_longer(value)
    if len(found[4]) != 4:
        raise ValueError(value)
    first, second = int(found[1]), int(found[3])
    day_first = found[2] != "/" or first > 12 or (order == "dmy" and second <= 12)
    if not day_first and second <= 12 and order != "mdy" and first != second:
        raise ValueError(value)
    day, month = (first, second) if day_first else (second, first)
    return date(int(found[4]), month, day).isoformat()


def _day_or_longer(value: str) -> str:
    """A day, or a month or year where no more is known."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        when = kept_when(value)
    if when.begin is None or when.begin != when.end:
        raise ValueError(value)
    return when.begin


def _time(value: str, _attribute: Attribute, _order: str) -> str:
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?", value)
    if found is None:
        return time.fromisoformat(value).isoformat()
    return time(int(found[1]), int(found[2]), int(found[3] or 0)).isoformat()


def _boolean(value: str, _attribute: Attribute, _order: str) -> str:
    for words, meaning in ((_TRUE, "true"), (_FALSE, "false")):
        if value.casefold() in words:
            return meaning
    raise ValueError(value)


def _choice(value: str, attribute: Attribute, _order: str) -> str:
    for option in attribute.options:
        if name_key(option) == name_key(value):
            return option
    raise ValueError(value)


_EXACT = {
    "number": _number, "date": _date, "time": _time, "boolean": _boolean, "list": _choice,
    "rating": _choice,
}  # fmt: skip
