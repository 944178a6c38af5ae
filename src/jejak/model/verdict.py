"""What a check looks at, and what it gives: an outcome, facts, a sentence, and what to do next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from .message import Message

__all__ = [
    "OUTCOMES",
    "Contact",
    "EvidenceRow",
    "FeedbackRow",
    "FindingFacts",
    "Given",
    "Halves",
    "Names",
    "Outcome",
    "QuantityRow",
    "RivalRow",
    "RuleRow",
    "SearchRow",
    "StandingRow",
    "SurpriseRow",
    "Thresholds",
    "UnderCodes",
    "Verdict",
]

Outcome = Literal["holds", "weak", "fails", "not applicable"]
OUTCOMES: tuple[Outcome, ...] = ("holds", "weak", "fails", "not applicable")


class EvidenceRow(NamedTuple):
    """A piece of evidence and where its words stand.

    ``source``, ``source_kind``, ``start`` and ``end`` are ``None`` for a display cell, a reference,
    and words that are no longer in their source (``lost``). ``case`` is whose words they are,
    ``None`` for nobody's: an observation, a post. A study has many, so they are tuples.
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
class Contact:
    """How a source came about: ``wave`` numbers the stays in the field that gaps divide, from 0;
    ``None`` where its date is not known."""

    kind: str
    method: str = ""
    collector: str = ""
    date: str = ""
    wave: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """Who gave a piece of evidence (a GUID), and whether that was after the finding was written, with
    words of a source that came in after it."""

    user: str
    after: bool = False


@dataclass(frozen=True, slots=True)
class Halves:
    """Dated sources in their order, cut in the middle: in how many of each half something is coded
    with the finding's codes."""

    first: int = 0
    of_first: int = 0
    last: int = 0
    of_last: int = 0


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A logged search for what speaks against a finding."""

    query: str
    inspected: int
    found: int


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """What somebody made of a finding; ``case`` is ``None`` for somebody who is no case."""

    case: str | None
    answer: str
    acted: bool = False


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule over units, counted: ``units`` in all, those with the condition, with the consequence,
    with both; ``exceptions`` names those with the condition alone.

    ``third`` names an attribute that may explain both, ``strata`` its values with the four counts of
    condition and consequence (both, condition alone, consequence alone, neither). ``problem`` says
    why nothing could be counted. ``pending`` says that a prediction has no outcome yet.
    """

    condition: str
    consequence: str
    unit: str = "case"
    units: int = 0
    with_condition: int = 0
    with_consequence: int = 0
    with_both: int = 0
    exceptions: tuple[str, ...] = ()
    third: str = ""
    strata: tuple[tuple[str, int, int, int, int], ...] = ()
    problem: str = ""
    predicted: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True)
class StandingRow:
    """How a finding stands with an unusual case, and whether it was said why."""

    case: str
    unusual: str
    verdict: str
    explained: bool


@dataclass(frozen=True, slots=True)
class SurpriseRow:
    """What went against an expectation: whether evidence was then ``sought``, and whether it is said
    what came of it (``settled``)."""

    sought: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True)
class RivalRow:
    """A rival: how it came out (empty where nobody said), its own evidence, and the words that
    discriminate: for the finding and against the rival, and the other way round."""

    label: str
    state: str = ""
    evidence: int = 0
    for_this: int = 0
    for_rival: int = 0


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A word of quantity bound to a count: ``counted`` of ``total`` cases, and the shares between
    which the word fits. ``problem`` says why nothing could be counted."""

    phrase: str
    counted: int = 0
    total: int = 0
    low: float = 0.0
    high: float = 1.0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits the checks compare with. They are Jejak's own, not the literature's, and are printed
    wherever a verdict that used them is shown.

    At least ``participants``, ``kinds`` and ``coders``; at least the share ``double_coded`` of the
    supports coded by as many coders; at least ``coverage`` of those who spoke of it; at most
    ``dominance`` of the words from one; at least ``effective_sources``; at most ``unweighed`` of
    the segments not weighed, and at most ``contradicting`` of the voices against; at least
    ``balance``. At most the share ``solicited`` of the supports given on request; a case is unusual
    from ``unlike`` on, where there are at least ``profiles`` cases; a rule holds for at least the
    share ``consistency``; splits in halves are found in at least ``halves``. Stays in the field are
    apart by more than ``gap`` days.
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
    solicited: float = 0.8
    unlike: float = 0.8
    profiles: int = 5
    consistency: float = 0.8
    halves: float = 0.8
    gap: int = 30


class Names(dict[str, str]):
    """What things are called, by GUID; it keeps how those that were asked for together stand in the
    order of their names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(names)
        self._kept: dict[tuple[str, ...], tuple[str, ...]] = {}

    def ordered(self, guids: tuple[str, ...]) -> tuple[str, ...]:
        """The same in the order of their names."""
        if guids not in self._kept:
            self._kept[guids] = tuple(sorted(guids, key=lambda guid: self.get(guid, guid)))
        return self._kept[guids]


@dataclass(frozen=True, kw_only=True)
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

    Of a piece of evidence ``circumstances`` are those recorded, ``given`` who gave it; ``contacts``
    go by source; ``frames`` are the frames of its codes, ``memos`` count those about it by kind.
    ``unlike`` says how far each case of the scope is from the median profile of codes (0 to 1);
    ``extremes`` which have the lowest and the highest level of a rating or number. ``quantities``,
    ``searches``, ``feedback``, ``rules``, ``standings`` and ``rivals`` are what is on record;
    ``rival_said`` that an analyst wrote what else could explain it, or that nothing could;
    ``plausible`` that somebody said it merely makes sense so far; ``surprises`` what surprised.
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
    statement: str = ""
    circumstances: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    given: Mapping[str, Given] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    halves: Halves = Halves()
    frames: tuple[str, ...] = ()
    memos: Mapping[str, int] = field(default_factory=dict)
    unlike: Mapping[str, float] = field(default_factory=dict)
    extremes: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    quantities: tuple[QuantityRow, ...] = ()
    searches: tuple[SearchRow, ...] = ()
    feedback: tuple[FeedbackRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()
    standings: tuple[StandingRow, ...] = ()
    rivals: tuple[RivalRow, ...] = ()
    rival_said: bool = False
    plausible: bool = False
    surprises: tuple[SurpriseRow, ...] = ()

    def of(self, stance: str) -> tuple[EvidenceRow, ...]:
        """The evidence of one stance whose words are there."""
        return self._sides.get(stance, ())

    @cached_property
    def _sides(self) -> Mapping[str, tuple[EvidenceRow, ...]]:
        found: defaultdict[str, list[EvidenceRow]] = defaultdict(list)
        for row in self.evidence:
            if row.source:
                found[row.stance].append(row)
        return {stance: tuple(rows) for stance, rows in found.items()}

    @cached_property
    def lost(self) -> int:
        """How many pieces of its evidence have no words any more."""
        return [row.lost for row in self.evidence].count(True)

    @cached_property
    def voices(self) -> Mapping[str, int]:
        """How many segments of each case of the scope support it."""
        counts = Counter([row.case for row in self.of("supports")])
        scope = set(self.scope)
        return {case: many for case, many in counts.items() if case is not None and case in scope}


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
