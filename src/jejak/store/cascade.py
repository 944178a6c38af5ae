"""What goes with an entity when it goes: all that refers to it, and what refers to that."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import exists, select

from ..model import KINDS, Keepsake, Link
from ..model.codec import guid_bytes, guid_text, spec_of
from ..model.network import EVIDENCE
from .rows import Rows
from .schema import TABLES
from .writing import Change

__all__ = ["dependents", "drop_bare_segments", "referring", "remove_whole"]

_REFERRERS: dict[str, list[tuple[str, str, bool]]] = {}
for _kind in KINDS:
    for _spec in spec_of(_kind).fields:
        if _spec.refers:
            _REFERRERS.setdefault(_spec.refers, []).append(
                (_kind, _spec.column, _spec.refers == "*")
            )
_BATCH = 500
# A record of who did what does not go with the person.
_LASTING = {"user"}


def dependents(rows: Rows, kind: str, guids: Iterable[str]) -> dict[str, list[str]]:
    """The given entities and all that refers to them, directly or not, by kind."""
    found: dict[str, dict[str, None]] = {}
    waiting = [(kind, list(guids))]
    while waiting:
        kind, batch = waiting.pop()
        known = found.setdefault(kind, {})
        fresh = [guid for guid in batch if guid not in known]
        known.update(dict.fromkeys(fresh))
        if fresh and kind not in _LASTING:
            waiting += referring(rows, kind, fresh).items()
    return {kind: list(guids) for kind, guids in found.items() if guids}


def referring(rows: Rows, kind: str, guids: list[str]) -> dict[str, list[str]]:
    """All that refers to some entities itself, by kind."""
    found: dict[str, list[str]] = {}
    for other, column, by_guid in [*_REFERRERS.get(kind, []), *_REFERRERS.get("*", [])]:
        more = _referring(rows, kind, guids, other, column, by_guid=by_guid)
        if more:
            found.setdefault(other, []).extend(more)
    return found


def _referring(
    rows: Rows, kind: str, guids: list[str], other: str, column: str, *, by_guid: bool
) -> list[str]:
    table, found = TABLES[other], []
    for at in range(0, len(guids), _BATCH):
        part = [guid_bytes(guid) for guid in guids[at : at + _BATCH]]
        if by_guid:
            condition = table.c[column].in_(part)
        else:
            keys = select(TABLES[kind].c.id).where(TABLES[kind].c.guid.in_(part))
            condition = table.c[column].in_(keys)
        found += [
            guid_text(raw)
            for raw in rows.conn.execute(select(table.c.guid).where(condition)).scalars()
        ]
    return found


def remove_whole(change: Change, kind: str, guids: Iterable[str]) -> dict[str, int]:
    """Remove entities with all that refers to them, and segments that nothing uses any more.

    Returns how many went, by kind.
    """
    going = dependents(change.rows, kind, guids)
    segments = _segments_of(change.rows, going)
    for name in reversed(KINDS):
        if name in going:
            change.remove_guids(name, going[name])
    counts = {name: len(which) for name, which in going.items()}
    bare = drop_bare_segments(change, segments)
    if bare:
        counts["segment"] = counts.get("segment", 0) + bare
    return counts


def _segments_of(rows: Rows, going: dict[str, list[str]]) -> list[str]:
    coding, segment = TABLES["coding"], TABLES["segment"]
    found: dict[str, None] = {}
    codings = going.get("coding", [])
    for at in range(0, len(codings), _BATCH):
        part = [guid_bytes(guid) for guid in codings[at : at + _BATCH]]
        query = (
            select(segment.c.guid)
            .join(coding, coding.c.segment_id == segment.c.id)
            .where(coding.c.guid.in_(part))
        )
        found.update((guid_text(raw), None) for raw in rows.conn.execute(query).scalars())
    for link in rows.among(Link, "guid", going.get(Link.KIND, ())):
        if link.role == EVIDENCE and link.target_kind == "segment":
            found[link.target] = None
    gone = set(going.get("segment", []))
    return [guid for guid in found if guid not in gone]


def drop_bare_segments(change: Change, guids: Iterable[str]) -> int:
    """Remove those of these segments that nothing refers to; how many they were."""
    wanted = dict.fromkeys(guids)
    used = _used(change.rows, list(wanted))
    bare = [guid for guid in wanted if guid not in used]
    if bare:
        change.remove(*change.rows.among(Keepsake, "owner", bare))
        change.remove_guids("segment", bare)
    return len(bare)


def _used(rows: Rows, segments: list[str]) -> set[str]:
    """Those of the segments that something refers to."""
    segment = TABLES["segment"]
    found: set[str] = set()
    for other, column, by_guid in [*_REFERRERS["segment"], *_REFERRERS["*"]]:
        # What is only kept beside a segment does not use it.
        if other == Keepsake.KIND:
            continue
        table = TABLES[other]
        key = segment.c.guid if by_guid else segment.c.id
        for at in range(0, len(segments), _BATCH):
            part = [guid_bytes(guid) for guid in segments[at : at + _BATCH]]
            query = (
                select(segment.c.guid)
                .where(segment.c.guid.in_(part))
                .where(exists().where(table.c[column] == key))
            )
            found.update(guid_text(raw) for raw in rows.conn.execute(query).scalars())
    return found
