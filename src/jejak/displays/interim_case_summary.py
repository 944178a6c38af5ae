"""Interim case summary: a summary form, filled beside the material, as one table."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .sheet_matrix import SHEET_SETTINGS, sheet_display

__all__ = ["KIND"]

KIND = DisplayKind(
    name="interim-case-summary",
    title=say("Interim case summary"),
    purpose="explore",
    about=say(
        "Use it midway: what is known of each case, how sure that is, what is missing and what "
        "else could explain it."
    ),
    source=in_chapter("explore", say("interim case summary")),
    settings=SHEET_SETTINGS,
    compute=sheet_display(
        "interim-case-summary", "case", say("Interim case summaries, side by side")
    ),
    example={"missing": False},
    shown="words",
    sheets=True,
)
