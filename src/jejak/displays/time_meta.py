"""Time-ordered meta-matrix: periods by cases."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_miles
from .presets import cases, crossed, periods
from .skeleton import CELL, PERIOD, QUOTES

__all__ = ["KIND"]

KIND = DisplayKind(
    name="time-ordered-meta-matrix",
    title=say("Time-ordered meta-matrix"),
    purpose="order",
    about=say(
        "Use it to lay the cases beside one another in time: what each says in each period, "
        "and where there is no material at all."
    ),
    source=in_miles(say("time-ordered meta-matrix")),
    settings=(
        PERIOD,
        CELL,
        QUOTES,
    ),
    compute=crossed("time-ordered-meta-matrix", say("Periods by cases"), [periods], cases),
    example={"period": "month"},
    shown="words",
)
