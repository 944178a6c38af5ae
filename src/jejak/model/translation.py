"""The words of a segment in another language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["Translation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Record):
    """What a segment says in another ``language`` (ISO 639-1), as an analyst put it or had it put by a
    ``translator``; a segment has one for each language. It goes with the segment."""

    KIND: ClassVar[str] = "translation"
    segment: str = ref("segment")
    language: str
    text: str
    translator: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)
