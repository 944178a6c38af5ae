"""Stretches as ratings: what each coder gave each character, as runs of equal characters."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..spans import Ints, changes
from .continuum import Continuum
from .ratings import Ratings

__all__ = ["UNCODED", "coded_or_not", "one_value_each", "rated"]

UNCODED = "—"


def coded_or_not(spans: Continuum, value: int | None = None) -> Ratings:
    """Whether each coder gave each character that value (any value, for ``None``); drawn by source."""
    mine = spans.as_one() if value is None else spans.of_rows(spans.value == value)
    edges, table = mine.runs()
    return rated(spans, (False, True), edges, table)


def one_value_each(spans: Continuum) -> Ratings:
    """The one value that each coder gave each character, or :data:`UNCODED`; drawn by source.

    Raises :class:`InvalidInput` where a coder has two values at one place.
    """
    spans.check_exclusive()
    edges, table = spans.runs(spans.value + 1)
    return rated(spans, (UNCODED, *spans.values), edges, table)


def rated(spans: Continuum, values: tuple[Any, ...], edges: Ints, table: Any) -> Ratings:
    """A table of which of the ``values`` each coder gave each run, as :meth:`.Continuum.runs` has runs;
    drawn by source."""
    source = np.searchsorted(spans.offset, edges[:-1], "right") - 1
    rated = np.where(spans.read[:, source], table, -1).astype(np.int32)
    # A source without a character is no group of its own.
    group = np.cumsum(changes(source)) - 1 if len(source) else source.astype(np.int64)
    return Ratings(spans.coders, values, rated, np.diff(edges), group)
