"""What a query finds: hits as columns, and the segments they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...model.corpus import CodingColumns
from ..spans import Bools, Column, Ints, SpanColumns, changes, sorted_spans

__all__ = ["Hits", "Segments"]


@dataclass(frozen=True, slots=True)
class Hits:
    """Rows of stretches found, each once, sorted by (source, start, end, coding).

    ``coding`` is the row of the corpus' codings, or -1 where the stretch itself was found (by its
    words, or as evidence that nobody coded).
    """

    source: Column
    start: Column
    end: Column
    coding: Ints

    @classmethod
    def of_codings(cls, codings: CodingColumns, rows: Ints | None = None) -> Hits:
        """Codings by ascending row numbers; by default all of them."""
        if rows is None:
            everyone = np.arange(len(codings), dtype=np.int64)
            return cls(codings.source, codings.start, codings.end, everyone)
        return cls(codings.source[rows], codings.start[rows], codings.end[rows], rows)

    @classmethod
    def of_spans(cls, spans: SpanColumns) -> Hits:
        """Stretches without codings, in any order; empty ones and repetitions are dropped."""
        solid = spans.end > spans.start
        bare = cls(
            spans.source[solid].astype(np.int32),
            spans.start[solid].astype(np.int32),
            spans.end[solid].astype(np.int32),
            np.full(int(solid.sum()), -1, np.int64),
        )
        ordered = sorted_spans(bare)
        kept = cls(ordered.source, ordered.start, ordered.end, bare.coding)
        return kept.keep(_first_of_run(kept))

    def __len__(self) -> int:
        return len(self.coding)

    def keep(self, mask: Bools) -> Hits:
        """Those of the rows where ``mask`` is true."""
        if bool(mask.all()):
            return self
        return Hits(self.source[mask], self.start[mask], self.end[mask], self.coding[mask])

    @staticmethod
    def union(parts: Sequence[Hits], codings: CodingColumns) -> Hits:
        """All rows of all parts, each once."""
        if len(parts) == 1:
            return parts[0]
        found = np.zeros(len(codings), np.bool_)
        for part in parts:
            found[part.coding[part.coding >= 0]] = True
        coded = Hits.of_codings(codings, np.flatnonzero(found))
        loose = [part.keep(part.coding < 0) for part in parts]
        bare = Hits.of_spans(_joined([part for part in loose if len(part)] or loose[:1]))
        return _merged(bare, coded) if len(bare) and len(coded) else (bare if len(bare) else coded)

    def segments(self) -> Segments:
        """The hits grouped by the stretch they lie on, in the order of the texts."""
        first = np.flatnonzero(_first_of_run(self))
        return Segments(
            self.source[first],
            self.start[first],
            self.end[first],
            np.append(first, len(self)),
            self.coding,
        )


@dataclass(frozen=True, slots=True)
class Segments:
    """Stretches, each once; the hits on segment ``i`` are ``coding[first[i] : first[i + 1]]``."""

    source: Column
    start: Column
    end: Column
    first: Ints
    coding: Ints

    def __len__(self) -> int:
        return len(self.source)

    def page(self, offset: int = 0, limit: int = 50) -> Segments:
        """At most ``limit`` segments from the one numbered ``offset`` (from 0) on."""
        begin = min(max(offset, 0), len(self))
        finish = min(begin + max(limit, 0), len(self))
        rows = slice(begin, finish)
        first = self.first[begin : finish + 1]
        coding = self.coding[int(first[0]) : int(first[-1])]
        return Segments(
            self.source[rows], self.start[rows], self.end[rows], first - first[0], coding
        )

    def at(self, numbers: Ints) -> Segments:
        """The stretches of some segments, in the order asked for, without their hits."""
        none = np.zeros(len(numbers) + 1, np.int64)
        return Segments(
            self.source[numbers], self.start[numbers], self.end[numbers], none, none[:0]
        )

    def codings(self, number: int) -> Ints:
        """The rows of the codings found on one segment; none where its words were found."""
        rows = self.coding[int(self.first[number]) : int(self.first[number + 1])]
        return rows[rows >= 0]


def _joined(parts: Sequence[Hits]) -> Hits:
    return Hits(
        np.concatenate([part.source for part in parts]),
        np.concatenate([part.start for part in parts]),
        np.concatenate([part.end for part in parts]),
        np.concatenate([part.coding for part in parts]),
    )


def _merged(bare: Hits, coded: Hits) -> Hits:
    both = _joined(
        [bare, coded]
    )  # the sort is stable: words before the codings on the same stretch
    order = np.lexsort((both.end, both.start, both.source))
    return Hits(both.source[order], both.start[order], both.end[order], both.coding[order])


def _first_of_run(hits: Hits) -> Bools:
    """Where a new stretch begins."""
    return changes(hits.source, hits.start, hits.end)
