"""The queries for the words in which two codes meet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..model.corpus import Corpus
from ..model.query import Or, Query
from .display import DisplayFilter
from .queries import CodeQueries, in_cases
from .shown_codes import ShownCodes

__all__ = ["MOST_CASES", "MeetingQueries"]

# More cases than this make no readable query.
MOST_CASES = 50
_SAME_SOURCE = 999_999_999


class MeetingQueries:
    """The queries for the segments in which two codes meet."""

    def __init__(
        self,
        corpus: Corpus,
        labels: ShownCodes,
        only: DisplayFilter,
        settings: Mapping[str, Any],
    ) -> None:
        unit = settings["unit"]
        self._distance = settings["distance"] - 1
        self._corpus = corpus
        self._only = only
        self._write = {
            "overlap": self._overlap,
            "within": self._within,
            "near": self._near,
            "segment": self._segment,
            "block": self._block,
            "source": self._source,
            "case": self._case,
        }[unit]
        codes = CodeQueries(corpus)
        self._codes = [only.narrow(codes.codes(rows)) for rows in labels.counted]
        self._cases = _cases_of(corpus, labels) if unit == "case" else []

    def cell(self, row: int, column: int) -> str:
        """The query for a pair; empty where it would name too many cases."""
        query = self._write(row, column)
        return "" if query is None else str(query)

    def _overlap(self, row: int, column: int) -> Query:
        one, two = self._codes[row], self._codes[column]
        return Or((one.overlaps(two), two.overlaps(one)))

    def _within(self, row: int, column: int) -> Query:
        return self._codes[column].within(self._codes[row])

    def _near(self, row: int, column: int) -> Query:
        return self._blocks(row, column, self._distance)

    def _segment(self, row: int, column: int) -> Query:
        return self._codes[row].equals(self._codes[column])

    def _block(self, row: int, column: int) -> Query:
        return self._blocks(row, column, 0)

    def _blocks(self, row: int, column: int, distance: int) -> Query:
        one, two = self._codes[row], self._codes[column]
        return Or((one.near(two, distance, "blocks"), two.near(one, distance, "blocks")))

    def _source(self, row: int, column: int) -> Query:
        one, two = self._codes[row], self._codes[column]
        return Or((one.near(two, _SAME_SOURCE), two.near(one, _SAME_SOURCE)))

    def _case(self, row: int, column: int) -> Query | None:
        cases = sorted(self._cases[row] & self._cases[column])
        if len(cases) > MOST_CASES:
            return None
        where = in_cases(self._corpus, cases)
        return Or((self._codes[row], self._codes[column])) & where


def _cases_of(corpus: Corpus, labels: ShownCodes) -> list[set[int]]:
    case = corpus.codings.case
    known = (labels.of_codings >= 0) & (case >= 0) & (corpus.codings.end > corpus.codings.start)
    pairs = np.unique(np.stack([labels.of_codings[known], case[known]], axis=1), axis=0)
    found: list[set[int]] = [set() for _ in labels.codes]
    for row, owner in pairs.tolist():
        found[row].add(owner)
    return found
