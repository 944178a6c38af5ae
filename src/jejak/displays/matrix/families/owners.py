"""Cases, sources and coders as facets: each by itself, or by what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ....analysis.grouping import places_of
from ....analysis.material import Material
from ....analysis.membership import Membership
from ....analysis.spans import Ints, different
from ....model.corpus import Corpus
from ....model.identity import name_key
from ....model.message import Message, say
from ....model.query import Query
from ....model.shape import Heading
from ...attributes import attribute_choices, attribute_label
from ...queries import group_terms
from ...words import value_words
from ..facet import Asked, Choice, Division, Facet, FacetFamily

__all__ = ["CASES", "CODERS", "SOURCES", "STUDY"]


def _owners(facet: Facet, asked: Asked) -> Division:
    of, name, corpus = facet.name, name_key(facet.by or "name"), asked.corpus
    labels, place = places_of(corpus, of, name)
    codings = corpus.codings
    index = codings.case if of == "case" else codings.source

    def material(units: Material) -> Membership:
        owner = units.case if of == "case" else units.source
        return Membership.single(place, len(labels), owner)

    return Division(
        size=len(labels),
        headings=partial(_headings, corpus, of, name, labels),
        terms=lambda entry: group_terms(corpus, of, name, labels[entry]),
        codings=Membership.single(place, len(labels), index),
        material=material,
        placed=lambda entry: labels[entry] is not None,
        cases=place if of == "case" else None,
    )


def _coders(_: Facet, asked: Asked) -> Division:
    corpus = asked.corpus
    codings = corpus.codings
    used = different(codings.coder.astype(np.int64))
    labels = tuple(corpus.users.name[int(user)] for user in used)
    place = np.searchsorted(used, codings.coder)

    def terms(entry: int) -> tuple[Query, ...]:
        return group_terms(corpus, "coder", "", labels[entry])

    return Division(
        size=len(labels),
        headings=lambda entries: [
            Heading(corpus.users.guid[int(used[entry])], labels[entry]) for entry in entries
        ],
        terms=terms,
        codings=Membership.single(place, len(labels)),
        material=lambda units: _coded(corpus, units, place, len(labels)),
    )


def _coded(corpus: Corpus, units: Material, place: Ints, coders: int) -> Membership:
    """The units of material in which each coder has coded anything."""
    many = len(corpus.sources.guid) + 1
    unit = (units.case + 1) * many + units.source + 1
    codings = corpus.codings
    coded = (codings.case.astype(np.int64) + 1) * many + codings.source + 1
    order = np.argsort(unit, kind="stable")
    begin = np.searchsorted(unit[order], coded, "left")
    found = np.searchsorted(unit[order], coded, "right") - begin
    # Of all units each can be one that was found, so there is one number more than there are units.
    wide = len(unit) + 1
    pairs = different((begin * wide + found) * coders + place)
    run, coder = np.divmod(pairs, max(coders, 1))
    begin, found = np.divmod(run, wide)
    within = np.arange(int(found.sum())) - np.repeat(np.cumsum(found) - found, found)
    row = order[np.repeat(begin, found) + within]
    return Membership.of_pairs(row, np.repeat(coder, found), len(unit), coders)


def _study(_: Facet, asked: Asked) -> Division:
    everything = np.zeros(len(asked.corpus.codings), np.int64)
    return Division(
        size=1,
        headings=lambda entries: [Heading("study", say("The whole study")) for _ in entries],
        terms=lambda _: (),
        codings=Membership.single(everything, 1),
        material=lambda _: None,
    )


def _headings(
    corpus: Corpus, of: str, name: str, labels: Sequence[str | None], entries: Sequence[int]
) -> Sequence[Heading]:
    if name == "name":
        owners = corpus.cases if of == "case" else corpus.sources
        return [Heading(owners.guid[entry], owners.name[entry]) for entry in entries]
    # A value alone would be the same key under another attribute that has it too.
    return [
        Heading(f"{of}.{name}={labels[entry] or ''}", value_words(of, name, labels[entry]))
        for entry in entries
    ]


def _choices(of: str, corpus: Corpus) -> Sequence[Choice]:
    return [(text, label) for text, label in attribute_choices(corpus) if text.split(".")[0] == of]


def _label(facet: Facet, corpus: Corpus) -> Message | None:
    return attribute_label(facet.name, facet.by, corpus)


CASES = FacetFamily("case", partial(_choices, "case"), _label, _owners)
SOURCES = FacetFamily("source", partial(_choices, "source"), _label, _owners)
CODERS = FacetFamily("coder", partial(_choices, "coder"), _label, _coders)
STUDY = FacetFamily("study", partial(_choices, "study"), _label, _study)
