"""The table of sources: counted, filtered, sorted, and given a window at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..analysis.coders import of_coders
from ..errors import InvalidInput, NotFound
from ..model import Source
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..store import Rows, Store
from ..store.revisions import revisions
from .name_index import FoldedNames

__all__ = ["SORTS", "Listing", "SourcePage", "SourceRow"]

_FACETS = ("kind", "medium", "language", "status", "collected", "collector", "method")
SORTS = ("name", "length", "codings", "created", *_FACETS)
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with its revision, its codings counted, and its cases as (GUID, name)."""

    source: Source
    revision: int
    codings: int
    cases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Some of the sources, and how many there are in all."""

    total: int
    rows: tuple[SourceRow, ...]


class Listing:
    """The sources of a study as a table of any length."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
        self._names = FoldedNames()

    def page(
        self,
        *,
        offset: int = 0,
        limit: int = 100,
        sort: str = "created",
        text: str = "",
        kind: str | None = None,
        case: str | None = None,
        coders: Sequence[str] | None = None,
    ) -> SourcePage:
        """The sources whose name has ``text`` in it, of a kind, of a case (GUID), in an order.

        ``sort`` is one of :data:`SORTS`, with ``-`` before it downwards. With ``coders`` (GUIDs) the
        codings of these people alone are counted. Raises
        :class:`InvalidInput`, :class:`NotFound`.
        """
        down, by = sort.startswith("-"), sort.removeprefix("-")
        if by not in SORTS:
            raise InvalidInput(
                "unknown-sort", f"Sources are not sorted by “{by}”.", f"Use: {', '.join(SORTS)}."
            )
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), coders)
            found = self._order(corpus, by)
            found = found[self._wanted(corpus, text, kind, case)[found]]
            page = (found[::-1] if down else found)[offset : offset + limit]
            return SourcePage(len(found), tuple(_rows(rows, corpus, page)))

    def row(self, guid: str, coders: Sequence[str] | None = None) -> SourceRow:
        """One source, with the codings of some people counted, or all. Raises :class:`NotFound`."""
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), coders)
            place = [row for row, one in enumerate(corpus.sources.guid) if one == guid]
            found = _rows(rows, corpus, np.array(place, dtype=np.int64))
        if not found:
            raise NotFound("no-such-source", f"There is no source {guid}.")
        return found[0]

    def _order(self, corpus: Corpus, by: str) -> Ints:
        sources = corpus.sources
        if by == "created":
            return np.arange(len(sources.guid))
        names = np.array(self._names.order(sources.name), dtype=np.int64)
        if by == "name":
            return names
        # Equal values stay in the order of their names.
        return names[np.argsort(_column(corpus, by)[names], kind="stable")]

    def _wanted(
        self, corpus: Corpus, text: str, kind: str | None, case: str | None
    ) -> NDArray[np.bool_]:
        sources = corpus.sources
        wanted = np.ones(len(sources.guid), dtype=bool)
        if kind is not None:
            wanted &= np.array([value == kind for value in sources.facets["kind"]], dtype=bool)
        if text:
            letters = name_key(text)
            keys = self._names.keys(sources.name)
            wanted &= np.array([letters in key for key in keys], dtype=bool)
        if case is not None:
            if case not in corpus.cases.guid:
                raise NotFound("no-such-case", f"There is no case {case}.")
            own = np.zeros(len(sources.guid), dtype=bool)
            number = corpus.cases.guid.index(case)
            own[[int(source) for owner, source in corpus.case_sources if owner == number]] = True
            wanted &= own
        return wanted


def _column(corpus: Corpus, by: str) -> NDArray[np.int64]:
    if by == "length":
        assert corpus.sources.length is not None
        return corpus.sources.length
    if by == "codings":
        return _counts(corpus)
    values = [value or "" for value in corpus.sources.facets[by]]
    rank = {value: number for number, value in enumerate(sorted(set(values)))}
    return np.array([rank[value] for value in values], dtype=np.int64)


def _counts(corpus: Corpus) -> NDArray[np.int64]:
    return np.bincount(corpus.codings.source, minlength=len(corpus.sources.guid))


def _rows(rows: Rows, corpus: Corpus, page: Ints) -> list[SourceRow]:
    guids = [corpus.sources.guid[int(number)] for number in page]
    by_guid = {source.guid: source for source in rows.among(Source, "guid", guids)}
    written = revisions(rows, Source.KIND, guids)
    counts = _counts(corpus)
    cases: dict[int, list[tuple[str, str]]] = {int(number): [] for number in page}
    for case, source in corpus.case_sources:
        if int(source) in cases:
            owner = corpus.cases.guid[int(case)], corpus.cases.name[int(case)]
            cases[int(source)].append(owner)
    return [
        SourceRow(by_guid[guid], written[guid], int(counts[number]), tuple(cases[int(number)]))
        for guid, number in zip(guids, page, strict=True)
        if guid in by_guid  # the columns may be newer than the rows
    ]
