"""Retrieval: segments by query, words in context."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from ..analysis.query.evaluate import evaluate
from ..analysis.query.hits import Hits
from ..model import Source
from ..model.corpus import Corpus
from ..model.query import Query
from ..store import Store
from .segment_cards import Found, FoundSegment, SegmentCards
from .study_lookups import StudyLookups, text_hits

__all__ = ["Found", "FoundSegment", "Line", "Lines", "Retrieval"]


@dataclass(frozen=True, slots=True)
class Line:
    """A match with the words before and after it, line breaks as spaces."""

    source: str
    source_name: str
    start: int
    end: int
    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of matches; ``more`` says that there are others after it."""

    lines: tuple[Line, ...]
    more: bool


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
        self, query: Query | str, *, offset: int = 0, limit: int = 50, context: int = 80
    ) -> Found:
        """The segments a query finds, in the order of the texts."""
        with self._store.view() as rows:
            corpus, hits = self.hits(query)
            segments = hits.segments()
            page = SegmentCards(rows, corpus).page(segments.page(offset, limit), context)
            return Found(len(segments), page)

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
        case_sensitive: bool = False,
        offset: int = 0,
        limit: int = 100,
        context: int = 60,
    ) -> Lines:
        """Keyword in context: where a phrase or regular expression stands.

        Raises :class:`InvalidInput` for an expression that is none.
        """
        with self._store.read() as rows:
            hits = text_hits(
                rows, pattern, "regex" if regex else "phrase", case_sensitive=case_sensitive
            )
            page = list(islice(hits, offset, offset + limit + 1))
            named: dict[str, list[tuple[str, str]]] = {}
            digests = {hit.digest for hit in page}
            for text, *source in rows.fields(Source, ("text", "guid", "name"), ("text", digests)):
                named.setdefault(text, []).append((source[0], source[1]))
            lines = []
            for hit in page[:limit]:
                for guid, name in named.get(hit.digest, ()):
                    begin = max(hit.start - context, 0)
                    body = rows.text(hit.digest, begin, hit.end + context).replace("\n", " ")
                    cut, over = hit.start - begin, hit.end - begin
                    lines.append(
                        Line(
                            guid,
                            name,
                            hit.start,
                            hit.end,
                            body[:cut],
                            body[cut:over],
                            body[over:],
                        )
                    )
            return Lines(tuple(lines), len(page) > limit)
