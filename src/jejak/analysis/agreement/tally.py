"""Amounts summed by key."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..spans import Floats, Ints

__all__ = ["tally"]


def tally(key: Ints, amount: ArrayLike, many: int) -> Floats:
    """The sum of ``amount`` for each key ``0 .. many - 1``."""
    return np.bincount(key, np.asarray(amount, float), many).astype(float)
