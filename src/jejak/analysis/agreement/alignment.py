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
from ...model.message import Message, say
from ..spans import Floats, Ints

__all__ = ["MOST_WAYS", "TOO_MANY", "Dissimilarity", "Units", "least_disorder"]

# Unitary alignments of one source that are looked through, and cells of a table of them at once and in all.
MOST_WAYS = 100_000
_AT_ONCE, _IN_ALL = 2_000_000, 40_000_000
_WHOLE = 1e-7
# The code of the error where there are more.
TOO_MANY = "too-many-units"


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
        _bounded(len(units[0]) * len(units[1]))
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
    """The unitary alignments that cost less than their units would by themselves, and each unit alone."""
    pairs = len(units) * (len(units) - 1) / 2
    found, cost = np.zeros((1, 0), np.int64), np.zeros(1)
    for coder, mine in enumerate(units):
        _bounded(len(found) * (len(mine) + 1))
        apart = [by.between(before, mine) for before in units[:coder]]
        # However many of the coders to come join in, more than this does not pay.
        most = (np.minimum(_held(units, found) + len(units) - coder, len(units))) * pairs * by.empty
        row, choice, cost = _joined(found, cost, apart, most, len(mine) + 1)
        found = np.column_stack([found[row], choice])
    held = _held(units, found)
    cost = cost / pairs
    kept = (held > 0) & ((held == 1) | (cost < held * by.empty))
    return found[kept], cost[kept]


def _held(units: Sequence[Units], found: Ints) -> Ints:
    """How many units each of the alignments takes of the coders that it is through with."""
    sizes = np.array([len(one) for one in units[: found.shape[1]]], np.int64)
    return np.asarray((found < sizes).sum(1))


def _joined(
    found: Ints, cost: Floats, apart: list[Floats], most: Floats, choices: int
) -> tuple[Ints, Ints, Floats]:
    """Each alignment with each unit of one more coder, or none, as far as it may still pay: its row, the
    choice, the cost."""
    kept: list[tuple[Ints, Ints, Floats]] = []
    many, step = 0, max(_AT_ONCE // choices, 1)
    for at in range(0, len(found), step):
        part = slice(at, at + step)
        more = np.repeat(cost[part, None], choices, 1)
        for before, far in enumerate(apart):
            more += far[found[part, before]]
        row, choice = np.nonzero(more <= most[part, None] + 1e-9)
        many += len(row)
        if many > MOST_WAYS:
            raise _too_many(
                say(
                    "In one source there are more than {n} ways in which stretches of different coders "
                    "could be one, and gamma does not look through more.",
                    n=MOST_WAYS,
                )
            )
        kept.append((row + at, choice, more[row, choice]))
    row, choice, cost = (np.concatenate(column) for column in zip(*kept, strict=True))
    return row, choice, cost


def _chosen(units: Sequence[Units], tuples: Ints, cost: Floats) -> float:
    """The least cost of alignments that take every unit once.

    The relaxed problem mostly has a whole solution, which is then the answer. Else what no whole
    solution can take, by its reduced cost and a whole solution that is there, is left out before the
    whole problem is solved.
    """
    optimize, sparse = _optimize(), import_module("scipy.sparse")
    sizes = np.array([len(one) for one in units])
    if not sizes.sum():
        return 0.0
    base = np.cumsum(sizes) - sizes
    column, coder = np.nonzero(tuples < sizes)
    row = base[coder] + tuples[column, coder]
    once = sparse.csc_array((np.ones(len(row)), (row, column)), (int(sizes.sum()), len(tuples)))
    relaxed = optimize.linprog(cost, A_eq=once, b_eq=np.ones(once.shape[0]), bounds=(0, None))
    if np.abs(relaxed.x - np.round(relaxed.x)).max() < _WHOLE:
        return float(relaxed.fun)
    reduced = cost - once.T @ relaxed.eqlin.marginals
    room = _greedy(once, cost, relaxed.x) - relaxed.fun
    kept = np.flatnonzero(reduced <= room + _WHOLE)
    solved = optimize.milp(
        cost[kept],
        integrality=np.ones(len(kept)),
        bounds=optimize.Bounds(0, 1),
        constraints=optimize.LinearConstraint(once[:, kept], 1, 1),
    )
    return float(solved.fun)


def _greedy(once: Any, cost: Floats, share: Floats) -> float:
    """What a whole solution costs that takes what has the largest share in the relaxed one first."""
    free, total = np.ones(once.shape[0], bool), 0.0
    for at in np.lexsort((cost, -share)).tolist():
        mine = once.indices[once.indptr[at] : once.indptr[at + 1]]
        if free[mine].all():
            free[mine] = False
            total += float(cost[at])
    return total


def _optimize() -> Any:
    try:
        return import_module("scipy.optimize")
    except ImportError:
        raise MissingExtra("agreement", "Gamma") from None


def _bounded(cells: int) -> None:
    if cells > _IN_ALL:
        raise _too_many(
            say(
                "In one source there are too many stretches for gamma to look at each beside the others."
            )
        )


def _too_many(message: Message) -> InvalidInput:
    advice = say("Compare fewer coders, or fewer codes, by gamma; or use another coefficient.")
    return InvalidInput(TOO_MANY, message, advice)
