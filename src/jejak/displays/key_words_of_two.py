"""Key words of one body of text against another: a table of all that is known of each word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.spans import Bools, Column, Floats, Ints
from ..analysis.words.dispersion import counts_in_parts, deviation_of_proportions
from ..analysis.words.material import Material, material
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.query import And, Not, Query, code
from ..model.shape import UNFIT, Cell, Heading, Matrix
from .display import DisplayFilter
from .key_scores import MEASURES, least_note, ranking_caption, scores_of
from .word_counts import (
    Groups,
    WordQueries,
    distinct,
    in_cases,
    manner,
    rows_of,
    units,
    word_headings,
)

__all__ = ["Compared"]

Numbers = Floats | Column


@dataclass(frozen=True, slots=True)
class _Body:
    """One of two bodies of words: what it is called, where its words are, how a query says so."""

    label: str | Message
    places: Bools
    terms: tuple[Query, ...]


class Compared:
    """Two bodies of words, and the table of what sets them apart."""

    def __init__(
        self, corpus: Corpus, words: Material, settings: Mapping[str, Any], only: DisplayFilter,
        groups: Groups | None,
    ) -> None:  # fmt: skip
        self.corpus, self.words, self.settings, self.only = corpus, words, settings, only
        self.one, self.other = self._within() if groups is None else self._chosen(groups)
        key = words.key
        size = len(words.forms.labels)
        counted = [
            np.bincount(key[body.places & (key >= 0)], minlength=size)
            for body in (self.one, self.other)
        ]
        self.sizes = [int(words.within(body.places).sum()) for body in (self.one, self.other)]
        self.people = [self._people(body) for body in (self.one, self.other)]
        self.kept = np.flatnonzero(counted[0] + counted[1] >= settings["least"])
        self.counts = [count[self.kept] for count in counted]

    def _people(self, body: _Body) -> int:
        case = self.words.case[self.words.within(body.places)]
        return len(np.unique(case[case >= 0]))

    def _within(self) -> tuple[_Body, _Body]:
        found = material(self.corpus, self.words.forms, self.only.rows)
        inside = self.words.within(np.ones(len(found.columns), np.bool_))
        there = inside if found.there is None else found.there
        query = And((code(), self.only.query)) if self.only.query is not None else code()
        return (
            _Body(say("Within the filter"), there, (query,)),
            _Body(say("All else"), inside & ~there, (Not(query),)),
        )

    def _chosen(self, groups: Groups) -> tuple[_Body, _Body]:
        one = _group(groups, self.settings["one"])
        terms = groups.terms(self.corpus, one)
        label = groups.headings(self.corpus)[one].label
        body = _Body(label, groups.of == one, terms)
        if self.settings["other"]:
            other = _group(groups, self.settings["other"])
            if other == one:
                raise InvalidInput("bad-setting", "A group cannot be compared with itself.")
            heading = groups.headings(self.corpus)[other].label
            return body, _Body(heading, groups.of == other, groups.terms(self.corpus, other))
        outside = Not(terms[0] if len(terms) == 1 else And(terms))
        rest = (in_cases(), outside) if groups.facet[0] == "case" else (outside,)
        return body, _Body(say("All others"), (groups.of >= 0) & (groups.of != one), rest)

    def matrix(self) -> Matrix:
        """The table: words by measures."""
        measure = self.settings["measure"]
        scores = {
            name: scores_of(name, self.counts[0], self.counts[1], *self.sizes) for name in MEASURES
        }
        rows = _both_ends(scores[measure], self.settings["top"])
        self.kept, self.counts = self.kept[rows], [count[rows] for count in self.counts]
        at, row = rows_of(self.words, self.kept)
        cases = self._spread(at, row, self.words.case)
        columns: list[tuple[str, Message, Numbers]] = [
            (name, MEASURES[name], scores[name][rows])
            for name in (measure, *(name for name in MEASURES if name != measure))
        ]
        bodies = (("one", self.one), ("other", self.other))
        for number, (name, body) in enumerate(bodies):
            columns.append(
                (
                    f"frequency {name}",
                    say("How often: {group}", group=body.label),
                    self.counts[number],
                )
            )
        for number, (name, body) in enumerate(bodies):
            per = self.counts[number] * 1000 / max(self.sizes[number], 1)
            columns.append(
                (f"per thousand {name}", say("Per 1,000: {group}", group=body.label), per)
            )
        if bool((self.words.case >= 0).any()):
            for number, (name, body) in enumerate(bodies):
                title = say("Participants: {group}", group=body.label)
                columns.append((f"cases {name}", title, cases[:, number]))
        columns.append(("dp", say("DP: {group}", group=self.one.label), self._dp(at, row)))
        return Matrix(
            kind="keyness",
            rows=word_headings(self.words, self.kept),
            columns=tuple(Heading(name, title) for name, title, _ in columns),
            cells=self._cells([(name, values) for name, _, values in columns], cases),
            caption=ranking_caption(
                say("Key words: {one} and {other}", one=self.one.label, other=self.other.label),
                say("what sets the words of the first apart from those of the second"),
                self.only,
                sum(self.sizes),
                (*self._notes(), *manner(self.words, self.settings, DisplayFilter())),
            ),
            row_title=say("Word"),
            column_title=say("Measure"),
            number="mixed",
            drawing="first-bars",
        )

    def _spread(self, at: Ints, row: Ints, unit: Column) -> Ints:
        body = np.where(self.one.places[at], 0, np.where(self.other.places[at], 1, -1))
        some = body >= 0
        return distinct(row[some], body[some], unit[at[some]], len(self.kept), 2)

    def _dp(self, at: Ints, row: Ints) -> Floats:
        """How evenly each word is spread over the participants (or sources) of the first body."""
        _, unit, count = units(self.corpus, self.words)
        places = self.words.within(self.one.places & (unit >= 0))
        sizes = np.bincount(unit[places], minlength=count)
        parts = np.flatnonzero(sizes > 0)
        number = np.full(count + 1, -1, np.int64)
        number[parts] = np.arange(len(parts))
        mine = places[at]
        counts = counts_in_parts(
            row[mine], number[unit[at[mine]]], len(self.kept), max(len(parts), 1)
        )
        if len(parts) < 2:
            return np.full(len(self.kept), np.nan)
        return deviation_of_proportions(counts, sizes[parts])

    def _cells(
        self, columns: list[tuple[str, Numbers]], cases: Ints
    ) -> dict[tuple[int, int], Cell]:
        queries = WordQueries(self.words.forms, self._filter())
        found: dict[tuple[int, int], Cell] = {}
        alone = say("used by one participant of the group")
        for line, number in enumerate(self.kept.tolist()):
            word = queries.word(number)
            asked = [queries.narrow(word, *body.terms) for body in (self.one, self.other)]
            there = [int(count[line]) for count in self.counts]
            for column, (name, values) in enumerate(columns):
                value = float(values[line])
                which = (
                    1
                    if name.endswith("other") or (not there[0] and not name.endswith("one"))
                    else 0
                )
                alone_there = self.people[which] > 1 and cases[line, which] == 1
                note = alone if alone_there and name.startswith("frequency") else None
                query = asked[which] if there[which] else ""
                found[line, column] = (
                    Cell(value, query=query, note=note) if np.isfinite(value) else UNFIT
                )
        return found

    def _filter(self) -> DisplayFilter:
        """Where the filter makes the bodies, their terms hold it already."""
        return DisplayFilter() if self.settings["by"] == "study" else self.only

    def _notes(self) -> Iterator[Message]:
        for body, size, people in zip((self.one, self.other), self.sizes, self.people, strict=True):
            yield say(
                "{group}: {words} words of {n} participant.|{group}: {words} words of {n} participants.",
                group=body.label, words=size, n=people,
            )  # fmt: skip
        yield least_note(self.settings)


def _group(groups: Groups, name: str) -> int:
    wanted = name_key(name)
    for number, label in enumerate(groups.labels):
        if name_key(label or "") == wanted:
            return number
    known = ", ".join(label for label in groups.labels[:20] if label)
    raise InvalidInput("bad-setting", f"There is no group “{name}”.", f"There are: {known}.")


def _both_ends(scores: Floats, top: int) -> Ints:
    """The rows of the highest scores, then those of the lowest, in falling order."""
    sound = np.flatnonzero(np.isfinite(scores) & (scores != 0))
    falling = sound[np.argsort(-scores[sound], kind="stable")]
    above, below = falling[scores[falling] > 0][:top], falling[scores[falling] < 0][-top:]
    return np.concatenate([above, below])
