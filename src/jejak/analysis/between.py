"""What may stand between two things of which one leads to the other: codes that meet both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.corpus import Corpus
from .cooccurrence import cooccurrence
from .spans import Bools

__all__ = ["Between", "between"]


@dataclass(frozen=True, slots=True)
class Between:
    """A code (a row of the corpus) that meets both ends: pairs of codings that share words with the
    first and with the second, and of the ``cases`` that have both ends how many ``hold`` it too."""

    code: int
    with_first: int
    with_second: int
    hold: int
    cases: int


def between(corpus: Corpus, first: int, second: int) -> list[Between]:
    """Codes that meet both others (rows), none of them above or below one: first those that most cases
    have together with both, then those that meet the one they meet less most often.

    Each code is counted by itself, without those below it.
    """
    meeting = cooccurrence(corpus, "overlap", distinct=True).n12
    related = _kin(corpus, first) | _kin(corpus, second)
    has = _has(corpus)
    both = has[:, first] & has[:, second]
    found = [
        Between(
            code, int(meeting[first, code]), int(meeting[second, code]),
            int((both & has[:, code]).sum()), int(both.sum()),
        )
        for code in np.flatnonzero(~related & (meeting[first] > 0) & (meeting[second] > 0)).tolist()
    ]  # fmt: skip
    return sorted(
        found,
        key=lambda one: (
            -one.hold, -min(one.with_first, one.with_second), -(one.with_first + one.with_second),
            one.code,
        ),
    )  # fmt: skip


def _kin(corpus: Corpus, code: int) -> Bools:
    """A code, those below it and those above it."""
    mask = np.zeros(len(corpus.codes.guid), np.bool_)
    mask[code : corpus.codes.last[code]] = True
    above = int(corpus.codes.parent[code])
    while above >= 0:
        mask[above] = True
        above = int(corpus.codes.parent[above])
    return mask


def _has(corpus: Corpus) -> Bools:
    """Which case has which code."""
    has = np.zeros((len(corpus.cases.guid), len(corpus.codes.guid)), np.bool_)
    known = corpus.codings.case >= 0
    has[corpus.codings.case[known], corpus.codings.code[known]] = True
    return has
