"""Shares of small numbers: how far they can be trusted, how evenly they are spread."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log, sqrt

__all__ = ["effective_number", "wilson_interval"]

_Z95 = 1.959963984540054


def wilson_interval(count: int, of: int, z: float = _Z95) -> tuple[float, float]:
    """The interval of Wilson (1927) for a share ``count / of``, by default of 95 %; (0, 1) of none.

    Unlike the usual one it keeps within 0 and 1 and says something for shares of 0 and 1.
    """
    if of == 0:
        return 0.0, 1.0
    share = count / of
    middle = share + z * z / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    return max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0)


def effective_number(counts: Iterable[int]) -> float:
    """How many equal parts are spread as evenly: exp(-Σ s ln s) of the shares s (Hill 1973, of
    order 1); 0 where there is nothing."""
    parts = [count for count in counts if count > 0]
    total = sum(parts)
    if not total:
        return 0.0
    shares = [part / total for part in parts]
    return exp(-sum([share * log(share) for share in shares]))
