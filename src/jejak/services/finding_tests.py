"""How a finding was tested, as the checks look at it: what is on record, counted on the columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

from ..analysis.query.hits import Hits
from ..analysis.spans import Bools, Ints, different
from ..errors import JejakError
from ..model import (
    Contest,
    Feedback,
    Finding,
    IfThen,
    Plausible,
    Quantity,
    Search,
    Standing,
    Surprise,
)
from ..model.corpus import AttributeColumn, Corpus
from ..model.verdict import (
    Contact,
    EvidenceRow,
    FeedbackRow,
    Halves,
    QuantityRow,
    RivalRow,
    SearchRow,
    StandingRow,
    SurpriseRow,
    Thresholds,
)
from .finding_evidence import EvidenceReader, Pieces
from .finding_records import FindingRecords
from .rule_counting import RuleCounting

__all__ = ["FindingTests"]

_LISTED = 50
_UNITS = 2**40
_Extremes: TypeAlias = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


class FindingTests:
    """What is on record of some findings; attributes that are ``hidden`` (names as shown) are looked
    at by nobody."""

    def __init__(
        self,
        records: FindingRecords,
        corpus: Corpus,
        evidence: EvidenceReader,
        hidden: Collection[str] = (),
    ) -> None:
        self._records = records
        self._corpus = corpus
        self._evidence = evidence
        self._hidden = frozenset(hidden)
        self._profiles: dict[bytes, dict[str, float]] = {}
        self._ends: dict[bytes, _Extremes] = {}
        self._met: dict[str, Contact] = {}
        self._alike: dict[tuple[str | int | None, ...], Contact] = {}
        self._counting = RuleCounting(records.rows, corpus, self._days, hidden)

    def of(self, finding: Finding, scope: Bools, topic: Hits, pieces: Pieces) -> dict[str, Any]:
        """The fields of :class:`~jejak.model.verdict.FindingFacts` that tell of it. ``scope`` are the
        cases it speaks about, ``topic`` the codings under its codes."""
        return {
            "statement": finding.statement,
            "circumstances": self._evidence.circumstances(pieces),
            "given": self._evidence.given(finding, pieces, self._days),
            "contacts": self._contacts(pieces.rows),
            "halves": self._halves(topic),
            "frames": self._frames(finding),
            "memos": self._memos.get(finding.guid, {}),
            "unlike": self._unlike(scope),
            "extremes": self._extremes(scope),
            "quantities": tuple(self._quantity(one, scope) for one in self._words(finding)),
            "searches": tuple(
                SearchRow(one.query, one.inspected, one.found) for one in self._of(finding, Search)
            ),
            "feedback": tuple(
                FeedbackRow(one.case, one.answer, bool(one.action))
                for one in self._of(finding, Feedback)
            ),
            "rules": tuple(self._counting.rule(one, scope) for one in self._of(finding, IfThen)),
            "standings": tuple(
                StandingRow(one.case, one.unusual, one.verdict, bool(one.why))
                for one in self._of(finding, Standing)
            ),
            "rivals": self._rivals(finding, pieces.rows),
            "rival_said": bool(finding.rival),
            "plausible": bool(self._of(finding, Plausible)),
            "surprises": tuple(
                SurpriseRow(bool(one.sought), bool(one.result))
                for one in self._of(finding, Surprise)
            ),
        }

    def _of(self, finding: Finding, kind: type[Any]) -> list[Any]:
        return self._records.on_record.get(kind.KIND, {}).get(finding.guid, [])

    def _words(self, finding: Finding) -> list[Quantity]:
        """The words of quantity that are bound, each as it was bound last."""
        return list({one.phrase.casefold(): one for one in self._of(finding, Quantity)}.values())

    # --- evidence ---

    @cached_property
    def _days(self) -> dict[str, date]:
        """The days on which sources were collected, where they are known to the day."""
        facets = self._corpus.sources.facets.get("collected", ())
        found = {}
        for guid, told in zip(self._corpus.sources.guid, facets, strict=False):
            try:
                found[guid] = date.fromisoformat((told or "")[:10])
            except ValueError:
                continue
        return found

    @cached_property
    def _waves(self) -> dict[str, int]:
        """Sources with the number of the stay in the field that they are of."""
        gap, wave, last, found = Thresholds().gap, 0, None, {}
        for guid, day in sorted(self._days.items(), key=lambda pair: pair[1]):
            if last is not None and (day - last).days > gap:
                wave += 1
            last, found[guid] = day, wave
        return found

    def _contacts(self, evidence: Sequence[EvidenceRow]) -> dict[str, Contact]:
        met, guids = self._met, {row.source for row in evidence if row.source}
        for guid in guids - met.keys():
            met[guid] = self._contact(guid)
        return {guid: met[guid] for guid in guids}

    def _contact(self, guid: str) -> Contact:
        """How a source came about; those that came about alike have the very same."""
        at, wave = self._source_rows[guid], self._waves.get(guid)
        key = (*(facet[at] or "" for facet in self._about), wave)
        if key not in self._alike:
            self._alike[key] = Contact(*key)  # type: ignore[arg-type]  # words, and a number last
        return self._alike[key]

    @cached_property
    def _about(self) -> list[Sequence[str | None]]:
        """What is known of each source of how it came about, in the order of a contact's fields."""
        facets, sources = self._corpus.sources.facets, len(self._corpus.sources.guid)
        nothing: Sequence[str | None] = (None,) * sources
        return [facets.get(name, nothing) for name in ("kind", "method", "collector", "collected")]

    @cached_property
    def _source_rows(self) -> dict[str, int]:
        return {guid: row for row, guid in enumerate(self._corpus.sources.guid)}

    # --- what it is about ---

    def _halves(self, topic: Hits) -> Halves:
        has = np.zeros(len(self._corpus.sources.guid), np.bool_)
        has[topic.source] = True
        coded = has[self._dated]
        half = len(coded) // 2
        first, last = (int(part.sum()) for part in (coded[:half], coded[half:]))
        return Halves(first, half, last, len(coded) - half)

    @cached_property
    def _dated(self) -> Ints:
        """The sources whose day is known, in the order of their days."""
        ordered = sorted(self._days, key=lambda guid: (self._days[guid], guid))
        return np.array([self._source_rows[guid] for guid in ordered], np.int64)

    def _frames(self, finding: Finding) -> tuple[str, ...]:
        codes = self._corpus.codes
        found = set()
        for guid in self._records.codes.get(finding.guid, ()):
            row = self._code_rows[guid]
            while codes.parent[row] >= 0:
                row = int(codes.parent[row])
            found.add(codes.guid[row])
        return tuple(sorted(found))

    @cached_property
    def _code_rows(self) -> dict[str, int]:
        return {guid: row for row, guid in enumerate(self._corpus.codes.guid)}

    @cached_property
    def _memos(self) -> dict[str, dict[str, int]]:
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for finding, kinds in self._records.memos.items():
            for kind in kinds:
                found[finding][kind] = found[finding].get(kind, 0) + 1
        return dict(found)

    # --- cases ---

    @cached_property
    def _pairs(self) -> tuple[Ints, Ints]:
        """The pairs of case and code that are coded, each once."""
        codings = self._corpus.codings
        size = max(len(self._corpus.codes.guid), 1)
        known = codings.case >= 0
        keys = different(codings.case[known].astype(np.int64) * size + codings.code[known])
        return keys // size, keys % size

    def _unlike(self, scope: Bools) -> dict[str, float]:
        """1 − Jaccard of each case's codes to the median profile, the codes that at least half of the
        cases have; cases without any code are left out."""
        key = scope.tobytes()
        if key not in self._profiles:
            self._profiles[key] = self._distances(scope)
        return self._profiles[key]

    def _distances(self, scope: Bools) -> dict[str, float]:
        case, code = self._pairs
        within = scope[case] if len(case) else np.zeros(0, np.bool_)
        case, code = case[within], code[within]
        sizes = np.bincount(case, minlength=len(scope))
        there = np.flatnonzero(sizes)
        held = np.bincount(code, minlength=max(len(self._corpus.codes.guid), 1))
        median = held * 2 >= len(there) if len(there) else np.zeros(len(held), np.bool_)
        shared = np.bincount(case[median[code]], minlength=len(scope))
        union = sizes + int(median.sum()) - shared
        return {
            self._corpus.cases.guid[row]: round(float(1 - shared[row] / union[row]), 6)
            for row in there.tolist()
        }

    def _extremes(self, scope: Bools) -> _Extremes:
        """The cases with the least and with the most of each number and rating."""
        key = scope.tobytes()
        if key not in self._ends:
            self._ends[key] = self._least_and_most(scope)
        return self._ends[key]

    def _least_and_most(self, scope: Bools) -> _Extremes:
        found = {}
        for column in self._corpus.attributes:
            if column.of != "case" or column.type not in ("rating", "number"):
                continue
            if column.name in self._hidden:
                continue
            levels = {
                row: level
                for row in np.flatnonzero(scope).tolist()
                if (level := _level(column, row)) is not None
            }
            if len(set(levels.values())) < 2:
                continue
            low, high = min(levels.values()), max(levels.values())
            found[column.name] = (self._at(levels, low), self._at(levels, high))
        return found

    def _at(self, levels: Mapping[int, float], level: float) -> tuple[str, ...]:
        guids = self._corpus.cases.guid
        return tuple(sorted(guids[row] for row, one in levels.items() if one == level))

    def _quantity(self, one: Quantity, scope: Bools) -> QuantityRow:
        try:
            base = self._counting.cases(one.base) & scope if one.base else scope
            counted = self._counting.cases(one.query) & base
        except JejakError as error:
            return QuantityRow(one.phrase, low=one.low, high=one.high, problem=error.message)
        return QuantityRow(one.phrase, int(counted.sum()), int(base.sum()), one.low, one.high)

    # --- rivals ---

    def _rivals(self, finding: Finding, own: Sequence[EvidenceRow]) -> tuple[RivalRow, ...]:
        states = {one.rival: one.state for one in self._of(finding, Contest)}
        others = {
            one.finding.guid: one.finding for one in self._records.rivals.get(finding.guid, ())
        }
        for guid in states:
            if guid not in others:
                others[guid] = self._records.rows.get(Finding, guid)
        found, wordless = [], self._evidence.wordless
        own = [row for row in own if row.guid not in wordless]
        for guid, rival in others.items():
            theirs = self._evidence.rows_of(guid)
            worded = [row for row in theirs if row.guid not in wordless]
            found.append(
                RivalRow(
                    rival.label,
                    states.get(guid, ""),
                    len(theirs),
                    _shared(own, "supports", worded, "contradicts"),
                    _shared(own, "contradicts", worded, "supports"),
                )
            )
        return tuple(sorted(found, key=lambda one: one.label))


def _shared(
    own: Sequence[EvidenceRow], stance: str, theirs: Sequence[EvidenceRow], other: str
) -> int:
    """How many segments stand so for the finding and share words with those that stand so for the
    rival."""
    there: defaultdict[str, list[EvidenceRow]] = defaultdict(list)
    for row in theirs:
        if row.source and row.stance == other:
            there[row.source].append(row)
    return sum(
        any(_overlap(one, another) for another in there.get(one.source, ()))
        for one in own
        if one.source and one.stance == stance
    )


def _overlap(one: EvidenceRow, other: EvidenceRow) -> bool:
    """Whether two pieces whose words are in one source share some."""
    starts, ends = (one.start or 0, other.start or 0), (one.end or 0, other.end or 0)
    return starts[0] < ends[1] and starts[1] < ends[0]


def _level(column: AttributeColumn, row: int) -> float | None:
    value = column.value[row]
    if value is None:
        return None
    if column.type == "rating":
        return float(column.options.index(value)) if value in column.options else None
    try:
        return float(value)
    except ValueError:
        return None
