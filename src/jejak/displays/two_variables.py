"""Two-variable case-ordered matrix: cases in the order of one variable, by the sides of another."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import in_order, parts_of_one
from .skeleton import CELL, ORDER, PARTS, QUOTES

__all__ = ["KIND"]

KIND = DisplayKind(
    name="two-variable-case-ordered-matrix",
    title=say("Two-variable case-ordered matrix"),
    purpose="explore",
    about=say(
        "Use it to ask how one variable goes with the sides of another: cases stand in the "
        "order of the first, the columns are the sides of the second."
    ),
    source=in_chapter("explore", say("two-variable case-ordered matrix")),
    settings=(
        ORDER,
        PARTS,
        CELL,
        QUOTES,
    ),
    compute=in_order(
        "two-variable-case-ordered-matrix",
        say("Cases in the order of one variable, by the sides of another"),
        parts_of_one,
    ),
    example={
        "order": "case.lama_bulan",
        "codes": ["Risiko/Keterpaparan", "Risiko/Razia", "Risiko/Pemblokiran"],
    },
    shown="words",
)
