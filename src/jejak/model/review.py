"""What a report and its readers add to a study: prose that stays, answers to checklists, remarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, any_ref, ref

__all__ = ["ITEM_STATES", "REMARKED", "Item", "Prose", "Remark"]

# What a remark may be about.
REMARKED = (
    "finding", "segment", "memo", "code", "case", "display", "evidence", "check", "source", "study",
)  # fmt: skip
ITEM_STATES = ("on record", "partly", "not on record", "not applicable")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Record):
    """The analyst's own words in a report: Markdown that stays at its place, whatever the study has
    become. ``place`` names a part of the ``template``, or a place within a part."""

    KIND: ClassVar[str] = "prose"
    template: str
    place: str
    text: str
    language: str = ""
    position: int = 0
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Record):
    """An item of a checklist (``COREQ`` 12) as an analyst answered it; ``place`` says where in the
    report it is told."""

    KIND: ClassVar[str] = "item"
    checklist: str
    item: str
    text: str = ""
    place: str = ""
    state: str = "on record"
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Record):
    """What an examiner or colleague remarked on something in a study, and what became of it.

    ``passage`` are the words it was put beside; ``who`` names somebody who is no user of the study.
    """

    KIND: ClassVar[str] = "remark"
    target_kind: str
    target: str = any_ref()
    passage: str = ""
    text: str
    who: str = ""
    answer: str = ""
    settled: bool = False
    user: str = ref("user")
    created: datetime = field(default_factory=now)
