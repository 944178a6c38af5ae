"""Reading entities: every kind by the same few ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.elements import ColumnElement

from ..errors import NotFound
from ..model import Record
from ..model.codec import FieldSpec, Spec, guid_bytes, guid_text, spec_of
from .schema import TABLES
from .texts import load_text, slice_text

__all__ = ["Rows", "keys_of", "versions_of", "wire_of", "wire_query", "wires_of"]

R = TypeVar("R", bound=Record)
_BATCH = 500


def wire_query(spec: Spec) -> Select[Any]:
    """Selects the wire values of a kind's fields in order, then ``changed`` and ``id``."""
    return _wire_query(spec.kind)


# To put such a statement together takes longer than to carry it out.
@cache
def _wire_query(kind: str) -> Select[Any]:
    table = TABLES[kind]
    columns: list[ColumnElement[Any]] = []
    joined: Any = table
    for field in spec_of(kind).fields:
        if field.form != "key":
            columns.append(table.c[field.column])
            continue
        other = TABLES[cast(str, field.refers)].alias(f"of_{field.name}")
        joined = joined.outerjoin(other, other.c.id == table.c[field.column])
        columns.append(other.c.guid.label(field.name))
    return select(*columns, table.c.changed, table.c.id).select_from(joined)


@cache
def _wire_words(kind: str) -> str:
    return str(_wire_query(kind).compile(dialect=sqlite.dialect()))


@cache
def _wire_query_of_one(kind: str) -> Select[Any]:
    return _wire_query(kind).where(TABLES[kind].c.guid == bindparam("sought"))


def wire_of(conn: Connection, spec: Spec, guid: bytes) -> tuple[tuple[Any, ...], int, int] | None:
    """The wire values of one entity, the change that last wrote it, its key; ``None`` where none."""
    row = conn.execute(_wire_query_of_one(spec.kind), {"sought": guid}).first()
    return None if row is None else (tuple(row[:-2]), row[-2], row[-1])


def wires_of(
    conn: Connection, spec: Spec, guids: list[bytes]
) -> dict[bytes, tuple[tuple[Any, ...], int]]:
    """The wire values of many entities and the changes that last wrote them, by GUID."""
    found: dict[bytes, tuple[tuple[Any, ...], int]] = {}
    truths = [at for at, one in enumerate(spec.fields) if one.form == "bool"]
    for at in range(0, len(guids), _BATCH):
        part = tuple(guids[at : at + _BATCH])
        marks = ", ".join("?" * len(part))
        query = f'{_wire_words(spec.kind)} WHERE "{spec.kind}".guid IN ({marks})'
        for *wire, changed, _ in conn.exec_driver_sql(query, part).all():
            for place in truths:
                wire[place] = bool(wire[place])
            found[wire[0]] = (tuple(wire), changed)
    return found


def keys_of(conn: Connection, kind: str, guids: Sequence[bytes]) -> dict[bytes, int]:
    """The internal keys of many entities of a kind, by GUID; those not there are left out."""
    return _column_of(conn, kind, "id", guids)


def versions_of(conn: Connection, kind: str, guids: Sequence[bytes]) -> dict[bytes, int]:
    """The changes that last wrote many entities of a kind, by GUID."""
    return _column_of(conn, kind, "changed", guids)


def _column_of(
    conn: Connection, kind: str, column: str, guids: Sequence[bytes]
) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for at in range(0, len(guids), _BATCH):
        part = tuple(guids[at : at + _BATCH])
        marks = ", ".join("?" * len(part))
        query = f'SELECT guid, {column} FROM "{kind}" WHERE guid IN ({marks})'
        found.update((guid, value) for guid, value in conn.exec_driver_sql(query, part).all())
    return found


def _parts(
    among: tuple[str, Iterable[str]] | None,
) -> Iterator[tuple[str, list[str]] | None]:
    """Values to be found, a batch at a time; ``None`` once where all are wanted."""
    if among is None:
        yield None
        return
    name, values = among
    wanted = list(dict.fromkeys(values))
    for at in range(0, len(wanted), _BATCH):
        yield name, wanted[at : at + _BATCH]


# Where the parts of a GUID begin among its 32 digits, and how long they are.
_GUID_PARTS = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))


