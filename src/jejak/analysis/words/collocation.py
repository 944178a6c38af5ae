"""Words that stand together more often than by chance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..spans import Bools, Floats, Ints
from .splitting import BROKEN

__all__ = ["log_dice", "neighbours", "pmi"]


def pmi(together: Ints, one: Ints | float, other: Ints | float, words: float) -> Floats:
    """Pointwise mutual information: ``log2(f_xy N / (f_x f_y))``. It favours rare words, so a
    minimum of ``together`` belongs to it."""
    both = np.asarray(together, float)
    found: Floats = np.log2(both * words / (np.asarray(one, float) * np.asarray(other, float)))
    return found


def log_dice(together: Ints, one: Ints | float, other: Ints | float) -> Floats:
    """``14 + log2(2 f_xy / (f_x + f_y))`` (Rychlý 2008): at most 14, and whatever the size of the
    material. Two more is four times as often."""
    both = np.asarray(together, float)
    found: Floats = 14 + np.log2(2 * both / (np.asarray(one, float) + np.asarray(other, float)))
    return found


def neighbours(nodes: Bools, gap: NDArray[np.uint8], left: int, right: int) -> tuple[Bools, Bools]:
    """The words that stand at most so many words to the ``left`` of a node on the same line, and
    those to the ``right``.

    ``nodes`` says which words are nodes, ``gap`` what follows each word. A node is no neighbour of
    itself, but may be one of another.
    """
    on = gap[:-1] != BROKEN
    before, after = np.zeros_like(nodes), np.zeros_like(nodes)
    near = nodes
    for _ in range(left):
        near = np.append(near[1:] & on, False)[: len(nodes)]
        before |= near
    near = nodes
    for _ in range(right):
        near = np.append(False, near[:-1] & on)[: len(nodes)]
        after |= near
    return before, after
