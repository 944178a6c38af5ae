"""Which words are more frequent in one body of text than in another, and how surely.

Words of one person are not independent of each other, so none of these is offered with a p-value:
they rank words, and beside them stands how many people use each word and how evenly.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..spans import Floats

__all__ = ["informative_prior", "log_likelihood", "log_odds", "log_ratio"]

Counts = NDArray[np.integer] | Floats


def log_likelihood(one: Counts, other: Counts, size_one: float, size_other: float) -> Floats:
    """Log-likelihood of a difference in frequency, by word: ``2 (a ln(a/E1) + b ln(b/E2))``.

    The sum is over the two frequencies of the word, as Rayson & Garside (2000) have it, not over
    the four cells of the table with all other words, which gives a little more. 0 where there is
    nothing to compare.
    """
    a, b = np.asarray(one, float), np.asarray(other, float)
    total = size_one + size_other
    if not size_one or not size_other:
        return np.zeros(len(a))
    return 2 * (_term(a, size_one * (a + b) / total) + _term(b, size_other * (a + b) / total))


def _term(observed: Floats, expected: Floats) -> Floats:
    """``O ln(O/E)``, 0 where nothing was observed."""
    there = observed > 0
    return np.where(
        there, observed * np.log(np.where(there, observed, 1) / np.where(there, expected, 1)), 0
    )


def log_ratio(one: Counts, other: Counts, size_one: float, size_other: float) -> Floats:
    """Binary logarithm of the ratio of relative frequencies (Hardie 2014): 1 is twice as frequent.

    A frequency of 0 is taken as 0.5. ``nan`` where a body has no words.
    """
    a, b = np.asarray(one, float), np.asarray(other, float)
    if not size_one or not size_other:
        return np.full(len(a), np.nan)
    one_of, other_of = np.where(a > 0, a, 0.5) / size_one, np.where(b > 0, b, 0.5) / size_other
    ratio: Floats = np.log2(one_of) - np.log2(other_of)
    return ratio


def informative_prior(one: Counts, other: Counts, weight: float, words: float) -> Floats:
    """Pseudo-counts in proportion to how often each word stands in both bodies of so many ``words``,
    ``weight`` for all of them."""
    both: Floats = np.asarray(one, float) + np.asarray(other, float)
    return both * weight / words if words else both


def log_odds(
    one: Counts,
    other: Counts,
    prior: Counts | float,
    sizes: tuple[float, float, float] | None = None,
) -> tuple[Floats, Floats]:
    """Difference of the log-odds of each word and its z-score (Monroe, Colaresi & Quinn 2008).

    ``delta = ln((a+α)/(n1+α0-a-α)) - ln((b+α)/(n2+α0-b-α))``, its variance ``1/(a+α) + 1/(b+α)``;
    ``prior`` is α, a number for each word or one for all; ``sizes`` are n1, n2 and α0, the sums where
    all words are given. ``nan`` for a word whose α and counts leave nothing to compare, as where it is
    the only one.
    """
    a, b = np.asarray(one, float), np.asarray(other, float)
    alpha = np.broadcast_to(np.asarray(prior, float), a.shape)
    n_one, n_other, of_prior = sizes or (a.sum(), b.sum(), alpha.sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = np.log((a + alpha) / (n_one + of_prior - a - alpha)) - np.log(
            (b + alpha) / (n_other + of_prior - b - alpha)
        )
        z = delta / np.sqrt(1 / (a + alpha) + 1 / (b + alpha))
    sound = np.isfinite(delta) & np.isfinite(z)
    return np.where(sound, delta, np.nan), np.where(sound, z, np.nan)
