"""How much more frequent words are in one body of text than in another, and what to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..analysis.spans import Column, Floats
from ..analysis.words.keyness import informative_prior, log_likelihood, log_odds, log_ratio
from ..model.message import Message, say
from ..model.shape import Caption
from .display import DisplayFilter
from .word_counts import (
    COUNTED,
)

__all__ = ["MEASURES", "UNITS", "least_note", "ranking_caption", "scores_of"]

# The prior weighs one tenth of all words: enough to tame rare words. The choice is Jejak's own.
_PRIOR = 0.1
MEASURES = {
    "log-odds": say("Log-odds, z"),
    "log-likelihood": say("Log-likelihood"),
    "log ratio": say("Log ratio"),
}
UNITS = {
    "log-odds": say("the z of the log-odds: how surely the word is more frequent there"),
    "log-likelihood": say(
        "log-likelihood of the difference: how much it weighs, whatever its size"
    ),
    "log ratio": say("log ratio: 1 is twice as frequent there, 2 four times"),
}


def scores_of(measure: str, one: Column, other: Column, size_one: int, size_other: int) -> Floats:
    """How much more frequent each word is in one body than in the other, below 0 if less."""
    if measure == "log-odds":
        words = size_one + size_other
        weight = words * _PRIOR
        prior = informative_prior(one, other, weight, words)
        return log_odds(one, other, prior, (size_one, size_other, weight))[1]
    if not size_one or not size_other:
        return np.full(len(one), np.nan)
    more = np.sign(one / size_one - other / size_other)
    if measure == "log ratio":
        # Half a word in place of none would make an absent word frequent in a small body.
        ratio = log_ratio(one, other, size_one, size_other)
        return np.where(np.sign(ratio) == more, ratio, 0.0)
    return more * log_likelihood(one, other, size_one, size_other)


def ranking_caption(
    title: Message, unit: Message, only: DisplayFilter, n: int, notes: tuple[Message, ...]
) -> Caption:
    """What a table of key words says of itself, and that it only ranks."""
    ranks = say(
        "These numbers rank words; no p-values are given, since the words of one person are not"
        " independent. A word of one participant tells of them, not of their group."
    )
    return Caption(title, unit, str(only), n, (*notes, ranks), COUNTED)


def least_note(settings: Mapping[str, Any]) -> Message:
    """How rare the words are that are left out."""
    return say("Only words that stand at least {n} times in all are shown.", n=settings["least"])
