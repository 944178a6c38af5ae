"""A display as it may leave a study: every text in it retold, and what it shows of people known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from ..analysis.query.asking import Filled, asked_of_text
from ..model.identity import name_key
from ..model.message import Message
from ..model.shape import Matrix, key_parts
from .walking import Once

__all__ = ["retold_matrix", "shown_attributes", "tells_of"]


# Words of the program, not of the study.
_KEPT = frozenset({"kind", "number", "total_number", "state", "colour", "sign", "level"})


_NUMBERS = frozenset({int, float, bool})
# The field of a message that holds what is quoted.
_QUOTED = "words"


@cache
def _retold(kind: type) -> tuple[str, ...]:
    """The fields of a kind that may hold texts of the study."""
    if not is_dataclass(kind):
        return ()
    return tuple(one.name for one in fields(kind) if one.name not in _KEPT)


def retold_matrix(
    matrix: Matrix, retell: Callable[[str], str], quote: Callable[[str], str] | None = None
) -> Matrix:
    """The matrix with every text that comes from the study retold: names, queries, notes, words.
    ``quote`` retells what is quoted, if it is to be told otherwise."""
    known = Once(retell)

    def told(value: Any) -> Any:
        if value.__class__ in _NUMBERS:  # by far the most
            return value
        if isinstance(value, str):
            return known[value]
        if isinstance(value, Message):
            args = told(value.args)
            words = value.args.get(_QUOTED)
            if quote is not None and isinstance(words, str):
                args[_QUOTED] = quote(words)
            return Message(value.text, args)
        if isinstance(value, tuple | list):
            return type(value)(told(one) for one in value)
        if isinstance(value, Mapping):
            return {key: told(one) for key, one in value.items()}
        new = {
            name: told(one) for name in _retold(value.__class__) if (one := getattr(value, name))
        }
        return replace(value, **new) if new else value

    retold: Matrix = told(matrix)
    return retold


def tells_of(
    matrix: Matrix, of: str, names: Sequence[str], filled: Filled = lambda _: None
) -> str | None:
    """The first of the attributes of cases or sources whose values the matrix shows."""
    return next(shown_attributes(matrix, of, names, filled), None)


def shown_attributes(
    matrix: Matrix, of: str, names: Sequence[str], filled: Filled = lambda _: None
) -> Iterator[str]:
    """Those of the attributes of cases or sources whose values the matrix shows: in a heading, in its
    filter, or in the queries of its cells, which ask also through the sets that they name."""
    compared = _compared(matrix, of, filled) if names else set()
    compared |= {name_key(name) for owner, name in matrix.attributes if owner == of}
    headings = (*matrix.rows, *matrix.columns)
    keys = [part for heading in headings for part in key_parts(heading.key)]
    for name in names:
        key = name_key(name)
        told = f"{of}.{key}="
        shown = any(one.startswith(told) or f" of {told}" in one for one in keys)
        if shown or key in compared:
            yield name


def _compared(matrix: Matrix, of: str, filled: Filled) -> set[str]:
    headings = {heading.query for heading in (*matrix.rows, *matrix.columns)}
    texts = headings | {matrix.caption.filter, *(cell.query for cell in matrix.cells.values())}
    asked = (one for text in texts if _asks(text, of) for one in asked_of_text(text, filled))
    return {name for owner, name in asked if owner == of}


def _asks(text: str, of: str) -> bool:
    """Whether a query may ask for an attribute at all."""
    return f"{of}." in text or "set:" in text or "rating:" in text
