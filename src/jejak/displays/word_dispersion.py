"""Dispersion of words: where in the material words are used, source by source or part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from ..analysis.spans import Floats, Ints
from ..analysis.words.dispersion import deviation_of_proportions, juilland_d
from ..analysis.words.forms import keys_in
from ..analysis.words.material import Material
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Compare, Query
from ..model.shape import NO_DATA, Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .word_counts import (
    COUNTED,
    SHARED,
    WordQueries,
    counted_material,
    groups_of,
    manner,
    rows_of,
    word_headings,
)

__all__ = ["KIND", "compute"]

_MOST_PARTS = 500


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Words by parts of the material. Settings: see :data:`KIND`."""
    words = counted_material(corpus, settings, only)
    kept = _kept(words, settings)
    source = settings["source"]
    parts, part, headings_of = (
        _sources(corpus, words)
        if source is None
        else _slices(corpus, words, source, settings["parts"])
    )
    sizes = np.bincount(part[words.within(part >= 0)], minlength=parts)
    if source is None:  # the longest of many, in their own order; none that a filter empties
        some = np.flatnonzero(sizes > 0) if only.query is not None else np.arange(len(sizes))
        shown = np.sort(some[np.argsort(-sizes[some], kind="stable")[:_MOST_PARTS]])
    else:
        shown = np.arange(len(sizes))
    place = np.full(parts + 1, -1, np.int64)
    place[shown] = np.arange(len(shown))
    at, row = rows_of(words, kept)
    column = place[part[at]]
    inside = column >= 0
    flat = np.bincount(row[inside] * len(shown) + column[inside], minlength=len(kept) * len(shown))
    counts = flat.reshape(len(kept), len(shown))
    queries = WordQueries(words.forms, only)
    headings, terms = headings_of(shown)
    cells = {
        (line, number): Cell(
            int(counts[line, number]),
            query=queries.narrow(queries.word(int(kept[line])), *terms[number]),
        )
        for line, number in np.argwhere(counts > 0).tolist()
    }
    for number in np.flatnonzero(sizes[shown] == 0).tolist():
        cells |= {(line, number): NO_DATA for line in range(len(kept))}
    return Matrix(
        kind=KIND.name,
        rows=word_headings(words, kept),
        columns=headings,
        cells=cells,
        caption=Caption(
            title=say("Where words are used"),
            unit=say("how often the word stands in the part"),
            filter=str(only),
            n=int(sizes[shown].sum()),
            notes=(
                *_notes(words, kept, counts, sizes[shown], parts),
                *manner(words, settings, only),
            ),
            counted=COUNTED,
        ),
        row_title=say("Word"),
        column_title=say("Source") if source is None else say("Part of the source"),
        row_totals=tuple(counts.sum(axis=1).tolist()),
        row_total=say("All parts shown"),
    )


def _kept(words: Material, settings: Mapping[str, Any]) -> Ints:
    """The words asked for, in the order given; the most frequent where none is."""
    frequency = words.frequency()
    chosen = keys_in(settings["words"])
    if chosen:
        number = {key: row for row, keys in enumerate(words.forms.keys) for key in keys} | {
            label: row for row, label in enumerate(words.forms.labels)
        }
        found = dict.fromkeys(number[key] for key in chosen if key in number)
        return np.array([row for row in found if frequency[row]], np.int64)
    top = np.argsort(-frequency, kind="stable")[: settings["top"]]
    return top[frequency[top] > 0]


_Told = tuple[tuple[Heading, ...], list[tuple[Query, ...]]]
# How many parts there are, the part of each word, and the headings and terms of some parts.
_Parts = tuple[int, np.ndarray[Any, Any], Callable[[Ints], _Told]]


def _sources(corpus: Corpus, words: Material) -> _Parts:
    groups = groups_of(corpus, words, "source")

    def told(shown: Ints) -> _Told:
        some = groups.only(shown)
        terms = [some.terms(corpus, number) for number in range(len(some.labels))]
        return some.headings(corpus), terms

    return len(groups.labels), groups.of, told


def _slices(corpus: Corpus, words: Material, source: int, parts: int) -> _Parts:
    """So many parts of one source, of about as many words each."""
    first, last = (int(words.columns.first[source + step]) for step in (0, 1))
    cut = first + np.arange(parts + 1) * (last - first) // parts
    part = np.full(len(words.columns), -1, np.int32)
    part[first:last] = np.searchsorted(cut[1:], np.arange(first, last), "right")
    starts = np.append(words.columns.start, 0)[np.minimum(cut, max(last - 1, 0))].tolist()
    here = Compare("source", "", "=", (_named(corpus, source),))
    headings, terms = list[Heading](), list[tuple[Query, ...]]()
    for number in range(parts):
        begin = Compare("start", "", ">=", (str(starts[number]),))
        end = Compare("start", "", "<", (str(starts[number + 1]),))
        within = (here,) if number == 0 else (here, begin)
        terms.append(within if number == parts - 1 else (*within, end))
        headings.append(Heading(f"part:{number}", say("{n} of {all}", n=number + 1, all=parts)))
    return parts, part, lambda _: (tuple(headings), terms)


def _named(corpus: Corpus, source: int) -> str:
    """The source as a query names it: by GUID where others have its name."""
    name = corpus.sources.name[source]
    return name if corpus.sources.name.count(name) == 1 else corpus.sources.guid[source]


def _notes(words: Material, kept: Ints, counts: Ints, sizes: Ints, parts: int) -> Iterator[Message]:
    if len(sizes) < parts:
        yield say("Only {n} of {all} sources are shown.", n=len(sizes), all=parts)
    dp: Floats = deviation_of_proportions(counts, sizes)
    d: Floats = juilland_d(counts, sizes)
    for line, number in enumerate(kept.tolist()[:_TOLD]):
        if np.isfinite(dp[line]) and np.isfinite(d[line]):
            yield say(
                "{word}: in {n} of {all} parts, DP {dp}, Juilland’s D {d}.",
                word=words.forms.labels[number],
                n=int((counts[line] > 0).sum()),
                all=int((sizes > 0).sum()),
                dp=f"{dp[line]:.2f}",
                d=f"{d[line]:.2f}",
            )


_TOLD = 5

KIND = DisplayKind(
    name="word-dispersion",
    title=say("Dispersion of words"),
    purpose="explore",
    about=say(
        "Use it to see where words are used: in which sources, or at the beginning, middle or end of"
        " one; a word that is frequent in one place alone is that place’s, not the material’s."
    ),
    source=say("Gries (2008), Dispersions and adjusted frequencies in corpora: DP; Juilland’s D"),
    settings=(
        Setting("words", say("These words (none: the most frequent)"), "text", default=""),
        Setting("source", say("Within one source (none: over all sources)"), "source", default=""),
        Setting("parts", say("Into so many parts"), "number", default=20, most=200),
        *SHARED,
        Setting("top", say("At most so many words"), "number", default=15, most=100),
    ),
    compute=compute,
)
