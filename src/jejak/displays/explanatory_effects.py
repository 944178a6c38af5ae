"""Explanatory effects matrix: outcomes, their effects, and what explains them."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import headed
from .skeleton import CODES, HEADINGS, QUOTES, TOP

__all__ = ["KIND"]

_USUAL = {
    "short-run cause": say("Short-run cause"),
    "short-run effect": say("Short-run effects"),
    "long-run consequence": say("Longer-run consequences"),
    "explanation": say("My explanation"),
}


KIND = DisplayKind(
    name="explanatory-effects-matrix",
    title=say("Explanatory effects matrix"),
    purpose="explore",
    about=say(
        "Use it to begin asking why: for each outcome its short-run and longer-run effects, "
        "and your own explanation, beside what was said."
    ),
    source=in_chapter("explore", say("explanatory effects matrix")),
    settings=(
        CODES,
        TOP,
        HEADINGS,
        QUOTES,
    ),
    compute=headed(
        "explanatory-effects-matrix", say("Outcomes, their effects, and what explains them"), _USUAL
    ),
    example={
        "codes": ["Risiko/Keterpaparan", "Risiko/Pemblokiran", "Perasaan/Takut", "Siasat/Akun baru"]
    },
    shown="words",
)
