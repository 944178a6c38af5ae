"""Queries in their parts, and what can stand in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from ...analysis.query.completing import Completions
from ...model.query import (
    And,
    CodeIs,
    CoderIs,
    Compare,
    EventIs,
    FindingIs,
    InSet,
    MemoIs,
    Not,
    Or,
    Query,
    RatingIs,
    Related,
    TextIs,
    TextMode,
)
from .form import Out

__all__ = ["CompletionOut", "CompletionsOut", "QueryOut", "QueryPart"]


class QueryPart(Out):
    """A part of a query, and how it is written by itself.

    ``and`` and ``or`` have two or more ``parts``, ``not`` has one; ``related`` has two, with the
    relation as its ``operator``. ``name`` is ``null`` where any will do; for ``text`` the words, with
    their ``mode``.
    """

    kind: Literal[
        "and",
        "or",
        "not",
        "related",
        "code",
        "text",
        "memo",
        "finding",
        "event",
        "rating",
        "set",
        "coder",
        "compare",
    ]
    text: str
    parts: list[QueryPart]
    name: str | None
    below: bool
    mode: TextMode
    subject: str
    operator: str
    values: list[str]
    distance: int | None
    unit: Literal["characters", "words", "blocks"]


class QueryOut(Out):
    """A query as the language writes it, and its parts."""

    text: str
    part: QueryPart

    @classmethod
    def of(cls, query: Query) -> QueryOut:
        """A query that was read."""
        return cls(text=str(query), part=_part(query))


class CompletionOut(Out):
    """One thing that can stand there: its bare name, how it is written, and what it is."""

    name: str
    written: str
    kind: Literal[
        "code", "coder", "set", "finding", "event", "rating", "attribute", "value", "word", "field"
    ]
    detail: str


class CompletionsOut(Out):
    """What can stand in place of the characters from ``start`` to ``end`` (code points)."""

    start: int
    end: int
    found: list[CompletionOut]

    @classmethod
    def of(cls, found: Completions) -> CompletionsOut:
        """What the service found."""
        return cls.model_validate(found)


_BARE: dict[str, object] = {
    "parts": [], "name": None, "below": True, "mode": "phrase", "subject": "", "operator": "",
    "values": [], "distance": None, "unit": "characters",
}  # fmt: skip


def _part(query: Query) -> QueryPart:
    return QueryPart.model_validate({**_BARE, "text": str(query), **_PARTS[type(query)](query)})


def _several(kind: str) -> Callable[[Any], dict[str, Any]]:
    return lambda query: {"kind": kind, "parts": [_part(term) for term in query.terms]}


_PARTS: dict[type[Query], Callable[[Any], dict[str, Any]]] = {
    And: _several("and"),
    Or: _several("or"),
    Not: lambda query: {"kind": "not", "parts": [_part(query.term)]},
    Related: lambda query: {
        "kind": "related", "parts": [_part(query.left), _part(query.right)],
        "operator": query.relation, "distance": query.distance, "unit": query.unit,
    },
    CodeIs: lambda query: {"kind": "code", "name": query.name, "below": query.below},
    TextIs: lambda query: {"kind": "text", "name": query.pattern, "mode": query.mode},
    MemoIs: lambda query: {"kind": "memo", "name": query.words},
    FindingIs: lambda query: {"kind": "finding", "name": query.label},
    EventIs: lambda query: {"kind": "event", "name": query.name},
    RatingIs: lambda query: {"kind": "rating", "name": query.name},
    InSet: lambda query: {"kind": "set", "name": query.name},
    CoderIs: lambda query: {"kind": "coder", "name": query.name},
    Compare: lambda query: {
        "kind": "compare", "subject": query.subject, "name": query.name,
        "operator": query.operator, "values": list(query.values),
    },
}  # fmt: skip
