"""Records as rows, and as the values a change keeps.

A *wire* value is what the history holds: GUIDs and digests as bytes, times as milliseconds, lists
and mappings as JSON text. A row differs from it only in that a reference is an internal key.
"""

from __future__ import annotations

import contextlib
import json
import typing
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any

from ..errors import InvalidInput
from . import KINDS, Record
from .identity import from_millis, to_millis

__all__ = [
    "CONTENT",
    "FieldSpec",
    "Spec",
    "guid_bytes",
    "guid_text",
    "guids_bytes",
    "guids_text",
    "spec_of",
]

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


# Where the hyphens of a GUID stand among its 36 signs, and (digit by digit) where its 32 digits do.
_HYPHENS = (8, 13, 18, 23)
_DIGITS = tuple(enumerate(at for at in range(36) if at not in _HYPHENS))


def guids_bytes(guids: Sequence[str]) -> list[bytes]:
    """Many GUIDs at once, as :func:`guid_bytes` gives one; raises as it does."""
    many, told = len(guids), "".join(guids).encode("utf-8", "surrogatepass")
    usual = set(map(len, guids)) == {36} and len(told) == 36 * many
    if usual and all(told[at::36] == b"-" * many for at in _HYPHENS):
        digits = bytearray(32 * many)
        for digit, at in _DIGITS:
            digits[digit::32] = told[at::36]
        with contextlib.suppress(ValueError):
            raw = bytes.fromhex(digits.decode())
            if len(raw) == 16 * many:
                return [raw[at : at + 16] for at in range(0, len(raw), 16)]
    return list(map(guid_bytes, guids))


def guids_text(raws: Sequence[bytes]) -> list[str]:
    """Many GUIDs at once, as :func:`guid_text` gives one."""
    if set(map(len, raws)) != {16}:
        return list(map(guid_text, raws))
    digits = b"".join(raws).hex().encode()
    told = bytearray(b"-" * (36 * len(raws)))
    for digit, at in _DIGITS:
        told[at::36] = digits[digit::32]
    text = told.decode()
    return [text[at : at + 36] for at in range(0, len(text), 36)]


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
        if self.form == "guid":
            return guids_bytes(values)
        if self.form != "key":
            return list(map(self.encode, values))
        # Many refer to few.
        few = list(set(values))
        known = dict(zip(few, guids_bytes(few), strict=True))
        return [known[value] for value in values]

    def from_wire(self, value: Any) -> Any:
        """A kept value as the record has it."""
        return None if value is None else self.decode(value)

    def from_wires(self, values: Sequence[Any]) -> Sequence[Any]:
        """Many kept values at once."""
        if self.decode is _same:
            return values
        if self.decode is json.loads:
            return list(map(_mapping, values))
        if self.form == "guid" and None not in values:
            return guids_text(values)
        if self.form != "key" and self.decode is not from_millis:
            return list(map(self.from_wire, values))
        # Many refer to few, and were made at the same moments.
        few: list[Any] = [value for value in set(values) if value is not None]
        told = guids_text(few) if self.form == "key" else map(from_millis, few)
        known = dict(zip(few, told, strict=True)) | {None: None}
        return [known[value] for value in values]


@dataclass(frozen=True, slots=True)
class Spec:
    """A kind of entity: its record class and fields; the GUID is the first. ``decoders`` make the
    record's values of kept ones, ``None`` where they are the same; ``writers`` put a value into a field."""

    kind: str
    record: type[Record]
    fields: tuple[FieldSpec, ...]
    names: tuple[str, ...]
    decoders: tuple[Convert | None, ...]
    writers: tuple[Callable[[Record, Any], None], ...]

    def wire(self, record: Record) -> tuple[Any, ...]:
        """The values of a record in the order of ``fields``."""
        return tuple(spec.to_wire(getattr(record, spec.name)) for spec in self.fields)

    def wires(self, records: Sequence[Record]) -> list[tuple[Any, ...]]:
        """The values of many records, as :meth:`wire` gives those of one: a field of all at a time."""
        columns = []
        for one in self.fields:
            values = list(map(attrgetter(one.name), records))
            columns.append(one.to_wires(values))
        return list(zip(*columns, strict=True))

    def load(self, values: Iterable[Any]) -> Record:
        """The record with those wire values."""
        pairs = zip(self.names, self.decoders, values, strict=True)
        return self.record(
            **{
                name: value if decode is None or value is None else decode(value)
                for name, decode, value in pairs
            }
        )

    def load_all(self, rows: Sequence[Sequence[Any]]) -> list[Record]:
        """The records of rows of wire values; what stands in a row behind them is left aside."""
        # A field of all at a time: a third of what it takes to call each record with its values. A record
        # is its fields and nothing more, and `names` are all of them.
        found: list[Record] = [self.record.__new__(self.record) for _ in rows]
        for write, column in zip(self.writers, self._columns(rows), strict=False):
            deque(map(write, found, column), maxlen=0)
        return found

    def make(self, *values: Any) -> Record:
        """The record with those values of all its fields, in their order: the same as to call its class,
        for where there may be a million."""
        found = self.record.__new__(self.record)
        for write, value in zip(self.writers, values, strict=True):
            write(found, value)
        return found

    def values_of(self, rows: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
        """The values of the records of such rows, in the order of ``fields``."""
        return zip(*self._columns(rows), strict=True)

    def _columns(self, rows: Sequence[Sequence[Any]]) -> Iterator[Sequence[Any]]:
        columns = zip(self.fields, zip(*rows, strict=True), strict=False)
        return (one.from_wires(column) for one, column in columns)

    def field(self, name: str) -> FieldSpec:
        """The field of that name. Raises :class:`InvalidInput` where there is none."""
        if name not in self.names:
            raise InvalidInput("no-such-field", f"A {self.kind} has no field “{name}”.")
        return self.fields[self.names.index(name)]

    def plain(self, names: Iterable[str], values: Iterable[Any]) -> Mapping[str, Any]:
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
    names = tuple(one.name for one in specs)
    writers = tuple(getattr(record, name).__set__ for name in names)
    return Spec(kind, record, tuple(specs), names, decoders, writers)
