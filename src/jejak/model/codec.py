"""Records as rows, and as the values a change keeps.

A *wire* value is what the history holds: GUIDs and digests as bytes, times as milliseconds, lists
and mappings as JSON text. A row differs from it only in that a reference is an internal key.
"""

from __future__ import annotations

import json
import typing
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any

from ..errors import InvalidInput
from . import KINDS, Record
from .identity import from_millis, to_millis

__all__ = ["CONTENT", "FieldSpec", "Spec", "guid_bytes", "guid_text", "spec_of"]

# Fields that name content kept once by its SHA-256 (texts, originals).
CONTENT = {("source", "text"), ("source", "original")}


def guid_bytes(guid: str) -> bytes:
    """A GUID as its 16 bytes. Raises :class:`InvalidInput` where it is none."""
    try:
        raw = bytes.fromhex(guid.replace("-", "")) if len(guid) == 36 else b""
        return raw if len(raw) == 16 else uuid.UUID(guid).bytes
    except ValueError:
        raise InvalidInput("not-a-guid", f"“{guid}” is not a GUID.") from None


def guid_text(raw: bytes) -> str:
    """16 bytes as the GUID's usual text."""
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _dump(value: Any) -> str:
    if value == {}:
        return "{}"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _load_tuple(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text))


def _mapping(text: str | None) -> Any:
    # Most are empty.
    return {} if text == "{}" else None if text is None else json.loads(text)


def _same(value: Any) -> Any:
    return value


Convert = Callable[[Any], Any]

