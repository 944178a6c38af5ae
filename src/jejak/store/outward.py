"""Stretches carried between a text and its copy in which some words were replaced, there and back.

A position outside what was replaced is carried exactly. What begins or ends within replaced words takes
all of them in: nothing is ever empty, and nothing that was marked is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from .correcting import Edit

__all__ = ["Outward"]


class Outward:
    """The way from a text to what ``edits`` (ordered, apart) make of it."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        gains = [0, *accumulate(len(one.text) - (one.end - one.start) for one in edits)]
        self._old = [(one.start, one.end) for one in edits]
        self._new = [
            (one.start + gain, one.start + gain + len(one.text))
            for one, gain in zip(edits, gains, strict=False)
        ]

    def there(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the text as it stands in the copy."""
        return _carried(self._old, self._new, start, end)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the copy as it stands in the text."""
        return _carried(self._new, self._old, start, end)


def _carried(
    here: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]], start: int, end: int
) -> tuple[int, int]:
    first = bisect_right(here, start, key=lambda one: one[1])
    # The first that does not end before the stretch begins; it may hold the beginning.
    if first < len(here) and here[first][0] <= start:
        begin = other[first][0]
    else:
        begin = start + (other[first - 1][1] - here[first - 1][1] if first else 0)
    last = bisect_left(here, end, key=lambda one: one[0]) - 1
    # The last that begins before the stretch ends; it may hold the end.
    if last >= 0 and here[last][1] >= end:
        finish = other[last][1]
    else:
        finish = end + (other[last][1] - here[last][1] if last >= 0 else 0)
    return begin, max(begin, finish)
