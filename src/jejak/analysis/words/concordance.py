"""The order of lines of a concordance: by the words left and right of what was found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..spans import Column, Ints, SpanColumns
from .columns import WordColumns
from .near import word_ranges

__all__ = ["SORTS", "order_of_lines"]

# What lines can be sorted by; ``left1`` is the word just before.
SORTS = (
    "source", "case", "node", "left1", "left2", "left3", "right1", "right2", "right3",
)  # fmt: skip
_NODE = 3


def order_of_lines(
    spans: SpanColumns,
    columns: WordColumns,
    sort: Sequence[str],
    cases: Column,
    names: Sequence[str],
) -> Ints:
    """The rows of sorted stretches in the order asked for: by the first of ``sort``, where that is
    the same by the next, at last as they stand in the texts. Where a line has no such word, as before
    its first, it comes first. ``cases`` are those of the stretches (-1: none), ``names`` of the cases.
    """
    words = None
    keys: list[Column] = []
    for one in sort:
        if one == "source":
            keys.append(spans.source)
        elif one == "case":
            keys.append(_rank(list(names))[np.asarray(cases, np.int64)] if names else cases)
        else:
            words = words or _Words(spans, columns)
            keys += words.keys(one)
    if not keys:
        return np.arange(len(spans.source), dtype=np.int64)
    return np.lexsort(keys[::-1]).astype(np.int64, copy=False)


class _Words:
    """The words around stretches, by their place in the order of letters."""

    def __init__(self, spans: SpanColumns, columns: WordColumns) -> None:
        self._first, self._last = word_ranges(spans, columns)
        self._columns = columns
        self._line = columns.line
        self._rank = _rank(columns.vocabulary.keys())

    def keys(self, one: str) -> list[Column]:
        """The keys that put lines in the order of ``node``, ``left2``, ``right1``, and so on."""
        if one == "node":
            return [
                np.where(self._first + step <= self._last, self._at(self._first + step), -1)
                for step in range(_NODE)
            ]
        steps = int(one[-1])
        at, node = (
            (self._first - steps, self._first)
            if one.startswith("left")
            else (self._last + steps, self._last)
        )
        inside = (at >= 0) & (at < len(self._line)) & (self._last >= self._first)
        same = np.zeros(len(at), np.bool_)
        same[inside] = self._line[at[inside]] == self._line[node[inside]]
        return [np.where(same, self._at(at), -1)]

    def _at(self, at: Ints) -> Ints:
        """The rank of the words at some places, wherever these are."""
        if not len(self._columns):
            return np.full(len(at), -1, np.int64)
        return self._rank[self._columns.number[np.clip(at, 0, len(self._columns) - 1)]]


def _rank(words: Sequence[str]) -> NDArray[np.int64]:
    """The place of each word in the order of letters, and -1 at the end for none."""
    place = {word: number for number, word in enumerate(sorted(set(words)))}
    return np.fromiter((*(place[word] for word in words), -1), np.int64, len(words) + 1)
