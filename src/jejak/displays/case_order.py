"""Case-ordered descriptive meta-matrix: cases in the order of an outcome."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import concepts_across, in_order
from .skeleton import CELL, CODES, ORDER, QUOTES, TOP

__all__ = ["KIND"]

KIND = DisplayKind(
    name="case-ordered-matrix",
    title=say("Case-ordered descriptive meta-matrix"),
    purpose="order",
    about=say(
        "Use it to put cases in the order of an outcome and look down each column: what runs "
        "along with the outcome, and which case breaks the run."
    ),
    source=in_chapter("order", say("case-ordered descriptive meta-matrix")),
    settings=(
        ORDER,
        CODES,
        TOP,
        CELL,
        QUOTES,
    ),
    compute=in_order(
        "case-ordered-matrix", say("Cases in the order of an outcome"), concepts_across
    ),
    example={"order": "-case.lama_bulan"},
    shown="words",
)
