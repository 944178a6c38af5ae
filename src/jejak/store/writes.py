"""The three operations on a study's tables: put, alter and drop, each noted for the history.

They work on wire values, so undo, redo and replay use them as well as fresh work does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from ..errors import Conflict
from ..model.codec import FieldSpec, Spec, guid_text
from . import history, search
from .rows import keys_of
from .texts import text_keys

__all__ = ["Writes", "by_depth"]


class Writes:
    """What one change writes: the tables at once, its notes kept for the history."""

    def __init__(self, conn: Connection, seq: int) -> None:
        self.seq = seq
        self._conn = conn
        self._groups: list[history.Group] = []
        self._keys: dict[str, dict[bytes, int]] = {}
        self._dropped: dict[bytes, str] = {}
        # The group noted last, with its entities as a set.
        self._noted: tuple[history.Group | None, set[bytes]] = None, set()

    def put(
        self,
        spec: Spec,
        names: tuple[str, ...],
        wires: list[tuple[Any, ...]],
        changed: list[int] | None = None,
        *,
        note: bool = True,
    ) -> None:
        """Insert entities; ``changed`` where they come back as an earlier change left them."""
        if not wires:
            return
        stamps = [self.seq] * len(wires) if changed is None else changed
        inner = [field.name for field in spec.fields if field.refers == spec.kind]
        levels = by_depth(wires, names.index(inner[0])) if inner else []
        if len(levels) > 1:
            for level in levels:
                part = [wires[row] for row in level]
                self.put(spec, names, part, [stamps[row] for row in level], note=note)
            return
        fields = [spec.field(name) for name in names]
        stored = [
            self._stored(field, column)
            for field, column in zip(fields, zip(*wires, strict=True), strict=True)
        ]
        shown = ", ".join(f'"{field.column}"' for field in fields)
        marks = ", ".join("?" * (len(fields) + 1))
        statement = f'INSERT INTO "{spec.kind}" ({shown}, changed) VALUES ({marks})'
        try:
            self._conn.exec_driver_sql(statement, list(zip(*stored, stamps, strict=True)))
        except IntegrityError as error:
            raise _clash(error, spec.kind) from error
        for wire in wires if self._dropped else ():
            self._dropped.pop(wire[0], None)
        if spec.kind == "source":
            self._index([wire[spec.names.index("text")] for wire in wires])
        if note:
            columns = [list(column) for column in zip(*wires, strict=True)]
            guids = [wire[0] for wire in wires]
            self._note(history.Group("add", spec.kind, names, guids, [0] * len(wires), [], columns))

    def alter(
        self,
        spec: Spec,
        group: history.Group,
        changed: list[int] | None = None,
        *,
        note: bool = True,
    ) -> None:
        """Write the fields of a group of entities: its ``after`` over its ``before``."""
        fields = [spec.field(name) for name in group.fields]
        stored = [self._stored(f, column) for f, column in zip(fields, group.after, strict=True)]
        stamps = [self.seq] * len(group.guids) if changed is None else changed
        shown = ", ".join(f'"{field.column}" = ?' for field in fields)
        statement = f'UPDATE "{spec.kind}" SET {shown}, changed = ? WHERE guid = ?'
        self._conn.exec_driver_sql(statement, list(zip(*stored, stamps, group.guids, strict=True)))
        if spec.kind == "source" and "text" in group.fields:
            place = group.fields.index("text")
            self._index(group.after[place])
            self._unindex(group.before[place])
        if note:
            self._note(group)

    def drop(self, spec: Spec, group: history.Group, *, note: bool = True) -> None:
        """Delete the entities of a group of wire values."""
        if group.guids:
            statement = f'DELETE FROM "{spec.kind}" WHERE guid = ?'
            self._conn.exec_driver_sql(statement, [(guid,) for guid in group.guids])
        known = self._keys.setdefault(spec.kind, {})
        for guid in group.guids:
            known.pop(guid, None)
            self._dropped[guid] = spec.kind
        columns = group.before or group.after
        if spec.kind == "source":
            self._unindex(columns[group.fields.index("text")])
        if note:
            self._note(group)

    def _note(self, group: history.Group) -> None:
        last = self._groups[-1] if self._groups else None
        alike = last is not None and (last.op, last.kind, last.fields) == (
            group.op,
            group.kind,
            group.fields,
        )
        # An entity set twice in one change needs two groups: undo goes through them backwards.
        if last is None or not alike or (group.op == "set" and self._has_any(last, group.guids)):
            self._groups.append(group)
            return
        self._noted[1].update(group.guids)
        last.guids += group.guids
        last.prev += group.prev
        for mine, more in ((last.before, group.before), (last.after, group.after)):
            for column, values in zip(mine, more, strict=True):
                column.extend(values)

    def _has_any(self, group: history.Group, guids: list[bytes]) -> bool:
        if self._noted[0] is not group:
            self._noted = group, set(group.guids)
        return not self._noted[1].isdisjoint(guids)

    def _stored(self, field: FieldSpec, values: Sequence[Any]) -> Sequence[Any]:
        """Wire values of a field as the table holds them: references as internal keys."""
        if field.form != "key":
            return values
        kind = cast(str, field.refers)
        known = self._keys.setdefault(kind, {})
        wanted = [value for value in dict.fromkeys(values) if value is not None]
        known.update(keys_of(self._conn, kind, [value for value in wanted if value not in known]))
        for value in wanted:
            if value not in known:
                raise Conflict(
                    "refers-to-nothing", f"There is no {kind} {guid_text(value)} to refer to."
                )
        return [None if value is None else known[value] for value in values]

    def _index(self, digests: list[bytes]) -> None:
        search.mark(self._conn, text_keys(self._conn, digests, search.IDLE), search.LIVE)
        search.index_texts(self._conn, text_keys(self._conn, digests, search.ABSENT))

    def _unindex(self, digests: list[bytes]) -> None:
        left = text_keys(self._conn, digests, search.LIVE, unused=True)
        search.mark(self._conn, left, search.IDLE)


def by_depth(wires: list[tuple[Any, ...]], place: int) -> list[list[int]]:
    """Rows level by level, each after the one it refers to at ``place``."""
    row_of = {wire[0]: row for row, wire in enumerate(wires)}
    depths: dict[int, int] = {}
    for row in range(len(wires)):
        path: dict[int, None] = {}
        step: int | None = row
        while step is not None and step not in depths and step not in path:
            path[step] = None
            step = row_of.get(wires[step][place])
        depth = -1 if step is None else depths.get(step, -1)
        for above in reversed(path):
            depth += 1
            depths[above] = depth
    levels: list[list[int]] = [[] for _ in range(max(depths.values(), default=0) + 1)]
    for row in range(len(wires)):
        levels[depths[row]].append(row)
    return levels


def _clash(error: IntegrityError, kind: str) -> Conflict:
    return Conflict("already-there", f"This {kind} is in the study already.", str(error.orig))
