"""What a saved display said when a finding cited it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["Snapshot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Record):
    """What a display said, or one cell of it (``row`` and ``column`` are its keys, both empty for the
    whole), at change ``seq``, with the codebook as change ``codebook`` had left it.

    ``content`` holds no words of anybody: ``rows`` and ``columns`` (keys of headings), ``cells`` as
    [row, column, value, state] (of very many only those that are not as ``blank``, ``packed``),
    ``texts`` as [row, column, GUID of the analyst's text], ``number`` (how
    values are written), ``attributes`` (GUIDs of those that decided it) and, where only some coders' work counted, ``coders`` (GUIDs). It is empty for
    a display that is too large, or whose headings are words of the material.
    """

    KIND: ClassVar[str] = "snapshot"
    finding: str = ref("finding")
    display: str = ref("display")
    row: str = ""
    column: str = ""
    seq: int
    codebook: int
    content: Mapping[str, object] = field(default_factory=dict)
    user: str = ref("user")
    created: datetime = field(default_factory=now)
