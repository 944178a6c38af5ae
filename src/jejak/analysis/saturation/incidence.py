"""Which code stands in which source, the sources in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ...errors import InvalidInput
from ..spans import Column, Ints, changes

__all__ = ["Incidence"]


@dataclass(frozen=True, slots=True)
class Incidence:
    """Pairs (source, code), each once, sorted by code; ``sources`` come in the order ``0 ..``.

    Cases may stand where sources do.
    """

    sources: int
    codes: int
    source: Ints
    code: Ints

    @classmethod
    def from_pairs(cls, source: Column, code: Column, *, sources: int, codes: int) -> Incidence:
        """From pairs in any order, as often as they may come.

        Raises :class:`InvalidInput` for a source or code beyond those there are.
        """
        pairs = np.unique(np.stack([code, source], 1).astype(np.int64), axis=0)
        if len(pairs) and (
            pairs.min() < 0 or pairs[:, 0].max() >= codes or pairs[:, 1].max() >= sources
        ):
            raise InvalidInput("outside", "There is a source or code beyond those there are.")
        return cls(sources, codes, pairs[:, 1], pairs[:, 0])

    @classmethod
    def from_table(cls, table: ArrayLike) -> Incidence:
        """From a row for each source and a column for each code, true where the code stands in it."""
        held = np.asarray(table, bool)
        source, code = np.nonzero(held)
        return cls.from_pairs(source, code, sources=held.shape[0], codes=held.shape[1])

    @property
    def found(self) -> Ints:
        """The codes that stand in any source."""
        return self.code[changes(self.code)] if len(self.code) else self.code

    def first(self, place: Ints | None = None) -> Ints:
        """Where each of :attr:`found` comes first, from 0, sources standing at ``place``."""
        if not len(self.code):
            return self.code
        at = self.source if place is None else place[self.source]
        return np.minimum.reduceat(at, np.flatnonzero(changes(self.code)))

    def new(self, place: Ints | None = None) -> Ints:
        """How many codes each source is the first to show."""
        return np.bincount(self.first(place), minlength=self.sources).astype(np.int64)

    def until(self) -> Ints:
        """How many codes were seen up to each source."""
        return np.cumsum(self.new())

    def in_order(self, order: Sequence[int]) -> Incidence:
        """The sources in another order (all of them, or some)."""
        place = np.full(self.sources, -1, np.int64)
        place[list(order)] = np.arange(len(order))
        kept = place[self.source] >= 0
        return Incidence.from_pairs(
            place[self.source[kept]], self.code[kept], sources=len(order), codes=self.codes
        )
