"""Findings, evidence and checks as they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..checks import CHECKS, Tactic, rests_on
from ..checks.sharing import Examined
from ..checks.status import CONFIRMING, Lack
from ..model import (
    Check,
    Evidence,
    Finding,
    Message,
    Question,
    Reference,
    Segment,
    Snapshot,
)
from ..model.corpus import Corpus
from ..model.finding import STANCES
from ..model.verdict import FindingFacts, Verdict
from .finding_displays import CitedCell
from .finding_facts import FactsReader
from .finding_records import FindingRecords, Rival, on_text, weight_of
from .finding_status import lacking_by_status
from .segment_cards import FoundSegment, SegmentCards
from .things import Thing, things
from .translations import Rendered, translations_of

__all__ = [
    "CheckCard",
    "EvidenceCard",
    "FindingCard",
    "check_cards",
    "evidence_cards",
    "finding_cards",
]

_ORDER = {stance: number for number, stance in enumerate(("supports", "qualifies", "contradicts"))}


@dataclass(frozen=True, slots=True)
class CheckCard:
    """What a tactic shows today, and what an analyst made of it.

    ``title`` and ``source`` (in the literature) are the tactic's; ``judged_by`` is a name;
    ``stale`` says that what the judgement rested on has changed.
    """

    verdict: Verdict
    title: Message
    source: str
    judged: Check | None
    judged_by: str | None
    stale: bool

    @property
    def standing(self) -> str:
        """The outcome that counts: the analyst's where there is one that is not stale."""
        fresh = self.judged is not None and not self.stale
        return self.judged.verdict if self.judged and fresh else self.verdict.outcome


@dataclass(frozen=True, slots=True)
class FindingCard:
    """A finding with all that belongs to it.

    ``question`` is a text; ``codes`` are (GUID, path), ``scope`` the cases it speaks about as
    (GUID, name); ``counts`` has a number for every stance; ``unweighed`` are segments under its
    codes that are no evidence of it; ``position`` is its place among those of its status, where it
    was given one. ``lacking`` says of every status what the finding lacks for it, ``misquoted`` how
    many pieces of evidence quote words that are no longer in their source; ``plausible`` that it is
    marked as one that merely makes sense so far.
    """

    finding: Finding
    question: str | None
    codes: tuple[tuple[str, str], ...]
    scope: tuple[tuple[str, str], ...]
    counts: Mapping[str, int]
    unweighed: int
    checks: tuple[CheckCard, ...]
    position: int | None = None
    rivals: tuple[Rival, ...] = ()
    references: tuple[Reference, ...] = ()
    lacking: Mapping[str, tuple[Lack, ...]] = field(default_factory=dict)
    misquoted: int = 0
    plausible: bool = False

    @property
    def confirmed(self) -> tuple[str, ...]:
        """The names of the confirming checks that hold."""
        found = [one for one in self.checks if one.standing == "holds"]
        return tuple(one.verdict.tactic for one in found if one.verdict.tactic in CONFIRMING)

    @property
    def plausible_only(self) -> bool:
        """Whether it is marked as merely plausible and nothing confirms it."""
        return self.plausible and not self.confirmed

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What it lacks for the status it has: with anything, its checks do not bear that out."""
        return self.lacking.get(self.finding.status, ())


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """A piece of evidence with its words; ``by`` is a name, ``lost`` what it quoted where the words
    are no longer in the source. ``segment`` is ``None`` then, and for what is no stretch of text;
    ``cell`` is a cited cell of a display, ``thing`` a work, an event or whatever else it is. ``circumstances`` are those on record for its segment,
    ``translations`` say its words in other languages."""

    evidence: Evidence
    by: str
    segment: FoundSegment | None
    lost: str | None
    cell: CitedCell | None = None
    circumstances: Mapping[str, bool] = field(default_factory=dict)
    translations: tuple[Rendered, ...] = ()
    thing: Thing | None = None

    @property
    def weight(self) -> int | None:
        """The weight given by hand, else what the circumstances on record make."""
        return weight_of(self.evidence, self.circumstances)

    def told(self, language: str) -> str | None:
        """Its words, what the cell of a display said then and says now, or what it is called."""
        if self.cell is not None:
            return self.cell.cell.told(self.cell.seq, language)
        if self.thing is not None:
            return self.thing.label
        return self.lost if self.segment is None else self.segment.text


def check_cards(
    facts: FindingFacts,
    judged: Mapping[str, Check],
    names: Mapping[str, str],
    examined: Examined,
    *,
    whole: bool = True,
) -> tuple[CheckCard, ...]:
    """What every tactic says of a finding; ``judged`` are the analyst's verdicts by tactic. Facts
    that are not ``whole``, of some people's work alone, cannot say that a verdict is stale."""
    return tuple(
        _check_card(examined.of(tactic, facts), tactic, facts, judged.get(name), names, whole=whole)
        for name, tactic in CHECKS.all().items()
    )


