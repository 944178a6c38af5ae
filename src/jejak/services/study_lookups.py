"""What a query asks of a study beside its columns: words, memos, findings and sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from typing import Literal

import numpy as np

from ..analysis.query.lookups import Marked, Members
from ..analysis.search import (
    apart,
    compile_pattern,
    find_regex,
    find_words,
    required_literal,
    sure_letters,
)
from ..analysis.spans import Spans
from ..analysis.text import word_spans
from ..errors import MissingExtra
from ..model import Evidence, Link, Memo, Segment, Set, Source
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.query import TextMode
from ..store import Rows, search
from ..store.lookups import find_finding, named

Finder = Callable[[str], list[tuple[int, int]]]
Mode = TextMode | Literal["letters"]

__all__ = ["Mode", "Sought", "StudyLookups", "TextHit", "passages_with", "text_hits"]


@dataclass(frozen=True, slots=True)
class TextHit:
    """Words found in the text of that digest."""

    digest: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for, how, and where: in the ``reach`` of texts, or (``sources``) some of them.

    ``letters`` are found within words, too, whatever the mode of a phrase otherwise asks.
    """

    pattern: str
    mode: Mode = "phrase"
    case_sensitive: bool = False
    sources: tuple[str, ...] | None = None
    after: int = 0

    def candidates(self, rows: Rows) -> Iterator[search.Passage]:
        """The passages that may hold it, by the indexes."""
        reach = search.Reach(self.after, self._digests(rows))
        if self.mode == "phrase":
            return search.with_words(rows.conn, self.pattern, reach)
        literal = _literal(self.pattern, self.mode)
        if len(literal) >= 3:
            return search.with_letters(rows.conn, literal, reach)
        return search.all_passages(rows.conn, reach)

    def share(self, rows: Rows, key: int) -> float:
        """About which share of the texts comes before a passage."""
        return search.share_before(rows.conn, key)

    def finder(self) -> Finder:
        """Finds it in a piece of text. Raises :class:`InvalidInput` for a pattern that is none."""
        if self.mode == "stem":
            return _stem_finder(self.pattern)
        if self.mode == "regex":
            pattern = compile_pattern(self.pattern, case_sensitive=self.case_sensitive)
            return partial(_matches, pattern)
        find = partial(find_words, phrase=self.pattern, case_sensitive=self.case_sensitive)
        return find if self.mode == "phrase" else lambda body: apart(find(body, whole=False))

    def _digests(self, rows: Rows) -> tuple[str, ...] | None:
        if self.sources is None:
            return None
        found = rows.fields(Source, ("text",), ("guid", self.sources))
        return tuple(dict.fromkeys(text for (text,) in found))


def _literal(pattern: str, mode: Mode) -> str:
    """Letters that every match holds, as far as they are known."""
    if mode == "regex":
        return required_literal(pattern)
    return sure_letters(pattern) if mode == "letters" else pattern[:3]


def passages_with(rows: Rows, sought: Sought) -> Iterator[tuple[search.Passage, list[TextHit]]]:
    """Passages that may hold what is sought, each with what was found in it; none may be there.

    A regular expression reaches over a passage and the 200 characters after it at most. Raises
    :class:`InvalidInput` for a pattern that is none.
    """
    find = sought.finder()
    last = ("", 0)
    for passage in sought.candidates(rows):
        hits = []
        for start, end in find(passage.body):
            begin = passage.start + start
            if start >= passage.own or (passage.digest == last[0] and begin < last[1]):
                continue
            hits.append(TextHit(passage.digest, begin, passage.start + end))
        if hits and sought.mode == "letters":
            last = (passage.digest, hits[-1].end)
        yield passage, hits


def text_hits(
    rows: Rows, pattern: str, mode: TextMode = "phrase", *, case_sensitive: bool = False
) -> Iterator[TextHit]:
    """Where a phrase, a regular expression or a word of a stem stands, passage by passage.

    Raises :class:`InvalidInput` for a pattern that is none.
    """
    sought = Sought(pattern, mode, case_sensitive=case_sensitive)
    return (hit for _, hits in passages_with(rows, sought) for hit in hits)


