"""Looking for words in every corner of a study file, as somebody would who wants them back."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

import msgspec

__all__ = ["remains"]


def remains(study: Path, words: list[str]) -> list[str]:
    """Where any of the words still stand: in the bytes of the file and the files beside it, in a
    cell of any table, in a payload of the history, in a term of an index."""
    found = []
    for file in study.parent.glob(study.name + "*"):
        content = file.read_bytes()
        found += [f"{file.name}: {word}" for word in words if word.encode() in content]
    with sqlite3.connect(study) as raw:
        for place, text in _texts(raw):
            found += [f"{place}: {word}" for word in words if word.casefold() in text.casefold()]
        found += _terms(raw, words)
    return found


def _texts(raw: sqlite3.Connection) -> list[tuple[str, str]]:
    tables = [
        row[0]
        for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not row[0].startswith(("words", "letters", "vocabulary"))
    ]
    found = []
    for table in tables:
        for row in raw.execute(f'SELECT * FROM "{table}"'):  # noqa: S608  (a name of this file's)
            found += [(table, _shown(value)) for value in row]
    return found


def _shown(value: object) -> str:
    if not isinstance(value, bytes):
        return str(value)
    if value[:1] in {b"z", b"m"}:
        try:
            body = zlib.decompress(value[1:]) if value[:1] == b"z" else value[1:]
            return json.dumps(msgspec.msgpack.decode(body), default=str, ensure_ascii=False)
        except (zlib.error, msgspec.DecodeError, UnicodeDecodeError):
            pass
    return value.decode("utf-8", "replace")


def _terms(raw: sqlite3.Connection, words: list[str]) -> list[str]:
    raw.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
    terms = {row[0] for row in raw.execute("SELECT term FROM temp.vocabulary")}
    raw.execute("CREATE VIRTUAL TABLE temp.grams USING fts5vocab(main, letters, row)")
    grams = {row[0] for row in raw.execute("SELECT term FROM temp.grams")}
    found = []
    for word in words:
        parts = word.casefold().split()
        found += [f"words: {part}" for part in parts if part in terms and len(parts) == 1]
        own = {word.casefold()[at : at + 3] for at in range(len(word) - 2)}
        if own and own <= grams and len(parts) == 1:
            found.append(f"letters: {word}")
    return found
