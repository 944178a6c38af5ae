"""Why there may be no coefficient."""

from __future__ import annotations

from ...model.message import say

__all__ = ["ALL_ALIKE", "NOBODY", "NOBODY_ELSE", "NOTHING", "NOTHING_SHARED", "NOT_CODED"]

NOBODY = say("Nobody has coded anything yet: agreement needs two.")
NOBODY_ELSE = say("Only one person coded: agreement needs two.")
NOTHING_SHARED = say("No two people read the same text, so there is nothing to compare.")
NOTHING = say("There is no text, or no unit in it, to compare.")
NOT_CODED = say("Nobody coded anything in what several people read.")
ALL_ALIKE = say(
    "Everybody coded everything alike: without difference there is no chance to compare with."
)
