"""Dividing cases or sources into groups by what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from ..errors import NotFound
from ..model.corpus import Corpus
from ..model.identity import name_key
from .query.compare import number_of
from .spans import Ints, different

__all__ = ["Grouping", "group_by"]


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


def group_by(corpus: Corpus, of: str, name: str) -> Grouping:
    """Group cases or sources (``of``) by ``name``, a facet or attribute, given as its key.

    Numbers are in the order of numbers, all else in the order of letters; owners without a value
    make a last group labelled ``None``. Grouped by name each is a group by itself, in the order of
    the corpus. Raises :class:`NotFound` (``unknown-attribute``).
    """
    owners = corpus.cases if of == "case" else corpus.sources
    if name == "name":
        labels: tuple[str | None, ...] = owners.name
        place = np.arange(len(labels))
    else:
        labels, place = _places(*_values(corpus, of, name))
    index = corpus.codings.case if of == "case" else corpus.codings.source
    of_codings = np.append(place, -1)[index]
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    mine, theirs = (pairs[:, 0], pairs[:, 1]) if of == "case" else (pairs[:, 1], pairs[:, 0])
    own = np.bincount(place, minlength=len(labels))
    other = _different(place[mine], theirs, len(labels))
    cases, sources = (own, other) if of == "case" else (other, own)
    return Grouping(labels, of_codings, cases, sources)


def _values(corpus: Corpus, of: str, name: str) -> tuple[Sequence[str | None], str]:
    owners = corpus.cases if of == "case" else corpus.sources
    if name in owners.facets:
        return owners.facets[name], "text"
    for attribute in corpus.attributes:
        if attribute.of == of and name_key(attribute.name) == name:
            return attribute.value, attribute.type
    known = ", ".join(["name", *owners.facets, *(a.name for a in corpus.attributes if a.of == of)])
    raise NotFound(
        "unknown-attribute", f"A {of} has no such attribute: “{name}”.", f"There are: {known}."
    )


def _places(values: Sequence[str | None], kind: str) -> tuple[tuple[str | None, ...], Ints]:
    known = sorted({value for value in values if value is not None}, key=_order(kind))
    labels: list[str | None] = [*known]
    if None in values:
        labels.append(None)
    index = {label: number for number, label in enumerate(labels)}
    return tuple(labels), np.fromiter((index[v] for v in values), np.int64, len(values))


def _order(kind: str) -> Callable[[str], tuple[float, str]]:
    def key(value: str) -> tuple[float, str]:
        number = number_of(value) if kind == "number" else 0.0
        return inf if number is None else number, name_key(value)

    return key


def _different(group: Ints, unit: Ints, groups: int) -> Ints:
    """Different units in each group."""
    top = int(unit.max(initial=0)) + 1
    return np.bincount(different(group * top + unit) // top, minlength=groups)
