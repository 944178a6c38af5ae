"""Dates as far as they are known: a day, a month, a year, a stretch from one to another, or nothing.

The exact form is that of ISO 8601: ``2020-05-03``, ``2020-05``, ``2020``, ``2019-11/2020-05``; an end
that is not known is two points (``2020/..``: 2020 or later, ``../2020``: 2020 or earlier); what is not
known at all is an empty text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import InvalidInput
from .message import Message, say

__all__ = ["MONTHS", "UNKNOWN", "When", "exact_when", "kept_when", "period", "read_when"]

_EXACT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_OPEN = {"..", ""}
MONTHS: tuple[Message, ...] = (
    say("January"), say("February"), say("March"), say("April"), say("May"), say("June"),
    say("July"), say("August"), say("September"), say("October"), say("November"),
    say("December"),
)  # fmt: skip
_SPELT = {
    name: number
    for number, names in enumerate(
        (
            "january januari jan", "february februari pebruari feb peb", "march maret mar",
            "april apr", "may mei", "june juni jun", "july juli jul",
            "august agustus aug agu agt ags", "september sep sept",
            "october oktober oct okt", "november nopember nov nop",
            "december desember dec des",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_LATER = re.compile(r"(?:(after|setelah|sesudah)|since|from|sejak|mulai)\s+(.+)")
_EARLIER = re.compile(r"(?:(before|sebelum)|until|till|sampai|hingga)\s+(.+)")
_OR = re.compile(r"(.+?)\s+(?:or|atau)\s+(later|after|earlier|before|sesudahnya|sebelumnya)")
_AFTERWARDS = {"later", "after", "sesudahnya"}
_BETWEEN = re.compile(r"\s*(?:/|–|—|\s-\s|\bto\b|\buntil\b|\bsampai\b|\bhingga\b)\s*")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\.?\s+)?([a-z]+)\.?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2}),\s*(\d{4})")
_NUMBERS = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class When:
    """A partly known date: ``begin`` and ``end`` in their exact form, the same for one date.

    ``None`` is an end that is open; both are ``None`` where nothing is known.
    """

    begin: str | None = None
    end: str | None = None

    def __str__(self) -> str:
        if self.begin == self.end:
            return self.begin or ""
        return f"{self.begin or '..'}/{self.end or '..'}"

    @property
    def known(self) -> bool:
        """Whether anything is known of it."""
        return self.begin is not None or self.end is not None

    @property
    def first(self) -> date | None:
        """The earliest day it can mean; ``None`` where it can be any."""
        return None if self.begin is None else _days(self.begin)[0]

    @property
    def last(self) -> date | None:
        """The latest day it can mean; ``None`` where it can be any."""
        return None if self.end is None else _days(self.end)[1]

    @property
    def order(self) -> tuple[int, int, int]:
        """What it is sorted by: the earliest day it is known by, then the latest; what began at an
        unknown time stands where it ended, and what is unknown comes last."""
        anchor = self.begin or self.end
        if anchor is None:
            return (1, 0, 0)
        last = date.max if self.last is None else self.last
        return (0, _days(anchor)[0].toordinal(), last.toordinal())

    def surely_before(self, other: When) -> bool:
        """Whether every day it can mean lies before every day that the other can mean."""
        return self.last is not None and other.first is not None and self.last < other.first

    def meets(self, first: date, last: date) -> bool:
        """Whether it can mean a day from ``first`` to ``last``, the last included."""
        if not self.known:
            return False
        return (self.first or date.min) <= last and first <= (self.last or date.max)

    def lies_in(self, first: date, last: date) -> bool:
        """Whether every day it can mean lies from ``first`` to ``last``, the last included."""
        if self.first is None or self.last is None:
            return False
        return first <= self.first and self.last <= last

    def words(self) -> Message:
        """It as people read it: “3 May 2020”, “May 2020 – June 2021”, “2020 or later”."""
        if self.begin is None and self.end is None:
            return say("date not known")
        if self.begin is None:
            return say("{date} or earlier", date=_words(str(self.end)))
        if self.end is None:
            return say("{date} or later", date=_words(self.begin))
        if self.begin == self.end:
            return _words(self.begin)
        return say("{begin} – {end}", begin=_words(self.begin), end=_words(self.end))


UNKNOWN = When()


def read_when(text: str) -> When:
    """A partly known date from its exact form or from the usual ways of writing one in English or
    Indonesian: ``3 May 2020``, ``Mei 2020``, ``since 2020``, ``2019 – 2020``, ``03.05.2020``. What is
    *before* or *after* a date leaves it out (``before 2019``: 2018 or earlier); what is *since* or
    *until* it takes it in.

    Raises :class:`InvalidInput` where it is none.
    """
    found = _read(" ".join(text.casefold().split()))
    if found is None:
        raise InvalidInput(
            "not-a-date",
            f"“{text}” is no date.",
            "Use 2020, 2020-05, 2020-05-01, 2019/2020, 2020/.. (or later) or ../2020 (or earlier).",
        )
    return found


def exact_when(text: str) -> str:
    """A partly known date in its exact form. Raises :class:`InvalidInput` where it is none."""
    return str(read_when(text))


def kept_when(text: str) -> When:
    """A date as it was kept; one that another program wrote wrongly is not known."""
    try:
        return read_when(text)
    except InvalidInput:
        return UNKNOWN


def period(since: str, until: str) -> Callable[[str], bool]:
    """Tells of dates as they are kept whether they may lie from one date to another; all do where
    neither is said, and what is not known lies in no period. Raises :class:`InvalidInput`."""
    begin, end = read_when(since), read_when(until)
    if not begin.known and not end.known:
        return lambda _: True
    first, last = begin.first or date.min, end.last or date.max
    return lambda kept: kept_when(kept).meets(first, last)


def _read(text: str) -> When | None:
    if not text:
        return UNKNOWN
    one = _point(text)
    if one is not None:
        return When(one, one)
    for pattern, later in ((_LATER, True), (_EARLIER, False)):
        if found := pattern.fullmatch(text):
            return _open(found[2], later=later, beyond=found[1] is not None)
    if found := _OR.fullmatch(text):
        return _open(found[1], later=found[2] in _AFTERWARDS)
    parts = _BETWEEN.split(text)
    return _between(*parts) if len(parts) == 2 else None


def _open(text: str, *, later: bool, beyond: bool = False) -> When | None:
    point = _point(text)
    if point is not None and beyond:
        point = _next(point, 1 if later else -1)
    if point is None:
        return None
    return When(point, None) if later else When(None, point)


def _between(left: str, right: str) -> When | None:
    begin, end = (None if part in _OPEN else _point(part) for part in (left, right))
    unread = (begin is None and left not in _OPEN) or (end is None and right not in _OPEN)
    if unread or (begin is None and end is None):
        return None
    if begin is not None and end is not None and _days(end)[1] < _days(begin)[0]:
        return None
    return When(begin, end)


def _point(text: str) -> str | None:
    """One date of any precision in its exact form, or ``None``."""
    day: str | None
    month: str | int | None
    if found := _EXACT.fullmatch(text):
        year, month, day = found.groups()
    elif found := _NUMBERS.fullmatch(text):
        day, month, year = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], _SPELT.get(found[2], 0), found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        day, month, year = found[2], _SPELT.get(found[1], 0), found[3]
    else:
        return None
    return _exact(
        int(year), None if month is None else int(month), None if day is None else int(day)
    )


def _exact(year: int, month: int | None, day: int | None) -> str | None:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]
    return "-".join(parts)


def _next(point: str, step: int) -> str | None:
    """The date of the same precision after (1) or before (-1) one; ``None`` at the ends of time."""
    parts = [int(part) for part in point.split("-")]
    if len(parts) == 1:
        return _exact(parts[0] + step, None, None)
    if len(parts) == 2:
        months = parts[0] * 12 + parts[1] - 1 + step
        return _exact(months // 12, months % 12 + 1, None)
    try:
        return (date(*parts) + timedelta(step)).isoformat()
    except OverflowError:
        return None


def _days(point: str) -> tuple[date, date]:
    """The first and the last day that an exact date can mean."""
    parts = [int(part) for part in point.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    year, month = parts[0], parts[1:]
    until = month[0] if month else 12
    first = date(year, month[0] if month else 1, 1)
    return first, date(year, until, monthrange(year, until)[1])


def _words(point: str) -> Message:
    parts = [int(part) for part in point.split("-")]
    year = str(parts[0])
    if len(parts) == 1:
        return say("{year}", year=year)
    month = MONTHS[parts[1] - 1]
    if len(parts) == 2:
        return say("{month} {year}", month=month, year=year)
    return say("{day} {month} {year}", day=str(parts[2]), month=month, year=year)
