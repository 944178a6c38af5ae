"""Disagreements of coders that were settled: what each had, what was decided, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = ["DECISIONS", "SettledPlace", "Settlement", "Stood", "Version"]

# One coder's version for all; every version; none; one stretch around all; what all who coded share.
DECISIONS = ("keep", "both", "neither", "outer", "inner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement(Record):
    """What was decided where coders differed under a code. ``segment`` is the place: from the first
    begin to the last end of what they had there. ``kept`` is whose version was kept (*keep* alone)."""

    KIND: ClassVar[str] = "settlement"
    code: str = ref("code")
    segment: str = ref("segment")
    decision: str
    kept: str | None = ref("user", None)
    reason: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Record):
    """What a coder had at a place before it was settled: a stretch, with the ``origin`` and ``weight`` of
    its coding and when it was ``made``. One who had read it and coded nothing there has one version
    without a stretch."""

    KIND: ClassVar[str] = "version"
    settlement: str = ref("settlement")
    coder: str = ref("user")
    segment: str | None = ref("segment", None)
    origin: str = ""
    weight: int | None = None
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stood:
    """A stretch that a coder (GUID) had at a place before it was settled: where it stands now, and the
    rest as :class:`Version` has it."""

    coder: str
    start: int
    end: int
    origin: str
    weight: int | None
    made: datetime | None


@dataclass(frozen=True, slots=True)
class SettledPlace:
    """A settlement as columns are put together from it: GUIDs, the place where it stands now, those
    whom it bound, and what stood there before."""

    code: str
    source: str
    start: int
    end: int
    coders: tuple[str, ...]
    before: tuple[Stood, ...]

    def of_coders(self, coders: Collection[str]) -> SettledPlace:
        """What concerns these people alone."""
        return replace(
            self,
            coders=tuple(guid for guid in self.coders if guid in coders),
            before=tuple(one for one in self.before if one.coder in coders),
        )
