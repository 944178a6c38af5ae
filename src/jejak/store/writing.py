"""The one door for changes: what is written through it is state and history in one transaction."""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..errors import Conflict, NotFound
from ..model import KINDS, Message, Record, Source
from ..model.identity import now, to_millis
from . import history, search
from .codec import FieldSpec, Spec, guid_bytes, guid_text, spec_of
from .originals import keep_original
from .rows import Rows, wire_of, wires_of
from .schema import TABLES, tables
from .texts import keep_text

__all__ = ["Change"]

R = TypeVar("R", bound=Record)
_ORDER = {kind: number for number, kind in enumerate(KINDS)}
# (table, column) pairs that hold the GUID of an entity of any kind.
POLYMORPHIC = [
    (TABLES[kind], spec.column)
    for kind in KINDS
    for spec in spec_of(kind).fields
    if spec.refers == "*"
]


class Change:
    """A change being made. Reads within it (``rows``) see what it has written so far."""

    def __init__(self, conn: Connection, verb: Message, user: str, seq: int) -> None:
        self.rows = Rows(conn)
        self.verb = verb
        self.user = user
        self.seq = seq
        self._conn = conn
        self._groups: list[history.Group] = []
        self._keys: dict[tuple[str, bytes], int] = {}
        self._dropped: dict[bytes, str] = {}
        self._outer: list[list[history.Group]] = []

    # -- what may be asked of it -----------------------------------------------------------------

    def add(self, *records: Record) -> None:
        """Add entities; what they refer to must be there, or come before them."""
        for record in records:
            spec = spec_of(record.KIND)
            self.put(spec, spec.names, [spec.wire(record)])

    def add_many(self, records: Iterable[Record]) -> None:
        """Add many entities at once: the same as :meth:`add`, compact and quick."""
        by_kind: dict[str, list[tuple[Any, ...]]] = {}
        for record in records:
            by_kind.setdefault(record.KIND, []).append(spec_of(record.KIND).wire(record))
        for kind in sorted(by_kind, key=_ORDER.__getitem__):
            spec = spec_of(kind)
            self.put(spec, spec.names, by_kind[kind])

    def set(self, record: R, **values: object) -> R:
        """Change fields of an entity; the entity as it is then. Raises :class:`NotFound`.

        Fields that have the value already are left out of the history.
        """
        spec = spec_of(record.KIND)
        guid = guid_bytes(record.guid)
        found = wire_of(self._conn, spec, guid)
        if found is None:
            raise NotFound(f"no-such-{record.KIND}", f"There is no {record.KIND} {record.guid}.")
        wire, changed, _ = found
        names = [
            name
            for name, value in values.items()
            if spec.field(name).to_wire(value) != wire[spec.names.index(name)]
        ]
        if names:
            before = [wire[spec.names.index(name)] for name in names]
            after = [spec.field(name).to_wire(values[name]) for name in names]
            self.alter(spec, tuple(names), guid, before, after, changed)
        written = list(wire)
        for name in names:
            written[spec.names.index(name)] = spec.field(name).to_wire(values[name])
        return cast(R, spec.load(written))

    def remove(self, *records: Record) -> None:
        """Remove entities. What refers to them must go in the same change, or it is refused."""
        by_kind: dict[str, list[str]] = {}
        for record in records:
            by_kind.setdefault(record.KIND, []).append(record.guid)
        for kind in sorted(by_kind, key=_ORDER.__getitem__, reverse=True):
            self.remove_guids(kind, by_kind[kind])

    def remove_guids(self, kind: str, guids: Iterable[str]) -> None:
        """Remove entities of one kind by GUID. Raises :class:`NotFound`."""
        spec = spec_of(kind)
        group = history.Group("drop", kind, spec.names, before=[[] for _ in spec.names])
        wanted = [guid_bytes(guid) for guid in guids]
        found = wires_of(self._conn, spec, wanted)
        for guid in wanted:
            if guid not in found:
                raise NotFound(f"no-such-{kind}", f"There is no {kind} {guid_text(guid)}.")
            wire, changed = found[guid]
            group.guids.append(guid)
            group.prev.append(changed)
            for column, value in zip(group.before, wire, strict=True):
                column.append(value)
        self.drop(spec, group)

    def keep_text(self, text: str) -> str:
        """Keep a text in the study; its digest, for :attr:`Source.text`."""
        return keep_text(self._conn, text)

    def keep_original(self, content: bytes) -> str:
        """Keep a file in the study; its digest, for :attr:`Source.original`."""
        return keep_original(self._conn, content)

    def retell(self, verb: Message) -> None:
        """Say more exactly what the change does, unless it is part of one with a name of its own."""
        if not self._outer:
            self.verb = verb

    @contextlib.contextmanager
    def part(self) -> Iterator[None]:
        """A part of the change that happens whole or not at all, whatever becomes of the rest."""
        dropped = dict(self._dropped)
        self._outer.append(self._groups)
        self._groups = []
        try:
            with self._conn.begin_nested():
                yield
        except BaseException:
            self._groups, self._dropped = self._outer.pop(), dropped
            self._keys.clear()
            raise
        done, self._groups = self._groups, self._outer.pop()
        for group in done:
            self._note(group)

    # -- the three operations, on wire values (undo, redo and replay use them too) ---------------

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
        names: tuple[str, ...],
        guid: bytes,
        before: list[Any],
        after: list[Any],
        prev: int,
        *,
        changed: int | None = None,
        note: bool = True,
    ) -> None:
        """Write fields of one entity."""
        table = TABLES[spec.kind]
        values = {
            spec.field(name).column: self._stored(spec.field(name), value)
            for name, value in zip(names, after, strict=True)
        }
        written = self.seq if changed is None else changed
        self._conn.execute(
            update(table).where(table.c.guid == guid).values(**values, changed=written)
        )
        if spec.kind == "source" and "text" in names:
            self._index([after[names.index("text")]])
            self._unindex([before[names.index("text")]])
        if note:
            columns = [[value] for value in before], [[value] for value in after]
            self._note(history.Group("set", spec.kind, names, [guid], [prev], *columns))

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

    # -- the end ---------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Whether it (or the part of it that is being made) did nothing."""
        return not self._groups

    @property
    def untouched(self) -> bool:
        """Whether nothing at all was written yet, in any part."""
        return not self._groups and not any(self._outer)

    def seal(self, *, undoes: int | None = None, redoes: int | None = None) -> None:
        """Write the entry of the history. Raises :class:`Conflict` where something would be left
        that refers to nothing."""
        self._refuse_dangling()
        counts = Counter[str]()
        for group in self._groups:
            counts[group.kind] += len(group.guids)
        body = history.pack(self._groups) if undoes is None and redoes is None else history.pack([])
        args = history.pack(history.verb_args(self.verb))
        salt = os.urandom(16)
        digest = history.payload_digest(salt, args, body)
        table = tables.change
        previous = self._conn.execute(
            select(table.c.digest).where(table.c.seq == self.seq - 1)
        ).scalar_one_or_none()
        moment = to_millis(now())
        touched = json.dumps(counts, sort_keys=True)
        user = guid_bytes(self.user)
        header = [self.seq, moment, user, self.verb.text, touched, undoes, redoes]
        self._conn.execute(
            insert(table).values(
                seq=self.seq, time=moment, user=user, verb=self.verb.text, touched=touched,
                undoes=undoes, redoes=redoes, args=args, payload=body, salt=salt,
                payload_digest=digest, undone=False, blanked=False,
                digest=history.chain_digest(previous or b"", header, digest),
            )
        )  # fmt: skip

    # -- how ---------------------------------------------------------------------------------

    def _note(self, group: history.Group) -> None:
        last = self._groups[-1] if self._groups else None
        alike = last is not None and (last.op, last.kind, last.fields) == (
            group.op,
            group.kind,
            group.fields,
        )
        # An entity set twice in one change needs two groups: undo goes through them backwards.
        if last is None or not alike or (group.op == "set" and set(last.guids) & set(group.guids)):
            self._groups.append(group)
            return
        last.guids += group.guids
        last.prev += group.prev
        for mine, more in ((last.before, group.before), (last.after, group.after)):
            for column, values in zip(mine, more, strict=True):
                column.extend(values)

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

    def _refuse_dangling(self) -> None:
        guids = list(self._dropped)
        for table, column in POLYMORPHIC:
            for at in range(0, len(guids), 500):
                part = guids[at : at + 500]
                query = select(table.c[column]).where(table.c[column].in_(part)).limit(1)
                left = self._conn.execute(query).scalar_one_or_none()
                if left is not None:
                    raise rests_on(self._dropped[left], table.name)


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


def rests_on(kind: str, other: str) -> Conflict:
    """The refusal to take away what something else rests on."""
    return Conflict(
        "rests-on-it",
        f"A {other} rests on the {kind} that would go.",
        "Nothing was changed. Remove what rests on it first.",
    )


def _clash(error: IntegrityError, kind: str) -> Conflict:
    return Conflict("already-there", f"This {kind} is in the study already.", str(error.orig))
