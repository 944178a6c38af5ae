"""Conceptually clustered matrix: cases by concepts that belong together."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .presets import cases, concepts_across, crossed
from .skeleton import CELL, CODES, QUOTES, TOP

__all__ = ["KIND"]

KIND = DisplayKind(
    name="conceptually-clustered-matrix",
    title=say("Conceptually clustered matrix"),
    purpose="describe",
    about=say(
        "Use it when several codes belong to one idea: people in the rows, codes in the "
        "columns side by side with those they stand with, so that one person is read across "
        "and one idea down."
    ),
    source=in_chapter("describe", say("conceptually clustered matrix")),
    settings=(
        CODES,
        TOP,
        CELL,
        QUOTES,
    ),
    compute=crossed(
        "conceptually-clustered-matrix",
        say("Cases by concepts that belong together"),
        [cases],
        concepts_across,
    ),
    example={
        "codes": [
            "Triple-A/Aksesibilitas",
            "Triple-A/Keterjangkauan",
            "Triple-A/Anonimitas",
            "Jangkauan–aksesibilitas–penggunaan/Jangkauan",
            "Jangkauan–aksesibilitas–penggunaan/Aksesibilitas",
            "Jangkauan–aksesibilitas–penggunaan/Penggunaan",
            "Produksi–distribusi–konsumsi/Produksi",
            "Produksi–distribusi–konsumsi/Distribusi",
            "Produksi–distribusi–konsumsi/Konsumsi",
        ]
    },
    shown="words",
)
