"""Texts, kept once each by their SHA-256, in passages of about 4,000 code points.

A passage is kept once too, so a corrected text costs only the passages that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from ..errors import StoreFailure
from ..model.identity import digest_of
from .schema import tables

__all__ = ["digest_of", "keep_text", "keep_texts", "load_text", "load_texts", "passages", "slice_text",
           "text_key", "text_keys"]  # fmt: skip

_AIM = 3_000
_MOST = 5_000
_BATCH = 500
_SLICE = """
SELECT p.start, b.body FROM text t
JOIN placement p ON p.text_id = t.id JOIN passage b ON b.id = p.passage_id
WHERE t.digest = ? AND p.start >= coalesce(
    (SELECT max(q.start) FROM placement q WHERE q.text_id = t.id AND q.start <= ?), 0)
"""
_WHOLE = """
SELECT t.digest, b.body FROM text t
JOIN placement p ON p.text_id = t.id JOIN passage b ON b.id = p.passage_id
WHERE t.digest IN ({}) ORDER BY t.id, p.start
"""


def passages(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces ``(start, body)``, cut after a line end or a space where there is one."""
    start = 0
    while start < len(text):
        end = min(start + _MOST, len(text))
        if end < len(text):
            for sign in ("\n", " "):
                cut = text.find(sign, start + _AIM, end)
                if cut >= 0:
                    end = cut + 1
                    break
        yield start, text[start:end]
        start = end


def text_key(conn: Connection, digest: str) -> int | None:
    """The internal key of a kept text."""
    table = tables.text
    found = conn.execute(select(table.c.id).where(table.c.digest == bytes.fromhex(digest)))
    return found.scalar_one_or_none()


def text_keys(
    conn: Connection, digests: Iterable[bytes], state: int, *, unused: bool = False
) -> list[int]:
    """The internal keys of those of the texts that are in a state of indexing, and (``unused``) that
    no source has."""
    wanted, found = list(dict.fromkeys(digests)), []
    without = " AND NOT EXISTS (SELECT 1 FROM source s WHERE s.text = t.digest)" if unused else ""
    for at in range(0, len(wanted), _BATCH):
        part = wanted[at : at + _BATCH]
        marks = ", ".join("?" * len(part))
        query = f"SELECT t.id FROM text t WHERE t.indexed = ? AND t.digest IN ({marks}){without}"
        found += [row[0] for row in conn.exec_driver_sql(query, (state, *part))]
    return found


def keep_text(conn: Connection, text: str) -> str:
    """Keep a text unless it is kept already; its digest."""
    return keep_texts(conn, [text])[0]


def keep_texts(conn: Connection, texts: Sequence[str]) -> list[str]:
    """Keep many texts, each unless it is kept already; their digests."""
    digests = [digest_of(text) for text in texts]
    wanted = dict(zip(map(bytes.fromhex, digests), texts, strict=True))
    there = _keys(conn, "text", list(wanted))
    new = {raw: text for raw, text in wanted.items() if raw not in there}
    keys = _added(
        conn, "text", "length, indexed", {raw: (len(text), 0) for raw, text in new.items()}
    )
    pieces = [
        (keys[raw], start, bytes.fromhex(digest_of(body)), body)
        for raw, text in new.items()
        for start, body in passages(text)
    ]
    bodies = {raw: (body,) for _, _, raw, body in pieces}
    kept = _keys(conn, "passage", list(bodies))
    kept |= _added(
        conn, "passage", "body", {raw: told for raw, told in bodies.items() if raw not in kept}
    )
    if pieces:
        conn.exec_driver_sql(
            "INSERT INTO placement (text_id, start, passage_id) VALUES (?, ?, ?)",
            [(key, start, kept[raw]) for key, start, raw, _ in pieces],
        )
    return digests


def _keys(conn: Connection, table: str, digests: Sequence[bytes]) -> dict[bytes, int]:
    """The internal keys of what is kept, by digest; what is not is left out."""
    found: dict[bytes, int] = {}
    for at in range(0, len(digests), _BATCH):
        part = tuple(digests[at : at + _BATCH])
        query = f"SELECT digest, id FROM {table} WHERE digest IN ({', '.join('?' * len(part))})"
        found.update((raw, key) for raw, key in conn.exec_driver_sql(query, part).all())
    return found


def _added(
    conn: Connection, table: str, columns: str, rows: Mapping[bytes, tuple[object, ...]]
) -> dict[bytes, int]:
    """Keep what was not kept yet; its internal keys by digest."""
    if not rows:
        return {}
    marks = ", ".join("?" * (1 + len(columns.split(","))))
    conn.exec_driver_sql(
        f"INSERT INTO {table} (digest, {columns}) VALUES ({marks})",
        [(raw, *told) for raw, told in rows.items()],
    )
    return _keys(conn, table, list(rows))


def load_text(conn: Connection, digest: str) -> str:
    """The whole of a kept text. Raises :class:`StoreFailure` where it is missing."""
    return slice_text(conn, digest, 0, None)


def load_texts(conn: Connection, digests: Sequence[str]) -> list[str]:
    """The whole of some kept texts, in their order. Raises :class:`StoreFailure` as
    :func:`load_text`."""
    pieces: dict[bytes, list[str]] = {}
    wanted = list(dict.fromkeys(digests))
    for at in range(0, len(wanted), _BATCH):
        part = tuple(bytes.fromhex(digest) for digest in wanted[at : at + _BATCH])
        query = _WHOLE.format(", ".join("?" * len(part)))
        for digest, body in conn.exec_driver_sql(query, part):
            pieces.setdefault(digest, []).append(body)
    whole = {digest: "".join(bodies) for digest, bodies in pieces.items()}
    # A text without passages is an empty one, or missing: asking for it by itself tells which.
    return [whole.get(bytes.fromhex(digest)) or load_text(conn, digest) for digest in digests]


def slice_text(conn: Connection, digest: str, start: int, end: int | None) -> str:
    """The stretch ``[start, end)`` of a kept text, reading only the passages it touches."""
    raw = bytes.fromhex(digest)
    query = _SLICE if end is None else f"{_SLICE} AND p.start < {int(end)}"
    rows = conn.exec_driver_sql(f"{query} ORDER BY p.start", (raw, start)).all()
    if not rows and text_key(conn, digest) is None:
        raise StoreFailure(
            "text-missing", "A text of this study is missing.", "Run: jejak verify on the study."
        )
    if not rows:
        return ""
    begins = rows[0].start
    body = "".join(row.body for row in rows)
    return body[start - begins : None if end is None else end - begins]
