"""Poetic display: a summary form, filled beside the material, as one table."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .sheet_matrix import SHEET_SETTINGS, sheet_display

__all__ = ["KIND"]

KIND = DisplayKind(
    name="poetic-display",
    title=say("Poetic display"),
    purpose="describe",
    about=say(
        "Use it to let people be heard in few words of their own: a poem for each case, whose words"
        " it is made of, and what was done to them."
    ),
    source=in_chapter("describe", say("poetic display")),
    settings=SHEET_SETTINGS,
    compute=sheet_display("poetic-display", "poem", say("Poems, side by side")),
    example={"missing": False},
    shown="words",
    sheets=True,
)
