"""Names of things as names of files: such as every file system holds, each once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

__all__ = ["file_names"]

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def file_names() -> Callable[[str], tuple[str, bool]]:
    """A function that gives each name one that every file system holds, and says whether it is the same."""
    taken: set[str] = set()

    def own(name: str) -> tuple[str, bool]:
        base = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]', "_", name).strip(". ")
        base = _cut(base) or "_"
        if _RESERVED.fullmatch(base):
            base = f"_{base}"
        found, number = base, 1
        while unicodedata.normalize("NFC", found.casefold()) in taken:
            number += 1
            found = f"{base} ({number})"
        taken.add(unicodedata.normalize("NFC", found.casefold()))
        return found, found == name

    return own


def _cut(name: str) -> str:
    return name.encode("utf-8", "ignore")[:180].decode("utf-8", "ignore").strip(". ")
