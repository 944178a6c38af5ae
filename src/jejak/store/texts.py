"""Texts, kept once each by their SHA-256, in passages of about 4,000 code points.

A passage is kept once too, so a corrected text costs only the passages that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from ..errors import StoreFailure
from ..model.identity import digest_of
from .schema import tables

__all__ = ["digest_of", "keep_text", "load_text", "load_texts", "passages", "slice_text",
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
    digest = digest_of(text)
    raw = bytes.fromhex(digest)
    if conn.exec_driver_sql("SELECT 1 FROM text WHERE digest = ?", (raw,)).first():
        return digest
    key = _added(
        conn, "INSERT INTO text (digest, length, indexed) VALUES (?, ?, 0)", (raw, len(text))
    )
    placed = [(key, start, _keep_passage(conn, body)) for start, body in passages(text)]
    if placed:
        conn.exec_driver_sql(
            "INSERT INTO placement (text_id, start, passage_id) VALUES (?, ?, ?)", placed
        )
    return digest


def _keep_passage(conn: Connection, body: str) -> int:
    raw = bytes.fromhex(digest_of(body))
    found = conn.exec_driver_sql("SELECT id FROM passage WHERE digest = ?", (raw,)).scalar()
    if found is not None:
        return int(found)
    return _added(conn, "INSERT INTO passage (digest, body) VALUES (?, ?)", (raw, body))


def _added(conn: Connection, statement: str, values: tuple[object, ...]) -> int:
    return int(conn.exec_driver_sql(f"{statement} RETURNING id", values).scalar_one())


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
