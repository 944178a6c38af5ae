"""Segments as people read them: their words in context, whose they are, who coded them how."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..analysis.query.hits import Segments
from ..model import Source
from ..model.corpus import Corpus
from ..store import Rows

__all__ = ["Found", "FoundSegment", "Mark", "SegmentCards"]


# From so many segments on, what they need is read at once.
_MANY = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A coding on a segment: GUIDs of itself, its code and its coder; ``weight`` 0 to 100."""

    coding: str
    code: str
    coder: str
    weight: int | None


@dataclass(frozen=True, slots=True)
class FoundSegment:
    """A segment with its words in context; ``codes`` (GUIDs) and ``coders`` are those of all
    codings on the very same stretch, ``codings`` their GUIDs, ``marks`` all of it one by one; ``case`` is a GUID or ``None``."""

    source: str
    source_name: str
    source_kind: str
    start: int
    end: int
    text: str
    before: str
    after: str
    codes: tuple[str, ...]
    coders: tuple[str, ...]
    codings: tuple[str, ...]
    segment: str | None
    case: str | None
    case_name: str | None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page of segments and how many there are in all. ``places`` is how many lines they make under
    their headings, where a segment may stand under several."""

    total: int
    segments: tuple[FoundSegment, ...]
    places: int = 0


class SegmentCards:
    """Segments of one view of a study, looked up one by one."""

    def __init__(self, rows: Rows, corpus: Corpus) -> None:
        self._rows = rows
        self._corpus = corpus
        self._texts: dict[int, tuple[str, str]] = {}
        # For many segments: GUIDs read at once, and the text that was looked into last.
        self._known: dict[str, dict[int, str]] = {}
        self._whole: tuple[str, str] | None = None

    def page(self, segments: Segments, context: int) -> tuple[FoundSegment, ...]:
        """Each of some segments, in their order."""
        if len(segments) > _MANY:
            self._known = {kind: self._rows.guids_of(kind) for kind in ("segment", "coding")}
        return tuple(
            self.segment(
                int(segments.source[n]), int(segments.start[n]), int(segments.end[n]), context
            )
            for n in range(len(segments))
        )

    def segment(self, source: int, start: int, end: int, context: int) -> FoundSegment:
        """One stretch of a source (by its row), with ``context`` characters on either side."""
        corpus, codings = self._corpus, self._corpus.codings
        digest, kind = self._text(source)
        begin = max(start - context, 0)
        body = self._words(digest, begin, end + context)
        same = self._same(source, start, end)
        marks = self._marks(same)
        case = int(codings.case[same[0]]) if same else self._case_of(source, start)
        segment = self._guid("segment", int(codings.segment[same[0]])) if same else None
        return FoundSegment(
            source=corpus.sources.guid[source],
            source_name=corpus.sources.name[source],
            source_kind=kind,
            start=start,
            end=end,
            text=body[start - begin : end - begin],
            before=body[: start - begin],
            after=body[end - begin :],
            codes=tuple(dict.fromkeys(corpus.codes.guid[int(codings.code[row])] for row in same)),
            coders=tuple(dict.fromkeys(corpus.users.name[int(codings.coder[row])] for row in same)),
            codings=tuple(mark.coding for mark in marks),
            segment=segment,
            case=corpus.cases.guid[case] if case >= 0 else None,
            case_name=corpus.cases.name[case] if case >= 0 else None,
            marks=marks,
        )

    def _text(self, source: int) -> tuple[str, str]:
        if source not in self._texts:
            found = self._rows.get(Source, self._corpus.sources.guid[source])
            self._texts[source] = found.text, found.kind
        return self._texts[source]

    def _same(self, source: int, start: int, end: int) -> list[int]:
        codings = self._corpus.codings
        # Of the column's own type: else all of it would be made anew of the other for each look.
        low, high = codings.source.searchsorted(np.array([source, source + 1], np.int32))
        first = low + codings.start[low:high].searchsorted(np.int32(start))
        found = []
        for row in range(int(first), int(high)):
            if codings.start[row] != start:
                break
            if codings.end[row] == end:
                found.append(row)
        return found

    def _case_of(self, source: int, start: int) -> int:
        blocks = self._corpus.blocks
        low, high = int(blocks.first[source]), int(blocks.first[source + 1])
        row = low + int(blocks.start[low:high].searchsorted(start, side="right")) - 1
        if row >= low and blocks.end[row] > start and blocks.case[row] >= 0:
            return int(blocks.case[row])
        # Where some speaker is known, what the others say is nobody's.
        if bool((blocks.case[low:high] >= 0).any()):
            return -1
        return self._owner.get(source, -1)

    @cached_property
    def _owner(self) -> dict[int, int]:
        """The one case of each source that has just one."""
        pairs = self._corpus.case_sources.tolist()
        many = Counter(source for _, source in pairs)
        return {source: case for case, source in pairs if many[source] == 1}

    def _marks(self, same: list[int]) -> tuple[Mark, ...]:
        corpus, codings = self._corpus, self._corpus.codings
        found = ((self._guid("coding", int(codings.coding[row])), row) for row in same)
        return tuple(
            Mark(
                guid,
                corpus.codes.guid[int(codings.code[row])],
                corpus.users.guid[int(codings.coder[row])],
                None if math.isnan(codings.weight[row]) else int(codings.weight[row]),
            )
            for guid, row in found
            if guid is not None
        )

    def _guid(self, kind: str, key: int) -> str | None:
        known = self._known.get(kind)
        return self._rows.guid_of(kind, key) if known is None else known.get(key)

    def _words(self, digest: str, start: int, end: int) -> str:
        if not self._known:
            return self._rows.text(digest, start, end)
        if self._whole is None or self._whole[0] != digest:
            self._whole = digest, self._rows.text(digest)
        return self._whole[1][start:end]
