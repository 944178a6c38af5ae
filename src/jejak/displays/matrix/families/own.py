"""Headings of one's own: a title, or a title with a query that says what counts there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ....analysis.membership import Membership
from ....analysis.query.parse import parse
from ....analysis.spans import Ints
from ....errors import InvalidInput
from ....model.identity import name_key
from ....model.message import say
from ....model.query import And, CodeIs, Query
from ....model.shape import Heading
from ..facet import Asked, Division, Facet, FacetFamily, always

__all__ = ["OWN", "OwnHeading", "found_by", "own_headings"]


@dataclass(frozen=True, slots=True)
class OwnHeading:
    """A title and, where it counts anything, its query."""

    title: str
    query: Query | None


def own_headings(lines: Sequence[str]) -> list[OwnHeading]:
    """Lines ``Title`` or ``Title = query`` as headings; empty lines are left out.

    Raises :class:`InvalidInput` for a query that is none (``bad-heading``), for a title that is empty
    (``empty-heading``) or there twice (``same-heading``).
    """
    found: dict[str, OwnHeading] = {}
    for line in lines:
        if not line.strip():
            continue
        title, equals, text = (part.strip() for part in line.partition(" = "))
        if not title or (equals and not text):
            raise InvalidInput(
                "empty-heading", f"“{line}” is no heading.", "Write “Title” or “Title = query”."
            )
        if name_key(title) in found:
            raise InvalidInput("same-heading", f"Two headings are called “{title}”.")
        found[name_key(title)] = OwnHeading(title, _query(line, text) if text else None)
    return list(found.values())


def _query(line: str, text: str) -> Query:
    try:
        return parse(text)
    except InvalidInput as error:
        raise InvalidInput("bad-heading", f"In “{line}”: {error.message}", error.hint) from None


def _divide(facet: Facet, asked: Asked) -> Division:
    own = own_headings(facet.lines)
    found = [found_by(one.query, asked) for one in own]
    return Division(
        size=len(own),
        headings=lambda entries: [
            Heading(f"own={name_key(own[entry].title)}", own[entry].title) for entry in entries
        ],
        terms=lambda entry: found[entry][1],
        codings=Membership.of_lists([rows for rows, _ in found], len(asked.corpus.codings)),
        material=lambda _: None,
        counted=lambda entry: own[entry].query is not None,
    )


def found_by(query: Query | None, asked: Asked) -> tuple[Ints, tuple[Query, ...]]:
    """The codings a query finds, and how that is said: where it leads and finds nothing but codings,
    just those; else all codings that touch what it finds."""
    if query is None:
        return np.empty(0, np.int64), ()
    every = (CodeIs(None), query)
    touching = asked.only.find(And(every), asked.corpus).coding
    if not asked.leads:
        return touching, (query,)
    hits = asked.only.find(query, asked.corpus).coding
    exact = bool((hits >= 0).all()) and len(hits) < len(touching)
    return (hits, (query,)) if exact else (touching, every)


OWN = FacetFamily("own", *always("own", say("Headings of my own")), _divide, by_query=True)
