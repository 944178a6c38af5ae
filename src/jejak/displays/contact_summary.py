"""Contact summary: a summary form, filled beside the material, as one table."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_chapter
from .sheet_matrix import SHEET_SETTINGS, sheet_display

__all__ = ["KIND"]

KIND = DisplayKind(
    name="contact-summary",
    title=say("Contact summary"),
    purpose="explore",
    about=say(
        "Use it after each contact: what came of it, what did not, what struck you, and what to "
        "ask next; side by side, the contacts show what is still missing everywhere."
    ),
    source=in_chapter("explore", say("contact summary form")),
    settings=SHEET_SETTINGS,
    compute=sheet_display("contact-summary", "contact", say("Contact summaries, side by side")),
    example={"missing": False},
    shown="words",
    sheets=True,
)
