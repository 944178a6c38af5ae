"""What a query asks of a study beside its columns: words, memos, findings and sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

import numpy as np

from ..analysis.overlap import touching
from ..analysis.query.lookups import Marked, Members
from ..analysis.search import (
    apart,
    compile_pattern,
    find_regex,
    find_whole_words,
    find_words,
    required_literal,
    sure_letters,
)
from ..analysis.spans import Spans
from ..analysis.text import word_key, word_spans
from ..analysis.words.columns import words_of
from ..analysis.words.forms import stemmer
from ..analysis.words.speaker_labels import label_spans
from ..model import (
    Attribute,
    Display,
    Evidence,
    Link,
    Memo,
    NetworkEdge,
    NetworkNode,
    Rating,
    Segment,
    Set,
    Source,
)
from ..model.corpus import Corpus
from ..model.event import EVIDENCE
from ..model.identity import name_key
from ..model.query import TextMode
from ..store import Rows, search
from ..store.lookups import find_event, find_finding, is_guid, named

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
        plain = (
            self.mode == "word" and self.pattern.isascii() and any(map(str.isalnum, self.pattern))
        )
        if self.mode == "phrase" or plain:
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
        if self.mode == "word":
            return partial(find_whole_words, phrase=self.pattern)
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
    # Prefixes change the first letter of a root (menulis, tulis), never the others.
    sought = _root(pattern)[1:].replace("-", " ") if mode == "stem" else pattern
    return sure_letters(sought)


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


def _root(word: str) -> str:
    return stemmer("Searching by stems")(word_key(word.strip()))


def _stem_finder(word: str) -> Finder:
    stem, wanted = stemmer("Searching by stems"), _root(word)

    def find(body: str) -> list[tuple[int, int]]:
        return [
            span for span in word_spans(body) if stem(word_key(body[span[0] : span[1]])) == wanted
        ]

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
        spans = Spans(columns[0], columns[1], columns[2])
        if mode in ("word", "stem") and len(spans):
            labels = label_spans(self._corpus, words_of(self._corpus.texts))
            said = ~touching(spans, labels)
            spans = Spans(spans.source[said], spans.start[said], spans.end[said])
        return spans

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

    def event(self, name: str) -> Marked:
        """The segments that show an event."""
        return self._evidence([find_event(self._rows, name).guid])

    def rating(self, name: str) -> Marked:
        """The segments that ratings of a variable rest on, or those of one rating."""
        one = self._rows.find(Rating, name) if is_guid(name) else None
        if one is not None:
            return self._evidence([one.guid])
        variable = named(self._rows.all(Attribute, type="rating"), name, "rating")
        ratings = self._rows.all(Rating, attribute=variable.guid)
        return self._evidence([rating.guid for rating in ratings])

    def _evidence(self, owners: Iterable[str]) -> Marked:
        links = self._rows.among(Link, "owner", owners)
        return self._marked([], [link.target for link in links if link.role == EVIDENCE])

    def network(self, name: str) -> Marked:
        """The segments that a network, or one node or edge of it, rests on."""
        return self._evidence(self._drawn(name))

    def _drawn(self, name: str) -> list[str]:
        for kind in (NetworkEdge, NetworkNode):
            if is_guid(name) and (found := self._rows.find(kind, name)):
                return [found.guid]
        shown = self._rows.all(Display)
        whole = next((one for one in shown if one.guid == name), None)
        whole = whole or named(shown, name, "network")
        parts = [
            *self._rows.all(NetworkNode, display=whole.guid),
            *self._rows.all(NetworkEdge, display=whole.guid),
        ]
        return [one.guid for one in parts]

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
