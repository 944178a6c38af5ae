"""Names of files that strangers give."""

from __future__ import annotations

import unicodedata

__all__ = ["clean_file_name", "is_name"]

# What ties letters together or keeps them apart is part of a name's spelling.
_JOINERS = "\u200c\u200d"


def _belongs(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char)[0] != "C"


def clean_file_name(name: str) -> str:
    """The last part of a file's name, without what no name should hold."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(char for char in last if _belongs(char)).strip()
    return kept.strip(".")[-200:] or "unnamed"


def is_name(part: str) -> bool:
    """Whether a part of a path can be the name of a file or folder, and means nothing else anywhere."""
    return bool(part.strip(" .")) and all(map(_belongs, part))
