"""Who is compared when codes are set against an attribute, and how much each gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.crosstab import counted_codings
from ..analysis.grouping import group_by, places_of
from ..analysis.spans import Column, Ints, changes, different
from ..model.corpus import Corpus
from ..model.identity import name_key
from .association_tests import FEW_PEOPLE, Amounts
from .display import DisplayFilter
from .settings import facet_of

__all__ = ["Compared", "compared", "sources_are_cases"]


@dataclass(frozen=True, slots=True)
class Compared:
    """The cases or sources that are compared (``units`` of them), by the values of an attribute.

    ``alone``: each column is one case, source or coder, and nobody is compared within it.
    ``dependent``: the sources are not each of a case of its own. Left out are those without a value, and
    those ``uncoded``: where nobody has looked, nothing is absent.
    """

    labels: tuple[str | None, ...]
    amounts: Amounts
    units: int
    alone: bool
    segments: bool
    dependent: bool
    possible: int
    without_value: int
    uncoded: int

    @property
    def may_be_tested(self) -> bool:
        """Whether a p-value would mean anything."""
        return not self.alone and not self.dependent and self.units >= FEW_PEOPLE


def compared(
    corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter, codes: Ints
) -> Compared:
    """By the settings ``by``, ``unit`` and ``below``."""
    of, name = facet_of(settings["by"])
    key = name_key(name)
    alone = of in ("study", "coder") or key == "name"
    if alone:
        grouping = group_by(corpus, of, key)
        labels, group = grouping.labels, np.arange(len(grouping.labels))
        owner: Column = grouping.of_codings
    else:
        labels, group = places_of(corpus, of, key)
        owner = corpus.codings.case if of == "case" else corpus.codings.source
    codings = np.bincount(owner[owner >= 0], minlength=len(group))
    valued = len(labels) - (not alone and bool(labels) and labels[-1] is None)
    there = np.flatnonzero((group < valued) & (codings > 0))
    place = _largest(group[there], codings[there], valued, settings["top"])
    kept = there[place[group[there]] >= 0]
    amount, whole = _amounts(corpus, settings, only, codes, (owner, kept, len(group)))
    segments = alone or settings["unit"] == "segments"
    if not segments:
        amount, whole = (amount > 0).astype(np.int64), np.ones(len(kept), np.int64)
    shown = tuple(label for label, at in zip(labels, place.tolist(), strict=False) if at >= 0)
    return Compared(
        shown,
        Amounts(amount, whole, place[group[kept]], len(shown)),
        len(kept),
        alone=alone,
        segments=segments,
        dependent=of == "source" and not alone and not sources_are_cases(corpus, kept),
        possible=valued,
        without_value=0 if alone else int(((codings > 0) & (group >= valued)).sum()),
        uncoded=0 if alone else int((codings == 0).sum()),
    )


def _largest(group: Ints, codings: Ints, groups: int, most: int) -> Ints:
    """A column for each group, those with the most codings; -1 for one that is not shown."""
    size = np.bincount(group, codings, minlength=groups)
    shown = np.sort(np.argsort(-size, kind="stable")[:most])
    place = np.full(groups, -1, np.int64)
    place[shown] = np.arange(len(shown))
    return place


def _amounts(
    corpus: Corpus,
    settings: Mapping[str, Any],
    only: DisplayFilter,
    codes: Ints,
    owners: tuple[Column, Ints, int],
) -> tuple[Ints, Ints]:
    """Different stretches by owner and code, and by owner of any code."""
    owner, kept, many = owners
    place = np.full(many + 1, -1, np.int64)  # the last is for codings that are nobody's
    place[kept] = np.arange(len(kept))
    row, coding = counted_codings(corpus, codes, only.rows, below=settings["below"])
    every = np.arange(len(corpus.codings)) if only.rows is None else only.rows
    amount = _distinct(corpus, place[owner[coding]], row, coding, (len(kept), len(codes)))
    whole = _distinct(corpus, place[owner[every]], np.zeros_like(every), every, (len(kept), 1))
    return amount, whole[:, 0]


def _distinct(corpus: Corpus, owner: Ints, row: Ints, coding: Ints, shape: tuple[int, int]) -> Ints:
    codings, (owners, rows) = corpus.codings, shape
    stretch = np.cumsum(changes(codings.source, codings.start, codings.end))
    known = owner >= 0
    many = len(stretch) + 1
    held = different((owner[known] * rows + row[known]) * many + stretch[coding[known]]) // many
    return np.bincount(held, minlength=owners * rows).reshape(owners, rows)


def sources_are_cases(corpus: Corpus, sources: Ints) -> bool:
    """Whether each of the sources is of one case, and of another one than the others."""
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    mine = pairs[np.isin(pairs[:, 1], sources)]
    return len(mine) == len(different(mine[:, 0])) == len(different(mine[:, 1])) == len(sources)
