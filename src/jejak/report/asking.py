"""Asking for what only a person can write: marked, so that nobody takes it for the report."""

from __future__ import annotations

from ..documents.document import Notice
from ..model import Message, say
from .teller import Teller

__all__ = ["asks"]


def asks(told: Message, tell: Teller) -> Notice:
    """What is still to be written, and goes as soon as an analyst writes at this place."""
    return Notice(tell(say("To be written by you")), tell.text(told), asks=True)
