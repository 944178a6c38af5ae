"""Pre-structured case: a summary form, filled beside the material, as one table."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .sheet_matrix import SHEET_SETTINGS, sheet_display

__all__ = ["KIND"]

KIND = DisplayKind(
    name="pre-structured-case",
    title=say("Pre-structured case"),
    purpose="explore",
    about=say(
        "Use it when time is short and the questions are clear: the outline of the case report "
        "stands first and is filled while the material comes."
    ),
    source=in_chapter("explore", say("pre-structured case")),
    settings=SHEET_SETTINGS,
    compute=sheet_display("pre-structured-case", "outline", say("Outlines of cases, side by side")),
    example={"missing": False},
    shown="words",
    sheets=True,
)
