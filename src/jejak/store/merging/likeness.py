"""By what two things that have different GUIDs are the same thing, and which names are each had once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection

from ...model.codec import spec_of
from ...model.identity import name_key
from ..rows import wire_query
from ..schema import TABLES

__all__ = ["LIKE", "NAMED", "alike_in", "like_fields", "likeness"]

Wire = tuple[Any, ...]
# Kind -> the fields whose values make one thing; what is not told here is the same by its GUID alone.
LIKE: dict[str, tuple[str, ...]] = {
    "question": ("text",),
    "user": ("name",),
    "source": ("text", "name"),
    "block": ("source", "number"),
    "segment": ("source", "anchor", "start", "end", "region", "lost"),
    "code": ("parent", "name"),
    "coding": ("segment", "code", "user"),
    "memo": ("title", "body", "user"),
    "case": ("name",),
    "speaker": ("case", "source", "name"),
    "attribute": ("name", "of", "type"),
    "value": ("owner", "attribute"),
    "consent": ("case", "scope", "date", "form", "withdrawn"),
    "event": ("name", "date", "kind"),
    "state": ("name", "date"),
    "rating": ("case", "attribute", "value", "date", "user"),
    "set": ("name", "of", "query"),
    "reference": ("key", "csl"),
    "display": ("name", "kind", "settings"),
    "cell": ("display", "row", "column"),
    "finding": ("label", "statement"),
    "evidence": ("finding", "target", "stance"),
    "quality": ("segment",),
    "standing": ("finding", "case"),
    "contest": ("finding", "rival"),
    "appraisal": ("finding", "component"),
    "plausible": ("finding",),
    "item": ("checklist", "item"),
    "translation": ("segment", "language"),
    "manuscript": ("digest", "name"),
    "assignment": ("round", "source", "coder"),
    "relation": ("origin", "type", "target"),
    "remark": ("target", "passage", "text", "who"),
    "link": ("owner", "role", "target"),
    "keepsake": ("owner", "format"),
}
# Kind -> the field that holds its name, and the one within which no two have the same.
NAMED: dict[str, tuple[str, str | None]] = {
    "user": ("name", None),
    "source": ("name", None),
    "code": ("name", "parent"),
    "case": ("name", None),
    "attribute": ("name", "of"),
    "set": ("name", None),
    "display": ("name", None),
    "finding": ("label", None),
    "reference": ("key", None),
    "round": ("name", None),
}
_MANY = 4_000
_BATCH = 500


@cache
def like_fields(kind: str) -> tuple[tuple[int, bool], ...]:
    """The places of the fields that make one thing of a kind, and which of them are compared as names."""
    spec, name = spec_of(kind), NAMED.get(kind, ("", None))[0]
    return tuple((spec.names.index(field), field == name) for field in LIKE.get(kind, ()))


def likeness(kind: str, wire: Wire) -> Wire | None:
    """What two things of a kind share that are the same; ``None`` where only their GUIDs tell."""
    fields = like_fields(kind)
    if not fields:
        return None
    return tuple(name_key(wire[at]) if named else wire[at] for at, named in fields)


def alike_in(conn: Connection, kind: str, wires: Iterable[Wire]) -> dict[Wire, Wire]:
    """What there is in a study that may be the same as some of these: by likeness."""
    wanted = {like for wire in wires if (like := likeness(kind, wire)) is not None}
    found: dict[Wire, Wire] = {}
    if wanted:
        for wire in _candidates(conn, kind, wanted):
            like = likeness(kind, wire)
            if like is not None and like in wanted:
                found.setdefault(like, wire)
    return found


def _candidates(conn: Connection, kind: str, wanted: set[Wire]) -> Iterator[Wire]:
    """Rows of a kind that have the first of the values in question; all where these are many, or names."""
    spec = spec_of(kind)
    at, named = like_fields(kind)[0]
    field, query = spec.fields[at], wire_query(spec).order_by(TABLES[kind].c.id)
    values = {like[0] for like in wanted}
    if named or None in values or len(values) > _MANY:
        for row in conn.execute(query, execution_options={"yield_per": 1000}):
            yield tuple(row[:-2])
        return
    ordered = list(values)
    for start in range(0, len(ordered), _BATCH):
        part = ordered[start : start + _BATCH]
        column = TABLES[kind].c[field.column]
        if field.form == "key":
            other = TABLES[str(field.refers)]
            condition = column.in_(
                other.select().with_only_columns(other.c.id).where(other.c.guid.in_(part))
            )
        else:
            condition = column.in_(part)
        for row in conn.execute(query.where(condition)):
            yield tuple(row[:-2])
