"""A unit of material, and the stretches its format marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["SOURCE_KINDS", "SOURCE_STATUSES", "Block", "Source"]

SOURCE_KINDS = (
    "interview", "focus group", "observation", "document", "posts", "survey", "literature", "other",
)  # fmt: skip
SOURCE_STATUSES = ("to read", "in progress", "coded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A unit of material.

    ``text`` is the SHA-256 of the plain text (kept once in the study's text store), ``length`` its
    code points, ``original`` the SHA-256 of the file it came from. ``collected`` is an ISO date of
    any precision (``2020``, ``2020-05``, ``2020-05-01``).
    """

    KIND: ClassVar[str] = "source"
    name: str
    medium: str = "text"
    kind: str = "document"
    language: str | None = None
    text: str
    length: int
    original: str | None = None
    original_name: str | None = None
    collected: str | None = None
    collector: str | None = None
    method: str | None = None
    status: str = "to read"
    metadata: Mapping[str, object] = field(default_factory=dict)
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Record):
    """A stretch ``[start, end)`` of a source's text that the format itself marks.

    ``number`` counts the blocks of a source from 1. ``begin`` and ``finish`` are milliseconds of a
    recording, ``time`` the clock time of a message or post; ``extra`` holds url, reply_to, hashtags.
    """

    KIND: ClassVar[str] = "block"
    source: str = ref("source")
    number: int
    kind: str
    start: int
    end: int
    level: int | None = None
    label: str | None = None
    speaker: str | None = None
    time: datetime | None = None
    begin: int | None = None
    finish: int | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
