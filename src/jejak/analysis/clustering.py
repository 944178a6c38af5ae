"""Agglomerative clustering by average linkage: a tree of what is alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .spans import Floats, Ints

__all__ = ["Tree", "average_linkage"]


@dataclass(frozen=True, slots=True)
class Tree:
    """Leaves in an ``order`` in which no branches cross, and for each but the last the height at
    which it is ``joined`` with the next: the whole tree, since two leaves first meet at the highest
    of the joins between them. ``cophenetic`` is the correlation of those heights with the distances
    (Sokal & Rohlf 1962), NaN where either is constant."""

    order: Ints
    joined: Floats
    cophenetic: float

    def heights(self) -> Floats:
        """The height at which any two leaves (in the order of the tree) meet: a square."""
        n = len(self.order)
        meet = np.zeros((n, n))
        for leaf in range(n - 1):
            meet[leaf, leaf + 1 :] = np.maximum.accumulate(self.joined[leaf:])
        return meet + meet.T

    def groups(self, many: int) -> Ints:
        """The leaves, in the order of the tree, cut into at most so many groups, ``0 ..``; fewer
        where joins of one height cannot be told apart."""
        cuts = min(many, len(self.order)) - 1
        if cuts < 1:
            return np.zeros(len(self.order), np.int64)
        ordered = np.sort(self.joined)[::-1]
        lowest = ordered[cuts - 1]
        if cuts < len(ordered) and ordered[cuts] >= lowest:
            higher = ordered[ordered > lowest]
            lowest = higher[-1] if len(higher) else np.inf
        return np.concatenate(([0], np.cumsum(self.joined >= lowest))).astype(np.int64)


def average_linkage(distance: Floats) -> Tree:
    """The tree of a square of distances (symmetric, no NaN): the two groups with the least average
    distance between their members are joined, again and again (UPGMA, Sokal & Michener 1958).

    Found along chains of nearest neighbours (Murtagh 1983), so that time grows with the square.
    Branches are turned so that neighbours in the order are as close as may be.
    """
    n = len(distance)
    if n < 2:
        return Tree(np.arange(n), np.empty(0), np.nan)
    near = np.array(distance, float)
    np.fill_diagonal(near, np.inf)
    leaves: list[Ints] = [np.array([one]) for one in range(n)]
    inside: list[Floats] = [np.empty(0) for _ in range(n)]
    chain: list[int] = []
    for _ in range(n - 1):
        one, two = _neighbours(near, leaves, chain)
        height = float(near[one, two])
        leaves[one], inside[one] = _together(
            distance, height, (leaves[one], inside[one]), (leaves[two], inside[two])
        )
        weight = len(leaves[two]) / len(leaves[one])
        near[one] = near[:, one] = near[one] * (1 - weight) + near[two] * weight
        near[two] = near[:, two] = np.inf
        near[one, one] = np.inf
        leaves[two] = np.empty(0, np.int64)
    last = next(at for at in range(n) if len(leaves[at]))
    tree = Tree(leaves[last], inside[last], np.nan)
    return Tree(tree.order, tree.joined, _correlation(tree, distance))


def _neighbours(near: Floats, leaves: list[Ints], chain: list[int]) -> tuple[int, int]:
    """Two groups that are each other's nearest; the chain goes on from where it was."""
    if not chain:
        chain.append(next(at for at in range(len(leaves)) if len(leaves[at])))
    while True:
        here = chain[-1]
        there = int(near[here].argmin())
        if len(chain) > 1 and near[here, chain[-2]] <= near[here, there]:
            there = chain[-2]
            del chain[-2:]
            return min(here, there), max(here, there)
        chain.append(there)


def _together(
    distance: Floats, height: float, one: tuple[Ints, Floats], two: tuple[Ints, Floats]
) -> tuple[Ints, Floats]:
    """Two ordered branches as one, turned so that the closest ends meet (Gruvaeus & Wainer 1972)."""
    (left, low), (right, high) = one, two
    ends = [(left[-1], right[0]), (left[0], right[0]), (left[-1], right[-1]), (left[0], right[-1])]
    best = int(np.argmin([distance[pair] for pair in ends]))
    if best in {1, 3}:
        left, low = left[::-1], low[::-1]
    if best in {2, 3}:
        right, high = right[::-1], high[::-1]
    return np.concatenate([left, right]), np.concatenate([low, [height], high])


def _correlation(tree: Tree, distance: Floats) -> float:
    upper = np.triu_indices(len(tree.order), 1)
    heights, given = tree.heights()[upper], distance[np.ix_(tree.order, tree.order)][upper]
    if np.ptp(heights) < 1e-12 or np.ptp(given) < 1e-12:
        return float("nan")
    return float(np.corrcoef(heights, given)[0, 1])
