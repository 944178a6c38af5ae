"""Findings with all they rest on, as a report tells them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..checks import CHECKS, Tactic, rests_on
from ..checks.leave_one_out import TOLD, leave_one_out, parts_of
from ..checks.status import confirmed
from ..model import (
    Check,
    Code,
    Evidence,
    Finding,
    Link,
    Message,
    Question,
    Reference,
    Segment,
    say,
)
from ..model.corpus import Corpus
from ..model.finding import STANCES
from ..model.verdict import EvidenceRow, FindingFacts, Verdict
from ..report.facts import CheckFacts, CitedFacts, EvidenceFacts, FindingStory, Passage, Rendering
from ..store import Rows
from ..store.lookups import code_paths
from .finding_facts import FactsReader
from .finding_records import FindingRecords
from .finding_status import reasons_of
from .finding_stays import decided_by_scope, facts_that_stay
from .leaving import Leaving
from .name_index import natural_key
from .report_facts_passages import Passages
from .translations import translations_of

__all__ = ["finding_stories"]

# So many segments that nobody weighed are quoted for each finding.
_UNWEIGHED = 20
# Of a finding that stands on more than so many participants, sources and coders, the report does not
# tell what becomes of it without one of them.
_FEW = 200
_STAYS = say("What it shows rests on something that stays in the study.")


def finding_stories(
    rows: Rows, corpus: Corpus, cited: Mapping[str, CitedFacts], leaving: Leaving
) -> tuple[FindingStory, ...]:
    """Every finding with its evidence in context and its checks as of now, in order of label;
    ``cited`` are the cells that are evidence, by the GUID of what was kept of them. Nothing is told of
    what attributes decide whose values stay in the study."""
    findings = sorted(rows.all(Finding), key=lambda one: natural_key(one.label))
    records = FindingRecords(rows, findings)
    stories = _Stories(rows, corpus, records, cited, leaving)
    return tuple(stories.of(finding) for finding in findings)


def _literature(rows: Rows) -> dict[str, list[str]]:
    """The citation keys of the works that findings are linked with."""
    keys = {one.guid: one.key for one in rows.all(Reference)}
    found: dict[str, list[str]] = {}
    for link in rows.each(Link, role="reference", owner_kind="finding"):
        if link.target in keys:
            found.setdefault(link.owner, []).append(keys[link.target])
    return found


class _Stories:
    def __init__(
        self,
        rows: Rows,
        corpus: Corpus,
        records: FindingRecords,
        cited: Mapping[str, CitedFacts],
        leaving: Leaving,
    ) -> None:
        self._cited = cited
        self._records = records
        self._corpus = corpus
        self._reader = FactsReader(records, corpus)
        hidden = leaving.hidden_names
        self._telling = FactsReader(records, corpus, hidden) if hidden else self._reader
        self._leaving = leaving
        self._passages = Passages(rows, corpus)
        self._translations = translations_of(rows, records.segments)
        self._questions = {one.guid: one for one in rows.all(Question)}
        self._paths = code_paths(rows.each(Code))
        self._sources = {guid: row for row, guid in enumerate(corpus.sources.guid)}
        self._cases = {guid: row for row, guid in enumerate(corpus.cases.guid)}
        self._literature = _literature(rows)
        self._people = {guid: user.name for guid, user in records.people.items()}

    def of(self, finding: Finding) -> FindingStory:
        facts = self._reader.facts(finding)
        stays = decided_by_scope(finding, self._leaving)
        segments = self._reader.unweighed(finding)
        total = 0 if stays else len(segments)
        codes = self._records.codes.get(finding.guid, ())
        return FindingStory(
            finding=finding,
            question=self._questions.get(finding.question or ""),
            codes=tuple((guid, self._paths[guid]) for guid in codes),
            scope=() if stays else self._scope(facts),
            scope_stays=stays,
            author=self._people[finding.user],
            evidence=tuple(self._evidence(finding, facts)),
            checks=tuple(self._checks(finding, facts)),
            unweighed=tuple(
                self._passages.of(
                    int(segments.source[n]), int(segments.start[n]), int(segments.end[n])
                )
                for n in range(min(total, _UNWEIGHED))
            ),
            unweighed_total=total,
            literature=tuple(sorted(self._literature.get(finding.guid, ()), key=natural_key)),
            left_out=self._left_out(finding, facts),
            plausible=facts.plausible
            and not confirmed(facts, reasons_of(self._records, finding, facts)),
        )  # fmt: skip

    def _scope(self, facts: FindingFacts) -> tuple[str, ...]:
        names = (self._corpus.cases.name[self._cases[guid]] for guid in facts.scope)
        return tuple(sorted(names, key=natural_key))

    # --- evidence ---

    def _evidence(self, finding: Finding, facts: FindingFacts) -> Iterable[EvidenceFacts]:
        rows = {row.guid: row for row in facts.evidence}
        given = self._records.evidence.get(finding.guid, [])
        for one in sorted(given, key=_strength):
            segment = self._records.segments.get(one.target)
            lost = None if segment is None else segment.lost
            yield EvidenceFacts(
                one,
                self._people[one.user],
                self._passage(segment, rows[one.guid]),
                lost,
                self._cited.get(one.target),
            )

    def _passage(self, segment: Segment | None, row: EvidenceRow) -> Passage | None:
        if segment is None or row.source is None:
            return None
        whose = -1 if row.case is None else self._cases[row.case]
        found = self._passages.of(self._sources[row.source], segment.start, segment.end, whose)
        said = self._translations.get(segment.guid, ())
        told = tuple(
            Rendering(one.record.language, one.record.text, one.record.translator, one.stale)
            for one in said
        )
        return replace(found, translations=told) if told else found

    # --- checks ---

    def _checks(self, finding: Finding, facts: FindingFacts) -> Iterable[CheckFacts]:
        judged = {one.tactic: one for one in self._records.checks.get(finding.guid, ())}
        told = facts if self._telling is self._reader else self._telling.facts(finding)
        stay = facts_that_stay(finding, self._records, self._leaving)
        for name, tactic in CHECKS.all().items():
            stays = not stay.isdisjoint(tactic.uses)
            verdict = Verdict(name, "not applicable", _STAYS, {}) if stays else tactic.examine(told)
            yield self._check(tactic, facts, verdict, judged.get(name), stays=stays)

    def _left_out(self, finding: Finding, facts: FindingFacts) -> tuple[Message, ...] | None:
        stay = facts_that_stay(finding, self._records, self._leaving)
        if any(not stay.isdisjoint(tactic.uses) for tactic in TOLD.values()):
            return None
        told = facts if self._telling is self._reader else self._telling.facts(finding)
        if parts_of(told) > _FEW:
            return None
        found = leave_one_out(told, finding.status, reasons_of(self._records, finding, facts))
        return tuple(one.sentence for one in found if one.lacks or one.kind == "participant")

    def _check(
        self,
        tactic: Tactic,
        facts: FindingFacts,
        verdict: Verdict,
        judged: Check | None,
        *,
        stays: bool,
    ) -> CheckFacts:
        if judged is None:
            return CheckFacts(tactic.title, tactic.source, verdict, stays=stays)
        return CheckFacts(
            tactic.title,
            tactic.source,
            verdict,
            judged=judged.verdict,
            note=judged.note,
            judged_by=self._people[judged.user],
            judged_on=judged.created,
            stale=judged.rests_on != rests_on(tactic, facts),
            stays=stays,
        )


def _strength(one: Evidence) -> tuple[int, int, str]:
    """For first, then what qualifies, then against; the strongest first."""
    order = ("supports", "qualifies", "contradicts")
    assert set(order) == set(STANCES)
    return order.index(one.stance), -(one.weight or 0), one.guid
