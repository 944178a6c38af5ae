"""Words in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..ordering import alike
from ..spans import Bools, Column, Ints
from .splitting import NEXT

__all__ = ["Grams", "grams"]


@dataclass(frozen=True, slots=True)
class Grams:
    """Runs of ``size`` words: the first words of them (``at``, ascending rows) and which run each is
    (``number``, some of which may be of no run); ``example[n]`` is the place of one run numbered ``n``."""

    size: int
    at: Ints
    number: Column
    example: Ints


def grams(key: NDArray[np.int32], gap: NDArray[np.uint8], size: int, there: Bools | None) -> Grams:
    """All runs of ``size`` words with nothing but space between them on one line.

    Words alone keep their own numbers as ``number``. ``key`` is the word at each place (-1: none that counts), ``gap`` what follows it, ``there``
    the places that count (``None``: all).
    """
    count = max(len(key) - size + 1, 0)
    inside = np.ones(count, np.bool_)
    for step in range(size):
        inside &= key[step : step + count] >= 0
        if there is not None:
            inside &= there[step : step + count]
        if step + 1 < size:
            inside &= gap[step : step + count] == NEXT
    at = np.flatnonzero(inside)
    words = int(key.max(initial=0)) + 1
    number: Column = key[at]
    for step in range(1, size):
        # Dense numbers from step to step, so that they never grow beyond what an integer holds.
        number = alike(number.astype(np.int64) * words + key[at + step])[2]
    example = np.zeros(int(number.max(initial=-1)) + 1, np.int64)
    example[number[::-1]] = at[::-1]
    return Grams(size, at, number, example)
