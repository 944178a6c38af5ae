"""Rated variables as facets: each an entry, with the codings on the words that its ratings rest on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....analysis.levels import levels_of
from ....analysis.membership import Membership
from ....model.corpus import Corpus
from ....model.identity import name_key
from ....model.message import Message, say
from ....model.query import RatingIs
from ....model.shape import Heading
from ..facet import Asked, Choice, Division, Facet, FacetFamily
from .own import found_by

__all__ = ["RATED"]


def _variables(corpus: Corpus, by: str = "") -> list[int]:
    """The attributes of cases that are ratings, by row; only that of a name where one is given."""
    return [
        row
        for row, one in enumerate(corpus.attributes)
        if one.of == "case" and one.type == "rating" and name_key(by) in ("", name_key(one.name))
    ]


def _divide(facet: Facet, asked: Asked) -> Division:
    corpus = asked.corpus
    rows = _variables(corpus, facet.by)
    names = [corpus.attributes[row].name for row in rows]
    found = [found_by(RatingIs(name), asked) for name in names]
    return Division(
        size=len(rows),
        headings=lambda entries: [
            Heading(f"case.{name_key(names[entry])}=", names[entry]) for entry in entries
        ],
        terms=lambda entry: found[entry][1],
        codings=Membership.of_lists([codings for codings, _ in found], len(corpus.codings)),
        material=lambda _: None,
        variables=tuple(rows),
        rated=Membership.of_lists(
            [np.flatnonzero(~np.isnan(levels_of(corpus.attributes[row]))) for row in rows],
            len(corpus.cases.guid),
        ),
    )


def _choices(corpus: Corpus) -> Sequence[Choice]:
    names = [corpus.attributes[row].name for row in _variables(corpus)]
    every = [("rating", say("Rated variables"))] if names else []
    return [*every, *((f"rating.{name}", _one(name)) for name in names)]


def _label(facet: Facet, corpus: Corpus) -> Message | None:
    if not facet.by:
        return say("Rated variables")
    rows = _variables(corpus, facet.by)
    return _one(corpus.attributes[rows[0]].name) if rows else None


def _one(name: str) -> Message:
    return say("Rated variable: {name}", name=name)


RATED = FacetFamily("rating", _choices, _label, _divide, by_query=True)
