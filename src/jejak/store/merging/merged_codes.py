"""Codes that became part of others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from ...model import Code
from ...model.codec import guid_bytes
from .. import history
from ..departed import INTO, MERGE
from ..rows import keys_of
from ..schema import tables

__all__ = ["merged_codes"]


def merged_codes(conn: Connection) -> dict[bytes, bytes]:
    """The codes that are not there any more because they became part of others, through however many
    merges, by GUID: each with the one that is there and holds what was theirs."""
    into = dict(_merged(conn))
    there = keys_of(conn, Code.KIND, [*into, *into.values()])
    found: dict[bytes, bytes] = {}
    for guid, taken_in in into.items():
        end, seen = taken_in, {guid}
        while end not in there and end in into and end not in seen:
            seen.add(end)
            end = into[end]
        if guid not in there and end in there:
            found[guid] = end
    return found


def _merged(conn: Connection) -> Iterator[tuple[bytes, bytes]]:
    """Each code that a merge which is in force took away, and the one it says took it in."""
    table = tables.change
    query = select(table.c.seq, table.c.args).where(
        table.c.verb == MERGE, ~table.c.undone, table.c.undoes.is_(None), table.c.redoes.is_(None)
    )
    for row in conn.execute(query.order_by(table.c.seq)):
        into = history.unpack(row.args, dict[str, Any]).get(INTO)
        for group in history.payload_of(conn, row.seq) if into else ():
            if group.op == "drop" and group.kind == Code.KIND:
                for guid in group.guids:
                    yield guid, guid_bytes(str(into))
