"""Which codes stand in which sources or cases of a study, in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InvalidInput
from ...model.corpus import Corpus
from ..spans import Bools, Ints
from .incidence import Incidence

__all__ = ["BY", "ORDERS", "CodePlaces", "code_places"]

BY = ("source", "case")
ORDERS = ("collected", "added")


@dataclass(frozen=True, slots=True)
class CodePlaces:
    """``held`` counts the rows of ``codes`` (groups that count as one) in the sources or cases
    ``places``, in order (``by`` says which); ``uncoded`` of them have no coding that counts and are left out; ``undated``
    were put last for want of a date."""

    by: str
    held: Incidence
    places: tuple[int, ...]
    names: tuple[str, ...]
    uncoded: int
    undated: int


def code_places(
    corpus: Corpus,
    codes: Sequence[Sequence[int]],
    counted: Bools,
    *,
    by: str = "source",
    order: str = "collected",
) -> CodePlaces:
    """By source or case: ``collected`` puts sources in the order of their dates, ``added`` as they were
    brought in; cases come where their first source does. Raises :class:`InvalidInput` for another
    ``by`` or order."""
    if by not in BY or order not in ORDERS:
        raise InvalidInput(
            "unknown-order", f"Saturation is not told by “{by}” in the order “{order}”.",
            f"Use {' or '.join(BY)}, in the order {' or '.join(ORDERS)}.",
        )  # fmt: skip
    home = np.full(len(corpus.codes.guid), -1, np.int64)
    for number, group in enumerate(codes):
        home[list(group)] = number
    codings = corpus.codings
    kept = counted & (home[codings.code] >= 0)
    if by == "case":
        kept &= codings.case >= 0
    unit = (codings.source if by == "source" else codings.case)[kept].astype(np.int64)
    there, whole = np.unique(unit), len(corpus.sources.guid)
    dates = corpus.sources.facets.get("collected", (None,) * whole)
    rank = np.arange(whole)
    undated = 0
    if order == "collected":
        rank[sorted(range(whole), key=lambda row: (dates[row] is None, dates[row] or "", row))] = (
            np.arange(whole)
        )
    first = _first(unit, rank[codings.source[kept]], there)
    places = there[np.argsort(first, kind="stable")]
    named = corpus.sources.name if by == "source" else corpus.cases.name
    if order == "collected" and by == "source":
        undated = sum(dates[row] is None for row in places.tolist())
    at = np.full(int(places.max(initial=-1)) + 1, -1, np.int64)
    at[places] = np.arange(len(places))
    held = Incidence.from_pairs(
        at[unit], home[codings.code[kept]], sources=len(places), codes=len(codes)
    )
    return CodePlaces(
        by, held, tuple(places.tolist()), tuple(named[row] for row in places.tolist()),
        len(named) - len(places), undated,
    )  # fmt: skip


def _first(unit: Ints, rank: Ints, there: Ints) -> Ints:
    found = np.full(len(there), np.iinfo(np.int64).max)
    np.minimum.at(found, np.searchsorted(there, unit), rank)
    return found
