"""Leave one out: what a finding would come to without one participant, source or coder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome
from . import (
    coders,
    participants,
    replication,
    representativeness,
    source_kinds,
    triangulation,
    weight_of_evidence,
)
from .status import Lack, lacking
from .tactic import Tactic
from .words import OUTCOME_WORDS

__all__ = ["TOLD", "LeftOut", "leave_one_out", "parts_of", "without_coder", "without_participant",
           "without_source"]  # fmt: skip

# The tactics that only ask what evidence there is and who speaks in it.
TOLD: Mapping[str, Tactic] = {
    one.TACTIC.name: one.TACTIC
    for one in (
        participants, source_kinds, coders, representativeness, triangulation, weight_of_evidence,
        replication,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What changes without one ``participant``, ``source`` or ``coder``: ``outcomes`` are the tactics
    that come out otherwise (before, after), ``lacks`` what the finding would lack for its status."""

    kind: str
    guid: str
    name: str
    outcomes: Mapping[str, tuple[Outcome, Outcome]]
    lacks: tuple[Lack, ...]

    @property
    def sentence(self) -> Message:
        """What changes, in words."""
        changed = [
            say(
                "{title} from “{before}” to “{after}”", title=TOLD[name].title,
                before=OUTCOME_WORDS[before], after=OUTCOME_WORDS[after],
            )
            for name, (before, after) in self.outcomes.items()
        ]  # fmt: skip
        told = say("Without {name}: {changed}.", name=self.name, changed=changed)
        if not self.lacks:
            return told
        reasons = [lack.sentence for lack in self.lacks]
        if not changed:
            return say(
                "Without {name} its status is not borne out: {lacks}", name=self.name, lacks=reasons
            )
        return say(
            "{told} Its status is not borne out then: {lacks}", told=told, lacks=reasons
        )  # fmt: skip


def without_participant(facts: FindingFacts, case: str) -> FindingFacts:
    """The facts without what a case says, without the case in the scope, and without its answers."""
    left = _without(facts, (row.guid for row in facts.evidence if row.case == case))
    return replace(
        left,
        scope=tuple(one for one in facts.scope if one != case),
        exposed=tuple(one for one in facts.exposed if one != case),
        strata={
            name: {one: value for one, value in values.items() if one != case}
            for name, values in facts.strata.items()
        },
        unlike={one: far for one, far in facts.unlike.items() if one != case},
        feedback=tuple(row for row in facts.feedback if row.case != case),
        standings=tuple(row for row in facts.standings if row.case != case),
    )


def without_source(facts: FindingFacts, source: str) -> FindingFacts:
    """The facts without the evidence of one source."""
    return _without(facts, (row.guid for row in facts.evidence if row.source == source))


def without_coder(facts: FindingFacts, coder: str) -> FindingFacts:
    """The facts without the evidence somebody gave, and without what they coded."""
    left = _without(facts, (guid for guid, given in facts.given.items() if given.user == coder))
    coded = any(coder in people for people in facts.coded_by.values())
    return replace(
        left,
        coded_by={
            guid: tuple(one for one in people if one != coder)
            for guid, people in left.coded_by.items()
        },
        coders=facts.coders - coded,
    )


def leave_one_out(
    facts: FindingFacts, status: str, reasons: Mapping[str, str] | None = None
) -> tuple[LeftOut, ...]:
    """For each participant, source and coder whose absence changes something, what it changes.

    ``reasons`` are an analyst's verdicts with reasons, as :func:`~jejak.checks.status.lacking` takes
    them; one on triangulation does not outlive another outcome of it.
    """
    before = {name: tactic.examine(facts).outcome for name, tactic in TOLD.items()}
    there = {lack.condition for lack in lacking(status, facts, reasons)}
    found = []
    for kind, guid, left in _dropped(facts):
        after = {name: tactic.examine(left).outcome for name, tactic in TOLD.items()}
        outcomes = {
            name: (before[name], after[name]) for name in TOLD if before[name] != after[name]
        }
        kept = {
            tactic: verdict
            for tactic, verdict in (reasons or {}).items()
            if tactic != "triangulation" or tactic not in outcomes
        }
        lacks = tuple(one for one in lacking(status, left, kept) if one.condition not in there)
        if outcomes or lacks:
            found.append(LeftOut(kind, guid, facts.names.get(guid, guid), outcomes, lacks))
    return tuple(found)


def parts_of(facts: FindingFacts) -> int:
    """How many participants, sources and coders there are to leave out."""
    return sum(len(guids) for guids in _parts(facts))


def _parts(facts: FindingFacts) -> tuple[set[str], set[str], set[str]]:
    cases = {row.case for row in facts.evidence if row.case} | set(facts.exposed)
    sources = {row.source for row in facts.evidence if row.source}
    people = {given.user for given in facts.given.values()}
    people |= {one for several in facts.coded_by.values() for one in several}
    return cases, sources, people


def _dropped(facts: FindingFacts) -> Iterable[tuple[str, str, FindingFacts]]:
    cases, sources, people = _parts(facts)
    ways: tuple[tuple[str, set[str], Callable[[FindingFacts, str], FindingFacts]], ...] = (
        ("participant", cases, without_participant),
        ("source", sources, without_source),
        ("coder", people, without_coder),
    )
    for kind, guids, without in ways:
        for guid in sorted(guids, key=lambda one: (facts.names.get(one, one), one)):
            yield kind, guid, without(facts, guid)


def _without(facts: FindingFacts, guids: Iterable[str]) -> FindingFacts:
    gone = frozenset(guids)
    return replace(
        facts,
        evidence=tuple(row for row in facts.evidence if row.guid not in gone),
        coded_by={guid: who for guid, who in facts.coded_by.items() if guid not in gone},
        given={guid: by for guid, by in facts.given.items() if guid not in gone},
    )
