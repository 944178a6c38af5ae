"""A study as it stood after an earlier change."""

from __future__ import annotations

import sqlite3
from typing import Any, cast

from sqlalchemy import Connection, Engine, delete, select

from ..errors import NotFound
from ..model import say
from ..model.identity import new_guid
from . import history, undo
from .codec import guid_text
from .engine import connect, initialise
from .schema import tables
from .writing import Change

__all__ = ["as_of", "replayed"]


def _copy(conn: Connection) -> Engine:
    engine = connect(None, create=False)
    with engine.connect() as memory:
        source = cast(sqlite3.Connection, conn.connection.driver_connection)
        source.backup(cast(sqlite3.Connection, memory.connection.driver_connection))
    return engine


def as_of(conn: Connection, seq: int) -> Engine:
    """A copy of the study in memory with every later change taken back.

    Raises :class:`NotFound` where there is no such change, or a later one was blanked by a
    withdrawal and cannot be taken back.
    """
    last = history.head(conn)
    if not 0 <= seq <= last:
        raise NotFound("no-such-change", f"There is no change {seq}; the last one is {last}.")
    engine = _copy(conn)
    with engine.begin() as memory:
        memory.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for later in range(last, seq, -1):
            _take_back(memory, later)
        memory.execute(delete(tables.change).where(tables.change.c.seq > seq))
    return engine


def _take_back(conn: Connection, seq: int) -> None:
    table = tables.change
    row = conn.execute(
        select(table.c.undoes, table.c.redoes, table.c.blanked).where(table.c.seq == seq)
    ).one()
    change = Change(conn, say("take back"), guid_text(bytes(16)), seq)
    about = row.undoes or row.redoes or seq
    if row.undoes:
        undo.step(change, about, back=False)
    elif row.redoes:
        undo.step(change, about, back=True)
    else:
        if row.blanked:
            raise NotFound(
                "blanked",
                "The study as it stood before a participant withdrew is gone, as it should be.",
            )
        undo.reverse(change, seq, history.payload_of(conn, seq))


def replayed(conn: Connection) -> Engine:
    """An empty study in memory into which every change of the log has been done again in order."""
    engine = connect(None, create=False)
    with engine.begin() as memory:
        initialise(memory)
        for name in ("text", "passage", "placement", "original", "original_piece"):
            rows = [dict(row) for row in conn.execute(select(getattr(tables, name))).mappings()]
            if rows:
                memory.execute(getattr(tables, name).insert(), [_fresh(row) for row in rows])
        log: list[dict[str, Any]] = [
            dict(row) for row in conn.execute(select(tables.change).order_by("seq")).mappings()
        ]
        for row in log:
            memory.execute(tables.change.insert(), [{**row, "undone": False}])
            _again(memory, row)
    return engine


def _fresh(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "indexed": False} if "indexed" in row else row


def _again(conn: Connection, row: dict[str, Any]) -> None:
    change = Change(conn, say("replay"), new_guid(), row["seq"])
    if row["undoes"]:
        undo.step(change, row["undoes"], back=True)
    elif row["redoes"]:
        undo.step(change, row["redoes"], back=False)
    else:
        groups = history.payload_of(conn, row["seq"])
        undo.replay(change, row["seq"], groups, careful=False)
