"""Word frequencies: which words, or runs of words, are used most, by how many people, how evenly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.spans import Column, Floats, Ints
from ..analysis.text import word_key
from ..analysis.words.columns import words_of
from ..analysis.words.dispersion import (
    counts_in_parts,
    deviation_of_proportions,
    juilland_d,
)
from ..analysis.words.forms import FORMS, Forms, forms_of, keys_in
from ..analysis.words.material import Material, material
from ..analysis.words.ngrams import Grams, grams
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Or, Query, TextIs
from ..model.shape import NO_DATA, UNFIT, WORD, Caption, Cell, Heading, Matrix, NumberForm
from .display import DisplayFilter, DisplayKind, Setting
from .word_counts import (
    COUNTED,
    PARTICIPANTS,
    SHARED,
    SOURCES,
    TOP,
    Groups,
    WordQueries,
    counted_material,
    distinct,
    groups_of,
    in_cases,
    joined,
    left_out,
    manner,
    units,
)

__all__ = ["KIND", "compute"]

_MEASURES: dict[str, tuple[Message, Message, NumberForm]] = {
    "frequency": (say("How often"), say("how often the words stand there"), "count"),
    "per thousand": (
        say("Per 1,000 words"),
        say("how often the words stand among 1,000 words"),
        "decimal",
    ),
    "cases": (PARTICIPANTS, say("how many participants use the words"), "count"),
    "sources": (SOURCES, say("in how many sources the words stand"), "count"),
}


@dataclass(frozen=True, slots=True)
class _Table:
    """The most frequent runs of words by groups; ``at`` are their places, ``row`` which run is there."""

    words: Material
    groups: Groups
    labels: tuple[str, ...]
    queries: tuple[Query, ...]
    at: Ints
    row: Column
    counts: Ints
    sizes: Ints
    different: int

    def distinct(self, unit: Column) -> Ints:
        """How many different units use each run in each group."""
        group = None if self.counts.shape[1] == 1 else self.groups.of[self.at].astype(np.int64)
        return distinct(self.row, group, unit[self.at], *self.counts.shape)

    def numbers(self) -> dict[str, Floats]:
        """Every measure; NaN where there are no words, or nobody whose they could be."""
        cases = self.distinct(self.words.case).astype(float)
        if not bool((self.words.case >= 0).any()):
            cases[:] = np.nan
        per = self.counts * 1000 / np.maximum(self.sizes, 1)
        sources = self.distinct(self.words.source)
        found = {
            "frequency": self.counts, "per thousand": per, "cases": cases, "sources": sources,
        }  # fmt: skip
        return {name: np.asarray(one, float) for name, one in found.items()}


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Words by groups. Settings: see :data:`KIND`."""
    table = _table(corpus, settings, only)
    whole = settings["by"] == "study"
    terms = (in_cases(),) if settings["whose"] == "participants" else ()
    narrow = WordQueries(table.words.forms, only).narrow
    columns, cells = (_whole if whole else _grouped)(
        corpus, table, settings["measure"], narrow, terms
    )
    size = settings["size"]
    return Matrix(
        kind=KIND.name,
        rows=tuple(Heading(f"{WORD}{label}", label) for label in table.labels),
        columns=columns,
        cells=cells,
        caption=Caption(
            title=say("Word frequencies") if size == 1 else say("Runs of {n} words", n=size),
            unit=say("how often, by how many and how evenly the words are used")
            if whole
            else _MEASURES[settings["measure"]][1],
            filter=str(only),
            n=int(table.sizes.sum()),
            notes=(*_notes(corpus, table, settings), *manner(table.words, settings, only)),
            counted=COUNTED,
        ),
        row_title=say("Words"),
        column_title=say("Measure") if whole else say("Group"),
        number="mixed" if whole else _MEASURES[settings["measure"]][2],
        drawing="first-bars" if whole else "",
        measures={} if whole else _measures(table),
    )


# --- counting ---


