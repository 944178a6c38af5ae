"""From rows to columns: the parts of a corpus, each read in one pass."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from ..model.codec import guid_text
from ..model.coding import ORIGINS
from ..model.corpus import AttributeColumn, CodeColumns, NamedColumns
from .whole_columns import whole_columns

__all__ = [
    "RAW",
    "Keys",
    "keys",
    "load_attributes",
    "load_codes",
    "load_named",
    "load_raw",
    "load_sources",
    "place",
]

# Codings as they are loaded, by internal keys. ``mark`` tells codings apart by their GUID.
RAW = np.dtype(
    [
        ("coding", "i8"), ("segment", "i8"), ("code", "i8"), ("user", "i8"), ("created", "i8"),
        ("weight", "f4"), ("origin", "i4"), ("mark", "i8"), ("source", "i8"), ("start", "i8"),
        ("end", "i8"),
    ]
)  # fmt: skip
_FACETS = ("kind", "medium", "language", "status", "collected", "collector", "method")
_BATCH = 500
_ORIGIN = "CASE c.origin " + " ".join(
    f"WHEN '{name}' THEN {number}" for number, name in enumerate(ORIGINS)
) + " ELSE 0 END"  # fmt: skip
_FROM = """coding c JOIN segment s ON s.id = c.segment_id
WHERE s.anchor IN ('text', 'page', 'cell') AND s.lost IS NULL"""
_CODINGS = f"""
SELECT c.id, c.segment_id, c.code_id, c.user_id, c.created, c.weight, {_ORIGIN}, c.guid,
       s.source_id, s.start, s."end"
FROM {_FROM}
"""
_WHOLE = (
    ("c.id", "i"),
    ("c.segment_id", "i"),
    ("c.code_id", "i"),
    ("c.user_id", "i"),
    ("c.created", "i"),
    ("c.weight", "f"),
    (_ORIGIN, "i"),
    ("c.guid", "g"),
    ("s.source_id", "i"),
    ("s.start", "i"),
    ('s."end"', "i"),
)
_VALUES = (("attribute_id", "i"), ("owner", "u"), ("value", "t"))

Keys = NDArray[np.int64]


def keys(values: Iterable[Any]) -> Keys:
    """Integers as an array."""
    return np.fromiter(values, dtype=np.int64)


def place(ids: Keys, among: Keys) -> NDArray[np.int32]:
    """For each key its index among sorted keys; -1 where it is not there."""
    if len(among) == 0:
        return np.full(len(ids), -1, dtype=np.int32)
    at = np.minimum(np.searchsorted(among, ids), len(among) - 1)
    return np.where(among[at] == ids, at, -1).astype(np.int32)


def mark_of(guid: bytes) -> int:
    """A 64-bit mark of a GUID; two may share one, so a mark only ever narrows a search."""
    return int.from_bytes(guid[:8], "big", signed=True) ^ int.from_bytes(
        guid[8:], "big", signed=True
    )


def load_raw(
    conn: Connection, among: str = "", wanted: Sequence[int] | None = None
) -> NDArray[np.void]:
    """The codings on text, or those whose key ``among`` (*c.id*, *s.id*) is wanted, unsorted."""
    if wanted is None:
        return _all_raw(conn)
    driver = conn.connection.driver_connection
    assert driver is not None
    parts = [
        _columns(driver.execute(f"{_CODINGS} AND {among} IN ({marks(part)})", part).fetchall())
        for part in batches(wanted)
    ]
    return np.concatenate([np.empty(0, dtype=RAW), *parts])


def _all_raw(conn: Connection) -> NDArray[np.void]:
    columns = whole_columns(conn, _WHOLE, _FROM)
    raw = np.empty(len(columns[0]), dtype=RAW)
    for name, column in zip(RAW.names or (), columns, strict=True):
        raw[name] = column[:, 0] ^ column[:, 1] if name == "mark" else column
    return raw


def batches(wanted: Sequence[int]) -> Iterator[Sequence[int]]:
    """The keys in parts that a statement can take."""
    for at in range(0, len(wanted), _BATCH):
        yield wanted[at : at + _BATCH]


def marks(part: Sequence[int]) -> str:
    """Question marks for so many values."""
    return ", ".join("?" * len(part))


def _columns(rows: Sequence[tuple[Any, ...]]) -> NDArray[np.void]:
    raw = np.empty(len(rows), dtype=RAW)
    if not rows:
        return raw
    columns = list(zip(*rows, strict=True))
    for number, name in enumerate(RAW.names or ()):
        if name == "mark":
            halves = np.frombuffer(b"".join(columns[number]), dtype=">i8").reshape(-1, 2)
            raw[name] = halves[:, 0] ^ halves[:, 1]
        elif name == "weight":
            raw[name] = np.array(columns[number], dtype=np.float64)
        else:
            raw[name] = np.fromiter(columns[number], dtype=RAW[name], count=len(rows))
    return raw


def load_named(
    conn: Connection, kind: str, facets: Sequence[str] = ()
) -> tuple[Keys, NamedColumns]:
    """All entities of a kind with a name, in the order of their keys."""
    found, guid, name, *rest = _named(conn, kind, facets)
    return found, NamedColumns(tuple(guid), tuple(name), _facets(facets, rest))


def load_sources(conn: Connection) -> tuple[Keys, NamedColumns, tuple[str, ...]]:
    """All sources in the order of their keys, and the digests of their texts."""
    found, guid, name, *rest, length, digests = _named(
        conn, "source", _FACETS, ("length", "i"), ("text", "d")
    )
    named = NamedColumns(tuple(guid), tuple(name), _facets(_FACETS, rest), length)
    return found, named, tuple(digests)


def _named(conn: Connection, kind: str, facets: Sequence[str], *more: tuple[str, str]) -> list[Any]:
    told = [("id", "i"), ("guid", "u"), ("name", "t"), *((f'"{facet}"', "t") for facet in facets)]
    # By no index, rows come in the order of their keys.
    return whole_columns(conn, [*told, *more], f'"{kind}" NOT INDEXED')


def _facets(names: Sequence[str], columns: list[Any]) -> dict[str, tuple[str | None, ...]]:
    return {name: tuple(column) for name, column in zip(names, columns, strict=True)}


def _fetched(conn: Connection, query: str) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: its tuples cost a third of what rows with names do."""
    driver = conn.connection.driver_connection
    assert driver is not None
    found: list[tuple[Any, ...]] = driver.execute(query).fetchall()
    return found