def _matches(pattern: re.Pattern[str], body: str) -> list[tuple[int, int]]:
    return find_regex(body, pattern)


def _stem_finder(word: str) -> Finder:
    try:
        factory = import_module("Sastrawi.Stemmer.StemmerFactory").StemmerFactory
    except ImportError:
        raise MissingExtra("words", "Searching by stems") from None
    stemmer = factory().create_stemmer()
    wanted = stemmer.stem(word.casefold())
    known: dict[str, bool] = {}

    def same(found: str) -> bool:
        key = found.casefold()
        if key not in known:
            known[key] = stemmer.stem(key) == wanted
        return known[key]

    def find(body: str) -> list[tuple[int, int]]:
        return [span for span in word_spans(body) if same(body[span[0] : span[1]])]

    return find


class StudyLookups:
    """Answers from one view of the study."""

    def __init__(self, rows: Rows, corpus: Corpus) -> None:
        self._rows = rows
        self._corpus = corpus

    def text(self, pattern: str, mode: TextMode) -> Spans:
        """Where words stand, in every source that has the text."""
        hits = list(text_hits(self._rows, pattern, mode, case_sensitive=mode == "regex"))
        sources = self._sources({hit.digest for hit in hits})
        found = [
            (source, hit.start, hit.end) for hit in hits for source in sources.get(hit.digest, ())
        ]
        columns = np.array(found, dtype=np.int64).reshape(-1, 3).T
        return Spans(columns[0], columns[1], columns[2])

    def memo(self, words: str | None) -> Marked:
        """What memos are about, all of them or those that hold the words."""
        wanted = name_key(words or "")
        owners = {
            memo.guid
            for memo in self._rows.all(Memo)
            if not wanted or wanted in name_key(f"{memo.title}\n{memo.body}")
        }
        links = [link for link in self._rows.all(Link, role="memo") if link.owner in owners]
        return self._marked(
            [k.target for k in links if k.target_kind == "coding"],
            [k.target for k in links if k.target_kind == "segment"],
        )

    def finding(self, label: str) -> Marked:
        """The segments that are evidence of a finding."""
        finding = find_finding(self._rows, label)
        evidence = self._rows.all(Evidence, finding=finding.guid)
        return self._marked([], [e.target for e in evidence if e.target_kind == "segment"])

    def members(self, name: str) -> Members:
        """What a set holds, or the query that fills it."""
        group = named(self._rows.all(Set), name, "set")
        if group.query is not None:
            return Members(group.of, query=group.query)
        links = self._rows.all(Link, role="member", owner=group.guid)
        guids = [link.target for link in links]
        if group.of == "segment":
            return Members(group.of, marked=self._marked([], guids))
        return Members(group.of, guids=tuple(guids))

    def _sources(self, digests: set[str]) -> dict[str, list[int]]:
        """The sources that have each of these texts."""
        found: dict[str, list[int]] = {}
        for guid, text in self._rows.fields(Source, ("guid", "text"), ("text", digests)):
            if guid in self._place:
                found.setdefault(text, []).append(self._place[guid])
        return found

    @cached_property
    def _place(self) -> dict[str, int]:
        return {guid: number for number, guid in enumerate(self._corpus.sources.guid)}

    def _marked(self, codings: Iterable[str], segments: Iterable[str]) -> Marked:
        found = self._rows.among(Segment, "guid", segments)
        spans = [
            (
                self._place[segment.source],
                segment.start,
                segment.end,
                self._rows.key_of("segment", segment.guid),
            )
            for segment in found
        ]
        columns = np.array(spans, dtype=np.int64).reshape(-1, 4).T
        keys = [key for guid in codings if (key := self._rows.key_of("coding", guid)) is not None]
        return Marked(
            codings=np.array(keys, dtype=np.int64),
            segments=columns[3],
            spans=Spans(columns[0], columns[1], columns[2]),
        )
