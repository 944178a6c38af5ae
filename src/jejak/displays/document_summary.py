"""Document summary: a summary form, filled beside the material, as one table."""

from __future__ import annotations

from ..model.message import say
from .display import DisplayKind
from .literature import in_miles
from .sheet_matrix import SHEET_SETTINGS, sheet_display

__all__ = ["KIND"]

KIND = DisplayKind(
    name="document-summary",
    title=say("Document summary"),
    purpose="explore",
    about=say(
        "Use it for every document or work of literature: what it is, why it matters, what it "
        "says to each research question."
    ),
    source=in_miles(say("document summary form")),
    settings=SHEET_SETTINGS,
    compute=sheet_display("document-summary", "document", say("Document summaries, side by side")),
    example={"missing": False},
    shown="words",
    sheets=True,
)
