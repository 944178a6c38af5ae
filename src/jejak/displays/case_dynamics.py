"""Case dynamics matrix: strains and what became of them."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_miles
from .presets import headed
from .skeleton import CODES, HEADINGS, QUOTES, TOP

__all__ = ["KIND"]

_USUAL = {
    "issue": say("Underlying issue"),
    "coping": say("How people cope"),
    "resolution": say("How it was resolved"),
    "change": say("Kind of change"),
}


KIND = DisplayKind(
    name="case-dynamics-matrix",
    title=say("Case dynamics matrix"),
    purpose="explain",
    about=say(
        "Use it for what strains a case: each dilemma with what lies under it, how people "
        "cope, how it was resolved, and what kind of change came of it."
    ),
    source=in_miles(say("case dynamics matrix")),
    settings=(
        CODES,
        TOP,
        HEADINGS,
        QUOTES,
    ),
    compute=headed("case-dynamics-matrix", say("Strains and what became of them"), _USUAL),
    example={
        "codes": [
            "Perasaan/Takut",
            "Perasaan/Lelah",
            "Perasaan/Martabat",
            "Pembayaran dan biaya/Penipuan",
        ]
    },
    shown="words",
)
