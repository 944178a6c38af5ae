"""The study itself and the questions it asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record

__all__ = ["Question", "StudyInfo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyInfo(Record):
    """One research project. ``settings`` holds thresholds and the pseudonym policy."""

    KIND: ClassVar[str] = "study"
    title: str
    description: str = ""
    languages: tuple[str, ...] = ("id",)
    settings: Mapping[str, object] = field(default_factory=dict)
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """A research question; ``position`` orders them from 1."""

    KIND: ClassVar[str] = "question"
    text: str
    position: int