class Rows:
    """Entities as they stand within one transaction."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, record: type[R], guid: str) -> R:
        """The entity with that GUID. Raises :class:`NotFound`."""
        found = self.find(record, guid)
        if found is None:
            raise NotFound(f"no-such-{record.KIND}", f"There is no {record.KIND} {guid}.")
        return found

    def find(self, record: type[R], guid: str) -> R | None:
        """The entity with that GUID, or ``None``."""
        spec = spec_of(record.KIND)
        found = wire_of(self.conn, spec, guid_bytes(guid))
        return None if found is None else cast(R, spec.load(found[0]))

    def all(self, record: type[R], **equals: object) -> list[R]:
        """All entities of a kind whose fields have those values, in the order they were made."""
        return list(self.each(record, **equals))

    def each(self, record: type[R], **equals: object) -> Iterator[R]:
        """The same, one by one."""
        spec = spec_of(record.KIND)
        conditions, values = [], []
        for name, value in equals.items():
            field = spec.field(name)
            column = f'"{spec.kind}"."{field.column}"'
            if value is None:
                conditions.append(f"{column} IS NULL")
                continue
            # What refers to nothing finds nothing.
            keyed = field.form == "key"
            sought = f'(SELECT id FROM "{field.refers}" WHERE guid = ?)' if keyed else "?"
            conditions.append(f"{column} = {sought}")
            values.append(field.to_wire(value))
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        query = f'{_wire_words(spec.kind)}{where} ORDER BY "{spec.kind}".id'
        for part in self.conn.exec_driver_sql(query, tuple(values)).partitions(_BATCH):
            yield from cast(list[R], spec.load_all(part))

    def values(self, record: type[Record]) -> Iterator[list[tuple[Any, ...]]]:
        """The values of all entities of a kind in the order they were made, as their records have them:
        some hundred at a time."""
        spec = spec_of(record.KIND)
        query = f'{_wire_words(spec.kind)} ORDER BY "{spec.kind}".id'
        for part in self.conn.exec_driver_sql(query).partitions(_BATCH):
            yield list(spec.values_of(part))

    def among(self, record: type[R], field: str, values: Iterable[str]) -> list[R]:
        """All entities of a kind whose ``field`` is one of many values."""
        spec = spec_of(record.KIND)
        one, wanted = spec.field(field), list(dict.fromkeys(values))
        found: list[Record] = []
        column = f'"{spec.kind}"."{one.column}"'
        for at in range(0, len(wanted), _BATCH):
            part = tuple(one.to_wire(value) for value in wanted[at : at + _BATCH])
            marks = ", ".join("?" * len(part))
            if one.form == "key":
                marks = f'SELECT id FROM "{one.refers}" WHERE guid IN ({marks})'
            query = (
                f'{_wire_words(spec.kind)} WHERE {column} IN ({marks}) ORDER BY "{spec.kind}".id'
            )
            found += spec.load_all(self.conn.exec_driver_sql(query, part).fetchall())
        return cast(list[R], found)

    def fields(
        self,
        record: type[Record],
        names: tuple[str, ...],
        among: tuple[str, Iterable[str]] | None = None,
    ) -> Iterator[tuple[Any, ...]]:
        """Some plain fields (no references) of all entities of a kind, in the order they were made,
        or of those one of whose fields is ``among`` some values."""
        spec, table = spec_of(record.KIND), TABLES[record.KIND]
        wanted = [spec.field(name) for name in names]
        query = select(*(table.c[field.column] for field in wanted)).order_by(table.c.id)
        for part in _parts(among):
            if part is not None:
                query = select(*query.selected_columns).where(self._in(spec, *part))
            for row in self.conn.execute(query):
                yield tuple(field.from_wire(v) for field, v in zip(wanted, row, strict=True))

    def _in(self, spec: Spec, name: str, values: list[str]) -> ColumnElement[bool]:
        field = spec.field(name)
        return TABLES[spec.kind].c[field.column].in_(self._values(field, values))

    def first(self, record: type[R], **equals: object) -> R | None:
        """The first of :meth:`all`, or ``None``."""
        return next(self.each(record, **equals), None)

    def count(self, record: type[Record], **equals: object) -> int:
        """How many :meth:`all` would give."""
        spec = spec_of(record.KIND)
        query = select(func.count()).select_from(TABLES[spec.kind])
        for name, value in equals.items():
            query = query.where(self._equal(spec, name, value))
        return int(self.conn.execute(query).scalar_one())

    def text(self, digest: str, start: int = 0, end: int | None = None) -> str:
        """A kept text, or the stretch ``[start, end)`` of it."""
        if start == 0 and end is None:
            return load_text(self.conn, digest)
        return slice_text(self.conn, digest, start, end)

    def guid_of(self, kind: str, key: int) -> str | None:
        """The GUID of an entity by its internal key."""
        table = TABLES[kind]
        found = self.conn.execute(select(table.c.guid).where(table.c.id == key)).scalar()
        return None if found is None else guid_text(found)

    def guids_of(self, kind: str) -> dict[int, str]:
        """The GUIDs of all entities of a kind by their internal keys."""
        driver = self.conn.connection.driver_connection
        assert driver is not None
        parts = " || '-' || ".join(f"substr(h, {at}, {size})" for at, size in _GUID_PARTS)
        whole = f'SELECT id, lower(hex(guid)) AS h FROM "{TABLES[kind].name}"'
        return dict(driver.execute(f"SELECT id, {parts} FROM ({whole})"))

    def key_of(self, kind: str, guid: str) -> int | None:
        """The internal key of an entity."""
        table = TABLES[kind]
        found = self.conn.execute(select(table.c.id).where(table.c.guid == guid_bytes(guid)))
        return found.scalar()

    def _equal(self, spec: Spec, name: str, value: object) -> ColumnElement[bool]:
        field = spec.field(name)
        column = TABLES[spec.kind].c[field.column]
        if value is None:
            return column.is_(None)
        return column == self._value(field, value)

    def _values(self, field: FieldSpec, values: Sequence[object]) -> list[Any]:
        """The values of a column that stand for those of a field; what refers to nothing is left out."""
        wires = [field.to_wire(value) for value in values]
        if field.form != "key":
            return wires
        table = TABLES[cast(str, field.refers)]
        return list(self.conn.scalars(select(table.c.id).where(table.c.guid.in_(wires))))

    def _value(self, field: FieldSpec, value: object) -> object:
        wire = field.to_wire(value)
        if field.form != "key":
            return wire
        # -1 is nobody's key: an unknown GUID finds nothing.
        key = self.key_of(cast(str, field.refers), guid_text(wire))
        return -1 if key is None else key
