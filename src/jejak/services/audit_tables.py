"""What a study holds as tables of an audit trail: one for each kind of thing in each category, told in
words and as it may leave the study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..formats.table_out import table_bytes
from ..model import (
    Block,
    Check,
    Coding,
    Display,
    Link,
    Memo,
    Record,
    Reference,
    Round,
    Segment,
    Snapshot,
    Source,
    StudyInfo,
)
from ..model.audit import category_of
from ..model.codec import spec_of
from ..store import Rows
from .hiding import Hiding
from .things import Thing, things

__all__ = ["AuditTable", "audit_tables", "in_categories"]

# Kinds that are told otherwise: as texts, as passages, as writing, with what they tie together.
_ELSEWHERE = {Block, Segment, Coding, Link, Memo, Snapshot, StudyInfo}
# Nothing for people to read.
_LEFT_OUT: Mapping[type[Record], frozenset[str]] = {
    Source: frozenset({"text", "original", "original_name", "metadata"}),
    Display: frozenset({"settings"}),
    Check: frozenset({"facts", "rests_on"}),
    Reference: frozenset({"csl"}),
    Round: frozenset({"earlier", "figures"}),
}
_NEVER = frozenset({"colour", "x", "y", "position"})


@dataclass(frozen=True, slots=True)
class AuditTable:
    """Things of one kind in one category, as the bytes of a table; ``count`` says how many."""

    category: str
    kind: str
    count: int
    content: bytes


def in_categories(
    records: Iterable[Record], exceptions: Mapping[str, str]
) -> dict[tuple[str, str], list[Record]]:
    """Things by their category and kind."""
    found: dict[tuple[str, str], list[Record]] = {}
    for one in records:
        found.setdefault((category_of(one, exceptions), one.KIND), []).append(one)
    return found


def audit_tables(
    rows: Rows, sorted_: Mapping[tuple[str, str], Sequence[Record]], hiding: Hiding
) -> list[AuditTable]:
    """The tables of things that were sorted by :func:`in_categories`."""
    tables = []
    for (category, kind), records in sorted_.items():
        if type(records[0]) in _ELSEWHERE:
            continue
        names = _columns(type(records[0]))
        known = _called(rows, records, hiding)
        told = [_row(one, names, known) for one in records]
        tables.append(AuditTable(category, kind, len(told), table_bytes(".csv", names, told)))
    return tables


def _columns(record: type[Record]) -> list[str]:
    out = _LEFT_OUT.get(record, frozenset()) | _NEVER
    return [field.name for field in spec_of(record.KIND).fields if field.name not in out]


def _called(rows: Rows, records: Sequence[Record], hiding: Hiding) -> Mapping[str, str]:
    """What everything is called that the records refer to."""
    wanted: dict[tuple[str, str], None] = {}
    for one in records:
        for field in spec_of(one.KIND).fields:
            target = getattr(one, field.name) if field.refers else None
            if target is not None:
                kind = field.refers
                wanted[
                    (getattr(one, f"{field.name}_kind") if kind == "*" else str(kind)), target
                ] = None
    return {guid: hiding.told(_name(one)) for guid, one in things(rows, wanted).items()}


def _name(one: Thing) -> str:
    if one.kind == Segment.KIND and one.start is not None:
        return f"{one.where} {one.start}–{one.end}: “{one.label}”"
    return one.where if one.kind == "code" and one.where else one.label


def _row(one: Record, names: Sequence[str], known: Mapping[str, str]) -> dict[str, object]:
    fields = {field.name: field for field in spec_of(one.KIND).fields}
    return {
        name: known.get(getattr(one, name), "")
        if fields[name].refers
        else _value(getattr(one, name))
        for name in names
    }


def _value(value: Any) -> object:
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {part}" for name, part in value.items())
    return value
