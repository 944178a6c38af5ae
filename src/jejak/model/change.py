"""One entry of the history of a study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from .message import Message

__all__ = ["ChangeEntry", "Touched"]


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change as the audit trail tells it.

    ``seq`` numbers the changes from 1; ``verb`` is what was asked, as a message; ``touched`` counts
    the entities by kind; ``undoes``/``redoes`` name the change an undo or redo is about; ``undone``
    says that it is not in force now; ``digest`` is its link of the hash chain, in hexadecimal.
    """

    seq: int
    time: datetime
    user: str
    verb: Message
    touched: Mapping[str, int]
    undoes: int | None
    redoes: int | None
    undone: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Touched:
    """One entity in one change: its fields before and after (``None``: it was not there)."""

    kind: str
    guid: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
