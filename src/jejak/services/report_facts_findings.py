"""Findings with all they rest on, as a report tells them."""

from __future__ import annotations

from collections.abc import Iterable

from ..checks import CHECKS, Tactic, rests_on
from ..model import Check, Code, Evidence, Finding, Question, Segment
from ..model.corpus import Corpus
from ..model.finding import STANCES
from ..model.verdict import EvidenceRow, FindingFacts
from ..report.facts import CheckFacts, EvidenceFacts, FindingStory, Passage
from ..store import Rows
from ..store.lookups import code_paths
from .finding_facts import FactsReader
from .finding_records import FindingRecords
from .name_index import natural_key
from .report_facts_passages import Passages

__all__ = ["finding_stories"]

# So many segments that nobody weighed are quoted for each finding.
_UNWEIGHED = 20


def finding_stories(rows: Rows, corpus: Corpus) -> tuple[FindingStory, ...]:
    """Every finding with its evidence in context and its checks as of now, in order of label."""
    findings = sorted(rows.all(Finding), key=lambda one: natural_key(one.label))
    records = FindingRecords(rows, findings)
    stories = _Stories(rows, corpus, records)
    return tuple(stories.of(finding) for finding in findings)


class _Stories:
    def __init__(self, rows: Rows, corpus: Corpus, records: FindingRecords) -> None:
        self._records = records
        self._corpus = corpus
        self._reader = FactsReader(records, corpus)
        self._passages = Passages(rows, corpus)
        self._questions = {one.guid: one for one in rows.all(Question)}
        self._paths = code_paths(rows.each(Code))
        self._sources = {guid: row for row, guid in enumerate(corpus.sources.guid)}
        self._cases = {guid: row for row, guid in enumerate(corpus.cases.guid)}
        self._people = {guid: user.name for guid, user in records.people.items()}

    def of(self, finding: Finding) -> FindingStory:
        facts = self._reader.facts(finding)
        segments = self._reader.unweighed(finding)
        codes = self._records.codes.get(finding.guid, ())
        return FindingStory(
            finding=finding,
            question=self._questions.get(finding.question or ""),
            codes=tuple((guid, self._paths[guid]) for guid in codes),
            scope=tuple(
                sorted((self._corpus.cases.name[self._cases[guid]] for guid in facts.scope),
                       key=natural_key)
            ),
            author=self._people[finding.user],
            evidence=tuple(self._evidence(finding, facts)),
            checks=tuple(self._checks(finding, facts)),
            unweighed=tuple(
                self._passages.of(
                    int(segments.source[n]), int(segments.start[n]), int(segments.end[n])
                )
                for n in range(min(len(segments), _UNWEIGHED))
            ),
            unweighed_total=len(segments),
        )  # fmt: skip

    # --- evidence ---

    def _evidence(self, finding: Finding, facts: FindingFacts) -> Iterable[EvidenceFacts]:
        rows = {row.guid: row for row in facts.evidence}
        given = self._records.evidence.get(finding.guid, [])
        for one in sorted(given, key=_strength):
            segment = self._records.segments.get(one.target)
            lost = None if segment is None else segment.lost
            yield EvidenceFacts(
                one, self._people[one.user], self._passage(segment, rows[one.guid]), lost
            )

    def _passage(self, segment: Segment | None, row: EvidenceRow) -> Passage | None:
        if segment is None or row.source is None:
            return None
        whose = -1 if row.case is None else self._cases[row.case]
        return self._passages.of(self._sources[row.source], segment.start, segment.end, whose)

    # --- checks ---

    def _checks(self, finding: Finding, facts: FindingFacts) -> Iterable[CheckFacts]:
        judged = {one.tactic: one for one in self._records.checks.get(finding.guid, ())}
        for name, tactic in CHECKS.all().items():
            yield self._check(tactic, facts, judged.get(name))

    def _check(self, tactic: Tactic, facts: FindingFacts, judged: Check | None) -> CheckFacts:
        verdict = tactic.examine(facts)
        if judged is None:
            return CheckFacts(tactic.title, tactic.source, verdict)
        return CheckFacts(
            tactic.title,
            tactic.source,
            verdict,
            judged=judged.verdict,
            note=judged.note,
            judged_by=self._people[judged.user],
            judged_on=judged.created,
            stale=judged.rests_on != rests_on(tactic, facts),
        )


def _strength(one: Evidence) -> tuple[int, int, str]:
    """For first, then what qualifies, then against; the strongest first."""
    order = ("supports", "qualifies", "contradicts")
    assert set(order) == set(STANCES)
    return order.index(one.stance), -(one.weight or 0), one.guid
