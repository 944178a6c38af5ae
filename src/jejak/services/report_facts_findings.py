"""Findings with all they rest on, as a report tells them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..checks import CHECKS, Tactic, rests_on
from ..checks.leave_one_out import TOLD, leave_one_out, parts_of
from ..checks.sharing import Examined
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
    Snapshot,
    say,
)
from ..model.corpus import Corpus
from ..model.verdict import EvidenceRow, FindingFacts, Verdict
from ..report.amounts import evidence_quoted, unweighed_quoted
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
from .things import things
from .translations import Rendered, translations_of

__all__ = ["finding_stories"]

# The order in which evidence is told.
_TOLD = ("supports", "qualifies", "contradicts")
# Of a finding that stands on more than so many participants, sources and coders, the report does not
# tell what becomes of it without one of them.
_FEW = 200
_STAYS = say("What it shows rests on something that stays in the study.")


def finding_stories(
    rows: Rows,
    corpus: Corpus,
    cited: Mapping[str, CitedFacts],
    leaving: Leaving,
    *,
    whole: bool = False,
) -> tuple[FindingStory, ...]:
    """Every finding with its evidence in context and its checks as of now, in order of label;
    ``cited`` are the cells that are evidence, by the GUID of what was kept of them. Nothing is told of
    what attributes decide whose values stay in the study. The words of more evidence than a report
    quotes are read where they are wanted ``whole``."""
    findings = sorted(rows.all(Finding), key=lambda one: natural_key(one.label))
    records = FindingRecords(rows, findings)
    stories = _Stories(rows, corpus, records, cited, leaving)
    stories.read(findings, len(records.weighed) if whole else evidence_quoted(len(findings)))
    return tuple(stories.of(finding) for finding in findings)


def _literature(rows: Rows) -> dict[str, list[str]]:
    """The citation keys of the works that findings are linked with."""
    keys = {one.guid: one.key for one in rows.all(Reference)}
    found: dict[str, list[str]] = {}
    for link in rows.each(Link, role="reference", owner_kind="finding"):
        if link.target in keys:
            found.setdefault(link.owner, []).append(keys[link.target])
    return found


# A source by its row, where a stretch of it begins and ends, whose words it is: -1 nobody's, ``None``
# where that is to be found.
_Place = tuple[int, int, int, int | None]


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
        self._rows = rows
        self._passages = Passages(rows, corpus)
        self._examined = Examined()
        self._scopes: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._facts: dict[str, FindingFacts] = {}
        self._given: dict[str, list[EvidenceRow]] = {}
        self._evidence: dict[str, Evidence] = {}
        self._unquoted: dict[tuple[str, str | None, str | None], EvidenceFacts] = {}
        self._left: dict[str, tuple[int, list[_Place]]] = {}
        self._quoted: dict[str, _Place] = {}
        self._words: dict[_Place, Passage] = {}
        self._translations: dict[str, tuple[Rendered, ...]] = {}
        self._lost: dict[str, str | None] = {}
        self._things: dict[str, tuple[str, str]] = {}
        self._questions = {one.guid: one for one in rows.all(Question)}
        self._paths = code_paths(rows.each(Code))
        self._sources = {guid: row for row, guid in enumerate(corpus.sources.guid)}
        self._cases = {guid: row for row, guid in enumerate(corpus.cases.guid)}
        self._literature = _literature(rows)
        self._people = {guid: user.name for guid, user in records.people.items()}

    def read(self, findings: Sequence[Finding], quoted: int) -> None:
        """Find what is told of the findings, and read what of it is quoted source by source: so many
        pieces of evidence of each stance."""
        unweighed, wanted = unweighed_quoted(len(findings)), list[EvidenceRow]()
        for finding in findings:
            facts = self._facts[finding.guid] = self._reader.facts(finding)
            segments = self._reader.unweighed(finding)
            page = segments.page(0, unweighed)
            columns = (page.source.tolist(), page.start.tolist(), page.end.tolist())
            left: list[_Place] = [(*place, None) for place in zip(*columns, strict=True)]
            self._left[finding.guid] = len(segments), left
            sides = _strongest_first(facts)
            self._given[finding.guid] = [row for side in sides for row in side]
            for side in sides:
                wanted += side[:quoted]
                wanted += [row for row in side[quoted:] if row.source is None]
        for row in wanted:
            place = self._place(row)
            if place is not None:
                self._quoted[row.guid] = place
        places = {*self._quoted.values(), *(one for _, left in self._left.values() for one in left)}
        ordered = sorted(places, key=lambda one: one[:3])
        self._passages.expect(place[0] for place in ordered)
        for place in ordered:
            self._words[place] = self._passages.of(*place)
        found = self._rows.among(Evidence, "guid", [row.guid for row in wanted])
        self._evidence = {one.guid: one for one in found}
        self._read_segments()

    def _read_segments(self) -> None:
        """What the segments say in other languages, and what those said whose words are gone."""
        lost = {row.guid for rows in self._given.values() for row in rows if row.lost}
        gone = [one.target for one in self._evidence.values() if one.guid in lost]
        there = [one.target for one in self._evidence.values() if one.guid in self._quoted]
        other = [(one.target_kind, one.target) for one in self._evidence.values()
                 if one.target_kind not in {Segment.KIND, Snapshot.KIND}]  # fmt: skip
        keys = {one.guid: one.key for one in self._rows.all(Reference)} if other else {}
        self._things = {
            guid: (thing.kind, keys.get(guid, thing.label))
            for guid, thing in things(self._rows, other).items()
        }
        self._translations = translations_of(self._rows, there)
        self._lost = {one.guid: one.lost for one in self._rows.among(Segment, "guid", gone)}

    def _place(self, row: EvidenceRow) -> _Place | None:
        if row.source is None or row.start is None or row.end is None:
            return None
        whose = -1 if row.case is None else self._cases[row.case]
        return self._sources[row.source], row.start, row.end, whose

    def of(self, finding: Finding) -> FindingStory:
        facts = self._facts[finding.guid]
        stays = decided_by_scope(finding, self._leaving)
        total, left = (0, []) if stays else self._left[finding.guid]
        codes = self._records.codes.get(finding.guid, ())
        return FindingStory(
            finding=finding,
            question=self._questions.get(finding.question or ""),
            codes=tuple((guid, self._paths[guid]) for guid in codes),
            scope=() if stays else self._scope(facts),
            scope_stays=stays,
            author=self._people[finding.user],
            evidence=tuple(self._all_told(self._given[finding.guid])),
            checks=tuple(self._checks(finding, facts)),
            unweighed=tuple(self._words[place] for place in left),
            unweighed_total=total,
            literature=tuple(sorted(self._literature.get(finding.guid, ()), key=natural_key)),
            left_out=self._left_out(finding, facts),
            plausible=facts.plausible
            and not confirmed(facts, reasons_of(self._records, finding, facts)),
        )  # fmt: skip

    def _scope(self, facts: FindingFacts) -> tuple[str, ...]:
        if facts.scope not in self._scopes:
            names = (self._corpus.cases.name[self._cases[guid]] for guid in facts.scope)
            self._scopes[facts.scope] = tuple(sorted(names, key=natural_key))
        return self._scopes[facts.scope]

    # --- evidence ---

    def _all_told(self, rows: Sequence[EvidenceRow]) -> list[EvidenceFacts]:
        quoted, bare = self._evidence, self._unquoted
        return [
            self._told(row, quoted[row.guid])
            if row.guid in quoted
            else bare.get((row.stance, row.source, row.case)) or self._bare(row)
            for row in rows
        ]

    def _told(self, row: EvidenceRow, one: Evidence) -> EvidenceFacts:
        place = self._quoted.get(row.guid)
        passage = None if place is None else self._passage(one, self._words[place])
        return EvidenceFacts(
            row.stance,
            passage,
            one,
            self._people[one.user],
            self._lost.get(one.target),
            self._cited.get(one.target),
            self._things.get(one.target),
        )

    def _bare(self, row: EvidenceRow) -> EvidenceFacts:
        """A piece that is not quoted: the same for all of one stance, source and case."""
        whose = -1 if row.case is None else self._cases[row.case]
        passage = self._passages.whose(self._sources[row.source or ""], whose)
        told = EvidenceFacts(row.stance, passage)
        self._unquoted[row.stance, row.source, row.case] = told
        return told

    def _passage(self, one: Evidence, found: Passage) -> Passage:
        told = tuple(
            Rendering(said.record.language, said.record.text, said.record.translator, said.stale)
            for said in self._translations.get(one.target, ())
        )
        return replace(found, translations=told) if told else found

    # --- checks ---

    def _checks(self, finding: Finding, facts: FindingFacts) -> Iterable[CheckFacts]:
        judged = {one.tactic: one for one in self._records.checks.get(finding.guid, ())}
        told = facts if self._telling is self._reader else self._telling.facts(finding)
        stay = facts_that_stay(finding, self._records, self._leaving)
        for name, tactic in CHECKS.all().items():
            stays = not stay.isdisjoint(tactic.uses)
            verdict = (
                Verdict(name, "not applicable", _STAYS, {})
                if stays
                else self._examined.of(tactic, told)
            )
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


def _strongest_first(facts: FindingFacts) -> list[list[EvidenceRow]]:
    """For first, then what qualifies, then against; the strongest first, else in the order of the GUIDs,
    as they come."""
    sides = [[row for row in facts.evidence if row.stance == stance] for stance in _TOLD]
    weights = facts.weights
    if weights:
        for side in sides:
            side.sort(key=lambda row: -weights.get(row.guid, 0))
    return sides
