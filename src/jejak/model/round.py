"""Rounds of coding: who is to read what without seeing the others, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["Assignment", "Round"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """Some coders read some sources, each for themselves, until it is closed.

    ``codebook`` is the change that had left the codebook as it was when the round was opened. In a
    round ``again`` people read for a second time what they coded before: ``earlier`` are the codings
    (GUIDs) they had there. ``figures`` are kept when it is closed, one mapping for each agreement: its
    ``coder`` (of a round again), the question, the coefficients and the change they are as of.
    """

    KIND: ClassVar[str] = "round"
    name: str
    opened: datetime = field(default_factory=now)
    closed: datetime | None = None
    again: bool = False
    codebook: int = 0
    earlier: tuple[str, ...] = ()
    figures: tuple[Mapping[str, object], ...] = ()
    user: str = ref("user")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Record):
    """A source that a coder is to read in a round; ``read`` is when they said that they had."""

    KIND: ClassVar[str] = "assignment"
    round: str = ref("round")
    source: str = ref("source")
    coder: str = ref("user")
    read: datetime | None = None
