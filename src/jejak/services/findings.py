"""Findings: conclusions, what speaks for and against them, and how they were tested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from ..analysis.coders import of_coders
from ..analysis.query.case_scope import cases_in_scope
from ..checks import rests_on, tactic_of
from ..checks.leave_one_out import LeftOut
from ..errors import InvalidInput
from ..model import Check, Evidence, Finding, Segment, Source, say
from ..model.identity import now
from ..model.undisturbed import undisturbed
from ..model.verdict import OUTCOMES
from ..store.cascade import drop_bare_segments, remove_whole
from ..store.lookups import find_finding
from .answers import Answers
from .candidates import CandidateFinder, Candidates
from .finding_cards import CheckCard, EvidenceCard, FindingCard, evidence_cards, finding_cards
from .finding_displays import FindingDisplays, drop_snapshots
from .finding_facts import FactsReader
from .finding_records import FindingRecords
from .finding_status import left_out, refuse_lacking
from .finding_ties import FindingTies
from .finding_values import check_evidence, check_new, checked, concern, next_label, target_of
from .name_index import natural_key
from .segment_cards import Found, SegmentCards
from .study_lookups import StudyLookups

__all__ = ["CheckCard", "EvidenceCard", "FindingCard", "Findings"]

# For everybody, and for whoever codes blind.
_KEPT = 4


class Findings(FindingTies, FindingDisplays):
    """The findings of a study."""

    @cached_property
    def _cards(self) -> Answers[tuple[FindingCard, ...]]:
        return Answers(_KEPT)

    # -- reading -----------------------------------------------------------------------------------

    def all(self) -> list[Finding]:
        """All findings in the natural order of their labels: ``F2`` before ``F10``."""
        return sorted(self._store.all(Finding), key=lambda finding: natural_key(finding.label))

    def get(self, name: str) -> Finding:
        """The finding of that label or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_finding(rows, name)

    # ``people`` (GUIDs), wherever it is taken, leaves out what others coded, weighed and judged.

    def cards(self, *, people: Sequence[str] | None = None) -> list[FindingCard]:
        """All findings, each with its codes, cases and checks as of now."""
        with self._store.view() as rows:
            whole = self._store.corpus()

            def made() -> tuple[FindingCard, ...]:
                with undisturbed():
                    findings = self.all()
                    records = FindingRecords(rows, findings, people)
                    return tuple(finding_cards(records, of_coders(whole, people), findings))

            # A prediction is due on another day.
            key = None if people is None else tuple(people), now().date()
            return list(self._cards.of(whole, key, made))

    def card(self, finding: Finding, *, people: Sequence[str] | None = None) -> FindingCard:
        """One finding with its codes, cases and checks as of now."""
        with self._store.view() as rows:
            records = FindingRecords(rows, [finding], people)
            return finding_cards(records, of_coders(self._store.corpus(), people), [finding])[0]

    def evidence(
        self, finding: Finding, *, people: Sequence[str] | None = None
    ) -> list[EvidenceCard]:
        """What supports it, then what qualifies and contradicts it, the strongest first."""
        with self._store.view() as rows:
            records = FindingRecords(rows, [finding], people)
            given = records.evidence.get(finding.guid, ())
            cells = self.cited_cells(given, people=people)
            return evidence_cards(records, of_coders(self._store.corpus(), people), finding, cells)

    def unweighed(
        self,
        finding: Finding,
        *,
        offset: int = 0,
        limit: int = 50,
        context: int = 80,
        people: Sequence[str] | None = None,
    ) -> Found:
        """Segments under its codes that share no word with any of its evidence."""
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), people)
            reader = FactsReader(FindingRecords(rows, [finding], people), corpus)
            segments = reader.unweighed(finding)
            page = SegmentCards(rows, corpus).page(segments.page(offset, limit), context)
            return Found(len(segments), page)

    def candidates(
        self,
        finding: Finding,
        way: str = "codes",
        *,
        query: str = "",
        offset: int = 0,
        limit: int = 50,
        context: int = 80,
        people: Sequence[str] | None = None,
    ) -> Candidates:
        """What could be evidence and was not weighed, each with its reason: under its *codes*, found by
        a *query*, on the other side (*polarity*), or *alike* to its evidence in words.

        Raises :class:`InvalidInput` (way, query), :class:`NotFound`.
        """
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), people)
            finder = CandidateFinder(FindingRecords(rows, [finding], people), corpus, finding)
            return finder.page(way, query, offset, limit, context)

    def examine(self, finding: Finding, *, people: Sequence[str] | None = None) -> list[CheckCard]:
        """Every verification tactic: what it shows now, and what an analyst judged."""
        return list(self.card(finding, people=people).checks)

    def leave_one_out(
        self, finding: Finding, *, people: Sequence[str] | None = None
    ) -> tuple[LeftOut, ...]:
        """Which participants, sources and coders it stands on: what would change without each."""
        with self._store.view() as rows:
            records = FindingRecords(rows, [finding], people)
            return left_out(records, of_coders(self._store.corpus(), people), finding)

    # -- findings ----------------------------------------------------------------------------------

    def add(
        self,
        statement: str,
        *,
        label: str | None = None,
        kind: str = "description",
        question: str | None = None,
        scope: str = "",
        codes: Sequence[str] = (),
        status: str = "hunch",
        confidence: str | None = None,
        rival: str = "",
    ) -> Finding:
        """A new finding; without a label it gets the next free one (``F8``).

        Codes are names, paths or GUIDs; ``question`` is a GUID; ``scope`` is a query over cases.
        Raises :class:`InvalidInput`, :class:`NotFound`, :class:`Conflict` (``name-taken``;
        ``status-lacking`` for a status that asks for more than there is).
        """
        self._check_scope(scope)
        with self._store.write(say("Write a finding"), self._user) as change:
            values = {
                "label": next_label(change) if label is None else label,
                "statement": statement, "kind": kind, "question": question, "scope": scope,
                "status": status, "confidence": confidence, "rival": rival,
            }  # fmt: skip
            finding = Finding(user=self._user, **checked(change, values))
            change.retell(say("Write the finding {label}", label=finding.label))
            change.add(finding)
            concern(change, finding, codes)
            refuse_lacking(change, self._store.corpus(), finding)
            return finding

    def update(
        self, finding: Finding, *, codes: Sequence[str] | None = None, **values: Any
    ) -> Finding:
        """Change a finding's label, statement, kind, question, scope, status, confidence, rival or
        codes. Raises as :meth:`add`."""
        if "scope" in values:
            self._check_scope(values["scope"])
        verb = say("Change the finding {label}", label=finding.label)
        with self._store.write(verb, self._user) as change:
            written = change.set(finding, **checked(change, values, finding.guid))
            if codes is not None:
                concern(change, written, codes)
            if written.status != finding.status:
                refuse_lacking(change, self._store.corpus(), written)
            return written

    def remove(self, finding: Finding) -> dict[str, int]:
        """Remove a finding with its evidence and checks. How many entities went, by kind."""
        verb = say("Remove the finding {label}", label=finding.label)
        with self._store.write(verb, self._user) as change:
            targets = _segments(change.rows.all(Evidence, finding=finding.guid))
            counts = remove_whole(change, Finding.KIND, [finding.guid])
            bare = drop_bare_segments(change, targets)
            return counts | ({Segment.KIND: bare} if bare else {})

    def _check_scope(self, scope: str) -> None:
        if scope.strip():
            with self._store.view() as rows:
                corpus = self._store.corpus()
                cases_in_scope(scope, corpus, StudyLookups(rows, corpus))

    # -- evidence ----------------------------------------------------------------------------------

    def add_evidence(
        self,
        finding: Finding,
        *,
        segment: str | None = None,
        source: Source | None = None,
        start: int | None = None,
        end: int | None = None,
        target_kind: str = Segment.KIND,
        target: str | None = None,
        stance: str = "supports",
        weight: int | None = None,
        why: str = "",
        user: str | None = None,
    ) -> Evidence:
        """Weigh a segment, a stretch of a source in code points, or a cell or reference.

        ``weight`` is 0 to 6. Raises :class:`InvalidInput`, :class:`NotFound`, and
        :class:`Conflict` where the same person has weighed the same thing already.
        """
        check_evidence({"stance": stance, "weight": weight})
        verb = say("Add evidence to the finding {label}", label=finding.label)
        with self._store.write(verb, self._user) as change:
            kind, guid = target_of(change, segment, (source, start, end), (target_kind, target))
            evidence = Evidence(
                finding=finding.guid, target_kind=kind, target=guid, stance=stance, weight=weight,
                why=why.strip(), user=user or self._user,
            )  # fmt: skip
            check_new(change, evidence)
            change.add(evidence)
            return evidence

    def update_evidence(self, guid: str, **values: Any) -> Evidence:
        """Weigh a piece of evidence anew: its ``stance``, ``weight``, ``why``.

        Raises :class:`InvalidInput`, :class:`NotFound`.
        """
        check_evidence(values)
        with self._store.write(say("Weigh evidence anew"), self._user) as change:
            evidence = change.rows.get(Evidence, guid)
            finding = change.rows.get(Finding, evidence.finding)
            change.retell(say("Weigh evidence of the finding {label} anew", label=finding.label))
            return change.set(evidence, **values)

    def remove_evidence(self, guids: Sequence[str]) -> int:
        """Take evidence from its findings; codings on the same words stay. How many there were."""
        verb = say("Take away {n} piece of evidence|Take away {n} pieces of evidence", n=len(guids))
        with self._store.write(verb, self._user) as change:
            found = change.rows.among(Evidence, "guid", guids)
            remove_whole(change, Evidence.KIND, [one.guid for one in found])
            drop_snapshots(change, found)
            drop_bare_segments(change, _segments(found))
        return len(found)

    # -- judging -----------------------------------------------------------------------------------

    def judge(self, finding: Finding, tactic: str, verdict: str, note: str = "") -> Check:
        """Put the analyst's verdict on a tactic, with what it shows now; it replaces an older one.

        Raises :class:`NotFound` (no such tactic), :class:`InvalidInput` (no such verdict).
        """
        wanted = tactic_of(tactic)
        if verdict not in OUTCOMES:
            raise InvalidInput(
                "unknown-verdict",
                f"“{verdict}” is no verdict.",
                f"Use one of: {', '.join(OUTCOMES)}.",
            )
        verb = say(
            "Judge the finding {label} by {tactic}", label=finding.label, tactic=wanted.title
        )
        with self._store.write(verb, self._user) as change:
            records = FindingRecords(change.rows, [finding])
            facts = FactsReader(records, self._store.corpus()).facts(finding)
            values: dict[str, Any] = {
                "verdict": verdict, "note": note.strip(), "facts": wanted.examine(facts).facts,
                "rests_on": rests_on(wanted, facts), "user": self._user, "created": now(),
            }  # fmt: skip
            there = change.rows.first(Check, finding=finding.guid, tactic=tactic)
            if there is not None:
                return change.set(there, **values)
            check = Check(finding=finding.guid, tactic=tactic, **values)
            change.add(check)
            return check


def _segments(evidence: Iterable[Evidence]) -> list[str]:
    return [one.target for one in evidence if one.target_kind == Segment.KIND]
