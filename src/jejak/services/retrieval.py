"""Retrieval: segments by query, words in context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..analysis.coders import of_coders
from ..analysis.query.evaluate import evaluate
from ..analysis.query.hits import Hits, Segments
from ..analysis.query.ownership import cases_of
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.query import Query
from ..store import Store
from .segment_cards import Found, FoundSegment, SegmentCards
from .study_lookups import Mode, Sought, StudyLookups
from .words import Line, Lines, WordCounts, count_words, words_in

__all__ = ["Found", "FoundSegment", "Line", "Lines", "Retrieval", "WordCounts"]


class Retrieval:
    """Finding words and segments of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def hits(self, query: Query | str) -> tuple[Corpus, Hits]:
        """The hits of a query as columns, with the corpus they index.

        Raises :class:`InvalidInput` (with the place in the query), :class:`NotFound`,
        :class:`Conflict`.
        """
        with self._store.view() as rows:
            corpus = self._store.corpus()
            return corpus, evaluate(query, corpus, StudyLookups(rows, corpus))

    def find(
        self,
        query: Query | str,
        *,
        offset: int = 0,
        limit: int = 50,
        context: int = 80,
        coders: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
        by: str = "source",
    ) -> Found:
        """The segments a query finds, in the order of the texts, or (``by="case"``) by case.

        ``coders`` and ``sources`` (GUIDs): only their codings, only in these.
        """
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), coders)
            hits = evaluate(query, corpus, StudyLookups(rows, corpus))
            if sources is not None:
                wanted = set(sources)
                meant = np.array([guid in wanted for guid in corpus.sources.guid], np.bool_)
                hits = hits.keep(meant[hits.source])
            segments = hits.segments()
            places = np.arange(len(segments))
            if by == "case":
                places = _by_case(corpus, hits, segments)
            page = segments.at(places[offset : offset + limit])
            return Found(len(segments), SegmentCards(rows, corpus).page(page, context))

    def at(self, source: str, start: int, end: int, context: int = 80) -> FoundSegment:
        """One stretch with its words, whether anybody coded it or not."""
        with self._store.view() as rows:
            corpus = self._store.corpus()
            return SegmentCards(rows, corpus).segment(
                corpus.sources.guid.index(source), start, end, context
            )

    def words(
        self,
        pattern: str,
        *,
        regex: bool = False,
        within: bool = False,
        case_sensitive: bool = False,
        sources: Sequence[str] | None = None,
        offset: int = 0,
        limit: int = 100,
        context: int = 60,
    ) -> Lines:
        """Keyword in context: where a phrase or regular expression stands.

        ``within``: the phrase may be part of longer words. ``sources``: GUIDs, by default all.
        Raises :class:`InvalidInput` for an expression that is none.
        """
        sought = _sought(pattern, regex=regex, within=within, case_sensitive=case_sensitive)
        with self._store.read() as rows:
            return words_in(rows, replace(sought, sources=_some(sources)), offset, limit, context)

    def count(
        self,
        pattern: str,
        *,
        regex: bool = False,
        within: bool = False,
        case_sensitive: bool = False,
        after: int = 0,
        characters: int = 4_000_000,
        lines: int = 5,
        context: int = 60,
    ) -> WordCounts:
        """How often words stand in each source, in a piece of the material: that ``after`` the piece
        before, of about so many characters. The first ``lines`` of each source come with it.

        Raises :class:`InvalidInput` for an expression that is none.
        """
        sought = _sought(pattern, regex=regex, within=within, case_sensitive=case_sensitive)
        with self._store.read() as rows:
            return count_words(
                rows,
                replace(sought, after=after),
                characters=characters,
                lines=lines,
                context=context,
            )


def _sought(pattern: str, *, regex: bool, within: bool, case_sensitive: bool) -> Sought:
    mode: Mode = "regex" if regex else "letters" if within else "phrase"
    return Sought(pattern, mode, case_sensitive=case_sensitive)


def _some(values: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _by_case(corpus: Corpus, hits: Hits, segments: Segments) -> NDArray[np.int64]:
    """The numbers of the segments by the names of their cases; those of none come last."""
    first = segments.first[:-1]
    case = cases_of(hits, corpus)[first] if len(segments) else np.empty(0, np.int64)
    names = [name_key(name) for name in corpus.cases.name]
    rank = np.empty(len(names) + 1, np.int64)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    rank[-1] = len(names)
    return np.argsort(rank[case], kind="stable")
