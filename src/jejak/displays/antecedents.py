"""Antecedents matrix: cases in the order of an outcome, by what may have led to it."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_miles
from .presets import concepts_across, in_order
from .skeleton import CELL, CODES, ORDER, QUOTES, TOP

__all__ = ["KIND"]

KIND = DisplayKind(
    name="antecedents-matrix",
    title=say("Antecedents matrix"),
    purpose="explain",
    about=say(
        "Use it to look for what came before an outcome: cases in the order of the outcome, "
        "what may have led to it in the columns."
    ),
    source=in_miles(say("antecedents matrix")),
    settings=(
        ORDER,
        CODES,
        TOP,
        CELL,
        QUOTES,
    ),
    compute=in_order(
        "antecedents-matrix",
        say("Cases in the order of an outcome, by what may have led to it"),
        concepts_across,
    ),
    example={
        "order": "-case.lama_bulan",
        "codes": [
            "Saluran/Penemuan lewat tagar",
            "Pembayaran dan biaya/Pulsa sebagai bayaran masuk",
            "Pembayaran dan biaya/Kuota dan paket malam",
            "Triple-A/Anonimitas",
        ],
    },
    shown="words",
)
