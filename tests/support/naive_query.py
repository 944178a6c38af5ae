"""The query language once more, in plain Python, hit by hit: slow, and written to be read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from jejak.analysis.query.lookups import Marked, Members
from jejak.analysis.spans import Spans
from jejak.analysis.text import word_spans
from jejak.model.coding import ORIGINS
from jejak.model.corpus import Corpus
from jejak.model.query import (
    And,
    CodeIs,
    CoderIs,
    Compare,
    EventIs,
    FindingIs,
    InSet,
    MemoIs,
    Not,
    Or,
    Query,
    RatingIs,
    Related,
    TextIs,
)
from jejak.model.reading import BLOCK_KINDS

Hit = tuple[int, int, int, int]
Condition = Callable[[Hit], bool]
DAY = 86_400_000
MAY_2020 = (1_588_291_200_000, 1_590_969_600_000)
YEAR_2020 = (1_577_836_800_000, 1_609_459_200_000)


@dataclass
class Answers:
    """What a store would answer: words, memos, evidence and sets, all made up."""

    words: list[tuple[int, int, int]] = field(default_factory=list)
    memo_codings: list[int] = field(default_factory=list)
    marked: list[tuple[int, tuple[int, int, int]]] = field(default_factory=list)
    sets: dict[str, Members] = field(default_factory=dict)

    def text(self, pattern: str, mode: str) -> Spans:
        assert pattern
        wanted = self.words[::2] if mode == "regex" else self.words
        return columns(wanted)

    def memo(self, words: str | None) -> Marked:
        codings = self.memo_codings if words is None else self.memo_codings[:1]
        return Marked(np.array(codings, np.int64), *segments(self.marked))

    def finding(self, label: str) -> Marked:
        assert label
        return Marked(np.array([], np.int64), *segments(self.marked))

    def event(self, name: str) -> Marked:
        return self.finding(name)

    def rating(self, name: str) -> Marked:
        return self.finding(name)

    def network(self, name: str) -> Marked:
        assert name
        return Marked(np.array([], np.int64), *segments(self.marked))

    def members(self, name: str) -> Members:
        return self.sets[name]


def columns(spans: list[tuple[int, int, int]]) -> Spans:
    table = np.array(spans, np.int64).reshape(-1, 3)
    return Spans(table[:, 0], table[:, 1], table[:, 2])


def segments(marked: list[tuple[int, tuple[int, int, int]]]) -> tuple[np.ndarray, Spans]:
    return np.array([key for key, _ in marked], np.int64), columns([s for _, s in marked])


class Naive:
    def __init__(self, corpus: Corpus, answers: Answers) -> None:
        self.corpus = corpus
        self.answers = answers
        c = corpus.codings
        self.codings: list[Hit] = [
            (int(c.source[i]), int(c.start[i]), int(c.end[i]), i) for i in range(len(c))
        ]

    def __call__(self, query: Query) -> list[Hit]:
        return sorted(self.hits(query))

    # --- which sort of condition it is ---

    def is_filter(self, query: Query) -> bool:
        if isinstance(query, And | Or):
            return all(self.is_filter(term) for term in query.terms)
        if isinstance(query, InSet):
            members = self.answers.members(query.name)
            return members.of in ("source", "case")
        return isinstance(query, CoderIs | Compare | Not)

    def hits(self, query: Query) -> set[Hit]:
        if self.is_filter(query):
            return {hit for hit in self.codings if self.passes(query, hit)}
        if isinstance(query, Or):
            return set().union(*(self.hits(term) for term in query.terms))
        if isinstance(query, And):
            first = next(term for term in query.terms if not self.is_filter(term))
            others = [term for term in query.terms if term is not first]
            return {hit for hit in self.hits(first) if all(self.holds(t, hit) for t in others)}
        if isinstance(query, Related):
            right = self.hits(query.right)
            return {
                h for h in self.hits(query.left) if any(self.related(query, h, r) for r in right)
            }
        return self.selected(query)

    def holds(self, term: Query, hit: Hit) -> bool:
        """What stands beside a selector in an “and”: a filter it passes, or another it touches."""
        if self.is_filter(term):
            return self.passes(term, hit)
        return any(overlap(hit, other) for other in self.hits(term))

    def passes(self, query: Query, hit: Hit) -> bool:
        if isinstance(query, And):
            return all(self.passes(term, hit) for term in query.terms)
        if isinstance(query, Or):
            return any(self.passes(term, hit) for term in query.terms)
        if isinstance(query, Not):
            return not self.holds(query.term, hit)
        if isinstance(query, CoderIs):
            return hit[3] >= 0 and self.coder(query.name, int(self.corpus.codings.coder[hit[3]]))
        if isinstance(query, InSet):
            return self.in_set(query, hit)
        assert isinstance(query, Compare)
        return any(self.compare(query, value) for value in self.values(query, hit))

    # --- selectors ---

    def selected(self, query: Query) -> set[Hit]:
        if isinstance(query, CodeIs):
            return {h for h in self.codings if self.has_code(query, h[3])}
        if isinstance(query, TextIs):
            found = self.answers.words[::2] if query.mode == "regex" else self.answers.words
            return {(*span, -1) for span in found if span[1] < span[2]}
        if isinstance(query, MemoIs):
            keys = self.answers.memo_codings
            return self.marked(keys if query.words is None else keys[:1])
        if isinstance(query, FindingIs | EventIs | RatingIs):
            return self.marked([])
        assert isinstance(query, InSet)
        members = self.answers.members(query.name)
        if members.of == "segment":
            return self.marked([])
        codes = self.corpus.codes
        rows = [r for r, guid in enumerate(codes.guid) if guid in members.guids]
        below = {r for row in rows for r in range(row, int(codes.last[row]))}
        return {h for h in self.codings if int(self.corpus.codings.code[h[3]]) in below}

    def marked(self, keys: list[int]) -> set[Hit]:
        c = self.corpus.codings
        wanted = {key for key, _ in self.answers.marked}
        coded = {
            h for h in self.codings if int(c.coding[h[3]]) in keys or int(c.segment[h[3]]) in wanted
        }
        known = {int(key) for key in c.segment}
        bare = {(*s, -1) for key, s in self.answers.marked if key not in known and s[1] < s[2]}
        return coded | bare

    def has_code(self, query: CodeIs, coding: int) -> bool:
        if query.name is None:
            return True
        row: int = int(self.corpus.codings.code[coding])
        while row >= 0:
            path = self.corpus.codes.path[row].casefold()
            if path == query.name.casefold() or path.endswith("/" + query.name.casefold()):
                return True
            row = int(self.corpus.codes.parent[row]) if query.below else -1
        return False

    # --- filters ---

    def coder(self, name: str, row: int) -> bool:
        users = self.corpus.users
        return name.casefold() in (
            users.name[row].casefold(),
            (users.facets["initials"][row] or "").casefold(),
        )

    def in_set(self, query: InSet, hit: Hit) -> bool:
        members = self.answers.members(query.name)
        if members.of == "source":
            return self.corpus.sources.guid[hit[0]] in members.guids
        case = self.case(hit)
        return case >= 0 and self.corpus.cases.guid[case] in members.guids

    def values(self, query: Compare, hit: Hit) -> list[object]:
        c, name = self.corpus.codings, query.name.casefold()
        if query.subject in ("start", "end"):
            return [float(hit[1 if query.subject == "start" else 2])]
        if query.subject in ("created", "weight", "origin"):
            if hit[3] < 0:
                return []
            weight = float(c.weight[hit[3]])
            return {
                "created": [("moment", int(c.created[hit[3]]))],
                "weight": [] if math.isnan(weight) else [weight],
                "origin": [ORIGINS[int(c.origin[hit[3]])]],
            }[query.subject]
        if query.subject == "block":
            return [v for b in self.touched_blocks(hit) if (v := self.block(b, name)) is not None]
        row = hit[0] if query.subject == "source" else self.case(hit)
        if row < 0:
            return []
        owners = self.corpus.sources if query.subject == "source" else self.corpus.cases
        if name in ("", "name"):
            return [owners.name[row]]
        if name in owners.facets:
            found = owners.facets[name][row]
            kind = "date" if name == "collected" else "text"
        else:
            column = self.corpus.attribute(name, query.subject)
            assert column is not None
            found, kind = column.value[row], column.type
        return [] if found is None else [typed(kind, found)]

    def touched_blocks(self, hit: Hit) -> list[int]:
        b = self.corpus.blocks
        places = [
            (int(b.source[i]), int(b.start[i]), int(b.end[i]), -1) for i in range(len(b.start))
        ]
        return [i for i, place in enumerate(places) if overlap(hit, place)]

    def block(self, row: int, name: str) -> object:
        b = self.corpus.blocks
        if name == "speaker":
            return b.speakers[b.speaker[row]] if b.speaker[row] >= 0 else None
        if name == "kind":
            assert b.kind is not None
            return BLOCK_KINDS[b.kind[row]]
        return ("moment", int(b.time[row])) if b.time[row] >= 0 else None

    def case(self, hit: Hit) -> int:
        if hit[3] >= 0:
            return int(self.corpus.codings.case[hit[3]])
        b = self.corpus.blocks
        here = [i for i in range(len(b.start)) if b.source[i] == hit[0]]
        for i in here:
            if b.start[i] <= hit[1] < b.end[i] and b.case[i] >= 0:
                return int(b.case[i])
        if any(b.case[i] >= 0 for i in here):
            return -1
        owners = [int(k) for k, s in self.corpus.case_sources.tolist() if s == hit[0]]
        return owners[0] if len(owners) == 1 else -1

    def compare(self, query: Compare, value: object) -> bool:
        op = query.operator
        if isinstance(value, tuple):
            begin, end = (value[1], value[1]) if value[0] == "moment" else value[1:]
            wanted = [period(text) for text in query.values]
            inside = any(b <= begin and end <= e and begin < e for b, e in wanted)
            b, e = wanted[0]
            return {
                "=": inside, "in": inside, "!=": not inside, "<": begin < b, "<=": begin < e,
                ">": begin >= e, ">=": begin >= b,
            }[op]  # fmt: skip
        if op == "contains":
            return query.values[0].casefold() in str(value).casefold()
        if isinstance(value, str):
            return ordered(op, value.casefold(), [v.casefold() for v in query.values])
        return ordered(op, value, [typed(kind_of(value), v) for v in query.values])

    # --- relations ---

    def related(self, query: Related, a: Hit, b: Hit) -> bool:
        if a[0] != b[0]:
            return False
        (_, s, e, _), (_, t, f, _), d = a, b, query.distance or 0
        if query.unit == "blocks":
            return overlap(a, b) or self.blocks_between(a, b) <= d
        if query.unit == "words":
            if query.relation == "near":
                return overlap(a, b) or self.words_between(a, b) <= d
            first, then = (a, b) if query.relation == "precedes" else (b, a)
            return 0 < self.words_from(first, then) <= d
        return {
            "overlaps": overlap(a, b),
            "within": t <= s and e <= f,
            "contains": s <= t and f <= e,
            "equals": (s, e) == (t, f),
            "follows": 0 <= s - f <= d,
            "precedes": 0 <= t - e <= d,
            "near": overlap(a, b) or 0 <= s - f <= d or 0 <= t - e <= d,
        }[query.relation]

    def words_of(self, text: str, *hits: Hit) -> list[list[int]]:
        return [
            [i for i, (s, e) in enumerate(word_spans(text)) if s < hit[2] and hit[1] < e]
            for hit in hits
        ]

    def words_from(self, a: Hit, b: Hit) -> float:
        """From the last word of one to the first of another on its line."""
        text = self.corpus.texts[a[0]]
        before, after = self.words_of(text, a, b)
        if not before or not after or before[-1] >= after[0]:
            return math.inf
        spans = word_spans(text)
        broken = "\n" in text[spans[before[-1]][0] : spans[after[0]][0]]
        return math.inf if broken else after[0] - before[-1]

    def words_between(self, a: Hit, b: Hit) -> float:
        text = self.corpus.texts[a[0]]
        places = self.words_of(text, a, b)
        between = [
            abs(i - j)
            for i in places[0]
            for j in places[1]
            if "\n" not in text[slice(*sorted((word_spans(text)[i][0], word_spans(text)[j][0])))]
        ]
        return min(between, default=math.inf)

    def blocks_between(self, a: Hit, b: Hit) -> float:
        ranges = []
        for hit in (a, b):
            blocks = self.corpus.blocks
            here = [i for i in range(len(blocks.start)) if blocks.source[i] == hit[0]]
            if not here:
                return math.inf
            first = max([i for i in here if blocks.start[i] <= hit[1]] or here[:1])
            last = max([i for i in here if blocks.start[i] < hit[2]] or here[:1])
            ranges.append((first, max(first, last)))
        (a1, a2), (b1, b2) = ranges
        return max(0, b1 - a2, a1 - b2)


def overlap(a: Hit, b: Hit) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def ordered(op: str, value: object, wanted: list[object]) -> bool:
    if op in ("=", "in"):
        return value in wanted
    if op == "!=":
        return value not in wanted
    return {"<": value < wanted[0], "<=": value <= wanted[0],  # type: ignore[operator]
            ">": value > wanted[0], ">=": value >= wanted[0]}[op]  # type: ignore[operator]  # fmt: skip


def kind_of(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "time" if isinstance(value, list) else "number"


def typed(kind: str, text: str) -> object:
    if kind == "number":
        return float(text)
    if kind == "boolean":
        return text.casefold() in ("ya", "yes", "true", "1")
    if kind == "time":
        return [float(part) for part in (text + ":0:0").split(":")[:3]]
    if kind == "date":
        return ("period", *period(text))
    return text


def period(text: str) -> tuple[int, int]:
    known = {"2020": YEAR_2020, "2020-05": MAY_2020}
    if text in known:
        return known[text]
    begin = int(np.datetime64(text).astype("datetime64[ms]").astype(np.int64))
    return begin, begin + DAY
