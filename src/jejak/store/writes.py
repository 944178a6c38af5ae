"""The three operations on a study's tables: put, alter and drop, each noted for the history.

They work on wire values, so undo, redo and replay use them as well as fresh work does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..errors import Conflict
from ..model import Source
from . import history, search
from .codec import FieldSpec, Spec, guid_text
from .schema import TABLES, tables

__all__ = ["Writes"]


class Writes:
    """What one change writes: the tables at once, its notes kept for the history."""

    def __init__(self, conn: Connection, seq: int) -> None:
        self.seq = seq
        self._conn = conn
        self._groups: list[history.Group] = []
        self._keys: dict[tuple[str, bytes], int] = {}
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
        inner = [field.name for field in spec.fields if field.refers == spec.kind]
        if inner and len(wires) > 1:
            order = _outer_first(wires, names.index(inner[0]))
            stamps = changed or [self.seq] * len(wires)
            for row in order:
                self.put(spec, names, [wires[row]], [stamps[row]], note=note)
            return
        table = TABLES[spec.kind]
        fields = [spec.field(name) for name in names]
        rows = [
            {
                field.column: self._stored(field, value)
                for field, value in zip(fields, wire, strict=True)
            }
            | {"changed": self.seq if changed is None else changed[index]}
            for index, wire in enumerate(wires)
        ]
        try:
            self._conn.execute(insert(table), rows)
        except IntegrityError as error:
            raise _clash(error, spec.kind) from error
        for wire in wires:
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
        table = TABLES[spec.kind]
        fields = [spec.field(name) for name in group.fields]
        rows = [
            {"_guid": guid, "_changed": self.seq if changed is None else changed[index]}
            | {
                f"_{number}": self._stored(field, group.after[number][index])
                for number, field in enumerate(fields)
            }
            for index, guid in enumerate(group.guids)
        ]
        values: dict[str, Any] = {field.column: bindparam(f"_{number}") for number, field in enumerate(fields)}
        statement = update(table).where(table.c.guid == bindparam("_guid"))
        self._conn.execute(statement.values(**values, changed=bindparam("_changed")), rows)
        if spec.kind == "source" and "text" in group.fields:
            place = group.fields.index("text")
            self._index(group.after[place])
            self._unindex(group.before[place])
        if note:
            self._note(group)

    def drop(self, spec: Spec, group: history.Group, *, note: bool = True) -> None:
        """Delete the entities of a group of wire values."""
        table = TABLES[spec.kind]
        if group.guids:
            statement = delete(table).where(table.c.guid == bindparam("entity"))
            self._conn.execute(statement, [{"entity": guid} for guid in group.guids])
        for guid in group.guids:
            self._keys.pop((spec.kind, guid), None)
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

    def _stored(self, field: FieldSpec, value: Any) -> Any:
        if field.form != "key" or value is None:
            return value
        kind = cast(str, field.refers)
        key = self._keys.get((kind, value))
        if key is None:
            table = TABLES[kind]
            query = select(table.c.id).where(table.c.guid == value)
            key = self._conn.execute(query).scalar_one_or_none()
            if key is None:
                raise Conflict(
                    "refers-to-nothing", f"There is no {kind} {guid_text(value)} to refer to."
                )
            self._keys[kind, value] = key
        return key

    def _index(self, digests: Iterable[bytes]) -> None:
        table = tables.text
        for digest in dict.fromkeys(digests):
            query = select(table.c.id).where(table.c.digest == digest, ~table.c.indexed)
            key = self._conn.execute(query).scalar_one_or_none()
            if key is not None:
                search.index_text(self._conn, key)
                self._conn.execute(update(table).where(table.c.id == key).values(indexed=True))

    def _unindex(self, digests: Iterable[bytes]) -> None:
        table, source = tables.text, TABLES[Source.KIND]
        for digest in dict.fromkeys(digests):
            if self._conn.execute(select(source.c.id).where(source.c.text == digest)).first():
                continue
            query = select(table.c.id).where(table.c.digest == digest, table.c.indexed)
            key = self._conn.execute(query).scalar_one_or_none()
            if key is not None:
                search.unindex_text(self._conn, key)
                self._conn.execute(update(table).where(table.c.id == key).values(indexed=False))


def _outer_first(wires: list[tuple[Any, ...]], place: int) -> list[int]:
    """Rows in an order in which each comes after the one it refers to at ``place``."""
    row_of = {wire[0]: row for row, wire in enumerate(wires)}
    order: dict[int, None] = {}
    for row in range(len(wires)):
        above: list[int] = []
        step: int | None = row
        while step is not None and step not in order and step not in above:
            above.append(step)
            step = row_of.get(wires[step][place])
        order.update(dict.fromkeys(reversed(above)))
    return list(order)


def _clash(error: IntegrityError, kind: str) -> Conflict:
    return Conflict("already-there", f"This {kind} is in the study already.", str(error.orig))
