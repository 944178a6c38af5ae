"""What the checks look at: a finding's evidence, scope and codes, computed on the columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np

from ..analysis.overlap import touching
from ..analysis.query.case_scope import cases_in_scope
from ..analysis.query.hits import Hits, Segments
from ..analysis.query.ownership import cases_of
from ..analysis.spans import Bools, Ints, Spans
from ..errors import JejakError
from ..model import Evidence, Finding
from ..model.coding import ORIGINS
from ..model.corpus import Corpus
from ..model.verdict import EvidenceRow, FindingFacts, UnderCodes
from .finding_records import FindingRecords, on_text, weight_of
from .finding_tests import FindingTests
from .study_lookups import StudyLookups

__all__ = ["FactsReader"]

# Codings nobody read the words for, or only read them because the program proposed it.
_UNREAD = tuple(ORIGINS.index(origin) for origin in ("rule", "suggestion"))
# Attributes of these types divide cases into kinds.
_DIVIDING = ("list", "boolean", "rating")


@dataclass(frozen=True, slots=True)
class _Placed:
    """Evidence whose words are there, with their places and whose they are (-1: nobody's)."""

    evidence: tuple[Evidence, ...]
    spans: Spans
    case: Ints

    def only(self, stance: str) -> _Placed:
        keep = np.fromiter((e.stance == stance for e in self.evidence), np.bool_, len(self.case))
        spans = Spans(self.spans.source[keep], self.spans.start[keep], self.spans.end[keep])
        kept = tuple(e for e in self.evidence if e.stance == stance)
        return _Placed(kept, spans, self.case[keep])


class FactsReader:
    """The facts of some findings in one view of a study."""

    def __init__(
        self, records: FindingRecords, corpus: Corpus, hidden: Collection[str] = ()
    ) -> None:
        """Attributes whose names are ``hidden`` are looked at by no check."""
        self._records = records
        self._corpus = corpus
        self._hidden = frozenset(hidden)
        self._tests = FindingTests(records, corpus, hidden)
        self._scopes: dict[str, tuple[Bools, str]] = {}

    def facts(self, finding: Finding) -> FindingFacts:
        """All a check may look at of one finding."""
        corpus = self._corpus
        scope, problem = self.scope(finding)
        topic, placed = self.topic(finding), self._placed(finding)
        exposed = np.zeros(len(corpus.cases.guid) + 1, np.bool_)  # the last is nobody
        exposed[corpus.codings.case[topic.coding]] = True
        exposed[placed.case] = True
        claimed = _guids(corpus.cases.guid, scope)
        rows = self._rows(finding, placed)
        return FindingFacts(
            guid=finding.guid,
            label=finding.label,
            codes=tuple(sorted(self._records.codes.get(finding.guid, ()))),
            evidence=rows,
            weights=self._weights(finding),
            coded_by=self._coded_by(finding, topic, placed.only("supports")),
            scope=claimed,
            scope_problem=problem,
            exposed=_guids(corpus.cases.guid, scope & exposed[:-1]),
            related=self._records.related,
            strata=self._strata(claimed),
            under_codes=self._under_codes(topic, placed),
            cases=len(corpus.cases.guid),
            coders=len(self._coders),
            names=self._names,
            **self._tests.of(finding, scope, topic, rows),
        )

    def scope(self, finding: Finding) -> tuple[Bools, str]:
        """Which cases the finding claims to speak about, and what is wrong with its scope.

        A scope that was right may name a case or set that is gone by now; no case passes then.
        """
        if finding.scope not in self._scopes:
            lookups = StudyLookups(self._records.rows, self._corpus)
            try:
                found = cases_in_scope(finding.scope, self._corpus, lookups), ""
            except JejakError as error:
                found = np.zeros(len(self._corpus.cases.guid), np.bool_), error.message
            self._scopes[finding.scope] = found
        return self._scopes[finding.scope]

    def unweighed(self, finding: Finding) -> Segments:
        """The segments under its codes that share no word with any of its evidence."""
        topic, placed = self.topic(finding), self._placed(finding)
        return topic.keep(~touching(topic, placed.spans)).segments()

    # --- its codes ---

    def topic(self, finding: Finding) -> Hits:
        """The codings under its codes, but for those of cases it does not speak about."""
        codings = self._corpus.codings
        rows = np.flatnonzero(self.under(finding)[codings.code]) if len(codings) else None
        if rows is None:
            return Hits.of_codings(codings)
        scope, problem = self.scope(finding)
        if not problem:
            rows = rows[np.append(scope, True)[codings.case[rows]]]
        return Hits.of_codings(codings, rows)

    def under(self, finding: Finding) -> Bools:
        """For each code of the corpus whether the finding is about it, or about one above it."""
        codes = self._corpus.codes
        mask = np.zeros(len(codes.guid), np.bool_)
        for guid in self._records.codes.get(finding.guid, ()):
            row = self._code_rows[guid]
            mask[row : codes.last[row]] = True
        return mask

    def _under_codes(self, topic: Hits, placed: _Placed) -> UnderCodes:
        corpus, segments = self._corpus, topic.segments()
        left = ~touching(segments, placed.spans)
        case = corpus.codings.case[segments.coding[segments.first[:-1][left]]]
        kinds = corpus.sources.facets["kind"]
        by_source = np.bincount(segments.source[left], minlength=len(kinds))
        by_kind: dict[str, int] = {}
        for row in np.flatnonzero(by_source):
            kind = str(kinds[row])
            by_kind[kind] = by_kind.get(kind, 0) + int(by_source[row])
        by_case = np.bincount(case[case >= 0], minlength=len(corpus.cases.guid))
        return UnderCodes(
            total=len(segments),
            unweighed=int(left.sum()),
            by_case={corpus.cases.guid[row]: int(by_case[row]) for row in np.flatnonzero(by_case)},
            by_kind=by_kind,
            mark=self._mark(segments, left),
        )

    def _mark(self, segments: Segments, left: Bools) -> int:
        """A digest of stretches that does not depend on the order of the sources."""
        source, start, end = segments.source[left], segments.start[left], segments.end[left]
        if not len(source):
            return 0
        keys = np.zeros(len(self._corpus.sources.guid), np.uint64)
        for row in np.flatnonzero(np.bincount(source)):
            keys[row] = int(self._corpus.sources.guid[row].replace("-", "")[-16:], 16)
        mixed = keys[source] * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= start.astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= end.astype(np.uint64) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(29)
        return int((mixed * np.uint64(0xBF58476D1CE4E5B9)).sum())

    # --- its evidence ---

    def _weights(self, finding: Finding) -> dict[str, int]:
        """The weight of each piece, where it has one."""
        given = {
            one.guid: weight_of(one, self._records.quality.get(one.target, {}))
            for one in self._records.evidence.get(finding.guid, ())
        }
        return {guid: weight for guid, weight in given.items() if weight is not None}

    def _placed(self, finding: Finding) -> _Placed:
        there, places = [], []
        for one in sorted(self._records.evidence.get(finding.guid, ()), key=lambda e: e.guid):
            segment = self._records.segments.get(one.target)
            if segment is not None and segment.lost is None:
                span = (segment.start, segment.end) if on_text(segment) else (0, 0)
                there.append(one)
                places.append((self._source_rows[segment.source], *span))
        columns = np.array(places, np.int64).reshape(-1, 3).T
        spans = Spans(columns[0], columns[1], columns[2])
        bare = Hits(spans.source, spans.start, spans.end, np.full(len(there), -1, np.int64))
        case = cases_of(bare, self._corpus)
        for number, one in enumerate(there):
            if one.target in self._records.tied:
                case[number] = self._case_rows[self._records.tied[one.target]]
        return _Placed(tuple(there), spans, case)

    def _rows(self, finding: Finding, placed: _Placed) -> tuple[EvidenceRow, ...]:
        at = {one.guid: number for number, one in enumerate(placed.evidence)}
        found = []
        for one in self._records.evidence.get(finding.guid, ()):
            row = EvidenceRow(one.guid, one.stance, one.target_kind)
            if one.guid in at:
                row = self._row(one, placed, at[one.guid])
            elif one.target in self._records.segments:
                row = EvidenceRow(one.guid, one.stance, lost=True)
            found.append(row)
        return tuple(sorted(found, key=lambda row: row.guid))

    def _row(self, one: Evidence, placed: _Placed, number: int) -> EvidenceRow:
        corpus = self._corpus
        source, case = int(placed.spans.source[number]), int(placed.case[number])
        return EvidenceRow(
            one.guid,
            one.stance,
            one.target_kind,
            source=corpus.sources.guid[source],
            source_kind=corpus.sources.facets["kind"][source],
            start=self._records.segments[one.target].start,
            end=self._records.segments[one.target].end,
            case=corpus.cases.guid[case] if case >= 0 else None,
        )

    def _coded_by(
        self, finding: Finding, topic: Hits, supports: _Placed
    ) -> dict[str, tuple[str, ...]]:
        codings = self._corpus.codings
        if not self._records.codes.get(finding.guid):
            topic = Hits.of_codings(codings)
        topic = topic.keep(self._read_by_people[topic.coding])
        near = topic.keep(touching(topic, supports.spans))
        coder, spans = codings.coder[near.coding], supports.spans
        found = {}
        for number, one in enumerate(supports.evidence):
            same = (
                (near.source == spans.source[number])
                & (near.start < spans.end[number])
                & (near.end > spans.start[number])
            )
            people = {self._corpus.users.guid[row] for row in set(coder[same].tolist())}
            found[one.guid] = tuple(sorted(people))
        return found

    @cached_property
    def _read_by_people(self) -> Bools:
        """For each coding, whether a person read the words and chose the code."""
        corpus, people = self._corpus, self._records.people
        machine = np.array([people[guid].machine for guid in corpus.users.guid] or [False])
        read = ~np.isin(corpus.codings.origin, _UNREAD)
        return cast(Bools, read & ~machine[corpus.codings.coder]) if len(read) else read

    @cached_property
    def _coders(self) -> list[int]:
        used = np.bincount(self._corpus.codings.coder[self._read_by_people])
        return [int(row) for row in np.flatnonzero(used)]

    # --- who and what ---

    def _strata(self, scope: Sequence[str]) -> dict[str, dict[str, str]]:
        found = {}
        for attribute in self._corpus.attributes:
            if attribute.name in self._hidden:
                continue
            if attribute.of == "case" and attribute.type in _DIVIDING:
                pairs = ((guid, attribute.value[self._case_rows[guid]]) for guid in scope)
                found[attribute.name] = {guid: value for guid, value in pairs if value is not None}
        return found

    @cached_property
    def _source_rows(self) -> dict[str, int]:
        return {guid: row for row, guid in enumerate(self._corpus.sources.guid)}

    @cached_property
    def _case_rows(self) -> dict[str, int]:
        return {guid: row for row, guid in enumerate(self._corpus.cases.guid)}

    @cached_property
    def _code_rows(self) -> dict[str, int]:
        return {guid: row for row, guid in enumerate(self._corpus.codes.guid)}

    @cached_property
    def _names(self) -> dict[str, str]:
        corpus = self._corpus
        found = dict(zip(corpus.sources.guid, corpus.sources.name, strict=True))
        found |= zip(corpus.cases.guid, corpus.cases.name, strict=True)
        found |= zip(corpus.users.guid, corpus.users.name, strict=True)
        return found | dict(zip(corpus.codes.guid, corpus.codes.path, strict=True))


def _guids(guids: Sequence[str], mask: Bools) -> tuple[str, ...]:
    return tuple(sorted(guids[int(row)] for row in np.flatnonzero(mask)))
