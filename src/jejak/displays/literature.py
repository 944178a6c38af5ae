"""Where kinds of display come from, as citations whose words are translated and whose names are not.

A chapter is named only where it was looked up; what is known from memory names the book alone.
"""

from __future__ import annotations

from ..model.message import Message, say
from .display import Purpose

__all__ = ["also", "in_chapter", "in_miles"]

_CHAPTERS: dict[Purpose, Message] = {
    "explore": say("methods of exploring"),
    "describe": say("methods of describing"),
    "order": say("methods of ordering"),
}


def in_miles(what: Message) -> Message:
    """Somewhere in Miles, Huberman and Saldaña, under the name of ``what``."""
    return say("Miles, Huberman & Saldaña (2014), Qualitative Data Analysis: {what}", what=what)


def in_chapter(purpose: Purpose, what: Message) -> Message:
    """In their chapter on exploring, describing or ordering, under the name of ``what``."""
    return say(
        "Miles, Huberman & Saldaña (2014), Qualitative Data Analysis, {chapter}: {what}",
        chapter=_CHAPTERS[purpose],
        what=what,
    )


def also(first: Message, second: Message | str) -> Message:
    """Two sources of one kind."""
    return say("{first}; {second}", first=first, second=second)
