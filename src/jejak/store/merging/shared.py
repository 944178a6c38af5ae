"""Up to where two copies of a study are the same: the fork, or the last time one took in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from ...model import say
from .. import history
from ..schema import tables

__all__ = [
    "HEAD",
    "MERGED",
    "SAME",
    "Point",
    "common_change",
    "digest_at",
    "merges_of",
    "same_things",
]

# The verb of a merge, and its arguments that say to which link of the other's chain it went, and which
# GUIDs there stand for which here.
MERGED = say("Bring in the work of “{study}”").text
HEAD = "head"
SAME = "same"


@dataclass(frozen=True, slots=True)
class Point:
    """A merge that is in force: the change that did it (``own``) and the change of the other's history up
    to which it went."""

    own: int
    other: int


def digest_at(conn: Connection, seq: int) -> bytes | None:
    """The link of the chain at a change; ``None`` where there is none."""
    table = tables.change
    found: bytes | None = conn.execute(
        select(table.c.digest).where(table.c.seq == seq)
    ).scalar_one_or_none()
    return found


def common_change(one: Connection, other: Connection) -> int:
    """The last change that both histories share from the beginning; 0 where they share none."""
    low, high = 0, min(history.head(one), history.head(other))
    # Each link of a chain holds all before it: where two are equal, so is everything before.
    while low < high:
        middle = (low + high + 1) // 2
        if digest_at(one, middle) == digest_at(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def merges_of(conn: Connection, other: Connection) -> Point | None:
    """The last merge in one history that took in the other, as far as it went."""
    table = tables.change
    for row in reversed(_merges(conn)):
        digest = bytes.fromhex(str(history.unpack(row.args, dict[str, Any]).get(HEAD, "")))
        query = select(table.c.seq).where(table.c.digest == digest)
        seq = other.execute(query).scalar() if digest else None
        if seq is not None:
            return Point(row.seq, seq)
    return None


def same_things(conn: Connection) -> dict[bytes, bytes]:
    """GUIDs that came with merges and stand for others, as the history tells."""
    found: dict[bytes, bytes] = {}
    for row in _merges(conn):
        pairs = history.unpack(row.args, dict[str, Any]).get(SAME, "")
        for pair in str(pairs).split():
            there, _, here = pair.partition("=")
            found[bytes.fromhex(there)] = bytes.fromhex(here)
    return found


def _merges(conn: Connection) -> Sequence[Any]:
    table = tables.change
    query = select(table.c.seq, table.c.args).where(
        table.c.verb == MERGED, ~table.c.undone, table.c.undoes.is_(None), table.c.redoes.is_(None)
    )
    return conn.execute(query.order_by(table.c.seq)).all()
