"""Rules and words of quantity, counted on the columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, cast

import numpy as np

from ..analysis.overlap import touching
from ..analysis.query.case_scope import cases_found
from ..analysis.query.evaluate import evaluate
from ..analysis.query.hits import Hits
from ..analysis.query.ownership import cases_of
from ..analysis.spans import Bools
from ..errors import JejakError
from ..model import Attribute, IfThen
from ..model.corpus import AttributeColumn, Corpus
from ..model.verdict import RuleRow
from ..store import Rows
from .study_lookups import StudyLookups

__all__ = ["RuleCounting"]

_LISTED = 50
_UNITS = 2**40


class RuleCounting:
    """Counts in one view of a study; ``days`` are the days on which sources were collected, by GUID,
    ``hidden`` the names of attributes that nothing is split by."""

    def __init__(
        self, rows: Rows, corpus: Corpus, days: Mapping[str, date], hidden: Collection[str] = ()
    ) -> None:
        self._rows = rows
        self._corpus = corpus
        self._days = days
        self._hidden = frozenset(hidden)
        self._lookups = StudyLookups(rows, corpus)
        self._found: dict[str, Bools] = {}

    def cases(self, query: str) -> Bools:
        """For each case whether a query finds it. Raises :class:`InvalidInput`,
        :class:`NotFound`."""
        if query not in self._found:
            self._found[query] = cases_found(query, self._corpus, self._lookups)
        return self._found[query]

    def rule(self, one: IfThen, scope: Bools) -> RuleRow:
        """A rule counted over its units; over cases, those of ``scope``."""
        third = self._third(one)
        told = {
            "condition": one.condition, "consequence": one.consequence, "unit": one.unit,
            "predicted": bool(one.prediction), "pending": bool(one.prediction and not one.outcome),
            "third": third.name if third else "",
        }  # fmt: skip
        try:
            units, condition, consequence = self._units(one, scope)
        except JejakError as error:
            return RuleRow(**cast(Any, told), problem=error.message)
        both = condition & consequence
        if one.ordered and one.unit != "segment":
            both &= self._in_order(one)
        alone = condition & ~both
        return RuleRow(
            **cast(Any, told),
            units=int(units.sum()),
            with_condition=int(condition.sum()),
            with_consequence=int(consequence.sum()),
            with_both=int(both.sum()),
            exceptions=self._names(one.unit, alone),
            strata=_strata(third, units, both, alone, consequence & ~both)
            if third is not None and one.unit == "case"
            else (),
        )

    def _third(self, one: IfThen) -> AttributeColumn | None:
        if one.third is None:
            return None
        attribute = self._rows.find(Attribute, one.third)
        if attribute is None or attribute.name in self._hidden:
            return None
        return self._corpus.attribute(attribute.name)

    def _units(self, one: IfThen, scope: Bools) -> tuple[Bools, Bools, Bools]:
        """Which units there are, and which have the condition and the consequence."""
        if one.unit == "case":
            return scope, self.cases(one.condition) & scope, self.cases(one.consequence) & scope
        condition, consequence = (self._hits(query) for query in (one.condition, one.consequence))
        if one.unit == "source":
            size = len(self._corpus.sources.guid)
            return (
                np.ones(size, np.bool_),
                _mask(condition.source, size),
                _mask(consequence.source, size),
            )
        segments = condition.segments()
        touched = touching(segments, consequence)
        return np.ones(len(segments), np.bool_), np.ones(len(segments), np.bool_), touched

    def _hits(self, query: str) -> Hits:
        return evaluate(query, self._corpus, self._lookups)

    def _in_order(self, one: IfThen) -> Bools:
        """Units in which the condition is met somewhere before the consequence: in the order of the
        sources' dates, and within a source in that of its text."""
        ordered = sorted(
            range(len(self._corpus.sources.guid)),
            key=lambda row: (self._days.get(self._corpus.sources.guid[row], date.max), row),
        )
        rank = np.empty(len(ordered), np.int64)
        rank[ordered] = np.arange(len(ordered))
        by_case = one.unit == "case"
        size = len(self._corpus.cases.guid) if by_case else len(ordered)
        first = np.full(size + 1, np.iinfo(np.int64).max)
        last = np.full(size + 1, -1, np.int64)
        for query, place, best in (
            (one.condition, first, np.minimum), (one.consequence, last, np.maximum),
        ):  # fmt: skip
            hits = self._hits(query)
            owner = cases_of(hits, self._corpus) if by_case else hits.source
            cast(Callable[..., None], best.at)(
                place, owner, rank[hits.source] * _UNITS + hits.start
            )
        return first[:-1] < last[:-1]

    def _names(self, unit: str, alone: Bools) -> tuple[str, ...]:
        if unit == "segment":
            return ()
        guids = self._corpus.cases.guid if unit == "case" else self._corpus.sources.guid
        return tuple(guids[row] for row in np.flatnonzero(alone)[:_LISTED].tolist())


def _mask(found: Any, size: int) -> Bools:
    mask = np.zeros(size, np.bool_)
    mask[found] = True
    return mask


def _strata(
    third: AttributeColumn, units: Bools, both: Bools, condition: Bools, consequence: Bools
) -> tuple[tuple[str, int, int, int, int], ...]:
    counts: dict[str, list[int]] = {}
    for row in np.flatnonzero(units).tolist():
        value = third.value[row]
        if value is None:
            continue
        place = 0 if both[row] else 1 if condition[row] else 2 if consequence[row] else 3
        counts.setdefault(value, [0, 0, 0, 0])[place] += 1
    return tuple((value, a, b, c, d) for value, (a, b, c, d) in sorted(counts.items()))
