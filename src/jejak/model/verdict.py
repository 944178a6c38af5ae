"""What a check looks at, and what it gives: an outcome, facts, a sentence, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .message import Message

__all__ = [
    "OUTCOMES",
    "EvidenceRow",
    "FindingFacts",
    "Outcome",
    "Thresholds",
    "UnderCodes",
    "Verdict",
]

Outcome = Literal["holds", "weak", "fails", "not applicable"]
OUTCOMES: tuple[Outcome, ...] = ("holds", "weak", "fails", "not applicable")


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence and where its words stand.

    ``source``, ``source_kind``, ``start`` and ``end`` are ``None`` for a display cell, a reference,
    and words that are no longer in their source (``lost``). ``case`` is whose words they are,
    ``None`` for nobody's: an observation, a post.
    """

    guid: str
    stance: str
    target_kind: str = "segment"
    source: str | None = None
    source_kind: str | None = None
    start: int | None = None
    end: int | None = None
    case: str | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class UnderCodes:
    """The segments under a finding's codes, those of cases outside its scope left out.

    ``unweighed`` of ``total`` share no word with any of its evidence; ``by_case`` counts those by
    case, ``by_kind`` by kind of source; ``mark`` is a digest of which they are.
    """

    total: int = 0
    unweighed: int = 0
    by_case: Mapping[str, int] = field(default_factory=dict)
    by_kind: Mapping[str, int] = field(default_factory=dict)
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits the checks compare with. They are Jejak's own, not the literature's, and are printed
    wherever a verdict that used them is shown.

    At least ``participants``, ``kinds`` and ``coders``; at least the share ``double_coded`` of the
    supports coded by as many coders; at least ``coverage`` of those who spoke of it; at most
    ``dominance`` of the words from one; at least ``effective_sources``; at most ``unweighed`` of
    the segments not weighed, and at most ``contradicting`` of the voices against; at least
    ``balance``.
    """

    participants: int = 2
    kinds: int = 2
    coders: int = 2
    double_coded: float = 0.5
    coverage: float = 0.5
    dominance: float = 0.5
    effective_sources: float = 2.0
    unweighed: float = 0.1
    contradicting: float = 1 / 3
    balance: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFacts:
    """All a check may look at. Cases, sources, codes and coders are GUIDs; ``names`` shows them.

    ``codes`` are those the finding is about; ``evidence`` is in the order of its GUIDs; ``weights``
    (0 to 6) and ``coded_by`` go by the GUID of a piece of evidence. ``coded_by`` holds, for what
    supports it, the people who coded those words under its codes (under any code where it is about
    none), rules and suggestions left out. ``scope`` are the cases it claims to speak about,
    ``exposed`` those of them with words under its codes or among its evidence;
    ``scope_problem`` says why the scope cannot be read. ``related`` are groups of cases that are
    tied by relations and so no independent voices; ``strata`` attribute -> case -> value, for
    attributes that divide the scope; ``cases`` and ``coders`` count those of the whole study.
    """

    guid: str
    label: str
    codes: tuple[str, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict)
    coded_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scope: tuple[str, ...] = ()
    scope_problem: str = ""
    exposed: tuple[str, ...] = ()
    related: tuple[tuple[str, ...], ...] = ()
    strata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    under_codes: UnderCodes = UnderCodes()
    cases: int = 0
    coders: int = 0
    thresholds: Thresholds = Thresholds()
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, stance: str) -> tuple[EvidenceRow, ...]:
        """The evidence of one stance whose words are there."""
        return tuple(row for row in self.evidence if row.stance == stance and row.source)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one tactic on one finding.

    ``facts`` are plain JSON values; ``sentence`` says in words what was found, ``advice`` what to
    do next (``None`` where nothing has to be done).
    """

    tactic: str
    outcome: Outcome
    sentence: Message
    facts: Mapping[str, object]
    advice: Message | None = None
