"""The name of a set where queries ask for it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from ..analysis.query.asking import Filled
from ..analysis.query.parse import parse
from ..displays.settings import FILTER
from ..errors import JejakError
from ..model import Attribute, Display, Finding, Rating, Set
from ..model.identity import name_key
from ..model.query import InSet, Query, RatingIs
from ..store import Change, Rows
from ..store.lookups import is_guid

__all__ = ["follow_name", "renamed", "set_queries"]

T = TypeVar("T")


def set_queries(rows: Rows) -> Filled:
    """What stands for the sets and single ratings that queries ask for."""
    queries = {name_key(one.name): one.query for one in rows.all(Set)}

    def filled(part: InSet | RatingIs) -> str | None:
        if isinstance(part, InSet):
            return queries.get(name_key(part.name))
        rating = rows.find(Rating, part.name) if is_guid(part.name) else None
        return None if rating is None else str(RatingIs(rows.get(Attribute, rating.attribute).name))

    return filled


def renamed(query: T, old: str, new: str) -> T:
    """The query asking for the set ``new`` wherever it asked for ``old``."""
    if isinstance(query, InSet) and name_key(query.name) == name_key(old):
        return replace(query, name=new)
    if isinstance(query, tuple):
        return tuple(renamed(one, old, new) for one in query)  # type: ignore[return-value]
    if isinstance(query, Query):
        values = {one.name: getattr(query, one.name) for one in fields(query)}
        return replace(query, **{name: renamed(one, old, new) for name, one in values.items()})
    return query


def follow_name(change: Change, old: str, new: str) -> None:
    """Rewrite the queries of sets, the filters of displays and the scopes of findings that ask for a
    set by its former name."""
    for group in change.rows.all(Set):
        query = _followed(group.query, old, new)
        if query:
            change.set(group, query=query)
    for display in change.rows.all(Display):
        query = _followed(display.settings.get(FILTER), old, new)
        if query:
            change.set(display, settings={**display.settings, FILTER: query})
    for finding in change.rows.all(Finding):
        query = _followed(finding.scope, old, new)
        if query:
            change.set(finding, scope=query)


def _followed(text: object, old: str, new: str) -> str | None:
    """The text of a query with the new name; ``None`` where it did not ask for the set."""
    if not isinstance(text, str) or "set" not in text.casefold():
        return None
    try:
        query = parse(text)
    except JejakError:
        return None
    told = renamed(query, old, new)
    return None if told == query else str(told)
