"""What files of graphs share: texts and numbers as XML holds them."""

from __future__ import annotations

import re

__all__ = ["held", "told"]

_UNHELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def held(text: str) -> str:
    """A text with “�” for what no XML can hold."""
    return _UNHELD.sub("�", text)


def told(value: str | float) -> str:
    """A text, or a number to its last digit."""
    if isinstance(value, str):
        return held(value)
    return str(int(value)) if value == int(value) else repr(float(value))
