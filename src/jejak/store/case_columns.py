"""The cases of a study as columns, straight from the tables: no record for each value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.codec import guid_text
from .rows import Rows

__all__ = ["CASE_FIELDS", "cases_as_columns"]

CASE_FIELDS = ("guid", "name", "kind", "description", "sources", "speakers", "consent")
_CASES = 'SELECT id, guid, name, kind, description FROM "case" ORDER BY id'
_VALUES = """
SELECT c.id, v.attribute_id, v.value FROM value v JOIN "case" c ON c.guid = v.owner
"""
_SOURCES = """
SELECT c.id, s.guid FROM link l JOIN "case" c ON c.guid = l.owner
JOIN source s ON s.guid = l.target WHERE l.role = 'member' ORDER BY l.id
"""
_SPEAKERS = "SELECT case_id, name FROM speaker ORDER BY id"
_CONSENTS = "SELECT case_id, withdrawn FROM consent ORDER BY id"


def cases_as_columns(rows: Rows) -> tuple[dict[str, list[Any]], dict[str, list[str | None]]]:
    """The cases in the order they were made: a list for each of :data:`CASE_FIELDS`, and their
    values, a list for each attribute by GUID.

    ``sources`` are GUIDs, ``speakers`` names; ``consent`` is ``none``, ``given`` or ``withdrawn``.
    """
    found = list(_all(rows, _CASES))
    place = {row[0]: number for number, row in enumerate(found)}
    columns: dict[str, list[Any]] = {
        "guid": [guid_text(row[1]) for row in found],
        "name": [row[2] for row in found],
        "kind": [row[3] for row in found],
        "description": [row[4] for row in found],
        "sources": [[] for _ in found],
        "speakers": [[] for _ in found],
        "consent": ["none"] * len(found),
    }
    texts: dict[bytes, str] = {}
    for case, raw in _all(rows, _SOURCES):
        source = texts.get(raw) or texts.setdefault(raw, guid_text(raw))
        columns["sources"][place[case]].append(source)
    for case, name in _all(rows, _SPEAKERS):
        if name not in columns["speakers"][place[case]]:
            columns["speakers"][place[case]].append(name)
    for case, withdrawn in _all(rows, _CONSENTS):
        if withdrawn is None:
            columns["consent"][place[case]] = "given"
        elif columns["consent"][place[case]] == "none":
            columns["consent"][place[case]] = "withdrawn"
    return columns, _values(rows, place)


def _values(rows: Rows, place: dict[int, int]) -> dict[str, list[str | None]]:
    query = "SELECT id, guid FROM attribute WHERE of = 'case'"
    names = {key: guid_text(raw) for key, raw in _all(rows, query)}
    values: dict[int, list[str | None]] = {key: [None] * len(place) for key in names}
    for case, attribute, value in _all(rows, _VALUES):
        if attribute in values:
            values[attribute][place[case]] = value
    return {names[key]: column for key, column in values.items()}


def _all(rows: Rows, query: str) -> Iterator[Any]:
    driver = rows.conn.connection.driver_connection
    assert driver is not None
    yield from driver.execute(query)
