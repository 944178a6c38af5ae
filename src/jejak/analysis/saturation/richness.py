"""How many codes there may be that no source has shown yet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .incidence import Incidence

__all__ = ["Richness", "richness"]


@dataclass(frozen=True, slots=True)
class Richness:
    """``seen`` codes, ``once`` of them in one source and ``twice`` in two.

    ``expected`` is how many there are at least (Chao 1987, bias-corrected); ``coverage`` the share of
    occurrences in further sources that would be of known codes (Chao & Jost 2012), ``turing`` the same
    by Good and Turing; ``None`` where nothing was seen.
    """

    seen: int
    once: int
    twice: int
    expected: float | None
    coverage: float | None
    turing: float | None


def richness(held: Incidence) -> Richness:
    """Chao's estimate and coverage of codes by incidence: ``S + (m−1)/m · Q₁(Q₁−1) / (2(Q₂+1))``,
    ``1 − Q₁/T · (m−1)Q₁ / ((m−1)Q₁ + 2Q₂)`` and ``1 − Q₁/T``."""
    often = np.bincount(held.code, minlength=held.codes) if len(held.code) else np.zeros(1, int)
    seen, once, twice = (
        int(one) for one in ((often > 0).sum(), (often == 1).sum(), (often == 2).sum())
    )
    total, m = int(often.sum()), held.sources
    if not total:
        return Richness(0, 0, 0, None, None, None)
    expected = seen + (m - 1) / m * once * (once - 1) / (2 * (twice + 1))
    turing = 1 - once / total
    singles = (m - 1) * once
    weight = singles / (singles + 2 * twice) if singles + 2 * twice else 0.0
    return Richness(seen, once, twice, expected, 1 - once / total * weight, turing)
