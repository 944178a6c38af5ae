"""Whether a file is a database of another program, by how it begins."""

from __future__ import annotations

from pathlib import Path

__all__ = ["begins_as_database", "holds"]

_HEAD = b"SQLite format 3\0"
_MARKED_AT = 68
# The names of tables stand near the beginning.
_LOOKED_AT = 4 * 1024 * 1024


def begins_as_database(path: Path) -> bytes:
    """The beginning of an SQLite file; nothing where it is none."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return b""
    return head if head.startswith(_HEAD) else b""


def holds(path: Path, mark: int, *words: bytes) -> bool:
    """Whether a file is an SQLite database that bears the ``mark`` of a program, or names all of the
    ``words`` among its tables."""
    head = begins_as_database(path)
    if not head:
        return False
    if mark and int.from_bytes(head[_MARKED_AT : _MARKED_AT + 4], "big") == mark:
        return True
    with path.open("rb") as file:
        beginning = file.read(_LOOKED_AT)
    return all(word in beginning for word in words)
