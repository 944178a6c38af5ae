"""The word index and the trigram index over the texts of a study's sources (SQLite FTS5).

A row of an index is a passage with the beginning of the next one, so that a phrase across the seam
is found where it starts. Han, kana and Hangul are indexed character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from .schema import tables

__all__ = ["Passage", "all_passages", "create_indexes", "index_text", "settle",
           "unindex_text",
           "with_letters", "with_words"]  # fmt: skip

OVERLAP = 200
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


def _rows(conn: Connection, key: int) -> list[dict[str, object]]:
    place, passage = tables.placement, tables.passage
    query = (
        select(place.c.id, passage.c.body)
        .join(passage, passage.c.id == place.c.passage_id)
        .where(place.c.text_id == key)
        .order_by(place.c.start)
    )
    rows = conn.execute(query).all()
    following = [row.body[:OVERLAP] for row in rows[1:]] + [""]
    return [
        {"id": row.id, "body": _storable(row.body + more)}
        for row, more in zip(rows, following, strict=True)
    ]


def _storable(body: str) -> str:
    return body.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _apply(conn: Connection, key: int, words: str, letters: str) -> None:
    rows = _rows(conn, key)
    if rows:
        conn.execute(text(letters), rows)
        conn.execute(text(words), [row | {"body": spaced(str(row["body"]))} for row in rows])


def index_text(conn: Connection, key: int) -> None:
    """Put a text into both indexes."""
    _apply(
        conn,
        key,
        "INSERT INTO words(rowid, body) VALUES (:id, :body)",
        "INSERT INTO letters(rowid, body) VALUES (:id, :body)",
    )


def unindex_text(conn: Connection, key: int) -> None:
    """Take a text out of both indexes."""
    _apply(
        conn,
        key,
        "INSERT INTO words(words, rowid, body) VALUES ('delete', :id, :body)",
        "INSERT INTO letters(letters, rowid, body) VALUES ('delete', :id, :body)",
    )


def settle(conn: Connection) -> None:
    """Merge all that was taken out of both indexes away: nothing of an earlier text stays in them."""
    for name in ("words", "letters"):
        conn.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage where something may be found: ``body`` begins at ``start`` of the text with that
    digest; a hit belongs to it where it begins within the first ``own`` code points."""

    digest: str
    start: int
    body: str
    own: int


_PASSAGES = """
SELECT t.digest, p.start, b.body, (
    SELECT substr(nb.body, 1, :overlap) FROM placement np JOIN passage nb ON nb.id = np.passage_id
    WHERE np.text_id = p.text_id AND np.start > p.start ORDER BY np.start LIMIT 1
) AS more
FROM {source} JOIN text t ON t.id = p.text_id JOIN passage b ON b.id = p.passage_id
WHERE {condition} ORDER BY p.id
"""


def _found(conn: Connection, source: str, condition: str, **args: object) -> Iterator[Passage]:
    query = text(_PASSAGES.format(source=source, condition=condition))
    for digest, start, body, more in conn.execute(query, {"overlap": OVERLAP, **args}):
        yield Passage(digest.hex(), start, body + (more or ""), len(body))


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'


def with_words(conn: Connection, phrase: str, *, prefix: bool = False) -> Iterator[Passage]:
    """Passages that hold the words of a phrase in a row (the last one's beginning, if ``prefix``)."""
    match = _quoted(spaced(phrase)) + ("*" if prefix else "")
    return _found(
        conn, "words w JOIN placement p ON p.id = w.rowid", "words MATCH :match", match=match
    )


def with_letters(conn: Connection, literal: str) -> Iterator[Passage]:
    """Passages that may hold a literal of three letters or more, whatever the case."""
    grams = dict.fromkeys(literal[i : i + 3] for i in range(len(literal) - 2))
    match = " AND ".join(_quoted(gram) for gram in grams)
    return _found(
        conn, "letters l JOIN placement p ON p.id = l.rowid", "letters MATCH :match", match=match
    )


def all_passages(conn: Connection) -> Iterator[Passage]:
    """Every passage of a text in use."""
    return _found(conn, "placement p", "t.indexed")
