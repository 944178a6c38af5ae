"""The word index and the trigram index over the texts of a study's sources (SQLite FTS5).

A row of an index is a passage with the beginning of the next one, so that a phrase across the seam
is found where it starts. Han, kana and Hangul are indexed character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from sqlalchemy import Connection, text

__all__ = [
    "ABSENT",
    "EVERYWHERE",
    "IDLE",
    "LIVE",
    "Passage",
    "Reach",
    "all_passages",
    "create_indexes",
    "index_texts",
    "mark",
    "settle",
    "share_before",
    "unindex_texts",
    "with_letters",
    "with_words",
]  # fmt: skip

OVERLAP = 200
# A text is in the indexes while a source has it. One whose sources went stays in them, idle: an undo
# brings it back at once, and only a withdrawal takes its words out.
ABSENT, LIVE, IDLE = 0, 1, 2
_BATCH = 500
_SINGLE = re.compile("([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])")
_WORDS = "unicode61 remove_diacritics 0"


def create_indexes(conn: Connection) -> None:
    """Make the two empty indexes."""
    for name, tokenizer, detail in (("words", _WORDS, "full"), ("letters", "trigram", "none")):
        conn.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5(body, content='', detail={detail}, "
            f"tokenize='{tokenizer}')"
        )


def spaced(body: str) -> str:
    """The body with spaces around characters of scripts that write none between words."""
    return body if body.isascii() else _SINGLE.sub(r" \1 ", body)


def _rows(conn: Connection, keys: list[int]) -> list[tuple[int, str]]:
    """The rows of the indexes for some texts: (placement, body with the beginning of the next)."""
    found: list[tuple[int, str]] = []
    query = (
        "SELECT p.id, p.text_id, b.body FROM placement p JOIN passage b ON b.id = p.passage_id "
        f"WHERE p.text_id IN ({', '.join('?' * len(keys))}) ORDER BY p.text_id, p.start"
    )
    rows = conn.exec_driver_sql(query, tuple(keys)).all()
    for (place, key, body), after in zip_longest(rows, rows[1:]):
        more = after[2][:OVERLAP] if after is not None and after[1] == key else ""
        found.append((place, _storable(body + more)))
    return found


def _storable(body: str) -> str:
    return body.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _apply(conn: Connection, keys: list[int], into: str) -> None:
    for at in range(0, len(keys), _BATCH):
        rows = _rows(conn, keys[at : at + _BATCH])
        if rows:
            conn.exec_driver_sql(into.format("letters"), rows)
            conn.exec_driver_sql(into.format("words"), [(key, spaced(body)) for key, body in rows])


def mark(conn: Connection, keys: list[int], state: int) -> None:
    """Say of texts that they are :data:`ABSENT` from the indexes, :data:`LIVE` or :data:`IDLE`."""
    if keys:
        statement = "UPDATE text SET indexed = ? WHERE id = ?"
        conn.exec_driver_sql(statement, [(state, key) for key in keys])


def index_texts(conn: Connection, keys: list[int]) -> None:
    """Put texts into both indexes."""
    _apply(conn, keys, "INSERT INTO {0}(rowid, body) VALUES (?, ?)")
    mark(conn, keys, LIVE)


def unindex_texts(conn: Connection, keys: list[int]) -> None:
    """Take texts out of both indexes."""
    _apply(conn, keys, "INSERT INTO {0}({0}, rowid, body) VALUES ('delete', ?, ?)")
    mark(conn, keys, ABSENT)


def settle(conn: Connection) -> None:
    """Merge all that was taken out of both indexes away: nothing of an earlier text stays in them."""
    for name in ("words", "letters"):
        conn.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage where something may be found: ``body`` begins at ``start`` of the text with that
    digest; a hit belongs to it where it begins within the first ``own`` code points. Passages come
    in the order of ``key``."""

    digest: str
    start: int
    body: str
    own: int
    key: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Where to look: in the passages after ``after``, of all texts or those with ``digests``."""

    after: int = 0
    digests: tuple[str, ...] | None = None


EVERYWHERE = Reach()
_PASSAGES = """
SELECT t.digest, p.start, b.body, (
    SELECT substr(nb.body, 1, :overlap) FROM placement np JOIN passage nb ON nb.id = np.passage_id
    WHERE np.text_id = p.text_id AND np.start > p.start ORDER BY np.start LIMIT 1
) AS more, p.id
FROM {source} JOIN text t ON t.id = p.text_id JOIN passage b ON b.id = p.passage_id
WHERE {condition} AND t.indexed = {live} AND {key} > :after{texts} ORDER BY {key}
"""


def _found(
    conn: Connection, source: str, condition: str, key: str, reach: Reach, **args: object
) -> Iterator[Passage]:
    texts = ""
    if reach.digests is not None:
        texts = f" AND t.digest IN ({', '.join(f'x{_quoted_hex(one)}' for one in reach.digests)})"
    query = text(
        _PASSAGES.format(source=source, condition=condition, key=key, texts=texts, live=LIVE)
    )
    # Ordered by the key of the index itself: the first are there before the last are looked for.
    for digest, start, body, more, place in conn.execute(
        query, {"overlap": OVERLAP, "after": reach.after, **args}
    ):
        yield Passage(digest.hex(), start, body + (more or ""), len(body), place)


def _quoted_hex(digest: str) -> str:
    return f"'{bytes.fromhex(digest).hex()}'"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'


def with_words(
    conn: Connection, phrase: str, reach: Reach = EVERYWHERE, *, prefix: bool = False
) -> Iterator[Passage]:
    """Passages that hold the words of a phrase in a row (the last one's beginning, if ``prefix``)."""
    match = _quoted(spaced(phrase)) + ("*" if prefix else "")
    return _found(
        conn,
        "words w JOIN placement p ON p.id = w.rowid",
        "words MATCH :match",
        "w.rowid",
        reach,
        match=match,
    )


def with_letters(conn: Connection, literal: str, reach: Reach = EVERYWHERE) -> Iterator[Passage]:
    """Passages that may hold a literal of three letters or more, whatever the case."""
    grams = dict.fromkeys(literal[i : i + 3] for i in range(len(literal) - 2))
    match = " AND ".join(_quoted(gram) for gram in grams)
    return _found(
        conn,
        "letters l JOIN placement p ON p.id = l.rowid",
        "letters MATCH :match",
        "l.rowid",
        reach,
        match=match,
    )


def all_passages(conn: Connection, reach: Reach = EVERYWHERE) -> Iterator[Passage]:
    """Every passage of a text in use."""
    return _found(conn, "placement p", "true", "p.id", reach)


def share_before(conn: Connection, key: int) -> float:
    """About which share of all passages comes before one, 0 to 1."""
    first, last = conn.exec_driver_sql("SELECT min(id), max(id) FROM placement").one()
    return 1.0 if last is None or last == first else (key - first) / (last - first)
