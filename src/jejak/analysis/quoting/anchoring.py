"""Where words of a manuscript stand now, found again by themselves and by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.anchors import occurrences

__all__ = ["AROUND", "Spot", "around", "spot"]

# So much of the words around a passage is kept to find it again, in code points.
AROUND = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """``[start, end)`` of a paragraph (from 1)."""

    paragraph: int
    start: int
    end: int


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a stretch of a paragraph."""
    return text[max(start - AROUND, 0) : start], text[end : end + AROUND]


def spot(
    paragraphs: Sequence[str], passage: str, prefix: str, suffix: str, near: Spot
) -> Spot | None:
    """Where a passage stands: of all places with its words that with most of the same words around
    it, the nearest to where it stood; ``None`` where its words are nowhere."""
    best: tuple[tuple[int, int, int], Spot] | None = None
    for number, text in enumerate(paragraphs, 1):
        for at in occurrences(text, passage) if passage else ():
            before, after = around(text, at, at + len(passage))
            alike = _shared(before[::-1], prefix[::-1]) + _shared(after, suffix)
            rank = (-alike, abs(number - near.paragraph), abs(at - near.start))
            if best is None or rank < best[0]:
                best = rank, Spot(number, at, at + len(passage))
    return None if best is None else best[1]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
