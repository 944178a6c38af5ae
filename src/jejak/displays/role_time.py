"""Role-by-time matrix: roles by time."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import crossed, periods, roles
from .skeleton import CELL, PERIOD, QUOTES, ROLE

__all__ = ["KIND"]

KIND = DisplayKind(
    name="role-by-time-matrix",
    title=say("Role-by-time matrix"),
    purpose="order",
    about=say(
        "Use it to see when which role comes in, and whether what a role says changes as time "
        "goes on."
    ),
    source=in_chapter("order", say("role-by-time matrix")),
    settings=(
        ROLE,
        PERIOD,
        CELL,
        QUOTES,
    ),
    compute=crossed("role-by-time-matrix", say("Roles by time"), [roles], periods),
    example={"role": "case.peran"},
    shown="words",
)
