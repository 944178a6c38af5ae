"""How long what is coded takes in recordings: stretches of text as stretches of time.

Within a stretch that has a time, time is taken to run evenly over its characters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..model.corpus import Corpus
from .material import Material
from .overlap import touching
from .spans import Bools, Column, Ints, Spans, different

__all__ = ["Recorded", "milliseconds", "timed", "wordless_codings"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was said when: stretches of text by (source, start), with milliseconds of a recording."""

    spans: Spans
    begin: Ints
    finish: Ints

    @classmethod
    def of(cls, corpus: Corpus) -> Recorded:
        """That of a study; of one without a store there is nothing."""
        if corpus.happenings is None:
            none = np.empty(0, np.int64)
            return cls(Spans.empty(), none, none)
        found = corpus.happenings.recorded(corpus)
        columns = (found.source, found.start, found.end)
        return cls(Spans(*(one.astype(np.int64) for one in columns)), found.begin, found.finish)

    def pieces(self, spans: Spans) -> tuple[Ints, Ints, Ints]:
        """What of some stretches is said when: (row, begin, finish) for each stretch of time, on one
        line on which no two recordings meet."""
        own = self.spans
        if not len(own):
            none = np.empty(0, np.int64)
            return none, none, none
        stride = int(max(own.end.max(), spans.end.max(initial=0))) + 1
        line = own.source * stride
        low = spans.source * stride
        # The first that reaches beyond where a stretch begins; those after may lie within it again.
        first = np.searchsorted(np.maximum.accumulate(line + own.end), low + spans.start, "right")
        many = np.maximum(np.searchsorted(line + own.start, low + spans.end, "left") - first, 0)
        row = np.repeat(np.arange(len(spans)), many)
        at = np.arange(len(row)) - np.repeat(np.cumsum(many) - many - first, many)
        start = np.maximum(own.start[at], spans.start[row])
        end = np.minimum(own.end[at], spans.end[row])
        same = (start < end) & (own.source[at] == spans.source[row])
        row, at, start, end = row[same], at[same], start[same], end[same]
        offset = self._offsets()[at]
        return row, offset + self._moment(at, start), offset + self._moment(at, end)

    def _moment(self, at: Ints, place: Ints) -> Ints:
        own = self.spans
        lasts, long = self.finish[at] - self.begin[at], own.end[at] - own.start[at]
        found: Ints = self.begin[at] + (place - own.start[at]) * lasts // long
        return found

    def _offsets(self) -> Ints:
        """What is added to the time of each stretch, so that recordings follow one another."""
        rows = np.append(0, np.flatnonzero(np.diff(self.spans.source)) + 1)
        least = np.minimum.reduceat(self.begin, rows)
        lasts = np.maximum.reduceat(self.finish, rows) - least
        many = np.diff(np.append(rows, len(self.begin)))
        return np.repeat(np.cumsum(lasts) - lasts - least, many)


def milliseconds(corpus: Corpus, place: Column, coding: Ints, places: int) -> Ints:
    """For each of ``places`` how long what is coded there takes in recordings, each moment of a
    recording once; ``place`` and ``coding`` are pairs in any order."""
    columns = corpus.codings
    wanted = different(coding)
    spans = Spans(
        *(one[wanted].astype(np.int64) for one in (columns.source, columns.start, columns.end))
    )
    row, begin, finish = Recorded.of(corpus).pieces(spans)
    first = np.searchsorted(row, np.arange(len(wanted) + 1))
    at = np.searchsorted(wanted, coding)
    many = np.diff(first)[at]
    pair = np.repeat(np.arange(len(coding)), many)
    piece = np.arange(len(pair)) - np.repeat(np.cumsum(many) - many - first[at], many)
    return _united(place[pair], begin[piece], finish[piece], places)


def _united(place: Column, begin: Ints, finish: Ints, places: int) -> Ints:
    """How long the stretches of time of each place are together."""
    # Moments by their number among all that any stretch begins or ends at: places lie end to end.
    moments = different(np.concatenate([begin, finish]))
    low = place.astype(np.int64) * (len(moments) + 1)
    start, end = low + np.searchsorted(moments, begin), low + np.searchsorted(moments, finish)
    order = np.argsort(start, kind="stable")
    place, low, start, end = place[order], low[order], start[order], end[order]
    reached = np.concatenate((np.zeros(1, np.int64), np.maximum.accumulate(end)[:-1]))[: len(end)]
    since = np.minimum(np.maximum(start, reached), end)
    fresh = moments[end - low] - moments[since - low]
    return np.bincount(place, weights=fresh, minlength=places).astype(np.int64)


def timed(units: Material, corpus: Corpus) -> Material:
    """The units of material that are of a recording: sources, or blocks, with a time."""
    recorded = Recorded.of(corpus).spans
    if units.block is None:
        there: Bools = np.isin(units.source, recorded.source)
    else:
        there = touching(corpus.blocks, recorded)[units.block]
    block = None if units.block is None else units.block[there]
    return replace(units, case=units.case[there], source=units.source[there], block=block)


def wordless_codings(corpus: Corpus) -> int:
    """How many codings are on recordings themselves, with a time and no words."""
    return (
        0 if corpus.happenings is None else int(corpus.happenings.recorded(corpus).wordless.sum())
    )
