"""Role-ordered matrix: roles and their people by concepts."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import cases, concepts_across, crossed, roles
from .skeleton import CELL, CODES, QUOTES, ROLE, TOP

__all__ = ["KIND"]

KIND = DisplayKind(
    name="role-ordered-matrix",
    title=say("Role-ordered matrix"),
    purpose="describe",
    about=say(
        "Use it when people see things from different places: each role with its people, so "
        "that roles are compared, and people within one role."
    ),
    source=in_chapter("describe", say("role-ordered matrix")),
    settings=(
        ROLE,
        CODES,
        TOP,
        CELL,
        QUOTES,
    ),
    compute=crossed(
        "role-ordered-matrix",
        say("Roles and their people by concepts"),
        [roles, cases],
        concepts_across,
    ),
    example={"role": "case.peran"},
    shown="words",
)
