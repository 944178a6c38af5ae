"""From rows to columns: the parts of a corpus, each read in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from ..model.coding import ORIGINS
from ..model.corpus import AttributeColumn, CodeColumns, NamedColumns
from .codec import guid_text

__all__ = [
    "RAW",
    "Keys",
    "keys",
    "load_attributes",
    "load_codes",
    "load_named",
    "load_raw",
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
_BATCH = 500
_CHUNK = 20_000
_ORIGIN = "CASE c.origin " + " ".join(
    f"WHEN '{name}' THEN {number}" for number, name in enumerate(ORIGINS)
) + " ELSE 0 END"  # fmt: skip
_CODINGS = f"""
SELECT c.id, c.segment_id, c.code_id, c.user_id, c.created, c.weight, {_ORIGIN}, c.guid,
       s.source_id, s.start, s."end"
FROM coding c JOIN segment s ON s.id = c.segment_id
WHERE s.anchor IN ('text', 'page', 'cell') AND s.lost IS NULL
"""

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
    driver = conn.connection.driver_connection
    assert driver is not None
    if wanted is None:
        parts = _chunks(driver.execute(_CODINGS))
    else:
        parts = [
            _columns(driver.execute(f"{_CODINGS} AND {among} IN ({marks(part)})", part).fetchall())
            for part in batches(wanted)
        ]
    return np.concatenate([np.empty(0, dtype=RAW), *parts])


def batches(wanted: Sequence[int]) -> Iterator[Sequence[int]]:
    """The keys in parts that a statement can take."""
    for at in range(0, len(wanted), _BATCH):
        yield wanted[at : at + _BATCH]


def marks(part: Sequence[int]) -> str:
    """Question marks for so many values."""
    return ", ".join("?" * len(part))


def _chunks(cursor: Any) -> list[NDArray[np.void]]:
    """All rows of a cursor, a part at a time, so that they never all lie there as objects."""
    parts = []
    while rows := cursor.fetchmany(_CHUNK):
        parts.append(_columns(rows))
    return parts


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
    length = ", length" if kind == "source" else ""
    columns = "".join(f', "{facet}"' for facet in facets)
    query = text(f'SELECT id, guid, name{columns}{length} FROM "{kind}" ORDER BY id')
    rows = conn.execute(query).all()
    parts: list[tuple[Any, ...]] = (
        list(zip(*rows, strict=True)) if rows else [()] * (3 + len(facets) + bool(length))
    )
    named = NamedColumns(
        guid=tuple(guid_text(guid) for guid in parts[1]),
        name=parts[2],
        facets=dict(zip(facets, parts[3:], strict=False)),
        length=keys(parts[-1]) if length else None,
    )
    return keys(parts[0]), named


def load_codes(conn: Connection) -> tuple[Keys, NDArray[np.int32], CodeColumns]:
    """The code tree depth first: its keys sorted, the index each has in the tree, the columns."""
    query = text(
        "SELECT id, guid, name, parent_id, colour, codable FROM code ORDER BY position, name, id"
    )
    rows = {row.id: row for row in conn.execute(query)}
    below: Mapping[int | None, list[int]] = defaultdict(list)
    for row in rows.values():
        below[row.parent_id].append(row.id)
    order, depth, last = _depth_first(below)
    index = {key: number for number, key in enumerate(order)}
    paths: list[str] = []
    for key in order:
        parent = rows[key].parent_id
        paths.append(
            rows[key].name if parent is None else f"{paths[index[parent]]}/{rows[key].name}"
        )
    parents = [-1 if rows[k].parent_id is None else index[rows[k].parent_id] for k in order]
    tree = CodeColumns(
        guid=tuple(guid_text(rows[k].guid) for k in order),
        name=tuple(rows[k].name for k in order),
        path=tuple(paths),
        colour=tuple(rows[k].colour for k in order),
        codable=tuple(bool(rows[k].codable) for k in order),
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
    for row in conn.execute(text('SELECT attribute_id, owner, value FROM "value"')):
        values[row.attribute_id][guid_text(row.owner)] = row.value
    query = text('SELECT id, name, "of", type FROM attribute ORDER BY id')
    return tuple(
        AttributeColumn(
            name=row.name,
            of=row.of,
            type=row.type,
            value=tuple(values[row.id].get(guid) for guid in owners.get(row.of, ())),
        )
        for row in conn.execute(query)
    )