def _check_card(
    verdict: Verdict,
    tactic: Tactic,
    facts: FindingFacts,
    judged: Check | None,
    names: Mapping[str, str],
    *,
    whole: bool,
) -> CheckCard:
    return CheckCard(
        verdict=verdict,
        title=tactic.title,
        source=tactic.source,
        judged=judged,
        judged_by=None if judged is None else names.get(judged.user, ""),
        stale=whole and judged is not None and judged.rests_on != rests_on(tactic, facts),
    )


def finding_cards(
    records: FindingRecords, corpus: Corpus, findings: list[Finding]
) -> list[FindingCard]:
    """Each finding with its checks as of now."""
    reader = FactsReader(records, corpus)
    questions = {question.guid: question.text for question in records.rows.all(Question)}
    names = {guid: user.name for guid, user in records.people.items()}
    examined = Examined()
    scopes: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
    cards = []
    for finding in findings:
        facts = reader.facts(finding)
        judged = {check.tactic: check for check in records.checks.get(finding.guid, ())}
        stances = Counter([one.stance for one in facts.evidence])
        codes = records.codes.get(finding.guid, ())
        if facts.scope not in scopes:
            scopes[facts.scope] = tuple((guid, facts.names[guid]) for guid in facts.scope)
        cards.append(
            FindingCard(
                finding=finding,
                question=questions.get(finding.question or ""),
                codes=tuple((guid, facts.names[guid]) for guid in codes),
                scope=scopes[facts.scope],
                counts={stance: stances[stance] for stance in STANCES},
                unweighed=facts.under_codes.unweighed,
                checks=check_cards(facts, judged, names, examined, whole=records.only is None),
                position=records.positions.get(finding.guid),
                rivals=tuple(records.rivals.get(finding.guid, ())),
                references=tuple(records.references.get(finding.guid, ())),
                lacking=lacking_by_status(records, finding, facts),
                misquoted=facts.lost,
                plausible=facts.plausible,
            )
        )
    return cards


def evidence_cards(
    records: FindingRecords, corpus: Corpus, finding: Finding, cells: Mapping[str, CitedCell]
) -> list[EvidenceCard]:
    """The evidence of a finding: supports, qualifies, contradicts; the strongest first. ``cells`` are
    the cells among it."""
    words = SegmentCards(records.rows, corpus)
    rows = {guid: row for row, guid in enumerate(corpus.sources.guid)}
    translations = translations_of(records.rows, records.segments)
    given = records.evidence.get(finding.guid, ())
    others = things(records.rows, [(one.target_kind, one.target) for one in given
                                   if one.target_kind not in {Segment.KIND, Snapshot.KIND}])  # fmt: skip
    cards = []
    for one in sorted(given, key=_strongest):
        segment, found = records.segments.get(one.target), None
        if segment is not None and on_text(segment):
            place = rows[segment.source], segment.start, segment.end
            found = replace(words.segment(*place, context=80), segment=segment.guid)
        by = records.people[one.user].name if one.user in records.people else ""
        lost = segment.lost if segment else None
        told = records.quality.get(one.target, {})
        other = translations.get(one.target, ())
        cell, thing = cells.get(one.guid), others.get(one.target)
        cards.append(EvidenceCard(one, by, found, lost, cell, told, other, thing))
    return cards


def _strongest(evidence: Evidence) -> tuple[int, int]:
    weight = -1 if evidence.weight is None else evidence.weight
    return _ORDER.get(evidence.stance, len(_ORDER)), -weight
