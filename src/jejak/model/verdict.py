"""What a check gives: facts, a verdict, a sentence, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .message import Message

__all__ = ["EvidenceRow", "FindingFacts", "Outcome", "SegmentRow", "Thresholds", "Verdict"]

Outcome = Literal["holds", "weak", "fails", "not applicable"]


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment as checks see it: where it lies, whose it is, who coded it."""

    guid: str
    source: str
    source_name: str
    source_kind: str
    method: str | None
    start: int
    end: int
    case: str | None
    coders: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence with the segment it is (``None`` for a cell or a reference)."""

    guid: str
    stance: str
    weight: int | None
    segment: SegmentRow | None
    target_kind: str = "segment"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits the checks compare with. They are Jejak's own, not the literature's, and are printed
    wherever a verdict that used them is shown."""

    participants: int = 2
    kinds: int = 2
    coders: int = 2
    dominance: float = 0.5
    effective_sources: float = 2.0
    coverage: float = 0.5
    balance: float = 0.5


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """All a check may look at: the finding, its evidence, its scope and what nobody has weighed.

    ``scope`` are the cases the finding claims to speak about (guid -> pseudonym), ``exposed`` those
    of them with any segment under the finding's codes; ``unweighed`` are segments under the
    finding's codes that are no evidence of it; ``related`` joins cases that are not independent;
    ``reflexive`` counts reflexive memos tied to it.
    """

    guid: str
    label: str
    statement: str
    status: str
    codes: Mapping[str, str]
    evidence: tuple[EvidenceRow, ...]
    scope: Mapping[str, str]
    exposed: frozenset[str]
    unweighed: tuple[SegmentRow, ...]
    coder_names: Mapping[str, str]
    case_names: Mapping[str, str]
    source_kinds: Mapping[str, int]
    has_rival: bool
    thresholds: Thresholds = Thresholds()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one tactic on one finding, with the facts it rests on, as plain values."""

    tactic: str
    outcome: Outcome
    sentence: Message
    facts: Mapping[str, object]
    advice: Message | None = None
