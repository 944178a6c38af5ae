"""What is shown of the rows or columns of a matrix, and what is not."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...analysis.spans import Ints
from ...model.shape import Heading
from ..display import DisplayFilter
from ..writing import whole_label
from .axis import Axis
from .facet import Facet
from .families import family_of

__all__ = ["Side", "side_of"]


@dataclass(frozen=True)
class Side:
    """The rows or columns that are shown, and what is not: ``possible`` places there were before the
    most used were kept; how many have no codings (``unused``); those the filter left nothing of; how
    many codings have no place at all (``nowhere``)."""

    facets: tuple[Facet, ...]
    axis: Axis
    possible: int
    unused: int
    filtered: tuple[Heading, ...]
    nowhere: int

    @property
    def by_code(self) -> bool:
        """Whether it is of codes alone."""
        return all(family_of(facet).by_code for facet in self.facets)

    @property
    def shown(self) -> int:
        """How many places there are beside subtotals."""
        return int((~self.axis.subtotal).sum())

    def __len__(self) -> int:
        return len(self.axis)


def side_of(
    facets: tuple[Facet, ...],
    axis: Axis,
    other: Axis | None,
    only: DisplayFilter,
    *,
    unused: bool,
    top: int,
) -> Side:
    """What of an axis is shown beside the ``other``, of which nothing is known where it crosses codes:
    at most ``top`` places, codes without codings only if ``unused`` ones are asked for."""
    families = [family_of(facet) for facet in facets]
    counts = axis.counts
    there = counts > 0
    kept, gone = np.ones(len(axis), np.bool_), 0
    filtered: tuple[Heading, ...] = ()
    if all(family.by_code for family in families):
        if other is not None:
            counts = axis.counts_where(other)
        if not (unused or all(facet.codes for facet in facets)):
            kept = counts > 0
            gone = int((~kept).sum())
    elif only.rows is not None and (len(facets) > 1 or not families[0].by_query):
        kept = there
        missing = axis.only(np.flatnonzero(~there)).headings(lambda _: "")
        queried = any(family.by_query for family in families)
        filtered = (
            tuple(replace(one, label=whole_label(one)) for one in missing) if queried else missing
        )
    passing = np.flatnonzero(kept)
    shown = _most(passing, counts[passing], top)
    nowhere = int(np.count_nonzero(~axis.codings.somewhere))
    return Side(facets, axis.only(shown), len(passing), gone, filtered, nowhere)


def _most(places: Ints, counts: Ints, most: int) -> Ints:
    """At most so many places, those with the most codings, in their own order."""
    if len(places) <= most:
        return places
    return places[np.sort(np.argsort(-counts, kind="stable")[:most])]
