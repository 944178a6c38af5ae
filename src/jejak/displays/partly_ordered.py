"""Partially ordered meta-matrix: all that each case says to each concept."""

from __future__ import annotations

from dataclasses import replace

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import cases, concepts_across, crossed
from .skeleton import CODES, QUOTES, TOP

__all__ = ["KIND"]

KIND = DisplayKind(
    name="partially-ordered-meta-matrix",
    title=say("Partially ordered meta-matrix"),
    purpose="explore",
    about=say(
        "Use it as a first deep dive across cases: everything that each case says to each "
        "concept, condensed and not yet put in any order."
    ),
    source=in_chapter("explore", say("partially ordered meta-matrix")),
    settings=(
        CODES,
        TOP,
        replace(QUOTES, default="3"),
    ),
    compute=crossed(
        "partially-ordered-meta-matrix",
        say("All that each case says to each concept"),
        [cases],
        concepts_across,
    ),
    example={"top": 6},
    shown="words",
)
