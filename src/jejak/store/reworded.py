"""What the words of segments were after an earlier change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Segment, Source
from . import history
from .rows import Rows
from .texts import text_key

__all__ = ["reworded_since"]


def reworded_since(rows: Rows, segment: Segment, seq: int) -> bool:
    """Whether the words of a segment are other than they were after a change. Words that a
    withdrawal took out of the study since were others."""
    source = rows.get(Source, segment.source)
    digest, start, end = source.text, segment.start, segment.end
    for entry in history.entries(rows.conn, after=seq, newest_first=True, kind=Source.KIND):
        for one in history.touched(history.payload_of(rows.conn, entry.seq)):
            before: Mapping[str, Any] = one.before or {}
            if one.guid == source.guid:
                digest = before.get("text", digest)
            if one.guid == segment.guid:
                start, end = before.get("start", start), before.get("end", end)
    if digest == source.text:
        return False
    if text_key(rows.conn, digest) is None:
        return True
    now = rows.text(source.text, segment.start, segment.end)
    return rows.text(digest, start, end) != now
