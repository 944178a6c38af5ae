"""Dividing cases or sources into groups by what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from ..errors import NotFound
from ..model.corpus import Corpus
from ..model.identity import name_key
from .query.compare import canonical, number_of
from .spans import Ints, different

__all__ = ["Grouping", "group_by", "places_of"]


@dataclass(frozen=True, slots=True)
class Grouping:
    """``labels`` of the groups; the group of each coding (-1: none); the cases and sources in each.

    A case is in the groups of its sources where sources are grouped, and the other way round, so
    that it can be in several.
    """

    labels: tuple[str | None, ...]
    of_codings: Ints
    cases: Ints
    sources: Ints

    def only(self, columns: Ints) -> Grouping:
        """These groups alone, in this order; codings of the others are in none."""
        place = np.full(len(self.labels) + 1, -1, np.int64)
        place[columns] = np.arange(len(columns))
        labels = tuple(self.labels[int(column)] for column in columns)
        return Grouping(labels, place[self.of_codings], self.cases[columns], self.sources[columns])


def group_by(corpus: Corpus, of: str, name: str) -> Grouping:
    """Group cases or sources (``of``) by ``name``, a facet or attribute, given as its key.

    Numbers are in the order of numbers, all else in the order of letters; spellings of one value
    are one group; owners without a value make a last group labelled ``None``. Grouped by name each
    is a group by itself, in the order of the corpus. ``coder`` gives a group to each person who
    coded anything, with the cases and sources they coded in; ``study`` is one group of everything.
    Raises :class:`NotFound` (``unknown-attribute``).
    """
    if of == "study":
        everything = np.zeros(len(corpus.codings), np.int64)
        cases, sources = np.array([len(corpus.cases.guid)]), np.array([len(corpus.sources.guid)])
        return Grouping(("",), everything, cases, sources)
    if of == "coder":
        return _by_coder(corpus)
    labels, place = places_of(corpus, of, name)
    index = corpus.codings.case if of == "case" else corpus.codings.source
    of_codings = np.append(place, -1)[index]
    case, source = _cases_in_sources(corpus)
    mine, theirs = (case, source) if of == "case" else (source, case)
    own = np.bincount(place, minlength=len(labels))
    other = _different(place[mine], theirs, len(labels))
    cases, sources = (own, other) if of == "case" else (other, own)
    return Grouping(labels, of_codings, cases, sources)


def places_of(corpus: Corpus, of: str, name: str) -> tuple[tuple[str | None, ...], Ints]:
    """The labels of the groups of cases or sources, and the group of each; as :func:`group_by`."""
    if name == "name":
        owners = corpus.cases if of == "case" else corpus.sources
        return owners.name, np.arange(len(owners.name))
    return _places(*_values(corpus, of, name))


def _by_coder(corpus: Corpus) -> Grouping:
    codings = corpus.codings
    used = different(codings.coder.astype(np.int64))
    place = np.searchsorted(used, codings.coder)
    theirs = codings.case >= 0
    return Grouping(
        tuple(corpus.users.name[int(user)] for user in used),
        place,
        _different(place[theirs], codings.case[theirs].astype(np.int64), len(used)),
        _different(place, codings.source.astype(np.int64), len(used)),
    )


def _cases_in_sources(corpus: Corpus) -> tuple[Ints, Ints]:
    """Which cases are in which sources, also by a segment tied to a case by hand."""
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    coded = corpus.codings.case >= 0
    case = np.concatenate([pairs[:, 0], corpus.codings.case[coded]]).astype(np.int64)
    source = np.concatenate([pairs[:, 1], corpus.codings.source[coded]]).astype(np.int64)
    many = max(len(corpus.sources.guid), 1)
    case, source = np.divmod(different(case * many + source), many)
    return case, source


def _values(corpus: Corpus, of: str, name: str) -> tuple[Sequence[str | None], str, Sequence[str]]:
    owners = corpus.cases if of == "case" else corpus.sources
    if name in owners.facets:
        return owners.facets[name], "date" if name == "collected" else "text", ()
    for attribute in corpus.attributes:
        if attribute.of == of and name_key(attribute.name) == name:
            return attribute.value, attribute.type, attribute.options
    known = ", ".join(["name", *owners.facets, *(a.name for a in corpus.attributes if a.of == of)])
    raise NotFound(
        "unknown-attribute", f"A {of} has no such attribute: “{name}”.", f"There are: {known}."
    )


def _places(
    values: Sequence[str | None], kind: str, options: Sequence[str]
) -> tuple[tuple[str | None, ...], Ints]:
    spelt = dict.fromkeys(value for value in values if value is not None)
    same = {value: canonical(value, kind) for value in spelt}
    first: dict[object, str] = {}
    for value in spelt:
        first.setdefault(same[value], value)
    labels: list[str | None] = [*sorted(first.values(), key=_order(kind, options))]
    if None in values:
        labels.append(None)
    number = {label: at for at, label in enumerate(labels)}
    index = {None: len(labels) - 1} | {value: number[first[same[value]]] for value in spelt}
    return tuple(labels), np.fromiter((index[v] for v in values), np.int64, len(values))


def _order(kind: str, options: Sequence[str]) -> Callable[[str], tuple[float, str]]:
    levels = {name_key(option): float(at) for at, option in enumerate(options)}

    def key(value: str) -> tuple[float, str]:
        number = number_of(value) if kind == "number" else 0.0
        if kind == "rating":
            number = levels.get(name_key(value))
        return inf if number is None else number, name_key(value)

    return key


def _different(group: Ints, unit: Ints, groups: int) -> Ints:
    """Different units in each group."""
    top = int(unit.max(initial=0)) + 1
    return np.bincount(different(group * top + unit) // top, minlength=groups)
