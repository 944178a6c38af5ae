"""What a cell of a matrix says of the codings in it: a number for each of many places at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...analysis.association import share
from ...analysis.counting import Placed
from ...analysis.spans import Floats, Ints
from ...errors import InvalidInput
from ...model.message import Message, say
from ...model.shape import NumberForm
from ...registry import Registry

__all__ = ["ALL_THESE", "REDUCERS", "Reducer", "reducer_of"]

Count = Callable[[Placed, Callable[[], Ints]], Floats]

_ALL_COLUMNS = say("All columns, each counted once")
_ALL_ROWS = say("All rows, each counted once")
ALL_THESE = say("All of these, each counted once")


@dataclass(frozen=True, slots=True)
class Reducer:
    """How codings become a number. ``count`` takes them by places, and what tells how many cases
    have material in each; NaN where the question cannot be asked. ``of_row`` and ``of_column`` say
    what totals count, ``of_group`` what subtotals do.

    ``total`` is for totals where it is not the same: ``"whole"`` counts a row over everything, shown
    or not; ``"there"`` counts the cells that are not 0. ``absent``: what a place without codings
    means, a 0 or no number at all. ``rates``: it says levels of cases instead
    (:class:`~jejak.displays.matrix.rated.Rated`), and ``counted`` what those are that count.
    ``timed``: only what was recorded is material for it.
    """

    name: str
    title: Message
    unit: Message
    count: Count
    of_row: Message = _ALL_COLUMNS
    of_column: Message = _ALL_ROWS
    number: NumberForm = "count"
    total: str = ""
    absent: float = 0
    rates: bool = False
    timed: bool = False
    counted: Message | None = None
    of_group: Message = ALL_THESE


def reducer_of(name: str) -> Reducer:
    """The reducer of that name. Raises :class:`InvalidInput`, listing those there are."""
    if name not in REDUCERS.names():
        raise InvalidInput(
            "unknown-reducer",
            f"A cell cannot hold “{name}”.",
            f"There are: {', '.join(REDUCERS.names())}.",
        )
    return REDUCERS.get(name)


def _field(name: str) -> Count:
    return lambda placed, _: np.asarray(getattr(placed, name), np.float64)


def _cases(placed: Placed, cases: Callable[[], Ints]) -> Floats:
    return np.where(cases() > 0, placed.cases.astype(np.float64), np.nan)


def _share(placed: Placed, cases: Callable[[], Ints]) -> Floats:
    return share(placed.cases, cases())


def _presence(placed: Placed, _: Callable[[], Ints]) -> Floats:
    return (placed.codings > 0).astype(np.float64)


CODINGS = Reducer("codings", say("Codings"), say("number of codings"), _field("codings"))
SEGMENTS = Reducer(
    "segments", say("Segments"), say("number of different segments"), _field("segments")
)
CASES = Reducer("cases", say("Cases"), say("number of different cases"), _cases)
SHARE = Reducer(
    "share of cases",
    say("Share of cases"),
    say("share of the cases with material there"),
    _share,
    say("Of all cases"),
    say("With anything in the rows shown"),
    number="share",
    total="whole",
    of_group=say("Share over all of these"),
)
SOURCES = Reducer("sources", say("Sources"), say("number of different sources"), _field("sources"))
PRESENCE = Reducer(
    "presence",
    say("Presence"),
    say("whether there is any coding"),
    _presence,
    say("Columns with anything"),
    say("Rows with anything"),
    number="presence",
    total="there",
    of_group=say("In any of these"),
)
CHARACTERS = Reducer(
    "characters",
    say("Characters"),
    say("characters of text, each counted once"),
    _field("characters"),
)
SECONDS = Reducer(
    "seconds",
    say("Seconds"),
    say("seconds of recordings, each counted once"),
    _field("seconds"),
    number="decimal",
    timed=True,
)
WEIGHT = Reducer(
    "weight",
    say("Median weight"),
    say("median weight of the codings that have one"),
    _field("weight"),
    say("Median over all columns"),
    say("Median over all rows"),
    number="decimal",
    absent=np.nan,
    of_group=say("Median over all of these"),
)

RATING = Reducer(
    "rating",
    say("Rating"),
    say("level of the case, or the median level of the group: its place among the levels, from 1"),
    lambda placed, _: np.full(len(placed.codings), np.nan),
    say("Median over all cases"),
    say("Median over all cases"),
    number="mixed",
    absent=np.nan,
    rates=True,
    counted=say("Ratings"),
    of_group=say("Median over all of these"),
)

REDUCERS: Registry[Reducer] = Registry(
    "reducers",
    {
        one.name: f"jejak.displays.matrix.reducers:{constant}"
        for constant, one in (
            ("CODINGS", CODINGS),
            ("SEGMENTS", SEGMENTS),
            ("CASES", CASES),
            ("SHARE", SHARE),
            ("SOURCES", SOURCES),
            ("PRESENCE", PRESENCE),
            ("CHARACTERS", CHARACTERS),
            ("SECONDS", SECONDS),
            ("WEIGHT", WEIGHT),
            ("RATING", RATING),
        )
    },
)
