"""Case-ordered effects matrix: cases in the order of a cause, by its effects."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind, Setting
from .literature import in_miles
from .presets import concepts_across, in_order
from .skeleton import CELL, CODES, FIRST_KNOWN, QUOTES, TOP

__all__ = ["KIND"]

KIND = DisplayKind(
    name="case-ordered-effects-matrix",
    title=say("Case-ordered effects matrix"),
    purpose="explain",
    about=say(
        "Use it when a cause is stronger in some cases than in others: cases in the order of "
        "the cause, its effects in the columns."
    ),
    source=in_miles(say("case-ordered effects matrix")),
    settings=(
        Setting(
            "order",
            say("Cases by the cause (none: the first rating, number or list)"),
            "order",
            default="",
            none=FIRST_KNOWN,
        ),
        CODES,
        TOP,
        CELL,
        QUOTES,
    ),
    compute=in_order(
        "case-ordered-effects-matrix",
        say("Cases in the order of a cause, by its effects"),
        concepts_across,
    ),
    example={
        "order": "-case.lama_bulan",
        "codes": [
            "Siasat/Akun baru",
            "Siasat/Identitas palsu",
            "Siasat/Saringan anggota",
            "Perasaan/Merasa aman",
            "Perasaan/Takut",
        ],
    },
    shown="words",
)
