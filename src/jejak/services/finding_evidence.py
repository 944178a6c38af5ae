"""The evidence of findings on the columns: where its words stand, whose they are, what it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

import numpy as np

from ..analysis.query.hits import Hits
from ..analysis.query.ownership import cases_of
from ..analysis.spans import Bools, Ints, Spans
from ..analysis.whose import cases_alone
from ..model import Finding
from ..model.corpus import Corpus
from ..model.verdict import EvidenceRow, Given
from ..model.verification import STRENGTHENING
from ..store.weighed import WeighedColumns, load_weighed
from .finding_records import FindingRecords

__all__ = ["EvidenceReader", "Pieces"]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The evidence of one finding in the order of its GUIDs: ``rows`` are all of it, ``users`` (GUIDs)
    gave it; ``placed`` numbers those whose words are there, with their ``spans`` in the sources (empty
    where they are no stretch of text) and whose they are (``case``, -1: nobody's)."""

    rows: tuple[EvidenceRow, ...]
    users: tuple[str, ...]
    numbers: Ints
    placed: Ints
    spans: Spans
    case: Ints

    def supports(self) -> tuple[list[str], Spans]:
        """The GUIDs of what supports it and whose words are there, and where those stand."""
        found = [self.rows[number] for number in self.placed.tolist()]
        keep = np.fromiter((one.stance == "supports" for one in found), np.bool_, len(found))
        spans = Spans(self.spans.source[keep], self.spans.start[keep], self.spans.end[keep])
        return [one.guid for one in found if one.stance == "supports"], spans


