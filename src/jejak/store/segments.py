"""Segments of text: one for each stretch, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Segment, Source
from ..model.anchors import check_span
from .rows import Rows
from .writing import Change

__all__ = ["segment_at", "segments_by_span"]

Span = tuple[str, int, int]


def segment_at(change: Change, source: Source, start: int, end: int) -> Segment:
    """The segment ``[start, end)`` of a source's text, made where there is none yet.

    Raises :class:`InvalidInput` where the stretch is empty, reversed or outside the text.
    """
    check_span(start, end, source.length)
    there = change.rows.first(
        Segment, source=source.guid, anchor="text", start=start, end=end, lost=None
    )
    if there is not None:
        return there
    segment = Segment(source=source.guid, start=start, end=end)
    change.add(segment)
    return segment


def segments_by_span(rows: Rows, sources: Iterable[str]) -> dict[Span, str]:
    """The segments of text of some sources: (source, start, end) -> segment, all GUIDs."""
    found: dict[Span, str] = {}
    names = ("guid", "start", "end", "anchor", "lost")
    for source in sources:
        for guid, start, end, anchor, lost in rows.fields(Segment, names, ("source", [source])):
            if anchor == "text" and lost is None:
                found[source, start, end] = guid
    return found
