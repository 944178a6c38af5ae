"""Whether groups of participants differ, however many segments each gave: by permutation.

Segments of one person are not independent, so a test over segments is none. What may be exchanged
under the null hypothesis is which participant has which value: the values are dealt out anew among
the participants, all segments staying with theirs, and the statistic is computed again (Good 2005).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .spans import Column, Floats, Ints

_Singles = NDArray[np.float32]
__all__ = ["Permuted", "permute_groups"]

# Multiplications that take about half a second, and numbers dealt out in a fifth of one.
MOST_WORK = 3_000_000_000
MOST_DEALT = 8_000_000
_AT_A_TIME = 4_000_000


@dataclass(frozen=True, slots=True)
class Permuted:
    """Chi-squared of each item by group, ``p`` of each, and how many ``draws`` it rests on."""

    chi2: Floats
    p: Floats
    draws: int


def permute_groups(
    amount: Column, whole: Column, group: Column, *, draws: int = 9_999, seed: int = 1
) -> Permuted:
    """Test each item: ``amount[u, i]`` is how much of item ``i`` participant ``u`` gave, ``whole[u]``
    how much of anything; ``group[u]`` is the participant's group, ``0 ..``.

    The statistic is chi-squared of the table (item or not) by group; ``p`` is the share of draws in
    which it is at least as large, the observed one counted in; NaN for an item without variation.
    Fewer draws are made where so many would take too long; at least 199.
    """
    of, groups = group.astype(np.int64), int(group.max(initial=0)) + 1
    units, items = amount.shape
    draws = _affordable(draws, units, items * max(groups - 1, 1))
    both: _Singles = np.concatenate([amount, whole[:, None]], axis=1).astype(np.float32)
    seen = _chi2(_sums(of[None, :], both, groups))[0]
    draw = np.random.default_rng(seed)
    reached = np.zeros(items, np.int64)
    done, run = 0, max(_AT_A_TIME // max(units, items * groups, 1), 1)
    while done < draws:
        many = min(run, draws - done)
        dealt = draw.permuted(np.tile(of, (many, 1)), axis=1)
        reached += (_chi2(_sums(dealt, both, groups)) >= seen * (1 - 1e-6) - 1e-9).sum(0)
        done += many
    of_item, of_all = amount.sum(0), whole.sum()
    flat = (of_item == 0) | (of_item == of_all) | (len(np.unique(of)) < 2)
    p = np.where(flat, np.nan, (reached + 1) / (draws + 1))
    return Permuted(np.where(flat, np.nan, seen), p, draws)


def _affordable(draws: int, units: int, wide: int) -> int:
    most = min(MOST_WORK // max(2 * units * wide, 1), MOST_DEALT // max(units, 1))
    return min(draws, max(most, 199))


def _sums(dealt: Ints, both: _Singles, groups: int) -> Floats:
    """Sums by (draw, group, item), those of the whole last; the last group has what others leave."""
    sums = np.empty((len(dealt), groups, both.shape[1]))
    for one in range(groups - 1):
        sums[:, one] = (dealt == one).astype(np.float32) @ both
    sums[:, -1] = both.sum(0, dtype=float) - sums[:, :-1].sum(1)
    return sums


def _chi2(sums: Floats) -> Floats:
    """Chi-squared of each item by draw, over the 2 x groups table of the item and the rest."""
    here, total = sums[..., :-1], sums[..., -1:]
    of_item, of_all = here.sum(1, keepdims=True), total.sum(1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = total * of_item / of_all
        parts = (here - expected) ** 2 / expected * of_all / (of_all - of_item)
    return np.asarray(np.where(np.isfinite(parts), parts, 0).sum(1))
