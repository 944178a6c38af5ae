"""A new study that goes on from the history of another, without its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from ..errors import JejakError
from ..model import Message, Source
from . import history
from .engine import connect, guarded, unmake
from .rows import Rows
from .schema import tables
from .store import Store

__all__ = ["begin_copy"]

# Values that are one of a few words of the program.
_KEPT: Mapping[str, tuple[str, ...]] = {Source.KIND: ("status",)}


def begin_copy(path: Path, rows: Rows, tell: Callable[[Message], Message]) -> Store:
    """A new study file with the history of the one that ``rows`` reads: who did what when, told by
    ``tell``, and the digests that prove its chain, but nothing of what was changed, save how far the
    coding of a source was: that says who read what.

    Raises :class:`Conflict` where there is a file already, :class:`StoreFailure`.
    """
    engine = connect(path, create=True)
    try:
        with guarded(path), engine.begin() as conn:
            _carry(rows.conn, conn, tell)
    except JejakError:
        engine.dispose()
        unmake(path)
        raise
    return Store(engine, path)


def _carry(there: Connection, here: Connection, tell: Callable[[Message], Message]) -> None:
    told = {entry.seq: tell(entry.verb) for entry in history.entries(there)}
    query = select(tables.change).order_by(tables.change.c.seq)
    for row in there.execute(query, execution_options={"yield_per": 100}).mappings():
        groups = history.unpack(row["payload"], list[history.Group])
        args = history.pack(history.verb_args(told[row["seq"]]))
        values: dict[str, Any] = {
            **row, "args": args, "payload": history.pack([history.bare(one, _KEPT.get(one.kind, ())) for one in groups]),
            "salt": b"", "blanked": True,
        }  # fmt: skip
        here.execute(insert(tables.change).values(**values))
