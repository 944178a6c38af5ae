"""What the checks look at: a finding's evidence, scope and codes, computed on the columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import NDArray

from ..analysis.agreement.independent import independent
from ..analysis.overlap import touching
from ..analysis.query.case_scope import cases_in_scope
from ..analysis.query.hits import Hits, Segments
from ..analysis.spans import Bools, Column, Ints, Spans, different
from ..errors import JejakError
from ..model import Finding
from ..model.coding import NOT_BY_HAND, ORIGINS
from ..model.corpus import Corpus
from ..model.verdict import FindingFacts, Names, UnderCodes
from .finding_evidence import EvidenceReader, Pieces
from .finding_records import FindingRecords
from .finding_tests import FindingTests
from .study_lookups import StudyLookups

__all__ = ["FactsReader"]

# Codings nobody read the words for by themselves.
_UNREAD = tuple(ORIGINS.index(origin) for origin in NOT_BY_HAND)
# Attributes of these types divide cases into kinds.
_DIVIDING = ("list", "boolean", "rating")


class FactsReader:
    """The facts of some findings in one view of a study."""

    def __init__(
        self, records: FindingRecords, corpus: Corpus, hidden: Collection[str] = ()
    ) -> None:
        """Attributes whose names are ``hidden`` are looked at by no check."""
        self._records = records
        self._corpus = corpus
        self._hidden = frozenset(hidden)
        self._evidence = EvidenceReader(records, corpus)
        self._tests = FindingTests(records, corpus, self._evidence, hidden)
        self._scopes: dict[str, tuple[Bools, str]] = {}
        self._claimed: dict[bytes, tuple[str, ...]] = {}
        self._divided: dict[bytes, dict[str, dict[str, str]]] = {}
        self._last: tuple[Finding, Hits, Pieces] | None = None

    def facts(self, finding: Finding) -> FindingFacts:
        """All a check may look at of one finding."""
        corpus = self._corpus
        scope, problem = self.scope(finding)
        topic, pieces = self._own(finding)
        exposed = np.zeros(len(corpus.cases.guid) + 1, np.bool_)  # the last is nobody
        exposed[corpus.codings.case[topic.coding]] = True
        exposed[pieces.case] = True
        return FindingFacts(
            guid=finding.guid,
            label=finding.label,
            codes=tuple(sorted(self._records.codes.get(finding.guid, ()))),
            evidence=pieces.rows,
            weights=self._evidence.weights(pieces),
            coded_by=self._coded_by(finding, topic, pieces),
            scope=self._cases_of(scope),
            scope_problem=problem,
            exposed=_guids(corpus.cases.guid, scope & exposed[:-1]),
            related=self._records.related,
            strata=self._strata(scope),
            under_codes=self._under_codes(topic, pieces),
            cases=len(corpus.cases.guid),
            coders=len(self._coders),
            names=self._names,
            **self._tests.of(finding, scope, topic, pieces),
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
        topic, pieces = self._own(finding)
        return topic.keep(~touching(topic, pieces.spans)).segments()

    def _own(self, finding: Finding) -> tuple[Hits, Pieces]:
        """The codings under its codes and its evidence: whoever asks once asks again at once."""
        if self._last is None or self._last[0] is not finding:
            self._last = finding, self.topic(finding), self._evidence.of(finding)
        return self._last[1:]

    # --- its codes ---

    def topic(self, finding: Finding) -> Hits:
        """The codings under its codes, but for those of cases it does not speak about."""
        codings = self._corpus.codings
        if not len(codings):
            return Hits.of_codings(codings)
        order, first = self._by_code
        under = np.flatnonzero(self.under(finding)).tolist()
        parts = [order[first[code] : first[code + 1]] for code in under]
        rows = np.sort(np.concatenate(parts)) if parts else order[:0]
        scope, problem = self.scope(finding)
        if not problem:
            rows = rows[np.append(scope, True)[codings.case[rows]]]
        return Hits.of_codings(codings, rows)

    @cached_property
    def _by_code(self) -> tuple[Ints, Ints]:
        """The codings code by code, and where those of each code begin."""
        codes, count = self._corpus.codings.code, len(self._corpus.codes.guid)
        first = np.concatenate(([0], np.cumsum(np.bincount(codes, minlength=count))))
        return np.argsort(codes, kind="stable"), first

    def under(self, finding: Finding) -> Bools:
        """For each code of the corpus whether the finding is about it, or about one above it."""
        codes = self._corpus.codes
        mask = np.zeros(len(codes.guid), np.bool_)
        for guid in self._records.codes.get(finding.guid, ()):
            row = self._code_rows[guid]
            mask[row : codes.last[row]] = True
        return mask

    def _under_codes(self, topic: Hits, pieces: Pieces) -> UnderCodes:
        corpus, segments = self._corpus, topic.segments()
        left = ~touching(segments, pieces.spans)
        case = corpus.codings.case[segments.coding[segments.first[:-1][left]]]
        names, kinds = self._kinds
        by_kind = np.bincount(kinds[segments.source[left]], minlength=len(names)).tolist()
        by_case = np.bincount(case[case >= 0], minlength=len(corpus.cases.guid))
        some = np.flatnonzero(by_case)
        pairs = zip(some.tolist(), by_case[some].tolist(), strict=True)
        return UnderCodes(
            total=len(segments),
            unweighed=int(left.sum()),
            by_case={corpus.cases.guid[row]: count for row, count in pairs},
            by_kind={name: many for name, many in zip(names, by_kind, strict=True) if many},
            mark=self._mark(segments, left),
        )

    @cached_property
    def _kinds(self) -> tuple[list[str], Ints]:
        """The kinds of sources there are, and which of them each source is of."""
        kinds = [str(kind) for kind in self._corpus.sources.facets["kind"]]
        row = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
        return list(row), np.array([row[kind] for kind in kinds], np.int64)

    def _mark(self, segments: Segments, left: Bools) -> int:
        """A digest of stretches that does not depend on the order of the sources."""
        source, start, end = segments.source[left], segments.start[left], segments.end[left]
        if not len(source):
            return 0
        mixed = self._halves_of(source) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= start.astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= end.astype(np.uint64) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(29)
        return int((mixed * np.uint64(0xBF58476D1CE4E5B9)).sum())

    def _halves_of(self, sources: Column) -> NDArray[np.uint64]:
        """The second half of the GUID of each source, as a number."""
        known, halves = self._halves
        for row in set(sources[~known[sources]].tolist()):
            halves[row] = int(self._corpus.sources.guid[row].replace("-", "")[-16:], 16)
            known[row] = True
        return halves[sources]

    @cached_property
    def _halves(self) -> tuple[Bools, NDArray[np.uint64]]:
        """Of which sources that is worked out, and what it is."""
        count = len(self._corpus.sources.guid)
        return np.zeros(count, np.bool_), np.zeros(count, np.uint64)

    # --- its evidence ---

    def _coded_by(
        self, finding: Finding, topic: Hits, pieces: Pieces
    ) -> dict[str, tuple[str, ...]]:
        codings, users = self._alone.codings, self._corpus.users.guid
        if not self._records.codes.get(finding.guid):
            topic = Hits.of_codings(codings)
        elif self._alone is not self._corpus:
            topic = self._topic_alone(finding)
        topic = topic.keep(self._read_by_people[topic.coding])
        guids, spans = pieces.supports()
        number, row = _sharing(spans, topic)
        coder = codings.coder[topic.coding[row]]
        found: dict[str, tuple[str, ...]] = dict.fromkeys(guids, ())
        for pair in different(number * len(users) + coder).tolist():
            guid, who = guids[pair // len(users)], users[pair % len(users)]
            found[guid] = tuple(sorted((*found[guid], who)))
        return found

    @cached_property
    def _alone(self) -> Corpus:
        """The corpus without what was decided where coders differed."""
        return independent(self._corpus)

    def _topic_alone(self, finding: Finding) -> Hits:
        """The codings under its codes as people left them by themselves."""
        codings = self._alone.codings
        scope, problem = self.scope(finding)
        mask = self.under(finding)[codings.code]
        if not problem:
            mask &= np.append(scope, True)[codings.case]
        return Hits.of_codings(codings, np.flatnonzero(mask))

    @cached_property
    def _read_by_people(self) -> Bools:
        """For each coding as people left them by themselves, whether a person read the words and chose
        the code."""
        corpus, people = self._alone, self._records.people
        machine = np.array([people[guid].machine for guid in corpus.users.guid] or [False])
        read = ~np.isin(corpus.codings.origin, _UNREAD)
        return cast(Bools, read & ~machine[corpus.codings.coder]) if len(read) else read

    @cached_property
    def _coders(self) -> list[int]:
        used = np.bincount(self._alone.codings.coder[self._read_by_people])
        return [int(row) for row in np.flatnonzero(used)]

    # --- who and what ---

    def _cases_of(self, scope: Bools) -> tuple[str, ...]:
        """The cases it speaks about; for findings of the same scope the very same."""
        key = scope.tobytes()
        if key not in self._claimed:
            self._claimed[key] = _guids(self._corpus.cases.guid, scope)
        return self._claimed[key]

    def _strata(self, scope: Bools) -> dict[str, dict[str, str]]:
        key = scope.tobytes()
        if key not in self._divided:
            self._divided[key] = self._strata_of(self._cases_of(scope))
        return self._divided[key]

    def _strata_of(self, scope: Sequence[str]) -> dict[str, dict[str, str]]:
        found = {}
        for attribute in self._corpus.attributes:
            if attribute.name in self._hidden:
                continue
            if attribute.of == "case" and attribute.type in _DIVIDING:
                pairs = ((guid, attribute.value[self._case_rows[guid]]) for guid in scope)
                found[attribute.name] = {guid: value for guid, value in pairs if value is not None}
        return found

    @cached_property
    def _case_rows(self) -> dict[str, int]:
        return {guid: row for row, guid in enumerate(self._corpus.cases.guid)}

    @cached_property
    def _code_rows(self) -> dict[str, int]:
        return {guid: row for row, guid in enumerate(self._corpus.codes.guid)}

    @cached_property
    def _names(self) -> Names:
        corpus = self._corpus
        found = dict(zip(corpus.sources.guid, corpus.sources.name, strict=True))
        found |= zip(corpus.cases.guid, corpus.cases.name, strict=True)
        found |= zip(corpus.users.guid, corpus.users.name, strict=True)
        return Names(found | dict(zip(corpus.codes.guid, corpus.codes.path, strict=True)))


def _guids(guids: Sequence[str], mask: Bools) -> tuple[str, ...]:
    return tuple(sorted([guids[row] for row in np.flatnonzero(mask).tolist()]))


def _sharing(spans: Spans, hits: Hits) -> tuple[Ints, Ints]:
    """Each pair of a stretch and a hit that begins before the stretch ends and ends after it begins, as
    their numbers; the hits are in the order of the texts."""
    stride = int(max(spans.end.max(initial=0), hits.end.max(initial=0))) + 1
    line = hits.source.astype(np.int64) * stride + hits.start
    source = spans.source.astype(np.int64) * stride
    first, upto = np.searchsorted(line, source), np.searchsorted(line, source + spans.end)
    many = np.maximum(upto - first, 0)
    number = np.repeat(np.arange(len(many)), many)
    row = np.arange(len(number)) - np.repeat(np.cumsum(many) - many, many) + first[number]
    kept = hits.end[row] > spans.start[number]
    number, row = number[kept], row[kept]
    # An empty stretch shares no character: it counts only with a hit that another stretch shares.
    solid = (spans.end > spans.start)[number] & (hits.end > hits.start)[row]
    if not bool(solid.all()):
        shared = np.zeros(len(hits), np.bool_)
        shared[row[solid]] = True
        number, row = number[shared[row]], row[shared[row]]
    return number, row
