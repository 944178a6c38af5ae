"""Segments and words in context."""

from __future__ import annotations

from typing import Self

from ...services.segment_cards import FoundSegment
from .form import Out

__all__ = [
    "CountsOut",
    "GroupOut",
    "GroupsOut",
    "LineOut",
    "LinesOut",
    "MarkOut",
    "SegmentOut",
    "SegmentPage",
]


class MarkOut(Out):
    """A coding on a segment: GUIDs of itself, its code and its coder."""

    coding: str
    code: str
    coder: str
    weight: int | None


class SegmentOut(Out):
    """A stretch with the words around it; ``codes`` and ``codings`` are GUIDs, ``coders`` names."""

    source: str
    source_name: str
    source_kind: str
    start: int
    end: int
    text: str
    before: str
    after: str
    codes: list[str]
    coders: list[str]
    codings: list[str]
    segment: str | None
    case: str | None
    case_name: str | None
    marks: list[MarkOut]

    @classmethod
    def of(cls, segment: FoundSegment) -> Self:
        """A segment as the services tell it."""
        return cls.model_validate(segment)


class SegmentPage(Out):
    """Some of the segments, and how many there are in all, on so many places."""

    total: int
    places: int
    segments: list[SegmentOut]


class GroupOut(Out):
    """A heading: GUID and name of a source, case, code (its path) or coder, ``null`` for the segments
    that have none; and how many stand under it."""

    guid: str | None
    name: str | None
    count: int


class GroupsOut(Out):
    """The headings in their order: so many segments in all, on so many places."""

    total: int
    places: int
    groups: list[GroupOut]


class LineOut(Out):
    """A match with the words before and after it."""

    source: str
    source_name: str
    start: int
    end: int
    before: str
    match: str
    after: str


class LinesOut(Out):
    """Some of the matches; ``more`` says that there are others."""

    more: bool
    lines: list[LineOut]


class SourceCountOut(Out):
    """How often words stand in a source, and the first places."""

    source: str
    name: str
    count: int
    lines: list[LineOut]


class CountsOut(Out):
    """What was found in a piece of the material; ``next`` is ``after`` of the next piece (``null``:
    that was the last), ``done`` the share of the texts looked through, 0 to 1."""

    count: int
    sources: list[SourceCountOut]
    next: int | None
    done: float
