"""Thematic conceptual matrix: themes by headings of one’s own."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import headed
from .skeleton import CODES, HEADINGS, QUOTES, TOP

__all__ = ["KIND"]

_USUAL = {
    "problems": say("Problems"),
    "strategies": say("Strategies"),
}


KIND = DisplayKind(
    name="thematic-conceptual-matrix",
    title=say("Thematic conceptual matrix"),
    purpose="describe",
    about=say(
        "Use it when themes matter more than people: a row for each theme, your own headings "
        "across, such as problems and strategies; a heading with a query finds its evidence "
        "by itself."
    ),
    source=in_chapter("describe", say("thematic conceptual matrix")),
    settings=(
        CODES,
        TOP,
        HEADINGS,
        QUOTES,
    ),
    compute=headed("thematic-conceptual-matrix", say("Themes by headings of one’s own"), _USUAL),
    example={
        "codes": ["Risiko/Keterpaparan", "Risiko/Razia", "Risiko/Pemblokiran"],
        "headings": ['Siasat = code:"Siasat"', 'Perasaan = code:"Perasaan"', "Catatan"],
    },
    shown="words",
)
