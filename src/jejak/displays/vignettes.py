"""Vignettes: a summary form, filled beside the material, as one table."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .sheet_matrix import SHEET_SETTINGS, sheet_display

__all__ = ["KIND"]

KIND = DisplayKind(
    name="vignettes",
    title=say("Vignettes"),
    purpose="describe",
    about=say(
        "Use it to let one happening stand for more: who, when and where, what happened, why it "
        "matters, and whether it is one happening or put together."
    ),
    source=in_chapter("describe", say("vignettes")),
    settings=SHEET_SETTINGS,
    compute=sheet_display("vignettes", "vignette", say("Vignettes, side by side")),
    example={"missing": False},
    shown="words",
    sheets=True,
)
