"""Writing attached to anything, or free."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["MEMO_KINDS", "Memo"]

MEMO_KINDS = ("theoretical", "method", "reflexive", "summary", "jotting", "metaphor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo(Record):
    """A memo in Markdown; links of role *memo* tie it to what it is about."""

    KIND: ClassVar[str] = "memo"
    title: str
    body: str
    kind: str = "theoretical"
    user: str = ref("user")
    created: datetime = field(default_factory=now)
