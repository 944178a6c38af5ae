"""Tables of columns: what lists, frames and files are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

__all__ = ["COLUMN_TYPES", "Column", "rows_of", "told_apart", "typed_column"]

COLUMN_TYPES = ("text", "texts", "whole", "number", "date", "time", "moment", "boolean")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds (one of :data:`COLUMN_TYPES`), a value or ``None`` a row."""

    name: str
    type: str
    values: Sequence[Any]


_READ: dict[str, Callable[[str], Any]] = {
    "number": float,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "boolean": lambda value: value == "true",
}


def typed_column(name: str, type: str, values: Sequence[str | None]) -> Column:
    """A column of attribute values, which are kept as text in the exact form of their type.

    A value that is not of the type (the type was changed later), or a date of which only the month or
    year is known, makes it a column of text.
    """
    read = _READ.get(type)
    if read is None:
        return Column(name, "text", values)
    try:
        return Column(name, type, [None if value is None else read(value) for value in values])
    except ValueError:
        return Column(name, "text", values)


def told_apart(columns: Sequence[Column]) -> list[Column]:
    """The columns with a name of their own: of two with one name the later is ``name (2)``."""
    taken: set[str] = set()
    found = []
    for column in columns:
        name, number = column.name, 1
        while name in taken:
            number += 1
            name = f"{column.name} ({number})"
        taken.add(name)
        found.append(replace(column, name=name))
    return found


def rows_of(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """One mapping a row: column name to plain value."""
    names = [column.name for column in columns]
    values = zip(*(column.values for column in columns), strict=True)
    return [dict(zip(names, row, strict=True)) for row in values]
