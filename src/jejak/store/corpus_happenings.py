"""Events, states, ratings and recordings as columns, read when somebody first asks for them."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from ..model.codec import guid_text
from ..model.corpus import Corpus
from ..model.event import ACTOR, EVIDENCE, LEADS_TO
from ..model.happenings import (
    EventColumns,
    EvidenceColumns,
    Lead,
    RatingColumns,
    RecordedColumns,
    StateColumns,
)
from ..model.identity import name_key
from ..model.when import When, kept_when
from .corpus_recorded import load_recorded, load_wordless
from .rows import Rows

__all__ = ["HappeningsReader", "Reading"]

Reading = Callable[[], AbstractContextManager[Rows]]
_TOLD = ("guid", "name", "date", "kind", "place", "impact", "description", "critical", "position")
_EVIDENCE = """
SELECT o.guid, s.id, f.guid, s.start, s."end"
FROM link l JOIN "{kind}" o ON o.guid = l.owner
JOIN segment s ON s.guid = l.target JOIN source f ON f.id = s.source_id
WHERE l.role = ? AND l.owner_kind = ? AND s.lost IS NULL AND s.anchor IN ('text', 'page', 'cell')
ORDER BY s.source_id, s.start, s."end", s.id
"""
_RATINGS = """
SELECT r.guid, a.guid, a.name, a."of", c.guid, u.guid, r.value, r.note, r.date, r.created
FROM rating r JOIN attribute a ON a.id = r.attribute_id JOIN "case" c ON c.id = r.case_id
JOIN user u ON u.id = r.user_id ORDER BY r.id
"""


class HappeningsReader:
    """Reads them once from a view of the store, and keeps them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lock = threading.Lock()
        self._events: EventColumns | None = None
        self._ratings: RatingColumns | None = None
        self._recorded: RecordedColumns | None = None

    def events(self, corpus: Corpus) -> EventColumns:
        """The events of the study, with their actors and evidence by the rows of ``corpus``."""
        if self._events is None:
            with self._reading() as rows, self._lock:
                self._events = _events(rows.conn, corpus)
        return self._events

    def ratings(self, corpus: Corpus) -> RatingColumns:
        """The ratings of the study, by the rows of ``corpus``."""
        if self._ratings is None:
            with self._reading() as rows, self._lock:
                self._ratings = _ratings(rows.conn, corpus)
        return self._ratings

    def recorded(self, corpus: Corpus) -> RecordedColumns:
        """The times of the recordings of the study, by the rows of ``corpus``."""
        with self._reading() as rows, self._lock:
            if self._recorded is None:
                self._recorded = load_recorded(rows.conn, corpus)
            # Codings come and go, and columns of text do not tell of those.
            return replace(self._recorded, wordless=load_wordless(rows.conn, corpus))


def _events(conn: Connection, corpus: Corpus) -> EventColumns:
    order, column = _in_time(conn, "event", _TOLD)
    row_of = {guid: row for row, guid in enumerate(column["guid"])}
    cases = _places(corpus.cases.guid)
    query = "SELECT owner, target FROM link WHERE role = ? ORDER BY position, id"
    pairs = [
        (row_of[owner], cases[case])
        for owner, case in map(_guids, conn.exec_driver_sql(query, (ACTOR,)))
        if owner in row_of and case in cases
    ]
    states, state_rows = _states(conn)
    return EventColumns(
        guid=column["guid"],
        name=column["name"],
        kind=column["kind"],
        place=column["place"],
        impact=column["impact"],
        description=column["description"],
        when=order,
        critical=np.array(column["critical"], np.bool_),
        actors=np.array(sorted(pairs), np.int32).reshape(-1, 2),
        evidence=_evidence(conn, "event", row_of, corpus),
        states=states,
        leads=_leads(conn, {"event": row_of, "state": state_rows}),
    )


def _states(conn: Connection) -> tuple[StateColumns, dict[str, int]]:
    order, column = _in_time(conn, "state", ("guid", "name", "date", "description", "position"))
    columns = StateColumns(column["guid"], column["name"], column["description"], order)
    return columns, {guid: row for row, guid in enumerate(column["guid"])}


