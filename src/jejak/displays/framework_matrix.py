"""Framework matrix: cases by themes, to be summarised."""

from __future__ import annotations

from dataclasses import replace

from ..model.message import say
from .display import DisplayKind
from .presets import cases, concepts_across, crossed
from .skeleton import CODES, QUOTES, TOP

__all__ = ["KIND"]

KIND = DisplayKind(
    name="framework-matrix",
    title=say("Framework matrix"),
    purpose="describe",
    about=say(
        "Use it to summarise every case under every theme in your own words, with the "
        "quotations beside them, so that each summary can be checked against what was said."
    ),
    source=say("Ritchie & Spencer: the framework method"),
    settings=(
        CODES,
        TOP,
        replace(QUOTES, default="3"),
    ),
    compute=crossed(
        "framework-matrix", say("Cases by themes, to be summarised"), [cases], concepts_across
    ),
    example={"top": 6},
    shown="words",
)
