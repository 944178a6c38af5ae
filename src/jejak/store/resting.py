"""What rests on a change: whether it can be taken back, and which later changes stand in the way."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from ..model import KINDS, ChangeEntry, Touched
from ..model.codec import spec_of
from . import history, undo
from .rows import keys_of
from .schema import tables
from .writing import Change, rests_on

__all__ = ["Rehearsed", "concerning", "fixed", "rehearse", "resting_on"]

_AT_ONCE = 500


class Rehearsed(Exception):
    """The end of a rehearsal, which takes back all that was done in it."""


def rehearse(change: Change, seq: int) -> None:
    """Take a change back within ``change`` and see that nothing is against it.

    Raises :class:`Conflict` for whatever an undo would be refused with, else :class:`Rehearsed`:
    either way ``change`` is not to be.
    """
    conn = change.rows.conn
    undo.check_step(conn, seq, back=True)
    groups = history.payload_of(conn, seq)
    going = {g.kind: keys_of(conn, g.kind, g.guids) for g in groups if g.op == "add"}
    undo.step(change, seq, back=True)
    change.seal(undoes=seq)
    for kind, keys in going.items():
        _refuse_left(conn, kind, list(keys.values()))
    raise Rehearsed


def _refuse_left(conn: Connection, kind: str, keys: list[int]) -> None:
    """Raise :class:`Conflict` where something still refers to entities that went."""
    for other in KINDS:
        columns = [field.column for field in spec_of(other).fields if field.refers == kind]
        for column in columns:
            for at in range(0, len(keys), _AT_ONCE):
                part = tuple(keys[at : at + _AT_ONCE])
                marks = ", ".join("?" * len(part))
                query = f'SELECT 1 FROM "{other}" WHERE "{column}" IN ({marks}) LIMIT 1'
                if conn.exec_driver_sql(query, part).scalar() is not None:
                    raise rests_on(kind, other)


def resting_on(conn: Connection, seq: int, most: int = 20) -> list[tuple[int, list[Touched]]]:
    """The later changes in force that touched what a change touched, or refer to what it added:
    their numbers, the latest first, at most ``most``, and those of their entities that do."""
    own: set[bytes] = set()
    added: set[bytes] = set()
    for group in history.payload_of(conn, seq):
        own.update(group.guids)
        if group.op == "add":
            added.update(group.guids)
    table = tables.change
    query = (
        select(table.c.seq, table.c.payload)
        .where(table.c.seq > seq, ~table.c.undone, table.c.undoes.is_(None))
        .where(table.c.redoes.is_(None))
        .order_by(table.c.seq.desc())
    )
    found: list[tuple[int, list[Touched]]] = []
    for row in conn.execute(query, execution_options={"yield_per": 200}):
        touching = [
            one
            for group in history.unpack(row.payload, list[history.Group])
            for one in history.touched([_part(group, own, added)])
        ]
        if touching:
            found.append((row.seq, touching))
        if len(found) >= most:
            break
    return found


def _part(group: history.Group, own: set[bytes], added: set[bytes]) -> history.Group:
    """Those entities of a group that are the ones in question, or refer to them."""
    columns = [
        column for column in group.after if not isinstance(next(iter(column), None), list | dict)
    ]
    rows = [
        row
        for row, guid in enumerate(group.guids)
        if guid in own or any(column[row] in added for column in columns)
    ]

    def of(columns: list[list[object]]) -> list[list[object]]:
        return [[column[row] for row in rows] for column in columns]

    guids = [group.guids[row] for row in rows]
    return history.Group(
        group.op, group.kind, group.fields, guids, [], of(group.before), of(group.after)
    )


def concerning(conn: Connection, guid: bytes) -> list[int]:
    """The changes that touched one entity, and those that took them back or did them again."""
    table = tables.change
    query = select(table.c.seq, table.c.undoes, table.c.redoes, table.c.payload)
    found: dict[int, None] = {}
    rows = conn.execute(query.order_by(table.c.seq), execution_options={"yield_per": 200})
    for seq, undoes, redoes, body in rows:
        if (undoes or redoes) in found or _names(body, guid):
            found[seq] = None
    return list(found)


def _names(body: bytes, guid: bytes) -> bool:
    raw = zlib.decompress(body[1:]) if body[:1] == b"z" else body
    # Whatever mentions it at all is looked at closely; most mention it not.
    return guid in raw and any(
        guid in group.guids for group in history.unpack(body, list[history.Group])
    )


def fixed(conn: Connection, entries: Iterable[ChangeEntry]) -> Iterator[int]:
    """Those changes that can never be taken back: beginnings, and what was blanked."""
    told = {entry.seq: entry for entry in entries}
    if not told:
        return
    table = tables.change
    query = select(table.c.seq).where(table.c.blanked, table.c.seq.between(min(told), max(told)))
    blanked = set(conn.execute(query).scalars())
    for seq, entry in told.items():
        brings = "user" in entry.touched and undo.is_arrival(conn, seq, entry.user)
        if seq in blanked or brings:
            yield seq
