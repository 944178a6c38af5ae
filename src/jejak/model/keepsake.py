"""What came from another program and has no place in a study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from .record import Record, any_ref

__all__ = ["Keepsake"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keepsake(Record):
    """What another program said of something here beyond what a study has a place for: it is kept beside,
    and written back where it stood.

    ``format`` names the form of the file it came in (``qdpx``); what ``content`` holds is that format's
    own business. It goes with its owner, and never to strangers.
    """

    KIND: ClassVar[str] = "keepsake"
    owner_kind: str
    owner: str = any_ref()
    format: str
    content: Mapping[str, object] = field(default_factory=dict)
