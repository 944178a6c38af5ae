"""Conditions on hits: who coded them and when, whose they are, where they come from.

A filter takes hits and says which of them pass. What a hit does not have (a stretch found by its
words has no coder, weight or time) passes no comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ...errors import NotFound
from ...model.coding import ORIGINS
from ...model.corpus import Corpus, NamedColumns
from ...model.identity import name_key
from ...model.query import Compare
from ...model.reading import BLOCK_KINDS
from ..overlap import touching
from ..spans import Bools, Column, Spans
from .compare import number_mask, period_mask, value_test
from .hits import Hits
from .names import coder_mask, name_mask, not_found
from .ownership import cases_of

__all__ = [
    "Filter",
    "by_case",
    "by_coding",
    "by_source",
    "coder_filter",
    "comparison_filter",
    "owner_mask",
]

Filter = Callable[[Hits], Bools]


def by_coding(passes: Bools) -> Filter:
    """The filter that a column of yes and no over all codings makes."""

    def keep(hits: Hits) -> Bools:
        coded = hits.coding >= 0
        return coded & passes[hits.coding] if len(passes) else coded

    return keep


def by_source(passes: Bools) -> Filter:
    """The filter that a column of yes and no over the sources makes."""
    return lambda hits: passes[hits.source]


def by_case(passes: Bools, corpus: Corpus) -> Filter:
    """The filter that a column of yes and no over the cases makes; no case never passes."""
    return lambda hits: _looked_up(passes, cases_of(hits, corpus))


def coder_filter(name: str, corpus: Corpus) -> Filter:
    """Codings of the people of that name or initials."""
    return by_coding(coder_mask(corpus.users, name)[corpus.codings.coder])


def comparison_filter(comparison: Compare, corpus: Corpus) -> Filter:
    """What a comparison asks of hits.

    Raises :class:`NotFound` for an attribute, case or source that is not there,
    :class:`InvalidInput` for a value of the wrong type.
    """
    return _SUBJECTS[comparison.subject](comparison, corpus)


def _created(comparison: Compare, corpus: Corpus) -> Filter:
    return by_coding(period_mask(comparison, corpus.codings.created))


def _weight(comparison: Compare, corpus: Corpus) -> Filter:
    return by_coding(number_mask(comparison, corpus.codings.weight))


def _origin(comparison: Compare, corpus: Corpus) -> Filter:
    if comparison.operator in ("=", "!=", "in"):
        known = {name_key(origin) for origin in ORIGINS}
        for value in comparison.values:
            if name_key(value) not in known:
                raise not_found("unknown-origin", "Codings have no such origin", value, ORIGINS)
    passes = _passing(ORIGINS, comparison, "text")
    return by_coding(passes[corpus.codings.origin])


def _place(comparison: Compare, _corpus: Corpus) -> Filter:
    edge = comparison.subject
    number_mask(comparison, np.zeros(0))  # refuses what is no number, whatever is asked of it
    return lambda hits: number_mask(comparison, np.asarray(getattr(hits, edge), float))


def _case(comparison: Compare, corpus: Corpus) -> Filter:
    return by_case(owner_mask(comparison, corpus, corpus.cases), corpus)


def _source(comparison: Compare, corpus: Corpus) -> Filter:
    return by_source(owner_mask(comparison, corpus, corpus.sources))


def owner_mask(comparison: Compare, corpus: Corpus, owners: NamedColumns) -> Bools:
    """Which cases or sources pass. Raises :class:`NotFound`, :class:`InvalidInput`."""
    subject, field = comparison.subject, name_key(comparison.name)
    if field == "" and comparison.operator in ("=", "!=", "in"):
        named = name_mask(owners, comparison.values, subject)
        return ~named if comparison.operator == "!=" else named
    if field in ("", "name"):
        return _passing(owners.name, comparison, "text")
    if field in owners.facets:
        kind = "date" if field == "collected" else "text"
        return _passing(owners.facets[field], comparison, kind)
    for attribute in corpus.attributes:
        if attribute.of == subject and name_key(attribute.name) == field:
            return _passing(attribute.value, comparison, attribute.type, attribute.options)
    known = [a.name for a in corpus.attributes if a.of == subject]
    raise not_found(
        "unknown-attribute",
        f"A {subject} has no such attribute",
        comparison.name,
        ("name", *owners.facets, *known),
    )


def _block(comparison: Compare, corpus: Corpus) -> Filter:
    blocks = corpus.blocks
    passes = _block_mask(comparison, corpus)
    rows = Spans(blocks.source[passes], blocks.start[passes], blocks.end[passes])
    return lambda hits: touching(hits, rows)


def _block_mask(comparison: Compare, corpus: Corpus) -> Bools:
    blocks, field = corpus.blocks, name_key(comparison.name)
    if field == "speaker":
        return _looked_up(_passing(blocks.speakers, comparison, "text"), blocks.speaker)
    if field == "kind" and blocks.kind is not None:
        return _looked_up(_passing(BLOCK_KINDS, comparison, "text"), blocks.kind)
    if field == "time":
        known: Bools = blocks.time != -1
        return known & period_mask(comparison, blocks.time)
    if field == "kind":
        raise NotFound("unknown-attribute", "The kinds of blocks were not loaded.")
    raise not_found(
        "unknown-attribute",
        "A block has no such field",
        comparison.name,
        ("speaker", "kind", "time"),
    )


def _looked_up(passes: Bools, index: Column) -> Bools:
    """What ``passes`` says at each index; -1 never passes."""
    result: Bools = np.append(passes, False)[index]
    return result


def _passing(
    values: Sequence[str | None], comparison: Compare, kind: str, options: Sequence[str] = ()
) -> Bools:
    """Which of many values pass; each different one is looked at once."""
    test = value_test(comparison, kind, options)
    seen: dict[str | None, bool] = {None: False}
    for value in values:
        if value not in seen:
            seen[value] = value is not None and test(value)
    return np.fromiter((seen[value] for value in values), np.bool_, len(values))


_SUBJECTS: dict[str, Callable[[Compare, Corpus], Filter]] = {
    "created": _created,
    "weight": _weight,
    "origin": _origin,
    "start": _place,
    "end": _place,
    "case": _case,
    "source": _source,
    "block": _block,
}
