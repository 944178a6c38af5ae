"""The table of sources: filtered, sorted, grouped, counted, and given a window at a time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..analysis.coders import of_coders
from ..errors import NotFound
from ..model import Source
from ..model.corpus import Corpus, NamedColumns
from ..model.identity import name_key
from ..store import Rows, Store
from ..store.revisions import revisions
from .name_index import natural_key
from .source_columns import COLUMNS, SourceColumns

__all__ = [
    "FACETS",
    "SORTS",
    "FacetValue",
    "Group",
    "Listing",
    "SourceFilter",
    "SourcePage",
    "SourceRow",
]

SORTS = COLUMNS
# What sources are filtered by, with the sources counted for each value.
FACETS = ("kind", "case", "language", "status")
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_KEPT = 8


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources are meant: those with ``text`` in their name, and one of the values of each
    facet. Cases are given by GUID; "" is a facet without a value. Of those ``among`` some (GUIDs) alone,
    where they are given. Nothing given: all of them."""

    text: str = ""
    kind: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    among: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, what it is called, and how many sources have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Sources that stand together: their common value ("" for none), and how many they are."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with its revision, its codings counted, its cases and coders as (GUID, name), and
    its values of attributes by name."""

    source: Source
    revision: int
    codings: int
    cases: tuple[tuple[str, str], ...]
    coders: tuple[tuple[str, str], ...] = ()
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Some of the sources, how many there are in all, and the groups that all of them form."""

    total: int
    rows: tuple[SourceRow, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """The sources that a question asks for, in order."""

    corpus: Corpus
    order: Ints
    groups: tuple[Group, ...]


class Listing:
    """The sources of a study as a table of any length."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
        self._columns = SourceColumns()
        self._lock = threading.Lock()
        self._kept: OrderedDict[object, _Found] = OrderedDict()

    def page(
        self,
        wanted: SourceFilter = SourceFilter(),
        *,
        offset: int = 0,
        limit: int = 100,
        sort: str | Sequence[str] = "created",
        group: str | None = None,
        coders: Sequence[str] | None = None,
    ) -> SourcePage:
        """The sources ``wanted``, in an order.

        ``sort`` names columns (:data:`SORTS`, or ``attribute:NAME``), the first one first, with ``-``
        before it downwards; ``group`` is a column of words that comes before them. With
        ``coders`` (GUIDs) the codings of these people alone are counted. Raises
        :class:`InvalidInput`, :class:`NotFound`.
        """
        levels = (sort,) if isinstance(sort, str) else tuple(sort)
        with self._store.view() as rows:
            found = self._found(of_coders(self._store.corpus(), coders), wanted, levels, group)
            page = found.order[offset : offset + limit]
            return SourcePage(
                len(found.order), tuple(self._rows(rows, found.corpus, page)), found.groups
            )

    def table(
        self, guids: Sequence[str], *, sort: str | Sequence[str] = "created"
    ) -> list[SourceRow]:
        """The rows of some sources (GUIDs; those that are gone are left out), in an order.

        Raises :class:`InvalidInput`.
        """
        levels = (sort,) if isinstance(sort, str) else tuple(sort)
        chosen = set(guids)
        with self._store.view() as rows:
            corpus = self._store.corpus()
            order = self._order(corpus, levels)
            there = np.array([guid in chosen for guid in corpus.sources.guid], dtype=bool)
            return self._rows(rows, corpus, order[there[order]])

    def row(self, guid: str, coders: Sequence[str] | None = None) -> SourceRow:
        """One source, with the codings of some people counted, or all. Raises :class:`NotFound`."""
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), coders)
            there = guid in corpus.sources.guid
            place = [corpus.sources.guid.index(guid)] if there else []
            found = self._rows(rows, corpus, np.array(place, dtype=np.int64))
        if not found:
            raise NotFound("no-such-source", f"There is no source {guid}.")
        return found[0]

    def guids(self, wanted: SourceFilter, but: Iterable[str] = ()) -> list[str]:
        """All sources ``wanted`` but some, in the order they came. Raises :class:`NotFound`."""
        without = set(but)
        corpus = self._store.corpus()
        places = np.flatnonzero(self._wanted(corpus, wanted)).tolist()
        found = (corpus.sources.guid[place] for place in places)
        return [guid for guid in found if guid not in without]

    def facets(
        self,
        wanted: SourceFilter = SourceFilter(),
    ) -> dict[str, tuple[FacetValue, ...]]:
        """The values of each of :data:`FACETS`, each with the sources that have it and answer to
        whatever else is ``wanted``. Raises :class:`NotFound`."""
        corpus = self._store.corpus()
        lettered = self._lettered(corpus, wanted.text)
        return {name: self._facet(corpus, wanted, lettered, name) for name in FACETS}

    # -- which, and in which order -----------------------------------------------------------------

    def _found(
        self, corpus: Corpus, wanted: SourceFilter, sort: tuple[str, ...], group: str | None
    ) -> _Found:
        question = wanted, sort, group
        with self._lock:
            kept = self._kept.get(question)
            if kept is not None and kept.corpus is corpus:
                self._kept.move_to_end(question)
                return kept
        order = self._order(corpus, sort)
        order = order[self._wanted(corpus, wanted)[order]]
        groups: tuple[Group, ...] = ()
        if group is not None:
            order, groups = self._grouped(corpus, order, group)
        found = _Found(corpus, order, groups)
        with self._lock:
            self._kept[question] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def _order(self, corpus: Corpus, sort: tuple[str, ...]) -> Ints:
        # Equal values stay in the order of their names.
        order = np.argsort(self._columns.rank(corpus, "name"), kind="stable")
        for level in reversed(sort):
            rank = self._columns.rank(corpus, level.removeprefix("-"))
            down = level.startswith("-")
            order = order[np.argsort(-rank[order] if down else rank[order], kind="stable")]
        return order

    def _grouped(self, corpus: Corpus, order: Ints, group: str) -> tuple[Ints, tuple[Group, ...]]:
        column = self._columns.values(corpus, group)
        counts = np.bincount(column.number[order], minlength=len(column.values))
        there = np.flatnonzero(counts).tolist()
        groups = tuple(Group(column.values[one], int(counts[one])) for one in there)
        return order[np.argsort(column.number[order], kind="stable")], groups

    def _lettered(self, corpus: Corpus, text: str) -> Bools:
        """The sources whose names have these letters."""
        if not text:
            return np.ones(len(corpus.sources.guid), dtype=bool)
        letters = name_key(text)
        return np.array([letters in key for key in self._columns.keys(corpus)], dtype=bool)

    def _wanted(self, corpus: Corpus, wanted: SourceFilter) -> Bools:
        return self._narrowed(corpus, wanted, self._lettered(corpus, wanted.text))

    def _narrowed(self, corpus: Corpus, wanted: SourceFilter, lettered: Bools) -> Bools:
        found = lettered.copy()
        for name in ("kind", "language", "status"):
            values = getattr(wanted, name)
            if values:
                column = self._columns.values(corpus, name)
                chosen = np.array([value in values for value in column.values], dtype=bool)
                found &= chosen[column.number] if len(chosen) else found
        if wanted.case:
            found &= self._of_cases(corpus, wanted.case)
        if wanted.among is not None:
            among = set(wanted.among)
            found &= np.array([guid in among for guid in corpus.sources.guid], dtype=bool)
        return found

    def _of_cases(self, corpus: Corpus, cases: Sequence[str]) -> Bools:
        ties = self._columns.cases(corpus)
        own = np.zeros(len(corpus.sources.guid), dtype=bool)
        for case in cases:
            if not case:
                own |= np.diff(ties.first) == 0
            elif case in corpus.cases.guid:
                own[ties.sources(corpus.cases.guid.index(case))] = True
            else:
                raise NotFound("no-such-case", f"There is no case {case}.")
        return own

    def _facet(
        self, corpus: Corpus, wanted: SourceFilter, lettered: Bools, name: str
    ) -> tuple[FacetValue, ...]:
        open_to: dict[str, Any] = {name: ()}
        others = self._narrowed(corpus, replace(wanted, **open_to), lettered)
        if name == "case":
            return self._case_facet(corpus, others)
        column = self._columns.values(corpus, name)
        counts = np.bincount(column.number[others], minlength=len(column.values)).tolist()
        return tuple(
            FacetValue(value, value, count)
            for value, count in zip(column.values, counts, strict=True)
        )

    def _case_facet(self, corpus: Corpus, others: Bools) -> tuple[FacetValue, ...]:
        ties = self._columns.cases(corpus)
        owned = np.diff(ties.first)
        shown = np.repeat(others, owned)
        counts = np.bincount(ties.owner[shown], minlength=len(corpus.cases.guid)).tolist()
        none = int(np.count_nonzero(others & (owned == 0)))
        whose = zip(corpus.cases.guid, corpus.cases.name, counts, strict=True)
        return (
            *([FacetValue("", "", none)] if np.any(owned == 0) else []),
            *(FacetValue(guid, name, count) for guid, name, count in whose),
        )

    # -- the rows ----------------------------------------------------------------------------------

    def _rows(self, rows: Rows, corpus: Corpus, page: Ints) -> list[SourceRow]:
        places = page.tolist()
        guids = [corpus.sources.guid[place] for place in places]
        by_guid = {source.guid: source for source in rows.among(Source, "guid", guids)}
        written = revisions(rows, Source.KIND, guids)
        counts = self._columns.codings(corpus)
        cases, coders = self._columns.cases(corpus), self._columns.coders(corpus)
        attributes = [one for one in corpus.attributes if one.of == "source"]
        return [
            SourceRow(
                by_guid[guid],
                written[guid],
                int(counts[place]),
                _named(corpus.cases, cases.of(place)),
                _named(corpus.users, coders.of(place)),
                {one.name: one.value[place] or "" for one in attributes if one.value[place]},
            )
            for guid, place in zip(guids, places, strict=True)
            if guid in by_guid  # the columns may be newer than the rows
        ]


def _named(columns: NamedColumns, which: Iterable[int]) -> tuple[tuple[str, str], ...]:
    """Some of them as (GUID, name), by name."""
    found = ((columns.guid[one], columns.name[one]) for one in which)
    return tuple(sorted(found, key=lambda one: natural_key(one[1])))
