"""A display as it may leave a study: every text in it retold, and what it shows of people known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ..analysis.query.parse import parse
from ..model.identity import name_key
from ..model.message import Message
from ..model.query import Compare, Query
from ..model.shape import Matrix

__all__ = ["retold_matrix", "tells_of"]


# Words of the program, not of the study.
_KEPT = frozenset({"kind", "number", "total_number", "state", "colour"})


def retold_matrix(matrix: Matrix, retell: Callable[[str], str]) -> Matrix:
    """The matrix with every text that comes from the study retold: names, queries, notes, words."""

    def told(value: object) -> Any:
        if isinstance(value, str):
            return retell(value)
        if isinstance(value, Message):
            return Message(value.text, told(value.args))
        if isinstance(value, tuple | list):
            return type(value)(told(one) for one in value)
        if isinstance(value, Mapping):
            return {key: told(one) for key, one in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            names = [one.name for one in fields(value) if one.name not in _KEPT]
            return replace(value, **{name: told(getattr(value, name)) for name in names})
        return value

    retold: Matrix = told(matrix)
    return retold


def tells_of(matrix: Matrix, of: str, names: Sequence[str]) -> str | None:
    """The first of the attributes of cases or sources whose values the matrix shows: in a heading,
    in its filter, or in the queries of its cells."""
    compared = set(_compared(matrix, of)) if names else set()
    keys = [heading.key for heading in (*matrix.rows, *matrix.columns)]
    for name in names:
        key = name_key(name)
        shown = any(one.startswith(f"{of}.{key}=") for one in keys)
        if shown or key in compared:
            return name
    return None


def _compared(matrix: Matrix, of: str) -> Iterator[str]:
    texts = {matrix.caption.filter, *(cell.query for cell in matrix.cells.values())}
    for text in texts:
        if f"{of}." in text:
            yield from (name_key(one.name) for one in _compares(parse(text)) if one.subject == of)


def _compares(query: object) -> Iterator[Compare]:
    if isinstance(query, Compare):
        yield query
    elif isinstance(query, tuple):
        for one in query:
            yield from _compares(one)
    elif isinstance(query, Query):
        for field in fields(query):
            yield from _compares(getattr(query, field.name))
