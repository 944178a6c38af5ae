"""Effects matrix: what followed from each."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_miles
from .presets import headed
from .skeleton import CODES, HEADINGS, QUOTES, TOP

__all__ = ["KIND"]

_USUAL = {
    "direct positive": say("Direct, wanted"),
    "direct negative": say("Direct, unwanted"),
    "spin-off positive": say("Spin-off, wanted"),
    "spin-off negative": say("Spin-off, unwanted"),
}


KIND = DisplayKind(
    name="effects-matrix",
    title=say("Effects matrix"),
    purpose="explain",
    about=say(
        "Use it to sort what followed from what: direct and spin-off effects, wanted and "
        "unwanted, for each thing that changed."
    ),
    source=in_miles(say("effects matrix")),
    settings=(
        CODES,
        TOP,
        HEADINGS,
        QUOTES,
    ),
    compute=headed("effects-matrix", say("What followed from each"), _USUAL),
    example={"codes": ["Risiko/Pemblokiran", "Risiko/Razia", "Risiko/Keterpaparan"]},
    shown="words",
)
