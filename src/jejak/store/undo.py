"""Undo, redo, and a study as it stood: all from the same log."""

from __future__ import annotations

from sqlalchemy import Connection, func, select, update

from ..errors import Conflict, NotFound
from ..model import Message, say
from ..model.codec import guid_bytes, spec_of
from . import history
from .rows import versions_of
from .schema import tables
from .writing import Change

__all__ = ["check_step", "is_arrival", "redoable", "replay", "reverse", "step", "undoable"]


def undoable(conn: Connection, user: str) -> int:
    """The change a person would undo now. Raises :class:`NotFound` where there is none."""
    table = tables.change
    query = select(func.max(table.c.seq)).where(
        table.c.user == guid_bytes(user),
        ~table.c.undone,
        table.c.undoes.is_(None),
        table.c.redoes.is_(None),
    )
    seq = conn.execute(query).scalar()
    if seq is None or is_arrival(conn, seq, user):
        raise NotFound("nothing-to-undo", "There is nothing to undo.")
    return int(seq)


def is_arrival(conn: Connection, seq: int, user: str) -> bool:
    """Whether a change brought its own author in: with it a study begins, or a person joins one."""
    own = guid_bytes(user)
    return any(
        group.kind == "user" and group.op == "add" and own in group.guids
        for group in history.payload_of(conn, seq)
    )


def redoable(conn: Connection, user: str) -> int:
    """The change a person would redo now. Raises :class:`NotFound` where there is none."""
    table = tables.change
    step_back = table.alias("step_back")
    own = table.c.user == guid_bytes(user)
    plain = table.c.undoes.is_(None) & table.c.redoes.is_(None)
    # What was undone before newer work is not the future any more.
    newest = select(func.coalesce(func.max(table.c.seq), 0)).where(own, plain).scalar_subquery()
    query = (
        select(func.min(table.c.seq))
        .join(step_back, step_back.c.undoes == table.c.seq)
        .where(own, table.c.undone, step_back.c.seq > newest)
    )
    seq = conn.execute(query).scalar()
    if seq is None:
        raise NotFound("nothing-to-redo", "There is nothing to redo.")
    return int(seq)


def check_step(conn: Connection, seq: int, *, back: bool) -> None:
    """Raise :class:`Conflict` unless a change may be undone (``back``) or redone as the log stands."""
    entry = history.entry(conn, seq)
    if entry.undoes or entry.redoes:
        raise Conflict("undo-of-undo", "An undo or redo is taken back by its opposite.")
    if entry.undone == back:
        raise Conflict(
            "already-done", f"Change {seq} is {'undone' if back else 'in force'} already."
        )
    if back and is_arrival(conn, seq, entry.user):
        raise Conflict("beginning", "What begins a study, or brings a person into it, stays.")


def step(change: Change, seq: int, *, back: bool) -> None:
    """Take one change back, or do it again, within ``change``, and mark it so.

    Raises :class:`Conflict` where an entity was changed since, or something rests on what would go.
    """
    conn = change.rows.conn
    _refuse_blanked(conn, seq)
    groups = history.payload_of(conn, seq)
    _refuse_stale_anchors(conn, seq, groups, back=back)
    if back:
        reverse(change, seq, groups)
    else:
        replay(change, seq, groups, careful=True)
    table = tables.change
    conn.execute(update(table).where(table.c.seq == seq).values(undone=back))


def _refuse_blanked(conn: Connection, seq: int) -> None:
    table = tables.change
    row = conn.execute(select(table.c.blanked, table.c.verb).where(table.c.seq == seq)).one()
    if row.blanked:
        raise Conflict(
            "blanked",
            "A withdrawal cannot be taken back: the words are gone."
            if row.verb == history.WITHDRAWAL.text
            else "What this change held of words was taken out; it cannot be taken back.",
            "Nothing was changed.",
        )


def _refuse_stale_anchors(
    conn: Connection, seq: int, groups: list[history.Group], *, back: bool
) -> None:
    """Raise :class:`Conflict` where what would come back lies in a text that was corrected since."""
    coming: set[bytes] = set()
    for group in groups:
        if group.kind in {"segment", "block"} and group.op == ("drop" if back else "add"):
            columns = group.before if back else group.after
            coming.update(columns[group.fields.index("source")])
    table = tables.change
    later = select(table.c.seq).where(
        table.c.seq > seq, ~table.c.undone, table.c.undoes.is_(None), table.c.redoes.is_(None),
        table.c.touched.contains('"source"'),
    )  # fmt: skip
    for other in conn.execute(later).scalars().all() if coming else ():
        for group in history.payload_of(conn, other):
            corrected = group.kind == "source" and group.op == "set" and "text" in group.fields
            if corrected and not coming.isdisjoint(group.guids):
                raise Conflict(
                    "corrected-since",
                    "The text in which this would come back was corrected later.",
                    "Nothing was changed. Undo the correction first.",
                )


def reverse(change: Change, seq: int, groups: list[history.Group]) -> None:
    """Put every entity a change touched back as it was before."""
    _refuse_if_changed_since(change.rows.conn, seq, groups, back=True)
    for group in reversed(groups):
        spec = spec_of(group.kind)
        if group.op == "add":
            change.drop(spec, group)
        elif group.op == "drop":
            wires = list(zip(*group.before, strict=True))
            change.put(spec, group.fields, wires, group.prev)
        else:
            _write(change, group, group.after, group.before, group.prev)


def replay(
    change: Change, seq: int, groups: list[history.Group], *, careful: bool, note: bool = True
) -> None:
    """Do again what a change did; ``careful`` where others may have worked since."""
    if careful:
        _refuse_if_changed_since(change.rows.conn, seq, groups, back=False)
    for group in groups:
        spec = spec_of(group.kind)
        count = len(group.guids)
        if group.op == "add":
            wires = list(zip(*group.after, strict=True))
            change.put(spec, group.fields, wires, [seq] * count, note=note)
        elif group.op == "drop":
            change.drop(spec, group, note=note)
        else:
            _write(change, group, group.before, group.after, [seq] * count, note=note)


def _write(
    change: Change,
    group: history.Group,
    old: list[list[object]],
    new: list[list[object]],
    changed: list[int],
    *,
    note: bool = True,
) -> None:
    blank = [0] * len(group.guids)
    turned = history.Group("set", group.kind, group.fields, list(group.guids), blank, old, new)
    change.alter(spec_of(group.kind), turned, changed, note=note)


def _refuse_if_changed_since(
    conn: Connection, seq: int, groups: list[history.Group], *, back: bool
) -> None:
    expected: dict[tuple[str, bytes], int | None] = {}
    for group in groups if back else reversed(groups):
        for guid, prev in zip(group.guids, group.prev, strict=True):
            absent = group.op == ("drop" if back else "add")
            expected[group.kind, guid] = None if absent else seq if back else prev
    versions = {
        kind: versions_of(conn, kind, [guid for one, guid in expected if one == kind])
        for kind in {kind for kind, _ in expected}
    }
    for (kind, guid), version in expected.items():
        if versions[kind].get(guid) != version:
            raise Conflict(
                "changed-since",
                f"A {kind} that this change touched was changed again later.",
                "Nothing was changed. Undo the later change first.",
            )


def verb_of(conn: Connection, seq: int, *, back: bool) -> Message:
    """What undoing or redoing a change is called in the trail."""
    verb = history.entry(conn, seq).verb
    return say("Undo: {verb}", verb=verb) if back else say("Redo: {verb}", verb=verb)
