"""Code saturation and meaning saturation: having heard of it, and having understood it.

Hennink, Kaiser & Marconi 2017: nine of their 25 interviews named the range of issues, but what each
meant went on growing until the 16th to 24th. What the dimensions of a code are is a judgement: here
they are given.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InvalidInput
from ..spans import Bools, Column, Ints
from .incidence import Incidence

__all__ = ["Meaning", "meaning"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code: in how many sources it or a dimension of it stands, where it came ``first`` (its own
    saturation), and where each of its dimensions did (from 1, in order).

    ``saturated`` is the source that brought its last dimension, if at least so many sources that speak
    of it followed as were asked for; ``quiet`` says how many did.
    """

    code: int
    sources: int
    first: int
    dimensions: tuple[int, ...]
    quiet: int
    saturated: int | None


def meaning(held: Incidence, of: Column, *, quiet: int = 2) -> list[Meaning]:
    """For each code that has dimensions, whether its meaning went on growing.

    ``held`` holds codes and dimensions alike, ``of[d]`` is the code that ``d`` is a dimension of, or -1.
    A source counts as quiet if it speaks of the code, or a dimension of it, and brings none that is new.
    Raises :class:`InvalidInput` for ``quiet`` below 1.
    """
    if quiet < 1:
        raise InvalidInput(
            "wrong-quiet", "At least one source must follow that brings nothing new."
        )
    owner = np.asarray(of, np.int64)
    first = dict(zip(held.found.tolist(), held.first().tolist(), strict=True))
    found = []
    for code in np.unique(owner[owner >= 0]).tolist():
        family = np.flatnonzero(owner == code)
        speaks = _sources(held, np.isin(held.code, [code, *family.tolist()]))
        places = sorted(first[one] for one in family.tolist() if one in first)
        if not places:
            continue
        after = int((speaks > places[-1]).sum())
        found.append(
            Meaning(
                code=code, sources=len(speaks), first=int(speaks.min()) + 1,
                dimensions=tuple(place + 1 for place in places), quiet=after,
                saturated=places[-1] + 1 if after >= quiet else None,
            )
        )  # fmt: skip
    return found


def _sources(held: Incidence, rows: Bools) -> Ints:
    return np.unique(held.source[rows])
