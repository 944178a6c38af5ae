"""Codes against the values of an attribute: tables, residuals, and tests as far as they may be made."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..analysis.contingency import Contingency, contingency
from ..analysis.exact import benjamini_hochberg, fisher, holm
from ..analysis.permutation import permute_groups
from ..analysis.spans import Floats, Ints

__all__ = ["DRAWS", "FEW_PEOPLE", "Amounts", "Tested", "tables_of", "tested"]

# A limit of Jejak's own: with fewer participants no p-value is shown.
FEW_PEOPLE = 10
DRAWS = 9_999


@dataclass(frozen=True, slots=True)
class Amounts:
    """``of[u, i]``: how much of code ``i`` participant ``u`` gave (0 or 1, or segments); ``whole[u]``
    of how much; ``group[u]``, the participant's group of so many ``groups``."""

    of: Ints
    whole: Ints
    group: Ints
    groups: int


@dataclass(frozen=True, slots=True)
class Tested:
    """``p`` of each code, and after correction; how it was found: ``fisher``, ``chi2`` or
    ``permutation``; and the ``draws`` of the last."""

    p: Floats
    corrected: Floats
    methods: tuple[str, ...]
    draws: int


def tables_of(amounts: Amounts) -> Contingency:
    """A table for each code: it or not, by group."""
    member = (amounts.group[:, None] == np.arange(amounts.groups)).astype(np.int64)
    here = amounts.of.T @ member
    return contingency(np.stack([here, amounts.whole @ member - here], axis=1))


def tested(amounts: Amounts, *, segments: bool, correction: str) -> Tested:
    """A p-value for each code: with segments by permutation of the groups over the participants;
    else Fisher's exact test for two groups, Pearson's chi-squared where no cell expects fewer than
    five, and permutation where one does."""
    many = amounts.of.shape[1]
    p, how = np.full(many, np.nan), np.full(many, "permutation", object)
    if not segments:
        _by_formula(amounts, p, how)
    left = np.flatnonzero(how == "permutation")
    draws = 0
    if len(left):
        dealt = permute_groups(amounts.of[:, left], amounts.whole, amounts.group, draws=DRAWS)
        p[left], draws = dealt.p, dealt.draws
    correct = holm if correction == "holm" else benjamini_hochberg
    return Tested(p, correct(p), tuple(sorted(set(how.tolist()))), draws)


def _by_formula(amounts: Amounts, p: Floats, how: NDArray[np.object_]) -> None:
    present = np.unique(amounts.group)
    if len(present) == 2:
        first = amounts.group == present[0]
        had = np.stack([amounts.of[first].sum(0), amounts.of[~first].sum(0)])
        all_ = np.array([first.sum(), (~first).sum()])[:, None]
        for code in np.flatnonzero((had.sum(0) > 0) & (had < all_).any(0)).tolist():
            p[code] = fisher(np.stack([had[:, code], all_[:, 0] - had[:, code]]))[0]
        how[:] = "fisher"
        return
    tables = tables_of(amounts)
    large = tables.small == 0
    p[large], how[large] = tables.p[large], "chi2"
