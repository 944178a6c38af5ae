"""What was done in a study since a change, and how it was then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from ...model.codec import spec_of
from .. import history
from ..history import Group
from ..rows import wires_of
from ..schema import tables

__all__ = ["stood", "touched_since"]

Wire = tuple[Any, ...]
# What a withdrawal takes words out of, and does not write anew.
_MATERIAL = {"source", "block", "segment", "case", "speaker"}
_BACK = {"add": "drop", "drop": "add", "set": "set"}


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
