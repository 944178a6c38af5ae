"""How many sources a sample needs to meet what only some of the population hold.

They suppose sources drawn at random, and that whoever holds a theme shows it.
"""

from __future__ import annotations

from math import ceil, comb, log

from ...errors import InvalidInput

__all__ = ["fewest_with", "largest_missed", "sources_to_meet"]

_MOST = 1_000


def sources_to_meet(share: float, confidence: float = 0.95) -> int:
    """How many sources meet a theme that this share holds, once at least (Galvin 2015):
    ``⌈ln(1−P) / ln(1−R)⌉``. Raises :class:`InvalidInput` for what is no share."""
    _check(share, confidence)
    return ceil(log(1 - confidence) / log(1 - share) - 1e-9)


def largest_missed(sources: int, confidence: float = 0.95) -> float:
    """The share of the population that can hold a theme which none of so many sources showed:
    ``1 − (1−P)^(1/n)``. Three sources rule out, at 95 %, only what more than 63 % hold.
    Raises :class:`InvalidInput`."""
    if sources < 1:
        raise InvalidInput("no-sources", "Without a source nothing is ruled out.")
    _check(0.5, confidence)
    return float(1 - (1 - confidence) ** (1 / sources))


def fewest_with(share: float, times: int = 1, power: float = 0.8) -> int:
    """How many sources show a theme of this share ``times`` times with probability ``power`` (Fugard &
    Potts 2015). Raises :class:`InvalidInput`, also for more than 1,000 sources."""
    _check(share, power)
    for n in range(max(times, 1), _MOST):
        fewer = sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(times))
        if 1 - fewer >= power:
            return n
    raise InvalidInput("too-rare", "So rare a theme takes more sources than can be counted here.")


def _check(*shares: float) -> None:
    if not all(0 < one < 1 for one in shares):
        raise InvalidInput("no-share", "A share lies between 0 and 1: 0.2, say.")
