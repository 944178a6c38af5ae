"""Which attributes a display is made by, whether or not it says so anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ..model.shape import Matrix
from .display import DisplayKind
from .matrix.facet import Facet
from .matrix.families.own import own_headings
from .matrix.ordering import Order

__all__ = ["Asked", "asked_attributes", "queries_of", "saying_attributes"]

Asked = tuple[str, str]

_OF = ("case", "source")


def asked_attributes(kind: DisplayKind, values: Mapping[str, Any]) -> tuple[Asked, ...]:
    """The attributes that settings group, order or measure by: (*case* or *source*, name).

    An order alone tells much of a value: who stands last is the youngest.
    """
    found: dict[Asked, None] = {}
    for setting in kind.settings:
        for text in _TEXTS.get(setting.type, _none)(values[setting.name]):
            of, _, name = text.partition(".")
            if of in _OF and name:
                found[of, name] = None
    return tuple(found)


def saying_attributes(matrix: Matrix, kind: DisplayKind, values: Mapping[str, Any]) -> Matrix:
    """The matrix that names them among its ``attributes``."""
    every = dict.fromkeys((*matrix.attributes, *asked_attributes(kind, values)))
    return (
        matrix if len(every) == len(matrix.attributes) else replace(matrix, attributes=tuple(every))
    )


def queries_of(matrix: Matrix, kind: DisplayKind, values: Mapping[str, Any]) -> set[str]:
    """The queries that decide what a display counts: its filter, those of its headings, and those of
    headings of one's own, whether or not they found anything."""
    own = {
        str(one.query)
        for setting in kind.settings
        if setting.type == "lines"
        for one in own_headings(values[setting.name])
        if one.query is not None
    }
    return own | {matrix.caption.filter} | {one.query for one in (*matrix.rows, *matrix.columns)}


def _none(_: Any) -> list[str]:
    return []


_TEXTS: Mapping[str, Callable[[Any], list[str]]] = {
    "attribute": lambda value: [value],
    "trait": lambda value: [value],
    "measure": lambda value: [value],
    "variable": lambda value: [f"case.{value}"] if value else [],
    "order": lambda value: [Order.read(value).by],
    "facets": lambda value: [str(Facet.read(one)) for one in value],
}
