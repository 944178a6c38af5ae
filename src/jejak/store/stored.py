"""What a study takes on this computer, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from . import history
from .schema import tables

__all__ = ["Stored", "stored"]


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a study's file lies (``None``: in memory), its bytes with those of its log beside it,
    the characters of its texts, the bytes and number of its originals, and its changes."""

    path: str | None
    size: int
    texts: int
    originals: int
    original_files: int
    changes: int


def stored(conn: Connection, path: Path | None) -> Stored:
    """What a study takes."""
    original, text = tables.original.c.length, tables.text.c.length
    taken, count = conn.execute(
        select(func.coalesce(func.sum(original), 0), func.count(original))
    ).one()
    return Stored(
        path=None if path is None else str(path.absolute()),
        size=_size(path),
        texts=int(conn.execute(select(func.coalesce(func.sum(text), 0))).scalar_one()),
        originals=int(taken),
        original_files=int(count),
        changes=history.head(conn),
    )


def _size(path: Path | None) -> int:
    if path is None:
        return 0
    beside = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))]
    return sum(one.stat().st_size for one in beside if one.is_file())