# Which values a field of a form takes.
_TAKES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
    "datetime": (datetime,),
    "tuple": (tuple, list),
    "mapping": (Mapping,),
    "guid": (str,),
    "digest": (str,),
}
# Type of the value in a row, then record -> wire, wire -> record.
_FORMS: dict[str, tuple[str, Convert, Convert]] = {
    "str": ("text", _same, _same),
    "int": ("int", _same, _same),
    "float": ("float", _same, _same),
    "bool": ("bool", _same, bool),
    "datetime": ("int", to_millis, from_millis),
    "tuple": ("text", _dump, _load_tuple),
    "mapping": ("text", _dump, json.loads),
    "guid": ("guid", guid_bytes, guid_text),
    "digest": ("digest", bytes.fromhex, bytes.hex),
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name, column, storage form, what it refers to, whether it may be empty, and
    the types of the values it takes."""

    name: str
    column: str
    form: str
    refers: str | None
    optional: bool
    encode: Convert
    decode: Convert
    takes: tuple[type, ...]

    def to_wire(self, value: Any) -> Any:
        """A record's value as the history keeps it. Raises :class:`InvalidInput` for a value of
        another type than the field's."""
        if value is None and self.optional:
            return None
        if not isinstance(value, self.takes):
            raise InvalidInput("bad-value", f"The field “{self.name}” cannot be {value!r}.")
        return self.encode(value)

    def to_wires(self, values: list[Any]) -> list[Any]:
        """Many values at once; raises as :meth:`to_wire`."""
        types = set(map(type, values))
        if not all(issubclass(one, self.takes) for one in types):
            return [self.to_wire(value) for value in values]
        if self.encode is _same:
            return values
        if self.form != "key":
            return list(map(self.encode, values))
        # Many refer to few.
        known = {value: self.encode(value) for value in set(values)}
        return [known[value] for value in values]

    def from_wire(self, value: Any) -> Any:
        """A kept value as the record has it."""
        return None if value is None else self.decode(value)


@dataclass(frozen=True, slots=True)
class Spec:
    """A kind of entity: its record class and fields; the GUID is the first. ``decoders`` make the
    record's values of kept ones, ``None`` where they are the same."""

    kind: str
    record: type[Record]
    fields: tuple[FieldSpec, ...]
    names: tuple[str, ...]
    decoders: tuple[Convert | None, ...]

    def wire(self, record: Record) -> tuple[Any, ...]:
        """The values of a record in the order of ``fields``."""
        return tuple(spec.to_wire(getattr(record, spec.name)) for spec in self.fields)

    def wires(self, records: typing.Sequence[Record]) -> list[tuple[Any, ...]]:
        """The values of many records, as :meth:`wire` gives those of one: a field of all at a time."""
        columns = []
        for one in self.fields:
            values = list(map(attrgetter(one.name), records))
            columns.append(one.to_wires(values))
        return list(zip(*columns, strict=True))

    def load(self, values: typing.Iterable[Any]) -> Record:
        """The record with those wire values."""
        pairs = zip(self.names, self.decoders, values, strict=True)
        return self.record(
            **{
                name: value if decode is None or value is None else decode(value)
                for name, decode, value in pairs
            }
        )

    def load_all(self, rows: typing.Sequence[typing.Sequence[Any]]) -> list[Record]:
        """The records of rows of wire values; what stands in a row behind them is left aside."""
        names, record = self.names, self.record
        return [record(**dict(zip(names, values, strict=True))) for values in self.values_of(rows)]

    def values_of(
        self, rows: typing.Sequence[typing.Sequence[Any]]
    ) -> typing.Iterator[tuple[Any, ...]]:
        """The values of the records of such rows, in the order of ``fields``."""
        columns = []
        for number, spec in enumerate(self.fields):
            column = [row[number] for row in rows]
            decode = self.decoders[number]
            if spec.form == "key":
                # Many refer to few.
                known = {raw: None if raw is None else guid_text(raw) for raw in set(column)}
                column = [known[raw] for raw in column]
            elif spec.form == "text" and decode is json.loads:
                column = [_mapping(value) for value in column]
            elif decode is not None:
                column = [None if value is None else decode(value) for value in column]
            columns.append(column)
        return zip(*columns, strict=True)

    def field(self, name: str) -> FieldSpec:
        """The field of that name. Raises :class:`InvalidInput` where there is none."""
        if name not in self.names:
            raise InvalidInput("no-such-field", f"A {self.kind} has no field “{name}”.")
        return self.fields[self.names.index(name)]

    def plain(self, names: typing.Iterable[str], values: typing.Iterable[Any]) -> Mapping[str, Any]:
        """Wire values of some fields as readable values, by name."""
        return {
            name: self.field(name).from_wire(value)
            for name, value in zip(names, values, strict=True)
        }


def _form(kind: str, name: str, hint: Any, refers: str | None) -> tuple[str, bool]:
    parts = typing.get_args(hint)
    optional = type(None) in parts
    if optional:
        hint = next(part for part in parts if part is not type(None))
    if refers is not None or name == "guid":
        return "guid", optional
    if (kind, name) in CONTENT:
        return "digest", optional
    origin = typing.get_origin(hint)
    if origin is tuple:
        return "tuple", optional
    if origin is not None:
        return "mapping", optional
    return {datetime: "datetime"}.get(hint, hint.__name__), optional


@cache
def spec_of(kind: str) -> Spec:
    """The specification of a kind of entity, read off its record class."""
    record = KINDS[kind]
    hints = typing.get_type_hints(record)
    specs = []
    for f in fields(record):
        refers = f.metadata.get("ref")
        form, optional = _form(kind, f.name, hints[f.name], refers)
        storage, encode, decode = _FORMS[form]
        keyed = refers is not None and refers != "*"
        specs.append(
            FieldSpec(
                name=f.name,
                column=f"{f.name}_id" if keyed else f.name,
                form="key" if keyed else storage,
                refers=refers,
                optional=optional,
                encode=encode,
                decode=decode,
                takes=_TAKES[form],
            )
        )
    decoders = tuple(None if one.decode is _same else one.decode for one in specs)
    return Spec(kind, record, tuple(specs), tuple(s.name for s in specs), decoders)
