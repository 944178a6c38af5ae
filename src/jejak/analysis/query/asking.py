"""What a query asks of cases and sources: itself, and through the sets that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from ...errors import JejakError
from ...model.identity import name_key
from ...model.query import Compare, InSet, Query, RatingIs
from .parse import parse

__all__ = ["Filled", "asked_of_text", "attributes_asked", "parts_of"]

# The query that stands for a part of another: the one that fills a set (``None`` where its members are
# listed, or there is none), or that for all ratings of the variable which one of them rates.
Filled = Callable[[InSet | RatingIs], str | None]


def parts_of(query: object) -> Iterator[Query]:
    """A query and every query in it."""
    if isinstance(query, tuple):
        for one in query:
            yield from parts_of(one)
    elif isinstance(query, Query):
        yield query
        for field in fields(query):
            yield from parts_of(getattr(query, field.name))


def attributes_asked(query: Query, filled: Filled) -> set[tuple[str, str]]:
    """The attributes that decide what a query finds, as (*case* or *source*, key of the name): those
    it compares, those whose ratings it asks for (by name or GUID), and those that the queries of
    its sets ask for, however deep they lie in one another."""
    found: set[tuple[str, str]] = set()
    waiting, seen = [query], set[str]()
    while waiting:
        for part in parts_of(waiting.pop()):
            if isinstance(part, Compare) and part.name:
                found.add((part.subject, name_key(part.name)))
            elif isinstance(part, RatingIs):
                found.add(("case", name_key(part.name)))
            if isinstance(part, InSet | RatingIs) and str(part) not in seen:
                seen.add(str(part))
                waiting += _parsed(filled(part))
    return found


def asked_of_text(text: str, filled: Filled) -> set[tuple[str, str]]:
    """The same of the text of a query; nothing of a text that is none."""
    return {asked for query in _parsed(text) for asked in attributes_asked(query, filled)}


def _parsed(text: str | None) -> list[Query]:
    if not text or not text.strip():
        return []
    try:
        return [parse(text)]
    except JejakError:
        return []
