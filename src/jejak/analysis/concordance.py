"""Whether two ordered variables rise together: pairs of cases that agree, and pairs that do not.

Goodman and Kruskal (1954): gamma = (C - D) / (C + D), pairs that are the same in either variable left
out. The share of pairs that agree is C / (C + D) = (gamma + 1) / 2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .spans import Floats

__all__ = ["Concordance", "concordance"]


@dataclass(frozen=True, slots=True)
class Concordance:
    """Pairs in which both differ: in the same direction (``agree``) and in the other."""

    agree: int
    disagree: int

    @property
    def share(self) -> float | None:
        """The share that agrees; ``None`` where no pair differs in both."""
        total = self.agree + self.disagree
        return self.agree / total if total else None

    @property
    def gamma(self) -> float | None:
        """From -1 to 1; ``None`` where no pair differs in both."""
        return None if self.share is None else 2 * self.share - 1


def concordance(x: Floats, y: Floats) -> Concordance:
    """Compare every pair of cases; NaN is not known, and such cases are left out."""
    both = ~(np.isnan(x) | np.isnan(y))
    x, y = x[both], y[both]
    signs = np.sign(x[:, None] - x[None, :]) * np.sign(y[:, None] - y[None, :])
    above = np.triu(signs, 1)
    return Concordance(int((above > 0).sum()), int((above < 0).sum()))
