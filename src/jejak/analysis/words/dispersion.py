"""How evenly words are spread over the parts of a body of text: its sources or its participants.

One talkative person makes a word frequent. Both measures tell: they look at each part's share of
the word beside its share of all words.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..spans import Column, Floats, Ints

__all__ = ["counts_in_parts", "deviation_of_proportions", "juilland_d", "range_of"]


def counts_in_parts(word: Column, part: Column, words: int, parts: int) -> NDArray[np.int64]:
    """How often each word stands in each part, from the word and part of every place."""
    flat = np.bincount(word * np.int64(parts) + part, minlength=words * parts)
    return flat.reshape(words, parts)


def deviation_of_proportions(counts: NDArray[np.int64], sizes: Ints) -> Floats:
    """Gries's DP of each word (row) over parts (columns) of so many words: 0 is perfectly even, near
    1 is all in one small part. ``½ Σ|s-v|`` with the parts' shares ``s`` of all words and ``v`` of
    the word (Gries 2008). ``nan`` for a word that does not occur."""
    totals = counts.sum(axis=1, dtype=float)
    if not len(sizes) or not sizes.sum():
        return np.full(len(counts), np.nan)
    expected = sizes / sizes.sum()
    observed = counts / np.where(totals > 0, totals, 1)[:, None]
    spread = np.abs(observed - expected).sum(axis=1) / 2
    return np.where(totals > 0, spread, np.nan)


def juilland_d(counts: NDArray[np.int64], sizes: Ints) -> Floats:
    """Juilland's D of each word (row): 1 is perfectly even, 0 is all in one part.

    ``1 - V/√(n-1)`` with the coefficient of variation ``V`` of the word's relative frequencies in
    the parts, so that parts of unequal size are compared fairly; empty parts are left out. ``nan``
    for a word that does not occur, and where there is but one part.
    """
    there = sizes > 0
    rates = counts[:, there] / sizes[there]
    parts = rates.shape[1]
    if parts < 2:
        return np.full(len(counts), np.nan)
    mean = rates.mean(axis=1)
    spread = rates.std(axis=1) / np.where(mean > 0, mean, 1)
    return np.where(mean > 0, 1 - spread / np.sqrt(parts - 1), np.nan)


def range_of(counts: NDArray[np.int64]) -> Ints:
    """In how many parts each word stands."""
    return np.asarray((counts > 0).sum(axis=1), np.int64)
