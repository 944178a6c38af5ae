"""Saved displays and the analyst's own words in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["CELL_STATES", "COVERAGE", "HOLE_STATES", "Display", "DisplayCell"]

CELL_STATES = ("draft", "checked", "no data", "not applicable")
# The kind of the one display in whose cells the holes in the material are marked: it is the coverage
# board, and stands in no gallery.
COVERAGE = "coverage"
HOLE_STATES = ("planned", "not wanted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Display(Record):
    """A saved matrix, chart or network: its kind and settings; recomputed whenever shown."""

    KIND: ClassVar[str] = "display"
    name: str
    kind: str
    settings: Mapping[str, object] = field(default_factory=dict)
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayCell(Record):
    """The analyst's text in a cell; ``row`` and ``column`` are the keys it was written for."""

    KIND: ClassVar[str] = "cell"
    display: str = ref("display")
    row: str
    column: str
    text: str
    state: str = "draft"
    user: str = ref("user")
    created: datetime = field(default_factory=now)
