"""The words that count, place by place: which they are, whose, and how many of each in each group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ...model.corpus import Corpus
from ..spans import Bools, Ints, SpanColumns, Spans
from .columns import WordColumns, words_of
from .forms import Forms
from .near import word_ranges
from .spoken import spoken_of

__all__ = ["Material", "material", "touched"]

Int32s = NDArray[np.int32]


@dataclass(frozen=True)
class Material:
    """All words of a study: ``key`` numbers the words of ``forms`` at each place (-1: left out);
    ``there`` are the places that count (``None``: all)."""

    corpus: Corpus
    columns: WordColumns
    forms: Forms
    there: Bools | None = None

    @cached_property
    def key(self) -> Int32s:
        """The word at each place that counts, -1 elsewhere."""
        found = self.forms.of[self.columns.number] if len(self.columns) else np.empty(0, np.int32)
        return found if self.there is None else np.where(self.there, found, np.int32(-1))

    @cached_property
    def source(self) -> Int32s:
        """The source of each place."""
        return self.columns.source

    @cached_property
    def case(self) -> Int32s:
        """The case whose word it is, -1 for nobody's."""
        return spoken_of(self.corpus).case

    @cached_property
    def size(self) -> int:
        """How many words count, also those that are left out of tables."""
        return len(self.columns) if self.there is None else int(self.there.sum())

    def frequency(self) -> Ints:
        """How often each word stands in the places that count."""
        return np.bincount(self.key[self.key >= 0], minlength=len(self.forms.labels))

    def within(self, places: Bools) -> Bools:
        """Those of the places that count."""
        return places if self.there is None else places & self.there


def touched(columns: WordColumns, spans: SpanColumns) -> Bools:
    """Which words share a character with any of the stretches."""
    first, last = word_ranges(spans, columns)
    some = last >= first
    steps = np.bincount(first[some], minlength=len(columns) + 1)
    steps = steps - np.bincount(last[some] + 1, minlength=len(columns) + 1)
    return np.cumsum(steps)[: len(columns)] > 0


def material(corpus: Corpus, forms: Forms, rows: Ints | None = None) -> Material:
    """The words of a study, or (``rows``) those that some codings touch; never the names of speakers
    before their turns."""
    columns = words_of(corpus.texts)
    there = spoken_of(corpus).there
    if rows is not None:
        codings = corpus.codings
        spans = Spans(codings.source[rows], codings.start[rows], codings.end[rows])
        inside = touched(columns, spans)
        there = inside if there is None else there & inside
    return Material(corpus, columns, forms, there)
