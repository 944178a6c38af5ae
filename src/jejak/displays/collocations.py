"""Collocations: the words that stand near a word more often than by chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.spans import Bools, Column, Floats, Ints
from ..analysis.words.collocation import log_dice, neighbours, pmi
from ..analysis.words.forms import keys_in
from ..analysis.words.material import Material
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import And, Query, code
from ..model.shape import Caption, Cell, Heading, Matrix, why
from .display import DisplayFilter, DisplayKind, Setting
from .word_counts import (
    COUNTED,
    PARTICIPANTS,
    SHARED,
    SOURCES,
    TOP,
    WordQueries,
    counted_material,
    distinct,
    manner,
    word_headings,
)

__all__ = ["KIND", "compute"]

_MEASURES = {"logDice": say("logDice"), "PMI": say("PMI")}


@dataclass(frozen=True, slots=True)
class _Found:
    """Words near the node: ``kept`` words, the places (``at``) of each ``row`` that lie near, and which
    of them before and after."""

    node: int
    nodes: Ints
    kept: Ints
    at: Ints
    row: Ints
    before: Bools
    after: Bools
    all: int

    def count(self, which: Bools | None = None) -> Ints:
        """How many places of each word are near."""
        row = self.row if which is None else self.row[which]
        return np.bincount(row, minlength=len(self.kept))


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Words near a word. Settings: see :data:`KIND`."""
    words = counted_material(corpus, settings, DisplayFilter())
    node = _node(words, settings["node"])
    if node < 0:
        return _matrix(words, settings, only, (), {}, (), "")
    found = _found(corpus, words, node, settings, only)
    frequency = words.frequency()
    together = found.count()
    scores = {
        "logDice": log_dice(together, int(frequency[node]), frequency[found.kept]),
        "PMI": pmi(together, int(frequency[node]), frequency[found.kept], words.size),
    }
    order = np.argsort(-scores[settings["measure"]], kind="stable")[: settings["top"]]
    cases, sources = (_distinct(found, order, unit) for unit in (words.case, words.source))
    measures = (settings["measure"], *(name for name in _MEASURES if name != settings["measure"]))
    columns: list[tuple[str, Message, Floats | Column]] = [
        *((name, _MEASURES[name], scores[name]) for name in measures),
        ("together", say("Near it"), together),
        ("before", say("Before it"), found.count(found.before)),
        ("after", say("After it"), found.count(found.after)),
        ("frequency", say("How often in all"), frequency[found.kept]),
        ("sources", SOURCES, sources),
    ]
    if bool((words.case >= 0).any()):
        columns.insert(-1, ("cases", PARTICIPANTS, cases))
    queries = WordQueries(words.forms, DisplayFilter())
    near = queries.word(node)
    if only.query is not None:
        near = And((near, And((code(), only.query))))
    cells = {
        (line, column): Cell(
            float(values[row]), query=_query(queries, found, row, name, near, settings)
        )
        for line, row in enumerate(order.tolist())
        for column, (name, _, values) in enumerate(columns)
    }
    headings = tuple(Heading(name, title) for name, title, _ in columns)
    kept = found.kept[order]
    return _matrix(
        words,
        settings,
        only,
        headings,
        cells,
        tuple(kept.tolist()),
        words.forms.labels[node],
        found,
    )


def _distinct(found: _Found, order: Ints, unit: Column) -> Ints:
    """How many different units the words of those rows are of where they are near; 0 of others."""
    place = np.full(len(found.kept), -1, np.int64)
    place[order] = np.arange(len(order))
    row = place[found.row]
    inside = row >= 0
    one = np.zeros(int(inside.sum()), np.int64)
    many = np.zeros(len(found.kept), np.int64)
    many[order] = distinct(row[inside], one, unit[found.at[inside]], len(order), 1)[:, 0]
    return many


def _query(
    queries: WordQueries,
    found: _Found,
    row: int,
    name: str,
    near: Query,
    settings: Mapping[str, Any],
) -> str:
    word = queries.word(int(found.kept[row]))
    if name == "frequency":
        return str(word)
    beside = {"before": word.precedes, "after": word.follows}.get(name, word.near)
    return str(beside(near, settings["window"], "words"))


