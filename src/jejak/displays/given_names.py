"""Names that the analyst gives to groups or axes found by counting: factors, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.message import Message, say
from .display import Setting

__all__ = ["named", "names_setting"]

# Stands for one that has no name yet.
_NONE = "-"


def names_setting(label: Message) -> Setting:
    """A setting of names, one a line, in the order of what they name."""
    return Setting("names", label, "lines", default=[], most=30)


def named(names: Sequence[str], at: int, number: Message) -> Message:
    """What the analyst calls the one at a place (from 0), with its number; the number alone where it
    has no name."""
    name = names[at] if at < len(names) else _NONE
    return number if name == _NONE else say("{name} ({number})", name=name, number=number)
