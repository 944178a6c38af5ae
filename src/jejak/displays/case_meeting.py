"""Case analysis meeting: a summary form, filled beside the material, as one table."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .sheet_matrix import SHEET_SETTINGS, sheet_display

__all__ = ["KIND"]

KIND = DisplayKind(
    name="case-meeting",
    title=say("Case analysis meeting"),
    purpose="explore",
    about=say(
        "Use it when people who know a case sit together: themes, explanations, disagreements and "
        "what was decided, case beside case."
    ),
    source=in_chapter("explore", say("case analysis meeting")),
    settings=SHEET_SETTINGS,
    compute=sheet_display("case-meeting", "meeting", say("Case analysis meetings, side by side")),
    example={"missing": False},
    shown="words",
    sheets=True,
)
