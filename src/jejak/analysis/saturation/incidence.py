"""Which code stands in which source, the sources in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ...errors import InvalidInput
from ..spans import Column, Floats, Ints, changes, different

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
        for one, all_of_them in ((source, sources), (code, codes)):
            if len(one) and (one.min() < 0 or one.max() >= all_of_them):
                raise InvalidInput("outside", "There is a source or code beyond those there are.")
        ordered = different(code.astype(np.int64) * sources + source)
        of_code, of_source = np.divmod(ordered, max(sources, 1))
        return cls(sources, codes, of_source, of_code)

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

    @property
    def begins(self) -> Ints:
        """Where the pairs of each of :attr:`found` begin."""
        return np.flatnonzero(changes(self.code)) if len(self.code) else self.code

    def first(self, place: Ints | None = None, begins: Ints | None = None) -> Ints:
        """Where each of :attr:`found` comes first, from 0, sources standing at ``place``; whoever asks
        often gives where codes begin (:attr:`begins`)."""
        if not len(self.code):
            return self.code
        at = self.source if place is None else place.take(self.source)
        return np.minimum.reduceat(at, self.begins if begins is None else begins)

    def new(self, place: Ints | None = None, begins: Ints | None = None) -> Ints:
        """How many codes each source is the first to show, asked as :meth:`first` is."""
        return np.bincount(self.first(place, begins), minlength=self.sources).astype(np.int64)

    def until(self) -> Ints:
        """How many codes were seen up to each source."""
        return np.cumsum(self.new())

    def expected(self, until: int) -> Floats:
        """How many codes the first 1, 2 … ``until`` sources show in the mean over all their orders.

        A code in k of n sources is missed by the first t with C(n-k, t) / C(n, t).
        """
        often = np.bincount(self.code, minlength=self.codes)
        often, many = np.unique(often[often > 0], return_counts=True)
        first = np.arange(1, min(until, self.sources) + 1)
        faculty = np.append(0.0, np.cumsum(np.log(np.arange(1, self.sources + 1))))
        found = np.zeros(len(first))
        for k, codes in zip(often.tolist(), many.tolist(), strict=True):
            can = first[first <= self.sources - k]
            missed = np.zeros(len(first))
            missed[: len(can)] = np.exp(
                faculty[self.sources - k] - faculty[self.sources - k - can]
                + faculty[self.sources - can] - faculty[self.sources]
            )  # fmt: skip
            found += codes * (1 - missed)
        return found

    def in_order(self, order: Sequence[int]) -> Incidence:
        """The sources in another order (all of them, or some)."""
        place = np.full(self.sources, -1, np.int64)
        place[list(order)] = np.arange(len(order))
        kept = place[self.source] >= 0
        return Incidence.from_pairs(
            place[self.source[kept]], self.code[kept], sources=len(order), codes=self.codes
        )
