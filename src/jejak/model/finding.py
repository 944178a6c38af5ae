"""Conclusions, what speaks for and against them, and how they were tested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, any_ref, ref

__all__ = ["CONFIDENCES", "FINDING_KINDS", "FINDING_STATUSES", "RIVAL", "STANCES", "Check",
           "Evidence", "Finding"]  # fmt: skip

FINDING_KINDS = ("description", "pattern", "relation", "cause", "typology", "exception")
FINDING_STATUSES = ("hunch", "proposition", "supported", "verified", "qualified", "rejected")
# The type of the relation between two findings that explain the same in different ways.
RIVAL = "rival"
STANCES = ("supports", "contradicts", "qualifies")
# As in GRADE-CERQual, without its rules for a synthesis of several studies.
CONFIDENCES = ("high", "moderate", "low", "very low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A conclusion drawn. ``label`` is its short name (``F1``); ``scope`` a query over cases, empty
    for all; the codes it is about are links of role *concerns*; its rivals are relations
    of type *rival*, whose memo says why this one is preferred.
    """

    KIND: ClassVar[str] = "finding"
    label: str
    statement: str
    kind: str = "description"
    question: str | None = ref("question", None)
    scope: str = ""
    status: str = "hunch"
    confidence: str | None = None
    rival: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A segment, display cell or reference for a finding; ``weight`` 0 to 6 or ``None``."""

    KIND: ClassVar[str] = "evidence"
    finding: str = ref("finding")
    target_kind: str
    target: str = any_ref()
    stance: str = "supports"
    weight: int | None = None
    why: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """A verification tactic as an analyst judged it.

    ``facts`` are those computed when it was judged, ``rests_on`` a digest of all they were computed
    from: the check is *stale* once the same digest, computed anew, differs.
    """

    KIND: ClassVar[str] = "check"
    finding: str = ref("finding")
    tactic: str
    verdict: str
    note: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    rests_on: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)