class EvidenceReader:
    """The evidence of some findings, read for all of them together."""

    def __init__(self, records: FindingRecords, corpus: Corpus) -> None:
        self._records = records
        self._corpus = corpus
        self._others: dict[str, tuple[EvidenceRow, ...]] = {}
        self._later: dict[date, frozenset[str]] = {}

    def of(self, finding: Finding) -> Pieces:
        """The evidence of one of the findings."""
        numbers = self._numbers.get(finding.guid, _NONE)
        placed = np.flatnonzero(self._placed[numbers])
        at, spans = numbers[placed], self._spans
        rows, columns = self._rows, self._records.weighed
        return Pieces(
            tuple([rows[number] for number in numbers.tolist()]),
            tuple([columns.users[user] for user in columns.user[numbers].tolist()]),
            numbers,
            placed,
            Spans(spans.source[at], spans.start[at], spans.end[at]),
            self._case[at],
        )

    def rows_of(self, finding: str) -> tuple[EvidenceRow, ...]:
        """The evidence of any finding (a GUID) of the study."""
        if finding in self._records.wanted:
            return tuple(self._rows[row] for row in self._numbers.get(finding, _NONE).tolist())
        if finding not in self._others:
            columns = load_weighed(self._records.rows.conn, [finding])
            nobody = np.full(len(columns), -1)
            rows = _rows(columns, self._corpus, self._source(columns), _placed(columns), nobody)
            kept = np.flatnonzero(self._kept(columns)).tolist()
            self._others[finding] = tuple(rows[number] for number in kept)
        return self._others[finding]

    def weights(self, pieces: Pieces) -> dict[str, int]:
        """The weight of each piece that has one: given by hand, else a point for each circumstance on
        record that makes words stronger."""
        weight = self._weight[pieces.numbers]
        there = np.flatnonzero(~np.isnan(weight)).tolist()
        return {pieces.rows[number].guid: int(weight[number]) for number in there}

    def circumstances(self, pieces: Pieces) -> dict[str, Mapping[str, bool]]:
        """Those on record of the words of each piece."""
        quality, target = self._records.quality, self._records.weighed.target
        if not quality:
            return {}
        pairs = zip(pieces.rows, pieces.numbers.tolist(), strict=True)
        return {
            row.guid: quality[target[number]] for row, number in pairs if target[number] in quality
        }

    def given(self, finding: Finding, pieces: Pieces, days: Mapping[str, date]) -> dict[str, Given]:
        """Who gave each piece, and whether its source is of a later day than the finding; ``days`` are
        those of the sources, by GUID."""
        written, made = finding.created.date(), self._given
        if written not in self._later:
            self._later[written] = frozenset([guid for guid, day in days.items() if day > written])
        later = self._later[written]
        for user in set(pieces.users) - {user for user, _ in made}:
            made |= {(user, after): Given(user, after=after) for after in (False, True)}
        pairs = zip(pieces.rows, pieces.users, strict=True)
        return {row.guid: made[user, row.source in later] for row, user in pairs}

    # --- all of it at once ---

    @cached_property
    def _given(self) -> dict[tuple[str, bool], Given]:
        return {}

    @cached_property
    def _numbers(self) -> dict[str, Ints]:
        """The rows of each finding, in the order of the GUIDs."""
        columns = self._records.weighed
        count = len(columns.findings)
        finding = np.where(self._kept(columns), columns.finding, count)
        digits = bytes.fromhex("".join(columns.guid).replace("-", ""))
        halves = np.frombuffer(digits, ">u8").reshape(-1, 2).astype(np.uint64)
        order = np.lexsort((halves[:, 1], halves[:, 0], finding))
        bounds = np.searchsorted(finding[order], np.arange(count + 1))
        return {
            guid: order[bounds[at] : bounds[at + 1]] for at, guid in enumerate(columns.findings)
        }

    def _kept(self, columns: WeighedColumns) -> Bools:
        only = self._records.only
        if only is None:
            return np.ones(len(columns), np.bool_)
        among = np.array([one in only for one in columns.users], np.bool_)
        return among[columns.user] if len(columns) else np.ones(0, np.bool_)

    @cached_property
    def _spans(self) -> Spans:
        columns = self._records.weighed
        start, end = (np.where(columns.words, one, 0) for one in (columns.start, columns.end))
        return Spans(self._sources, start, end)

    @cached_property
    def _sources(self) -> Ints:
        return self._source(self._records.weighed)

    def _source(self, columns: WeighedColumns) -> Ints:
        row = {guid: number for number, guid in enumerate(self._corpus.sources.guid)}
        rows = np.array([*(row[one] for one in columns.sources), -1], np.int64)
        return rows[columns.source]

    @cached_property
    def _placed(self) -> Bools:
        return _placed(self._records.weighed)

    @cached_property
    def _case(self) -> Ints:
        columns, spans, placed = self._records.weighed, self._spans, self._placed
        case = np.full(len(columns), -1, np.int64)
        bare = np.full(int(placed.sum()), -1, np.int64)
        hits = Hits(spans.source[placed], spans.start[placed], spans.end[placed], bare)
        case[placed] = cases_of(hits, self._corpus)
        wordless = placed & ~columns.words
        if bool(wordless.any()):
            case[wordless] = cases_alone(self._corpus)[spans.source[wordless]]
        tied = self._records.tied
        if tied:
            row = {guid: number for number, guid in enumerate(self._corpus.cases.guid)}
            for number in np.flatnonzero(placed).tolist():
                if columns.target[number] in tied:
                    case[number] = row[tied[columns.target[number]]]
        return case

    @cached_property
    def _rows(self) -> list[EvidenceRow]:
        columns = self._records.weighed
        return _rows(columns, self._corpus, self._sources, self._placed, self._case)

    @cached_property
    def wordless(self) -> frozenset[str]:
        """The pieces that stand on a picture or a time, by GUID: their places are none of words."""
        columns = self._records.weighed
        rows = np.flatnonzero(self._placed & ~columns.words).tolist()
        return frozenset(columns.guid[row] for row in rows)

    @cached_property
    def _weight(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        columns, quality = self._records.weighed, self._records.quality
        weight = columns.weight.copy()
        for number in np.flatnonzero(np.isnan(weight)).tolist() if quality else ():
            told = quality.get(columns.target[number])
            if told:
                weight[number] = sum(told.get(name, False) for name in STRENGTHENING)
        return weight


_NONE: Ints = np.empty(0, np.int64)


def _placed(columns: WeighedColumns) -> Bools:
    """Whether its words are there."""
    found: Bools = (columns.source >= 0) & ~columns.lost
    return found


def _rows(
    columns: WeighedColumns, corpus: Corpus, source: Ints, placed: Bools, case: Ints
) -> list[EvidenceRow]:
    sources, kinds = (*corpus.sources.guid, None), (*corpus.sources.facets["kind"], None)
    cases = (*corpus.cases.guid, None)
    where = np.where(placed, source, -1).tolist()
    start, end = columns.start.tolist(), columns.end.tolist()
    for number in np.flatnonzero(~placed).tolist():
        start[number] = end[number] = None
    told = zip(
        columns.guid,
        columns.stance,
        columns.kind,
        [sources[row] for row in where],
        [kinds[row] for row in where],
        start,
        end,
        [cases[row] for row in case.tolist()],
        columns.lost.tolist(),
        strict=True,
    )
    # Every field is given: no need to look for those that are not, a hundred thousand times.
    return list(map(partial(tuple.__new__, EvidenceRow), told))
