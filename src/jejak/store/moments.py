"""A study as it stood after an earlier change."""

from __future__ import annotations

import sqlite3
from typing import Any, cast

from sqlalchemy import Connection, Engine, delete, func, select

from ..errors import NotFound
from ..model import say
from ..model.codec import guid_text
from ..model.identity import new_guid
from . import history, undo
from .engine import connect, initialise
from .migrations import migrate
from .schema import tables
from .writing import Change

__all__ = ["as_of", "copied", "empty", "last_withdrawal", "replayed"]


def copied(conn: Connection) -> Engine:
    """A copy of the study in memory, in the form of this Jejak."""
    engine = connect(None, create=False)
    with engine.connect() as memory:
        source = cast(sqlite3.Connection, conn.connection.driver_connection)
        source.backup(cast(sqlite3.Connection, memory.connection.driver_connection))
        # A study that may only be read is still of the form it was written in.
        migrate(memory)
        # Columns that are kept of it are of another moment.
        memory.execute(delete(tables.kept_column))
        memory.commit()
    return engine


def as_of(conn: Connection, seq: int) -> Engine:
    """A copy of the study in memory with every later change taken back.

    Raises :class:`NotFound` where there is no such change, or a later one was blanked by a
    withdrawal and cannot be taken back.
    """
    last = history.head(conn)
    if not 0 <= seq <= last:
        raise NotFound("no-such-change", f"There is no change {seq}; the last one is {last}.")
    if seq < last_withdrawal(conn):
        raise NotFound(
            "blanked",
            "The study as it stood before a participant withdrew is gone, as it should be.",
        )
    engine = copied(conn)
    with engine.begin() as memory:
        memory.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for later in range(last, seq, -1):
            _take_back(memory, later)
            memory.execute(delete(tables.change).where(tables.change.c.seq == later))
    return engine


def last_withdrawal(conn: Connection) -> int:
    """The last change that cannot be taken back; 0 where all can."""
    blanked = select(func.max(tables.change.c.seq)).where(tables.change.c.blanked)
    return conn.execute(blanked).scalar() or 0


def _take_back(conn: Connection, seq: int) -> None:
    table = tables.change
    row = conn.execute(select(table.c.undoes, table.c.redoes).where(table.c.seq == seq)).one()
    change = Change(conn, say("take back"), guid_text(bytes(16)), seq)
    about = row.undoes or row.redoes or seq
    if row.undoes:
        undo.step(change, about, back=False)
    elif row.redoes:
        undo.step(change, about, back=True)
    else:
        undo.reverse(change, seq, history.payload_of(conn, seq))


def replayed(conn: Connection) -> Engine:
    """A study in memory into which every change of the log has been done again in order: from empty,
    or from the last withdrawal on, before which nothing can be done again."""
    start = last_withdrawal(conn)
    engine = as_of(conn, start) if start else _texts_alone(conn)
    table = tables.change
    query = select(table).where(table.c.seq > start).order_by(table.c.seq)
    log: list[dict[str, Any]] = [dict(row) for row in conn.execute(query).mappings()]
    with engine.begin() as memory:
        for row in log:
            memory.execute(table.insert(), [{**row, "undone": False}])
            _again(memory, row)
    return engine


def empty() -> Engine:
    """A study in memory that has nothing yet."""
    engine = connect(None, create=False)
    with engine.begin() as memory:
        initialise(memory)
    return engine


def _texts_alone(conn: Connection) -> Engine:
    engine = empty()
    with engine.begin() as memory:
        for name in ("text", "passage", "placement", "original", "original_piece"):
            rows = [dict(row) for row in conn.execute(select(getattr(tables, name))).mappings()]
            if rows:
                memory.execute(getattr(tables, name).insert(), [_fresh(row) for row in rows])
    return engine


def _fresh(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "indexed": 0} if "indexed" in row else row


def _again(conn: Connection, row: dict[str, Any]) -> None:
    change = Change(conn, say("replay"), new_guid(), row["seq"])
    if row["undoes"]:
        undo.step(change, row["undoes"], back=True)
    elif row["redoes"]:
        undo.step(change, row["redoes"], back=False)
    else:
        groups = history.payload_of(conn, row["seq"])
        undo.replay(change, row["seq"], groups, careful=False)
