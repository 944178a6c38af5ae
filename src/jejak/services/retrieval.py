"""Retrieval: segments by query, words in context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..analysis.coders import of_coders
from ..analysis.query.arranged import ARRANGEMENTS, Arranged, arranged
from ..analysis.query.completing import Completions, completions
from ..analysis.query.evaluate import evaluate
from ..analysis.query.hits import Hits, Segments
from ..analysis.query.parse import parse
from ..errors import InvalidInput
from ..i18n import check_language
from ..model.corpus import Corpus
from ..model.query import Query
from ..model.table import Column
from ..store import Rows, Store
from .answers import Answers
from .concordance import Concordance, ConcordanceLine, concordance_columns, lines_in_order
from .leaving import Leaving
from .passage_files import Headed, check_ending, columns_file, passages_file
from .query_names import QueryNames
from .segment_cards import Found, FoundSegment, SegmentCards
from .study_lookups import Mode, Sought, StudyLookups
from .words import Line, Lines, WordCounts, count_words, words_in

__all__ = [
    "Concordance",
    "ConcordanceLine",
    "Found",
    "FoundGroup",
    "FoundGroups",
    "FoundSegment",
    "Line",
    "Lines",
    "Retrieval",
    "WordCounts",
]

_ALL = 1 << 40
# So many answers are kept for those who read on in them, as long as the study stays as it is.
_KEPT = 6


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """A heading: GUID and name of a source, case, code (its path) or coder, ``None`` for the segments
    that have none; and how many stand under it."""

    guid: str | None
    name: str | None
    count: int


@dataclass(frozen=True, slots=True)
class FoundGroups:
    """The headings of what a query finds: so many segments in all, on so many ``places``."""

    total: int
    places: int
    groups: tuple[FoundGroup, ...]


@dataclass(frozen=True)
class _Answer:
    """What a query found in a corpus."""

    corpus: Corpus
    hits: Hits

    @cached_property
    def segments(self) -> Segments:
        return self.hits.segments()

    @cached_property
    def _arranged(self) -> dict[str, Arranged]:
        return {}

    def by(self, arrangement: str) -> Arranged:
        if arrangement not in ARRANGEMENTS:
            known = ", ".join(ARRANGEMENTS)
            raise InvalidInput("bad-arrangement", f"What is found is arranged by {known}.")
        if arrangement not in self._arranged:
            found = arranged(self.hits, self.segments, self.corpus, arrangement)
            self._arranged[arrangement] = found
        return self._arranged[arrangement]


class Retrieval:
    """Finding words and segments of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
        self._answers: Answers[_Answer] = Answers(_KEPT)

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
        """The segments a query finds under the headings of their sources, or ``by`` case, code or
        coder; in each in the order of the texts. Under codes and coders a segment stands as often as
        it has some.

        ``coders`` and ``sources`` (GUIDs): only their codings, only in these. Raises as
        :meth:`hits`, and :class:`InvalidInput` for another arrangement.
        """
        with self._store.view() as rows:
            answer = self._answer(rows, query, coders, sources)
            found = answer.by(by)
            page = answer.segments.at(found.places[offset : offset + limit])
            cards = SegmentCards(rows, answer.corpus).page(page, context)
            return Found(len(answer.segments), cards, len(found.places))

    def groups(
        self,
        query: Query | str,
        *,
        by: str = "source",
        coders: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
    ) -> FoundGroups:
        """The headings of what :meth:`find` gives, in its order, with their counts."""
        with self._store.view() as rows:
            answer = self._answer(rows, query, coders, sources)
            found = answer.by(by)
            guids, names = _headings(answer.corpus, by)
            groups = (
                FoundGroup(None, None, group.count)
                if group.row < 0
                else FoundGroup(guids[group.row], names[group.row], group.count)
                for group in found.groups
            )
            return FoundGroups(len(answer.segments), len(found.places), tuple(groups))

    def headings(
        self,
        query: Query | str,
        *,
        by: str = "source",
        limit: int | None = None,
        coders: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
    ) -> list[str | None]:
        """For each segment that :meth:`find` gives the name of its heading."""
        with self._store.view() as rows:
            answer = self._answer(rows, query, coders, sources)
            _, names = _headings(answer.corpus, by)
            found = answer.by(by).rows[: _ALL if limit is None else limit]
            return [None if row < 0 else names[row] for row in found.tolist()]

    def content(
        self,
        query: Query | str,
        ending: str,
        language: str = "en",
        *,
        by: str = "source",
        context: int = 0,
        limit: int | None = None,
        coders: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
        authors: Sequence[str] | None = None,
    ) -> bytes:
        """All that a query finds as the bytes of a file, as it may leave the study: the words, their
        codes, coders, weights and memos (by ``authors`` alone), and all that is known of case and
        source, but for what privacy keeps.

        Raises as :meth:`find`, :class:`InvalidInput` (ending, a text too long for a spreadsheet),
        :class:`MissingExtra`.
        """
        check_language(language)
        with self._store.view():
            found = self.find(
                query, by=by, limit=limit or _ALL, context=context, coders=coders, sources=sources
            )
            headings = self.headings(query, by=by, limit=limit, coders=coders, sources=sources)
            return self.written(
                query, found.segments, headings, ending, language,
                by=by, context=context > 0, authors=authors,
            )  # fmt: skip

    def written(
        self,
        query: Query | str,
        passages: Sequence[FoundSegment],
        headings: Sequence[str | None],
        ending: str,
        language: str,
        *,
        by: str = "source",
        context: bool = False,
        authors: Sequence[str] | None = None,
    ) -> bytes:
        """Passages that were found, as :meth:`content` writes them."""
        with self._store.view() as rows:
            headed = Headed(by, headings, passages, _told(rows, query))
            return passages_file(
                rows, self._store.corpus(), headed, ending, language,
                context=context, authors=authors,
            )  # fmt: skip

    def table(self, columns: Sequence[Column], ending: str, title: str) -> bytes:
        """A table of words in their context as the bytes of a file, as it may leave the study."""
        with self._store.view() as rows:
            return columns_file(rows, columns, check_ending(ending), title, cut=True)

    def concordance(
        self,
        query: Query | str,
        *,
        sort: Sequence[str] = (),
        offset: int = 0,
        limit: int = 100,
        context: int = 60,
        coders: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
    ) -> Concordance:
        """What a query finds (``word:akun and case = S``) line by line with the words around it, in
        the order of ``sort``: *left1* to *left3*, *right1* to *right3*, *node*, *source*, *case*.

        Raises as :meth:`find`, and :class:`InvalidInput` for an order there is none of.
        """
        with self._store.view() as rows:
            found = self._answer(rows, query, coders, sources)
            return lines_in_order(
                rows, found.corpus, found.hits, sort, offset=offset, limit=limit, context=context
            )

    def concordance_content(
        self,
        query: Query | str,
        ending: str,
        *,
        sort: Sequence[str] = (),
        context: int = 60,
        coders: Sequence[str] | None = None,
    ) -> bytes:
        """All lines of a concordance as a file, as it may leave the study. Raises as
        :meth:`concordance`, and as :meth:`table`."""
        with self._store.view():
            found = self.concordance(query, sort=sort, limit=_ALL, context=context, coders=coders)
            columns = concordance_columns(self._store.corpus(), found.lines)
            return self.table(columns, ending, "concordance")

    def _answer(
        self,
        rows: Rows,
        query: Query | str,
        coders: Sequence[str] | None,
        sources: Sequence[str] | None,
    ) -> _Answer:
        """What a query finds; kept for who reads on in it, until the study changes."""
        whole = self._store.corpus()

        def made() -> _Answer:
            corpus = of_coders(whole, coders)
            hits = evaluate(query, corpus, StudyLookups(rows, corpus))
            if sources is not None:
                wanted = set(sources)
                meant = np.array([guid in wanted for guid in corpus.sources.guid], np.bool_)
                hits = hits.keep(meant[hits.source])
            return _Answer(corpus, hits)

        return self._answers.of(whole, (query, _some(coders), _some(sources)), made)

    def complete(self, query: str, at: int, limit: int = 20) -> Completions:
        """What can stand at a character of a query: codes, attributes, values and other names of the
        study, and words of the language."""
        with self._store.view() as rows:
            return completions(query, at, self._store.corpus(), QueryNames(rows), limit)

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


def _headings(corpus: Corpus, by: str) -> tuple[Sequence[str], Sequence[str]]:
    """GUIDs and names of what heads an arrangement."""
    if by == "code":
        return corpus.codes.guid, corpus.codes.path
    named = {"source": corpus.sources, "case": corpus.cases}.get(by, corpus.users)
    return named.guid, named.name


def _told(rows: Rows, query: Query | str) -> str:
    """A query as its file may tell it: nothing of one that asks for values that stay in the study."""
    asked = str(parse(query) if isinstance(query, str) else query)
    return "" if Leaving(rows).stays(asked) else asked