def load_codes(conn: Connection) -> tuple[Keys, NDArray[np.int32], CodeColumns]:
    """The code tree depth first: its keys sorted, the index each has in the tree, the columns."""
    query = (
        "SELECT id, guid, name, parent_id, colour, codable FROM code ORDER BY position, name, id"
    )
    rows = {row[0]: row for row in _fetched(conn, query)}
    below: Mapping[int | None, list[int]] = defaultdict(list)
    for key, _, _, parent, _, _ in rows.values():
        below[parent].append(key)
    order, depth, last = _depth_first(below)
    index = {key: number for number, key in enumerate(order)}
    paths: list[str] = []
    parents: list[int] = []
    for key in order:
        _, _, name, parent, _, _ = rows[key]
        parents.append(-1 if parent is None else index[parent])
        paths.append(name if parent is None else f"{paths[parents[-1]]}/{name}")
    tree = CodeColumns(
        guid=tuple(guid_text(rows[key][1]) for key in order),
        name=tuple(rows[key][2] for key in order),
        path=tuple(paths),
        colour=tuple(rows[key][4] for key in order),
        codable=tuple(bool(rows[key][5]) for key in order),
        parent=np.array(parents, dtype=np.int32),
        depth=np.array(depth, dtype=np.int32),
        last=np.array(last, dtype=np.int32),
    )
    ids = keys(sorted(order))
    return ids, np.array([index[int(k)] for k in ids], dtype=np.int32), tree


def _depth_first(
    below: Mapping[int | None, list[int]],
) -> tuple[list[int], list[int], list[int]]:
    order: list[int] = []
    depth: list[int] = []
    last: list[int] = []
    open_: list[tuple[int, int]] = []
    stack = [(key, 0) for key in reversed(below[None])]
    while stack:
        key, deep = stack.pop()
        while open_ and open_[-1][1] >= deep:
            last[open_.pop()[0]] = len(order)
        open_.append((len(order), deep))
        order.append(key)
        depth.append(deep)
        last.append(0)
        stack += [(child, deep + 1) for child in reversed(below[key])]
    for number, _ in open_:
        last[number] = len(order)
    return order, depth, last


def load_attributes(
    conn: Connection, owners: Mapping[str, tuple[str, ...]]
) -> tuple[AttributeColumn, ...]:
    """Every attribute with its values, in the order of the owners' columns."""
    values: dict[int, dict[str, str]] = defaultdict(dict)
    columns = whole_columns(conn, _VALUES, '"value"')
    for attribute, owner, value in zip(columns[0].tolist(), *columns[1:], strict=True):
        values[attribute][owner] = value
    query = text('SELECT id, name, "of", type, options FROM attribute ORDER BY id')
    return tuple(
        AttributeColumn(
            name=row.name,
            of=row.of,
            type=row.type,
            value=tuple(values[row.id].get(guid) for guid in owners.get(row.of, ())),
            options=tuple(json.loads(row.options)),
        )
        for row in conn.execute(query)
    )
