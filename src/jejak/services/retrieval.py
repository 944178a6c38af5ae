"""Retrieval: segments by query, words in context."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from ..analysis.query.evaluate import evaluate
from ..analysis.query.hits import Hits, Segments
from ..model import Source
from ..model.corpus import Corpus
from ..model.query import Query
from ..store import Rows, Store
from .study_lookups import StudyLookups, text_hits

__all__ = ["Found", "FoundSegment", "Line", "Lines", "Retrieval"]


@dataclass(frozen=True, slots=True)
class FoundSegment:
    """A segment with its words in context; ``codes`` (GUIDs) and ``coders`` are those of all
    codings on the very same stretch, ``codings`` their GUIDs; ``case`` is a GUID or ``None``."""

    source: str
    source_name: str
    source_kind: str
    start: int
    end: int
    text: str
    before: str
    after: str
    codes: tuple[str, ...]
    coders: tuple[str, ...]
    codings: tuple[str, ...]
    segment: str | None
    case: str | None
    case_name: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of segments and how many there are in all."""

    total: int
    segments: tuple[FoundSegment, ...]


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
        with self._store.read() as rows:
            corpus = self._store.corpus()
            return corpus, evaluate(query, corpus, StudyLookups(rows, corpus))

    def find(
        self, query: Query | str, *, offset: int = 0, limit: int = 50, context: int = 80
    ) -> Found:
        """The segments a query finds, in the order of the texts."""
        with self._store.read() as rows:
            corpus, hits = self.hits(query)
            segments = hits.segments()
            page = segments.page(offset, limit)
            return Found(len(segments), tuple(self._told(rows, corpus, page, context)))

    def _told(self, rows: Rows, corpus: Corpus, page: Segments, context: int) -> list[FoundSegment]:
        cards = _Cards(rows, corpus)
        found = []
        for number in range(len(page)):
            place = int(page.source[number]), int(page.start[number]), int(page.end[number])
            found.append(cards.segment(*place, context))
        return found

    def at(self, source: str, start: int, end: int, context: int = 80) -> FoundSegment:
        """One stretch with its words, whether anybody coded it or not."""
        with self._store.read() as rows:
            corpus = self._store.corpus()
            return _Cards(rows, corpus).segment(
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
            lines = []
            for hit in page[:limit]:
                for source in rows.all(Source, text=hit.digest):
                    begin = max(hit.start - context, 0)
                    body = rows.text(hit.digest, begin, hit.end + context).replace("\n", " ")
                    cut, over = hit.start - begin, hit.end - begin
                    lines.append(
                        Line(
                            source.guid,
                            source.name,
                            hit.start,
                            hit.end,
                            body[:cut],
                            body[cut:over],
                            body[over:],
                        )
                    )
            return Lines(tuple(lines), len(page) > limit)


class _Cards:
    """Segments as people read them, looked up page by page."""

    def __init__(self, rows: Rows, corpus: Corpus) -> None:
        self._rows = rows
        self._corpus = corpus
        self._texts: dict[int, tuple[str, str]] = {}

    def segment(self, source: int, start: int, end: int, context: int) -> FoundSegment:
        corpus, codings = self._corpus, self._corpus.codings
        digest, kind = self._text(source)
        begin = max(start - context, 0)
        body = self._rows.text(digest, begin, end + context)
        same = self._same(source, start, end)
        keys = [int(codings.coding[row]) for row in same]
        case = int(codings.case[same[0]]) if same else self._case_of(source, start)
        segment = self._rows.guid_of("segment", int(codings.segment[same[0]])) if same else None
        return FoundSegment(
            source=corpus.sources.guid[source],
            source_name=corpus.sources.name[source],
            source_kind=kind,
            start=start,
            end=end,
            text=body[start - begin : end - begin],
            before=body[: start - begin],
            after=body[end - begin :],
            codes=tuple(dict.fromkeys(corpus.codes.guid[int(codings.code[row])] for row in same)),
            coders=tuple(dict.fromkeys(corpus.users.name[int(codings.coder[row])] for row in same)),
            codings=tuple(self._guids(keys)),
            segment=segment,
            case=corpus.cases.guid[case] if case >= 0 else None,
            case_name=corpus.cases.name[case] if case >= 0 else None,
        )

    def _text(self, source: int) -> tuple[str, str]:
        if source not in self._texts:
            found = self._rows.get(Source, self._corpus.sources.guid[source])
            self._texts[source] = found.text, found.kind
        return self._texts[source]

    def _same(self, source: int, start: int, end: int) -> list[int]:
        codings = self._corpus.codings
        low, high = codings.source.searchsorted([source, source + 1])
        first = low + codings.start[low:high].searchsorted(start)
        found = []
        for row in range(int(first), int(high)):
            if codings.start[row] != start:
                break
            if codings.end[row] == end:
                found.append(row)
        return found

    def _case_of(self, source: int, start: int) -> int:
        blocks = self._corpus.blocks
        low, high = int(blocks.first[source]), int(blocks.first[source + 1])
        row = low + int(blocks.start[low:high].searchsorted(start, side="right")) - 1
        if row >= low and blocks.end[row] > start and blocks.speaker[row] >= 0:
            return int(blocks.case[row])
        owners = [int(c) for c, s in self._corpus.case_sources if s == source]
        return owners[0] if len(owners) == 1 else -1

    def _guids(self, keys: list[int]) -> list[str]:
        found = []
        for key in keys:
            guid = self._rows.guid_of("coding", key)
            if guid is not None:
                found.append(guid)
        return found