def _table(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> _Table:
    size = settings["size"]
    if size == 1:
        words = counted_material(corpus, settings, only)
    else:  # common words are a part of runs, and left out at their ends below
        forms = forms_of(words_of(corpus.texts).vocabulary, settings["forms"])
        words = material(corpus, forms, only.rows)
    groups = groups_of(corpus, words, settings["by"])
    if settings["whose"] == "participants":
        groups = Groups(groups.facet, groups.labels, np.where(words.case >= 0, groups.of, -1))
    if settings["by"] != "study":
        groups = groups.only(_columns(groups.sizes(words), only, settings["top"]))
    found = grams(words.key, words.columns.gap, size, groups.of >= 0)
    counts = np.bincount(found.number, minlength=len(found.example))
    wanted = _wanted(words, found, settings)
    kept = np.flatnonzero(wanted & (counts > 0))
    top = kept[np.argsort(-counts[kept], kind="stable")[: settings["top"]]]
    row = np.full(len(counts), -1, np.int32)
    row[top] = np.arange(len(top))
    place = row[found.number]
    inside = np.flatnonzero(place >= 0)
    at, place = found.at[inside], place[inside]
    height, width = len(top), len(groups.labels)
    cell = place if width == 1 else place.astype(np.int64) * width + groups.of[at]
    cells = np.bincount(cell, minlength=height * width)
    numbers = [words.key[at : at + size].tolist() for at in found.example[top].tolist()]
    queries = WordQueries(words.forms, only)
    labels = tuple(joined([words.forms.labels[n] for n in run]) for run in numbers)
    return _Table(
        words=words,
        groups=groups,
        labels=labels,
        queries=tuple(queries.word(run[0]) for run in numbers)
        if size == 1
        else _runs(words, at, place, labels, size),
        at=at,
        row=place,
        counts=cells.reshape(height, width),
        sizes=groups.sizes(words),
        different=len(kept),
    )


def _runs(
    words: Material, at: Ints, row: Column, labels: tuple[str, ...], size: int
) -> tuple[Query, ...]:
    """What finds each run: all that is written so, where several spellings are one word."""
    if words.forms.how == FORMS[0]:
        return tuple(TextIs(label, "word") for label in labels)
    keys = words.columns.vocabulary.keys()
    spelled = words.columns.number[at[:, None] + np.arange(size)]
    written: list[dict[str, None]] = [{} for _ in labels]
    for number, *run in np.unique(np.column_stack([row, spelled]), axis=0).tolist():
        written[number][joined([keys[word] for word in run])] = None
    terms = [tuple(TextIs(text, "word") for text in one) for one in written]
    return tuple(one[0] if len(one) == 1 else Or(one) for one in terms)


def _columns(sizes: Ints, only: DisplayFilter, top: int) -> Ints:
    """Which groups are columns: of many the largest; where a filter leaves none of their words, none."""
    kept = np.arange(len(sizes)) if only.query is None else np.flatnonzero(sizes > 0)
    if len(kept) <= top:
        return kept
    return np.sort(kept[np.argsort(-sizes[kept], kind="stable")[:top]])


def _wanted(words: Material, found: Grams, settings: Mapping[str, Any]) -> np.ndarray[Any, Any]:
    """Which runs are asked for: those with a word that was chosen; none that common words end."""
    forms, chosen = words.forms, keys_in(settings["words"])
    runs = words.key[found.example[:, None] + np.arange(settings["size"])]
    wanted = np.ones(len(runs), np.bool_)
    if settings["size"] > 1:
        gone = left_out(settings)
        out = np.fromiter(
            (label in gone or gone.issuperset(keys)
             for label, keys in zip(forms.labels, forms.keys, strict=True)),
            np.bool_, len(forms.labels),
        )  # fmt: skip
        wanted &= ~out[runs[:, 0]] & ~out[runs[:, -1]]
    return wanted & _holds(forms, frozenset(chosen))[runs].any(axis=1) if chosen else wanted


def _holds(forms: Forms, chosen: frozenset[str]) -> np.ndarray[Any, Any]:
    wanted = {word_key(word) for word in chosen}
    found = (label in wanted or not wanted.isdisjoint(keys)
             for label, keys in zip(forms.labels, forms.keys, strict=True))  # fmt: skip
    return np.fromiter(found, np.bool_, len(forms.labels))


# --- cells ---


def _grouped(
    corpus: Corpus, table: _Table, measure: str, narrow: Any, terms: tuple[Query, ...]
) -> tuple[tuple[Heading, ...], dict[tuple[int, int], Cell]]:
    values = table.numbers()[measure]
    groups = range(len(table.groups.labels))
    of = [(*table.groups.terms(corpus, group), *terms) for group in groups]
    cells: dict[tuple[int, int], Cell] = {}
    for group in groups:
        state = NO_DATA if not table.sizes[group] else UNFIT
        if not table.sizes[group] or np.isnan(values[:, group]).any():
            cells |= {(row, group): state for row in range(len(table.labels))}
    for row, group in np.argwhere(table.counts > 0).tolist():
        if (row, group) not in cells:
            value = float(values[row, group])
            cells[row, group] = Cell(value, query=narrow(table.queries[row], *of[group]))
    return table.groups.headings(corpus), cells


def _whole(
    corpus: Corpus, table: _Table, _measure: str, narrow: Any, terms: tuple[Query, ...]
) -> tuple[tuple[Heading, ...], dict[tuple[int, int], Cell]]:
    _, unit, count = units(corpus, table.words)
    inside = table.words.within((unit >= 0) & (table.groups.of >= 0))
    sizes = np.bincount(unit[inside], minlength=count)
    known = unit[table.at] >= 0
    spread = counts_in_parts(table.row[known], unit[table.at][known], len(table.labels), count)
    numbers = table.numbers()
    columns: list[tuple[str, Message, Floats]] = [
        (name, title, numbers[name][:, 0]) for name, (title, _, _) in _MEASURES.items()
    ]
    columns += [
        ("dp", say("DP (0 even, 1 uneven)"), deviation_of_proportions(spread, sizes)),
        ("d", say("Juilland’s D (1 even, 0 uneven)"), juilland_d(spread, sizes)),
    ]
    cells = {
        (row, column): Cell(float(value), query=narrow(table.queries[row], *terms))
        if np.isfinite(value)
        else UNFIT
        for column, (_, _, values) in enumerate(columns)
        for row, value in enumerate(values.tolist())
    }
    return tuple(Heading(name, title) for name, title, _ in columns), cells


def _measures(table: _Table) -> dict[str, dict[tuple[int, int], float]]:
    there = np.argwhere(table.counts > 0).tolist()
    return {
        name: {(row, group): float(values[row, group]) for row, group in there}
        for name, values in table.numbers().items()
        if not np.isnan(values[table.counts > 0]).any()
    }


def _notes(corpus: Corpus, table: _Table, settings: Mapping[str, Any]) -> Iterator[Message]:
    if len(table.labels) < table.different:
        yield say(
            "Only the {n} most frequent of {all} are shown.",
            n=len(table.labels),
            all=table.different,
        )
    if settings["by"] == "study" and len(table.labels):
        what, _, count = units(corpus, table.words)
        if what == "case":
            yield say(
                "DP and D say how evenly the words are spread over {n} participants.", n=count
            )
        else:
            yield say("DP and D say how evenly the words are spread over {n} sources.", n=count)
    if settings["size"] > 1:
        yield say(
            "Runs stand on one line with only space between their words; common words are left out at"
            " their ends only."
        )


KIND = DisplayKind(
    name="word-frequencies",
    title=say("Word frequencies"),
    purpose="explore",
    about=say(
        "Use it to see which words, or runs of words, are used most, in which groups, and whether many"
        " people use them or one talkative person does; before coding, for words to look at, and"
        " after, for words the codes have missed."
    ),
    source=say("Gries (2008), Dispersions and adjusted frequencies in corpora: DP; Juilland’s D"),
    settings=(
        Setting("by", say("Columns"), "attribute", default="study"),
        Setting(
            "measure",
            say("What is counted"),
            "choice",
            tuple((name, title) for name, (title, _, _) in _MEASURES.items()),
            "frequency",
        ),
        Setting("size", say("Words in a row"), "number", default=1, most=5),
        *SHARED,
        Setting("words", say("Only these words (none: the most frequent)"), "text", default=""),
        Setting(
            "whose",
            say("Whose words"),
            "choice",
            (("everyone", say("Everyone’s")), ("participants", say("Participants’ alone"))),
            "everyone",
        ),
        TOP,
    ),
    compute=compute,
    example={"whose": "participants"},
)
