"""The codings of one source as columns, straight from the tables: no record for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model import Coding, Segment
from ..model.codec import guid_bytes, guid_text
from .apart import Apart
from .rows import Rows

__all__ = ["CODING_FIELDS", "coded_pairs", "codings_at", "codings_of", "codings_of_source"]

CODING_FIELDS = (
    "coding", "segment", "start", "end", "code", "coder", "weight", "created", "origin", "revision",
)  # fmt: skip
_GUIDS = {"coding", "segment"}
_NAMED = {"code": "code", "coder": "user"}
_COLUMNS = """
SELECT c.guid, s.guid, s.start, s."end", c.code_id, c.user_id, c.weight, c.created, c.origin,
    c.changed
FROM segment s JOIN coding c ON c.segment_id = s.id
"""
_ON_TEXT = "s.anchor IN ('text', 'page', 'cell') AND s.lost IS NULL"
_ORDER = 'ORDER BY s.start, s."end", c.code_id, c.id'


def codings_of_source(
    rows: Rows, source: str, coders: Sequence[str] | None = None, apart: Apart | None = None
) -> dict[str, list[Any]]:
    """The codings on the text of a source in its order: a list for each of :data:`CODING_FIELDS`.

    GUIDs are text, positions code points, ``created`` milliseconds since 1970, ``revision`` the
    change that last wrote the coding. With ``coders`` (GUIDs) those of these people alone;
    those that are ``apart`` are left out.
    """
    args: list[Any] = [rows.key_of("source", source)]
    where = f"s.source_id = ? AND {_ON_TEXT}"
    if coders is not None:
        args += [rows.key_of("user", coder) for coder in coders]
        where += f" AND c.user_id IN ({','.join('?' * len(coders))})"
    found = _columns(rows, f"{_COLUMNS} WHERE {where} {_ORDER}", tuple(args))
    return found if not apart else _without(found, source, apart)


def _without(found: dict[str, list[Any]], source: str, apart: Apart) -> dict[str, list[Any]]:
    kept = [
        at
        for at, (guid, coder) in enumerate(zip(found["coding"], found["coder"], strict=True))
        if not apart.hides(guid, coder, source)
    ]
    return {name: [column[at] for at in kept] for name, column in found.items()}


def coded_pairs(rows: Rows, sources: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    """The codings (GUIDs) of each person in each of some sources, by (person, source), whoever looks."""
    found: dict[tuple[str, str], list[str]] = {}
    driver = rows.conn.connection.driver_connection
    assert driver is not None
    for source in sources:
        query = """SELECT u.guid, c.guid FROM segment s JOIN coding c ON c.segment_id = s.id
            JOIN user u ON u.id = c.user_id WHERE s.source_id = ?"""
        for who, guid in driver.execute(query, (rows.key_of("source", source),)):
            found.setdefault((guid_text(who), source), []).append(guid_text(guid))
    return found


def codings_of(rows: Rows, codings: list[str]) -> dict[str, list[Any]]:
    """The same for some codings by GUID; those that are gone are left out."""
    marks = ",".join("?" * len(codings))
    raw = tuple(guid_bytes(guid) for guid in codings)
    return _columns(rows, f"{_COLUMNS} WHERE c.guid IN ({marks}) AND {_ON_TEXT} {_ORDER}", raw)


def _columns(rows: Rows, query: str, args: tuple[Any, ...]) -> dict[str, list[Any]]:
    driver = rows.conn.connection.driver_connection
    assert driver is not None
    found = driver.execute(query, args).fetchall()
    parts = zip(*found, strict=True) if found else ((),) * len(CODING_FIELDS)
    return {
        name: _readable(driver, name, values)
        for name, values in zip(CODING_FIELDS, parts, strict=True)
    }


def _readable(driver: Any, name: str, values: tuple[Any, ...]) -> list[Any]:
    if name in _GUIDS:
        return _guid_texts(values)
    if name in _NAMED:
        guids = _guids_by_key(driver, _NAMED[name], set(values))
        return [guids[key] for key in values]
    return list(values)


def _guids_by_key(driver: Any, kind: str, keys: set[int]) -> dict[int, str]:
    marks = ",".join("?" * len(keys))
    found = driver.execute(f'SELECT id, guid FROM "{kind}" WHERE id IN ({marks})', tuple(keys))
    return {key: guid_text(raw) for key, raw in found}


def _guid_texts(raw: tuple[bytes, ...]) -> list[str]:
    """GUIDs as text, all of them made hexadecimal at once."""
    text = b"".join(raw).hex()
    return [
        f"{text[at : at + 8]}-{text[at + 8 : at + 12]}-{text[at + 12 : at + 16]}"
        f"-{text[at + 16 : at + 20]}-{text[at + 20 : at + 32]}"
        for at in range(0, len(text), 32)
    ]


def codings_at(
    rows: Rows, source: str, code: str, start: int, end: int
) -> list[tuple[Coding, Segment]]:
    """The codings of a code that share characters with a stretch of a source, each with the segment it
    lies on, in the order they were made."""
    query = f"""SELECT c.guid, s.guid FROM segment s JOIN coding c ON c.segment_id = s.id
        WHERE s.source_id = ? AND c.code_id = ? AND s.start < ? AND s."end" > ?
        AND s.start < s."end" AND {_ON_TEXT} ORDER BY c.id"""
    args = (rows.key_of("source", source), rows.key_of("code", code), end, start)
    driver = rows.conn.connection.driver_connection
    assert driver is not None
    pairs = [(guid_text(c), guid_text(s)) for c, s in driver.execute(query, args)]
    codings = {one.guid: one for one in rows.among(Coding, "guid", [c for c, _ in pairs])}
    segments = {one.guid: one for one in rows.among(Segment, "guid", [s for _, s in pairs])}
    return [(codings[c], segments[s]) for c, s in pairs]