def _in_time(
    conn: Connection, kind: str, fields: Sequence[str]
) -> tuple[tuple[When, ...], dict[str, tuple[Any, ...]]]:
    """The dates and fields of all events or states in the order of time."""
    shown = ", ".join(f'"{field}"' for field in fields)
    found = conn.exec_driver_sql(f'SELECT {shown} FROM "{kind}" ORDER BY position, id').all()
    whens = [_when(row.date) for row in found]
    order = sorted(range(len(found)), key=lambda at: whens[at].order)
    ordered = [found[at] for at in order]
    columns: dict[str, tuple[Any, ...]] = {
        field: tuple(getattr(row, field) for row in ordered) for field in fields
    }
    columns["guid"] = tuple(guid_text(guid) for guid in columns["guid"])
    return tuple(whens[at] for at in order), columns


@cache
def _when(exact: str) -> When:
    return kept_when(exact)


def _guids(row: Iterable[bytes]) -> tuple[str, ...]:
    return tuple(guid_text(guid) for guid in row)


def _places(guids: Iterable[str]) -> dict[str, int]:
    return {guid: place for place, guid in enumerate(guids)}


def _leads(conn: Connection, rows: dict[str, dict[str, int]]) -> tuple[Lead, ...]:
    query = (
        "SELECT origin_kind, origin, target_kind, target, memo FROM relation WHERE type = ?"
        " AND origin_kind IN ('event', 'state') AND target_kind IN ('event', 'state') ORDER BY id"
    )
    found = []
    for one, origin, other, target, why in conn.exec_driver_sql(query, (LEADS_TO,)):
        begin, end = rows[one].get(guid_text(origin)), rows[other].get(guid_text(target))
        if begin is not None and end is not None:
            found.append(Lead((one, begin), (other, end), why))
    return tuple(found)


def _evidence(conn: Connection, kind: str, rows: dict[str, int], corpus: Corpus) -> EvidenceColumns:
    sources = _places(corpus.sources.guid)
    found = [
        (rows[guid_text(owner)], segment, sources[guid_text(source)], start, end)
        for owner, segment, source, start, end in conn.exec_driver_sql(
            _EVIDENCE.format(kind=kind), (EVIDENCE, kind)
        )
        if guid_text(source) in sources and guid_text(owner) in rows
    ]
    found.sort(key=lambda one: one[0])
    column = np.array(found, np.int64).reshape(-1, 5).T
    narrow: list[NDArray[np.int32]] = [part.astype(np.int32) for part in column]
    return EvidenceColumns(narrow[0], column[1], narrow[2], narrow[3], narrow[4])


def _ratings(conn: Connection, corpus: Corpus) -> RatingColumns:
    cases, users = _places(corpus.cases.guid), _places(corpus.users.guid)
    attributes = {(a.of, name_key(a.name)): at for at, a in enumerate(corpus.attributes)}
    levels = [
        {name_key(option): level for level, option in enumerate(a.options)}
        for a in corpus.attributes
    ]
    found = []
    for guid, _, name, of, case, user, value, note, date, created in conn.exec_driver_sql(_RATINGS):
        at, owner = attributes.get((of, name_key(name))), cases.get(guid_text(case))
        if at is not None and owner is not None:
            level = levels[at].get(name_key(value), -1)
            by = users.get(guid_text(user), -1)
            when = _when(date)
            order = (at, owner, when.known, when.order, created)
            found.append((order, guid_text(guid), at, owner, level, by, value, note, when))
    found.sort(key=lambda one: one[0])
    column: list[tuple[Any, ...]] = list(zip(*found, strict=True)) if found else [()] * 9
    rows = _places(column[1])
    return RatingColumns(
        guid=column[1],
        attribute=np.array(column[2], np.int32),
        case=np.array(column[3], np.int32),
        level=np.array(column[4], np.int32),
        user=np.array(column[5], np.int32),
        value=column[6],
        note=column[7],
        when=column[8],
        overall=_overall(column[2], column[3], column[8]),
        evidence=_evidence(conn, "rating", rows, corpus),
    )


def _overall(
    attributes: Sequence[int], cases: Sequence[int], whens: Sequence[When]
) -> NDArray[np.bool_]:
    """Of the ratings of a variable in a case, in their order, the one on the whole that was written
    last, or where there is none, the last dated one."""
    last: dict[tuple[int, int], int] = {}
    on_the_whole: dict[tuple[int, int], bool] = defaultdict(bool)
    for row, (attribute, case, when) in enumerate(zip(attributes, cases, whens, strict=True)):
        key = attribute, case
        if not when.known or not on_the_whole[key]:
            last[key] = row
        on_the_whole[key] |= not when.known
    shown = np.zeros(len(whens), np.bool_)
    shown[list(last.values())] = True
    return shown
