"""Units other than characters: words, sentences, blocks or whole sources that coders touched.

A stretch of characters becomes a stretch of units: all those it touches. Everything then goes on as
with characters, unit for character, so that a coefficient over a million words is as light.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ...errors import InvalidInput
from ..spans import Bools, Ints, Spans
from ..text import sentence_spans, word_spans
from .continuum import Continuum

__all__ = ["UNITS", "cut", "in_units", "whole_sources"]

UNITS = ("character", "word", "sentence", "block", "source")


def cut(texts: Iterable[tuple[int, str]], unit: str) -> Spans:
    """The words or sentences of texts, each with the number of its source.

    Raises :class:`InvalidInput` for another unit.
    """
    ways = {"word": word_spans, "sentence": sentence_spans}
    if unit not in ways:
        raise InvalidInput(
            "unknown-unit", f"Texts are not cut into “{unit}”.", f"Use: {', '.join(ways)}."
        )
    columns = [
        np.array([(number, *span) for span in ways[unit](text)], np.int64).reshape(-1, 3)
        for number, text in texts
    ]
    source, start, end = (np.concatenate(columns) if columns else np.zeros((0, 3), np.int64)).T
    return Spans(source, start, end)


def whole_sources(spans: Continuum) -> Spans:
    """Each source that has any text as one unit."""
    there = np.flatnonzero(spans.length)
    return Spans(there, np.zeros_like(there), spans.length[there])


def in_units(spans: Continuum, units: Spans, *, exclusive: bool = False) -> Continuum:
    """The stretches counted in units, which stand in order and do not overlap.

    A unit is coded if a coding touches it. If values exclude each other (``exclusive``), a unit in
    which a coder has several gets the one that most of its characters have, of equals the first.
    Raises :class:`InvalidInput` where values overlap then.
    """
    if exclusive:
        spans.check_exclusive()
    offset = spans.offset
    start, end = (offset[units.source] + column for column in (units.start, units.end))
    begin, over = spans.ends()
    first, last = np.searchsorted(end, begin, "right"), np.searchsorted(start, over, "left")
    if exclusive:
        first, last = _settled(spans, (begin, over), (start, end), (first, last))
    length = np.bincount(units.source.astype(np.int64), minlength=len(spans.sources))
    base = np.concatenate([np.zeros(1, np.int64), np.cumsum(length)])[spans.source]
    there = first < last
    kept = spans.of_rows(there)
    return Continuum.from_columns(
        spans.coders, spans.values, spans.sources, length.astype(np.int64), spans.read,
        kept.coder, kept.value, kept.source, (first - base)[there], (last - base)[there],
    )  # fmt: skip


_Pair = tuple[Ints, Ints]


def _settled(spans: Continuum, stretch: _Pair, units: _Pair, touched: _Pair) -> _Pair:
    """The units each stretch keeps: only in its first and last may another value stand as well."""
    (begin, over), (start, end), (first, last) = stretch, units, touched
    rows = np.flatnonzero(first < last)
    ends = np.concatenate([first[rows], last[rows] - 1])
    row = np.tile(rows, 2)
    apart = np.concatenate([np.ones(len(rows), bool), last[rows] - 1 > first[rows]])
    row, ends = row[apart], ends[apart]
    amount = np.minimum(over[row], end[ends]) - np.maximum(begin[row], start[ends])
    lost = _lost(spans.coder[row], ends, spans.value[row], amount, begin[row])
    less_first, less_last = first.copy(), last.copy()
    gone, where = row[lost], ends[lost]
    at_first = where == first[gone]
    less_first[gone[at_first]] += 1
    at_last = ~at_first
    less_last[gone[at_last]] -= 1
    return less_first, less_last


def _lost(coder: Ints, unit: Ints, value: Ints, amount: Ints, begin: Ints) -> Bools:
    """For each piece, whether another value has more of its unit."""
    _, place, piece = np.unique(
        np.stack([coder, unit, value], 1), axis=0, return_index=True, return_inverse=True
    )
    piece = piece.ravel()
    total = np.bincount(piece, amount, len(place))
    earliest = np.full(len(place), np.iinfo(np.int64).max)
    np.minimum.at(earliest, piece, begin)
    order = np.lexsort((earliest, -total, unit[place], coder[place]))
    ordered = place[order]
    best = np.zeros(len(place), bool)
    if len(order):
        best[order[0]] = True
        best[order[1:]] = (coder[ordered[1:]] != coder[ordered[:-1]]) | (
            unit[ordered[1:]] != unit[ordered[:-1]]
        )
    return ~best[piece]
