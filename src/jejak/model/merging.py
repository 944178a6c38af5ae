"""Two copies of a study brought together: what clashes, what was chosen, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from .message import Problem
from .parcel import ExchangeReport

__all__ = [
    "CHOICES",
    "FIELD",
    "LOOP",
    "REMOVED_HERE",
    "REMOVED_THERE",
    "Clash",
    "MergePlan",
    "MergeReport",
]

# What can be kept where both sides did something else: what is here, what is there, or both.
CHOICES = ("ours", "theirs", "both")
# What two sides can clash in: what a field says; that one removed what the other changed or used; that
# what each moved would lie below itself.
FIELD = "field"
REMOVED_HERE = "removed here"
REMOVED_THERE = "removed there"
LOOP = "loop"


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that both sides changed, each in its own way.

    ``key`` names it, the same each time the same two are compared. ``what`` is one of the ways above;
    ``field`` and the values are those of the field, ``base`` what it was when both were the same
    (``known``: whether that is known). ``used`` counts what else rests on what the other side removed.
    ``choices`` are what can be kept, ``choice`` what was chosen (empty: not yet).
    """

    key: str
    kind: str
    guid: str
    name: str
    what: str
    field: str = ""
    ours: object = None
    theirs: object = None
    base: object = None
    known: bool = False
    used: int = 0
    ours_by: str = ""
    ours_at: datetime | None = None
    theirs_by: str = ""
    theirs_at: datetime | None = None
    choices: tuple[str, ...] = ("ours", "theirs")
    choice: str = ""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What bringing in the work of another copy would do.

    ``other`` is what the other study calls itself. ``common`` is the last change that both histories
    share (0: none, and things are told apart by their GUIDs). ``added``, ``changed`` and ``removed``
    count what would be so here, by kind; ``left_out`` what would not come.
    """

    other: str
    common: int
    added: Mapping[str, int]
    changed: Mapping[str, int]
    removed: Mapping[str, int]
    left_out: Mapping[str, int]
    clashes: tuple[Clash, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def open(self) -> tuple[Clash, ...]:
        """The clashes for which nothing was chosen yet."""
        return tuple(one for one in self.clashes if not one.choice)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to bring in."""
        return not (self.added or self.changed or self.removed or self.clashes)


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did: its plan as it was carried out, what was read and written as for any import, and
    the change (``None``: there was nothing to do)."""

    plan: MergePlan
    exchange: ExchangeReport
    seq: int | None
