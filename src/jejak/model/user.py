"""Who codes, writes and decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .record import Record

__all__ = ["User"]


@dataclass(frozen=True, slots=True, kw_only=True)
class User(Record):
    """A person, or a machine that proposes; ``colour`` is ``#rrggbb``."""

    KIND: ClassVar[str] = "user"
    name: str
    initials: str = ""
    colour: str = "#4477aa"
    machine: bool = False
