"""A text that was corrected on two sides: what holds both corrections, where these are in different places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .correcting import Edit, Moves, corrected
from .differing import edits_between

__all__ = ["Joined", "join_texts"]

# Corrections are in different places where a whole word that nobody touched stands between them.
_WORD_BETWEEN = re.compile(r"\W\w+\W")


@dataclass(frozen=True, slots=True)
class Joined:
    """The ``text`` that holds both corrections, and the one before, ``base``; where stretches of that
    stood on each side, and where stretches of each side stand in the text."""

    text: str
    base: str
    to_ours: Moves
    to_theirs: Moves
    from_ours: Moves
    from_theirs: Moves


def join_texts(base: str, ours: str, theirs: str) -> Joined | None:
    """Both corrections of a text in one; ``None`` where they touch, so that somebody must choose."""
    mine, other = edits_between(base, ours), edits_between(base, theirs)
    both = set(mine) & set(other)
    only_mine, only_other = ([one for one in edits if one not in both] for edits in (mine, other))
    if not _apart(base, only_mine, [*only_other, *both]) or not _apart(base, only_other, [*both]):
        return None
    to_ours, to_theirs = Moves(mine), Moves(other)
    return Joined(
        corrected(base, [*only_mine, *only_other, *both]), base, to_ours, to_theirs,
        Moves(_carried(only_other, to_ours)), Moves(_carried(only_mine, to_theirs)),
    )  # fmt: skip


def _apart(base: str, edits: Sequence[Edit], others: Sequence[Edit]) -> bool:
    """Whether a word that nobody touched stands between each edit and those of the other side."""
    sides = sorted([*((one, 0) for one in edits), *((one, 1) for one in others)])
    return all(
        side == beside or (one.end < two.start and _WORD_BETWEEN.search(base, one.end, two.start))
        for (one, side), (two, beside) in pairwise(sides)
    )


def _carried(edits: Sequence[Edit], moves: Moves) -> list[Edit]:
    """Edits of the text before, as edits of one side's."""
    return [Edit(*moves.span(one.start, one.end), one.text) for one in edits]
