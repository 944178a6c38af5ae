"""Revisions: the change that last wrote an entity, by which nobody overwrites what they have not
seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from ..errors import NotFound
from ..model.codec import guid_bytes, guid_text, spec_of
from ..model.identity import from_millis
from .rows import Rows
from .schema import TABLES, tables

__all__ = ["last_touching", "moments_of", "revision_of", "revisions"]

_BATCH = 500
# What is told as part of an entity: (kind, the field that names the whole).
_PARTS = {
    "case": (("value", "owner"), ("link", "owner"), ("speaker", "case"), ("consent", "case")),
    "memo": (("link", "owner"),),
    "finding": (("link", "owner"),),
    "set": (("link", "owner"),),
    "node": (("link", "owner"),),
    "edge": (("link", "owner"),),
    "event": (("link", "owner"),),
    "rating": (("link", "owner"),),
}


def revisions(rows: Rows, kind: str, guids: Iterable[str] | None = None) -> dict[str, int]:
    """The change that last wrote each entity of a kind, or a part of it, by GUID.

    Without ``guids`` those of all; a GUID that nothing answers to is left out.
    """
    found: dict[str, int] = {}
    for only in _batches(guids):
        for query in _queries(kind):
            if only is not None:
                query = query.where(TABLES[kind].c.guid.in_(only))  # noqa: PLW2901  (narrowed)
            for raw, changed in rows.conn.execute(query):
                guid = guid_text(raw)
                found[guid] = max(found.get(guid, 0), changed)
    return found


def revision_of(rows: Rows, kind: str, guid: str) -> int:
    """The revision of one entity. Raises :class:`NotFound`."""
    found = revisions(rows, kind, [guid])
    if guid not in found:
        raise NotFound(f"no-such-{kind}", f"There is no {kind} {guid}.")
    return found[guid]


def moments_of(rows: Rows, changes: Iterable[int]) -> dict[int, datetime]:
    """When changes were made, by number."""
    wanted, table = sorted(set(changes)), tables.change
    found: dict[int, datetime] = {}
    for at in range(0, len(wanted), _BATCH):
        query = select(table.c.seq, table.c.time).where(table.c.seq.in_(wanted[at : at + _BATCH]))
        found.update((seq, from_millis(time)) for seq, time in rows.conn.execute(query))
    return found


def last_touching(rows: Rows, kind: str, upto: int) -> int:
    """The last change, up to a given one, that touched any entity of a kind; 0 for none."""
    table = tables.change
    query = select(func.max(table.c.seq)).where(
        table.c.seq <= upto, table.c.touched.like(f'%"{kind}"%')
    )
    return rows.conn.execute(query).scalar() or 0


def _batches(guids: Iterable[str] | None) -> Iterator[list[bytes] | None]:
    if guids is None:
        yield None
        return
    wanted = [guid_bytes(guid) for guid in guids]
    for at in range(0, len(wanted), _BATCH):
        yield wanted[at : at + _BATCH]


def _queries(kind: str) -> Iterator[Select[Any]]:
    whole = TABLES[kind]
    yield select(whole.c.guid, whole.c.changed)
    for name, field in _PARTS.get(kind, ()):
        part, spec = TABLES[name], spec_of(name).field(field)
        own = whole.c.id if spec.form == "key" else whole.c.guid
        joined = part.join(whole, own == part.c[spec.column])
        yield (
            select(whole.c.guid, func.max(part.c.changed))
            .select_from(joined)
            .group_by(whole.c.guid)
        )
