"""The marks that git leaves where two branches changed the same."""

from __future__ import annotations

import re

__all__ = ["mark_line", "marked"]

_BEGIN = re.compile(rb"^(?:<<<<<<<|>>>>>>>)(?: |\r?$)|^\|{7}(?: |\r?$)", re.MULTILINE)


def marked(content: bytes) -> bool:
    """Whether there are lines that look like such marks."""
    return mark_line(content) is not None


def mark_line(content: bytes) -> int | None:
    """The number of the first line that looks like such a mark."""
    found = _BEGIN.search(content)
    return None if found is None else content.count(b"\n", 0, found.start()) + 1
