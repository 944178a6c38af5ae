"""Summary forms as displays read them, and what was said of material that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["AskedField", "FormSheet", "RoundSheet", "SheetForm", "Sheets"]


@dataclass(frozen=True, slots=True)
class AskedField:
    """One thing that a form asks in a study: its heading by language."""

    name: str
    heading: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A form: what it is about (*source* or *case*), the kinds of sources it is made for, and what it
    asks. Its title is by language."""

    name: str
    of: str
    kinds: tuple[str, ...]
    title: Mapping[str, str]
    asked: tuple[AskedField, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form that was filled for a source or case (``owner``, its GUID), by whom, and what it says of
    each thing that was asked."""

    form: str
    owner: str
    by: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RoundSheet:
    """What a closed round of coding came to: its coders agreed by ``measure`` to ``value``, between
    ``low`` and ``high`` (or, without an interval, between these if any one source is left out); of a
    round that was read ``again`` it is one coder with themselves."""

    guid: str
    name: str
    coders: tuple[str, ...]
    again: bool
    measure: str
    sources: int
    differences: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Sheets:
    """All forms, the filled ones, and the marks of the coverage board by (GUID of the case, kind of
    material): their state and the reason; ``rounds`` are those of coding that are closed. ``today`` is the day (of UTC) on which they are read."""

    forms: tuple[SheetForm, ...] = ()
    filled: tuple[FormSheet, ...] = ()
    marks: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    today: date | None = None
    rounds: tuple[RoundSheet, ...] = ()