def _node(words: Material, given: str) -> int:
    """The word that was chosen, by any spelling; without one the most frequent; -1: there is none."""
    keys = keys_in(given)
    for number, (label, spellings) in enumerate(
        zip(words.forms.labels, words.forms.keys, strict=True)
    ):
        if keys and (keys[0] == label or keys[0] in spellings):
            return number
    frequency = words.frequency()
    if given.strip() or not frequency.any():
        return -1
    return int(np.argmax(frequency))


def _found(
    corpus: Corpus, words: Material, node: int, settings: Mapping[str, Any], only: DisplayFilter
) -> _Found:
    nodes = words.key == node
    if only.rows is not None:
        nodes = counted_material(corpus, settings, only).key == node
    window = settings["window"]
    before, after = neighbours(nodes, words.columns.gap, window, window)
    other = (words.key >= 0) & (words.key != node)
    before &= other
    after &= other
    at = np.flatnonzero(before | after)
    together = np.bincount(words.key[at], minlength=len(words.forms.labels))
    kept = np.flatnonzero(together >= settings["least"])
    row = np.full(len(words.forms.labels), -1, np.int64)
    row[kept] = np.arange(len(kept))
    at = at[row[words.key[at]] >= 0]
    return _Found(
        node, np.flatnonzero(nodes), kept, at, row[words.key[at]], before[at], after[at],
        int((together > 0).sum()),
    )  # fmt: skip


def _matrix(
    words: Material,
    settings: Mapping[str, Any],
    only: DisplayFilter,
    columns: tuple[Heading, ...],
    cells: Mapping[tuple[int, int], Cell],
    kept: tuple[int, ...],
    node: str,
    found: _Found | None = None,
) -> Matrix:
    return Matrix(
        kind=KIND.name,
        rows=word_headings(words, np.array(kept, np.int64)),
        columns=columns,
        cells=dict(cells),
        caption=Caption(
            title=say("Words near “{word}”", word=node) if node else say("Words near a word"),
            unit=say("how strongly each word goes with it, and how often it is near"),
            filter=str(only),
            n=words.size,
            notes=(*_notes(found, settings, len(kept)), *manner(words, settings, DisplayFilter())),
            counted=COUNTED,
        ),
        row_title=say("Word"),
        column_title=say("Measure"),
        number="mixed",
        drawing="first-bars",
    )


def _notes(found: _Found | None, settings: Mapping[str, Any], shown: int) -> Iterator[Message]:
    if found is None:
        if settings["node"]:
            yield why(
                say(
                    "“{word}” does not occur, or is left out as a common word.",
                    word=settings["node"],
                )
            )
        return
    yield say(
        "Near is at most {n} word before or after, on the same line."
        "|Near is at most {n} words before or after, on the same line.",
        n=settings["window"],
    )
    yield say(
        "The word itself stands {n} time.|The word itself stands {n} times.", n=len(found.nodes)
    )
    yield say("Only words that are near at least {n} times are shown.", n=settings["least"])
    if shown < len(found.kept):
        yield say("Only the {n} strongest of {all} are shown.", n=shown, all=len(found.kept))
    if settings["measure"] == "PMI":
        yield say("PMI favours rare words; raise the minimum, or use logDice.")


KIND = DisplayKind(
    name="collocations",
    title=say("Collocations"),
    purpose="explore",
    about=say(
        "Use it to see what company a word keeps: which words stand near it more often than by chance,"
        " before or after, and by how many people."
    ),
    source=say("Church & Hanks (1990): PMI; Rychlý (2008): logDice"),
    settings=(
        Setting("node", say("Word (none: the most frequent)"), "text", default="", most=200),
        Setting("window", say("At most so many words away"), "number", default=5, most=20),
        Setting("measure", say("In order of"), "choice", tuple(_MEASURES.items()), "logDice"),
        Setting("least", say("Near at least so many times"), "number", default=3),
        *SHARED,
        TOP,
    ),
    compute=compute,
    example={"node": "akun"},
)
