"""Periods as facets: the year, quarter, month, week or day of a date of a source or a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ....analysis.material import Material
from ....analysis.membership import Membership
from ....analysis.periods import GRAINS, label_of, part_of, period_number, values_of, when_of
from ....analysis.query.compare import period_of
from ....analysis.spans import Ints
from ....model.corpus import Corpus
from ....model.identity import name_key
from ....model.message import Message, say
from ....model.query import Compare, Not, Query
from ....model.shape import Heading
from ...queries import group_terms
from ..facet import Asked, Choice, Division, Facet, FacetFamily

__all__ = ["GRAIN_WORDS", "PERIODS"]

GRAIN_WORDS: dict[str, Message] = {
    "year": say("Year"),
    "quarter": say("Quarter"),
    "month": say("Month"),
    "week": say("Week"),
    "day": say("Day"),
}
_UNKNOWN = say("(date not known)")
_NO_DATE = say("(no date)")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A period, or a date that is too coarse to lie in one; ``number`` is ``None`` for the latter."""

    label: str | Message
    key: str
    terms: tuple[Query, ...]
    when: str = ""

    def heading(self) -> Heading:
        """It as a row or column."""
        return Heading(self.key, self.label, when=self.when)


def _divide(facet: Facet, asked: Asked) -> Division:
    grain, of, name = _meant(facet)
    corpus = asked.corpus
    values = _values(corpus, of, name)
    entries, place = _entries(corpus, of, name, grain, values)
    index = corpus.codings.case if of == "case" else corpus.codings.source

    def material(units: Material) -> Membership:
        return Membership.single(place, len(entries), units.case if of == "case" else units.source)

    return Division(
        size=len(entries),
        headings=lambda wanted: [entries[n].heading() for n in wanted],
        terms=lambda entry: entries[entry].terms,
        codings=Membership.single(place, len(entries), index),
        material=material,
        placed=lambda entry: isinstance(entries[entry].label, str),
    )


def _meant(facet: Facet) -> tuple[str, str, str]:
    """``month of case.joined`` as grain, owner and name of the date; by default when a source was
    collected."""
    grain, _, whose = facet.by.partition(" of ")
    of, _, name = (whose.strip() or "source.collected").partition(".")
    return name_key(grain), name_key(of), name


def _values(corpus: Corpus, of: str, name: str) -> Sequence[str | None]:
    owners = corpus.cases if of == "case" else corpus.sources
    found = corpus.attribute(name, of)
    if found is not None:
        return found.value
    return owners.facets.get(name_key(name), (None,) * len(owners.guid))


def _entries(
    corpus: Corpus, of: str, name: str, grain: str, values: Sequence[str | None]
) -> tuple[list[_Entry], Ints]:
    """The entries in the order of time, coarse dates before the periods in them, then what is not
    known; and the entry of each value."""
    owners = corpus.cases if of == "case" else corpus.sources
    found: dict[tuple[float, float, str], _Entry] = {}
    of_value: dict[str | None, tuple[float, float, str]] = {}
    prefix = f"period.{grain} of {of}.{name_key(name)}="
    for value in dict.fromkeys(values):
        order, entry = _entry(corpus, of, name, grain, value, prefix)
        if order[2] == "no date":
            names = [o for o, v in zip(owners.name, values, strict=True) if _is_none(v)]
            entry = _Entry(_NO_DATE, entry.key, (_one_of(of, "", names),))
        found.setdefault(order, entry)
        of_value[value] = order
    ordered = sorted(found)
    at = {order: number for number, order in enumerate(ordered)}
    place = np.fromiter((at[of_value[value]] for value in values), np.int64, len(values))
    return [found[order] for order in ordered], place


def _is_none(value: str | None) -> bool:
    return value is not None and period_of(value) is None


def _entry(
    corpus: Corpus, of: str, name: str, grain: str, value: str | None, prefix: str
) -> tuple[tuple[float, float, str], _Entry]:
    last = float("inf")
    if value is None:
        return (last, 0, ""), _Entry(_UNKNOWN, prefix, group_terms(corpus, of, name, None))
    period = period_of(value)
    if period is None:
        return (last, 1, "no date"), _Entry(_NO_DATE, f"{prefix}?", ())
    number = period_number(value, grain)
    if number is not None:
        label = label_of(number, grain)
        term = _one_of(of, name, values_of(number, grain))
        start = period_of(values_of(number, grain)[0])
        return (start[0] if start else 0, 0, label), _Entry(
            label, prefix + label, (term,), when_of(number, grain)
        )
    text = value.strip()
    coarse = say("{date} (no more is known)", date=text)
    inside = Not(_one_of(of, name, part_of(text)))
    order = (period[0], period[0] - period[1], text)
    return order, _Entry(coarse, prefix + text, (_one_of(of, name, (text,)), inside))


def _one_of(of: str, name: str, values: Sequence[str]) -> Query:
    return Compare(of, name, "=" if len(values) == 1 else "in", tuple(values))


def _choices(corpus: Corpus) -> Sequence[Choice]:
    found: list[Choice] = []
    if any(corpus.sources.facets.get("collected", ())):
        found += [
            (f"period.{grain}", say("When collected: {grain}", grain=GRAIN_WORDS[grain]))
            for grain in GRAINS
        ]
    for attribute in corpus.attributes:
        if attribute.type == "date":
            found += [
                (
                    f"period.{grain} of {attribute.of}.{attribute.name}",
                    say("{name}: {grain}", name=attribute.name, grain=GRAIN_WORDS[grain]),
                )
                for grain in GRAINS
            ]
    return found


def _label(facet: Facet, corpus: Corpus) -> Message | None:
    grain, of, name = _meant(facet)
    if grain not in GRAINS or of not in ("case", "source"):
        return None
    if (of, name_key(name)) == ("source", "collected"):
        return say("When collected: {grain}", grain=GRAIN_WORDS[grain])
    found = corpus.attribute(name, of)
    if found is None:
        return None
    return say("{name}: {grain}", name=found.name, grain=GRAIN_WORDS[grain])


PERIODS = FacetFamily("period", _choices, _label, _divide)
