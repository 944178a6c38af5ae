"""The best alignment of coders' stretches: which of them are taken to be the same unit.

Mathet, Widlöcher & Métivier 2015. A unit of each coder, or none of some, make a unitary alignment;
its disorder is the mean over pairs of coders of how unlike their units are, ``Δ∅`` where one is
missing. The best alignment takes every unit once with the least disorder in sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

from ...errors import InvalidInput, MissingExtra
from ..spans import Floats, Ints

__all__ = ["Dissimilarity", "Units", "least_disorder"]

_MOST = 3_000_000


@dataclass(frozen=True, slots=True)
class Units:
    """One coder's stretches in one source."""

    start: Ints
    end: Ints
    value: Ints

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Dissimilarity:
    """``α d_pos + β d_cat`` with ``d_pos = ((|Δs|+|Δe|)/(len_u+len_v))² Δ∅`` and ``d_cat = Δ∅`` for two
    values that differ."""

    alpha: float = 1.0
    beta: float = 1.0
    empty: float = 1.0

    def between(self, one: Units, two: Units) -> Floats:
        """Each unit of one coder by each of another, with one more row and column for none."""
        apart = np.abs(one.start[:, None] - two.start) + np.abs(one.end[:, None] - two.end)
        long = (one.end - one.start)[:, None] + (two.end - two.start)
        other = one.value[:, None] != two.value
        found = np.full((len(one) + 1, len(two) + 1), float(self.empty))
        found[:-1, :-1] = self.empty * (self.alpha * (apart / long) ** 2 + self.beta * other)
        return found


def least_disorder(units: Sequence[Units], by: Dissimilarity) -> float:
    """The disorder of the best alignment, summed over its unitary alignments.

    Raises :class:`MissingExtra` without SciPy, :class:`InvalidInput` for more than can be aligned.
    """
    if len(units) == 2:
        return _of_two(by.between(units[0], units[1]), by.empty)
    tuples, cost = _candidates(units, by)
    return _chosen(units, tuples, cost)


def _of_two(apart: Floats, empty: float) -> float:
    """Of two coders an assignment: pairs, as far as they cost less than two units by themselves."""
    optimize = _optimize()
    gain = np.minimum(apart[:-1, :-1] - 2 * empty, 0)
    rows, columns = optimize.linear_sum_assignment(gain)
    return float(sum(gain.shape) * empty + gain[rows, columns].sum())


def _candidates(units: Sequence[Units], by: Dissimilarity) -> tuple[Ints, Floats]:
    """The unitary alignments that cost no more than their units would by themselves."""
    coders = len(units)
    pairs = coders * (coders - 1) / 2
    found, cost = np.zeros((1, 0), np.int64), np.zeros(1)
    for coder in range(coders):
        choices = len(units[coder]) + 1
        if len(found) * choices > 20 * _MOST:
            raise _too_many()
        more = np.repeat(cost[:, None], choices, 1)
        for before in range(coder):
            more += by.between(units[before], units[coder])[found[:, before]]
        row, choice = np.nonzero(more <= pairs * coders * by.empty + 1e-9)
        if len(row) > _MOST:
            raise _too_many()
        found, cost = np.column_stack([found[row], choice]), more[row, choice]
    sizes = np.array([len(one) for one in units])
    held = (found < sizes).sum(1)
    cost /= pairs
    kept = (held > 0) & ((held == 1) | (cost < held * by.empty))
    return found[kept], cost[kept]


def _chosen(units: Sequence[Units], tuples: Ints, cost: Floats) -> float:
    optimize, sparse = _optimize(), import_module("scipy.sparse")
    sizes = np.array([len(one) for one in units])
    base = np.cumsum(sizes) - sizes
    if not sizes.sum():
        return 0.0
    column, coder = np.nonzero(tuples < sizes)
    row = base[coder] + tuples[column, coder]
    shape = (int(sizes.sum()), len(tuples))
    once = sparse.csr_array((np.ones(len(row)), (row, column)), shape)
    solved = optimize.milp(
        cost,
        integrality=np.ones(len(cost)),
        bounds=optimize.Bounds(0, 1),
        constraints=optimize.LinearConstraint(once, 1, 1),
    )
    return float(solved.fun)


def _optimize() -> Any:
    try:
        return import_module("scipy.optimize")
    except ImportError:
        raise MissingExtra("agreement", "Gamma") from None


def _too_many() -> InvalidInput:
    return InvalidInput(
        "too-many-units",
        "There are too many stretches in one source to align them all.",
        "Compare fewer coders, or fewer codes, by gamma; or use another coefficient.",
    )
