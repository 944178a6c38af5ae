"""Segments and the codings on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["ANCHOR_KINDS", "NOT_BY_HAND", "ORIGINS", "SETTLED", "UNREAD", "Coding", "Segment"]

ANCHOR_KINDS = ("text", "page", "picture", "time", "cell")
# What was decided where coders differed.
SETTLED = "settled"
ORIGINS = ("hand", "in vivo", "rule", "imported", "suggestion", SETTLED)
# Nobody read the words for these, or only because the program proposed it.
UNREAD = ("rule", "suggestion")
# These are nobody's own judgement, made without the others.
NOT_BY_HAND = (*UNREAD, SETTLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(Record):
    """A quotation: one anchor in one source.

    ``start`` and ``end`` are code points of the text for the anchors *text*, *page* (where the page
    has text) and *cell*, and milliseconds for *time*; a picture has 0 and 0. ``region`` holds what
    else an anchor needs (page, rectangles, polygon, row and column). ``lost`` is the quoted text of
    a segment whose words were deleted from the source: flagged, not dropped.
    """

    KIND: ClassVar[str] = "segment"
    source: str = ref("source")
    anchor: str = "text"
    start: int
    end: int
    region: Mapping[str, object] = field(default_factory=dict)
    lost: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Record):
    """The assignment of a code to a segment by a user; ``weight`` is 0 to 100 or ``None``."""

    KIND: ClassVar[str] = "coding"
    segment: str = ref("segment")
    code: str = ref("code")
    user: str = ref("user")
    created: datetime = field(default_factory=now)
    weight: int | None = None
    origin: str = "hand"
