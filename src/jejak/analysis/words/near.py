"""Which stretches are at most so many words apart."""

from __future__ import annotations

import numpy as np

from ..overlap import touching
from ..spans import Bools, Ints, SpanColumns, Spans
from .columns import WordColumns

__all__ = ["near_words", "word_ranges"]


def word_ranges(spans: SpanColumns, columns: WordColumns) -> tuple[Ints, Ints]:
    """The first and last word each stretch shares a character with; the last is before the first
    where it holds none."""
    stride = int(max(columns.end.max(initial=0), np.max(spans.end, initial=0))) + 1
    low = columns.source.astype(np.int64) * stride
    starts, ends = low + columns.start, low + columns.end
    line = spans.source.astype(np.int64) * stride
    first = np.searchsorted(ends, line + spans.start, "right")
    last = np.searchsorted(starts, line + spans.end, "left") - 1
    return first, last


def near_words(
    a: SpanColumns, b: SpanColumns, columns: WordColumns, distance: int, relation: str = "near"
) -> Bools:
    """For each stretch of ``a``, whether one of ``b`` on the same line is at most ``distance`` words
    away: 1 is the word beside it. Stretches that overlap are ``near`` always; one that ``precedes``
    (``follows``) another has its last (first) word before the first (after the last) of the other."""
    near = touching(a, b) if relation == "near" else np.zeros(len(a.start), np.bool_)
    far = distance + 1
    place = np.arange(len(columns), dtype=np.int64) + columns.line * far + far
    (a_first, a_last), (b_first, b_last) = word_ranges(a, columns), word_ranges(b, columns)
    here, there = a_last >= a_first, b_last >= b_first
    one = np.zeros(int(here.sum()), np.int64), np.zeros(int(there.sum()), np.int64)
    first, last = place[a_first[here]], place[a_last[here]]
    low = last + 1 if relation == "precedes" else first - distance
    high = first if relation == "follows" else last + far
    other_first, other_last = place[b_first[there]], place[b_last[there]]
    begins = other_last if relation == "follows" else other_first
    ends = other_first if relation == "precedes" else other_last
    around, others = Spans(one[0], low, high), Spans(one[1], begins, ends + 1)
    near[here] |= touching(around, others)
    return near & (a.end > a.start)
