"""A table as a document to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..documents.document import Column as Head
from ..documents.document import Document, Section, Table, Text, words
from ..model.table import Column, rows_of

__all__ = ["table_document"]

_NUMBERS = ("number", "whole")


def table_document(columns: Sequence[Column], title: str, language: str = "en") -> Document:
    """The columns as a table of a document that lies on its side."""
    heads = tuple(Head(one.name, number=one.type in _NUMBERS) for one in columns)
    rows = tuple(tuple(_cell(value) for value in row.values()) for row in rows_of(columns))
    section = Section("table", title, (Table(heads, rows),), listed=False)
    return Document(
        language=language, title=title, subtitle="", opening=(), sections=(section,), contents="",
        closing="", wide=True,
    )  # fmt: skip


def _cell(value: object) -> Text:
    if value is None or value == "":
        return ()
    if isinstance(value, float):
        return words(f"{value:.3f}")
    if isinstance(value, datetime):
        return words(f"{value:%Y-%m-%d %H:%M}")
    if isinstance(value, list | tuple):
        return words("; ".join(map(str, value)))
    return words(str(value))
