"""How alike two profiles are: codes present or absent in cases, sources, or any units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike

from .association import share
from .spans import Floats

__all__ = ["LIKENESSES", "likeness"]

_Counts = Callable[[Floats, Floats, Floats, Floats], Floats]

# From a (in both), b and c (in one alone) and d (in neither), which makes N together.
LIKENESSES: Mapping[str, _Counts] = {
    "jaccard": lambda a, b, c, _: share(a, a + b + c),
    "matching": lambda a, b, c, d: share(a + d, a + b + c + d),
    "russell-rao": lambda a, b, c, d: share(a, a + b + c + d),
    "zeta": lambda a, b, c, d: share(2 * a + d, 2 * a + b + c + d),
}


def likeness(both: ArrayLike, size: ArrayLike, features: float, measure: str) -> Floats:
    """A square of coefficients, 0 to 1, from how many features two profiles share (``both[i, j]``),
    how many each has (``size[i]``) and how many there are.

    ``jaccard`` (1901) a/(a+b+c), undefined (NaN) for two empty profiles; ``matching``, simple
    matching (Sokal & Michener 1958), (a+d)/N; ``russell-rao`` (1940) a/N; ``zeta``, of Kuckartz and
    Rädiker in MAXQDA, (2a+d)/(2a+b+c+d).
    """
    a, n = np.asarray(both, float), np.asarray(size, float)
    b, c = n[:, None] - a, n[None, :] - a
    return LIKENESSES[measure](a, b, c, features - a - b - c)
