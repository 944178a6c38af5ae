"""What two copies of a study have in common, and what was done in one of them since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from ...model import say
from ...model.codec import spec_of
from .. import history
from ..history import Group
from ..rows import wires_of
from ..schema import tables

__all__ = ["HEAD", "MERGED", "SAME", "Point", "common_change", "digest_at", "merges_of",
           "same_things", "stood", "touched_since"]  # fmt: skip

# The verb of a merge, and its arguments that say to which link of the other's chain it went, and which
# GUIDs there stand for which here.
MERGED = say("Bring in the work of “{study}”").text
HEAD = "head"
SAME = "same"

Wire = tuple[Any, ...]
# What a withdrawal takes words out of, and does not write anew.
_MATERIAL = {"source", "block", "segment", "case", "speaker"}
_BACK = {"add": "drop", "drop": "add", "set": "set"}


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


def touched_since(conn: Connection, seq: int) -> dict[str, dict[bytes, None]]:
    """What changes after ``seq`` touched, by kind."""
    found: dict[str, dict[bytes, None]] = {}
    for groups in _later(conn, seq):
        for group in groups:
            found.setdefault(group.kind, {}).update(dict.fromkeys(group.guids))
    return found


def stood(
    conn: Connection, seq: int, wanted: dict[str, dict[bytes, None]]
) -> dict[str, dict[bytes, Wire | None]]:
    """How some entities stood after change ``seq``: their wire values, ``None`` where one was not there.

    What a withdrawal touched of the material stands as that left it; of what it rewrote nothing is known
    (``None``), nor to be.
    """
    states: dict[str, dict[bytes, Wire | None]] = {}
    for kind, guids in wanted.items():
        now = wires_of(conn, spec_of(kind), list(guids))
        states[kind] = {guid: now[guid][0] if guid in now else None for guid in guids}
    fixed: set[bytes] = set()
    for groups in _later(conn, seq):
        for group in reversed(groups):
            _take_back(group, states.get(group.kind, {}), fixed)
    return states


def _take_back(group: Group, states: dict[bytes, Wire | None], fixed: set[bytes]) -> None:
    if not group.before and not group.after:
        if group.op == "set" and group.kind not in _MATERIAL:
            states.update((guid, None) for guid in group.guids if guid in states)
        fixed.update(group.guids)
        return
    names = spec_of(group.kind).names
    places = [names.index(name) for name in group.fields]
    for row, guid in enumerate(group.guids):
        if guid not in states or guid in fixed:
            continue
        if group.op == "add":
            states[guid] = None
            continue
        wire = list(states[guid] or [None] * len(names))
        for place, column in zip(places, group.before, strict=True):
            wire[place] = column[row]
        states[guid] = tuple(wire)


def _later(conn: Connection, seq: int) -> Iterator[list[Group]]:
    """What the changes after ``seq`` did, the last first; undoing and doing again as what they did."""
    table = tables.change
    query = (
        select(table.c.seq, table.c.undoes, table.c.redoes)
        .where(table.c.seq > seq)
        .order_by(table.c.seq.desc())
    )
    for row in conn.execute(query).all():
        groups = history.payload_of(conn, row.undoes or row.redoes or row.seq)
        yield list(_backwards(groups)) if row.undoes else groups


def _backwards(groups: Iterable[Group]) -> Iterator[Group]:
    for one in reversed(list(groups)):
        yield Group(_BACK[one.op], one.kind, one.fields, one.guids, one.prev, one.after, one.before)
