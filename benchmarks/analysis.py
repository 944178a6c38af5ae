"""How long queries, co-occurrence and cross-tables take.

``python -m benchmarks.analysis [SIZE …]``: sizes are numbers of codings (by default 10,000, 100,000
and 1,000,000). Each figure is the median of three runs in milliseconds; a query is timed up to its
first page of 50 segments.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median

import numpy as np

from benchmarks.corpora import study_like
from jejak.analysis.cooccurrence import UNITS, cooccurrence
from jejak.analysis.crosstab import codes_by_group
from jejak.analysis.overlap import partners
from jejak.analysis.query.evaluate import evaluate
from jejak.analysis.query.hits import Segments
from jejak.analysis.query.lookups import Lookups, Marked, Members
from jejak.analysis.search import find_words
from jejak.analysis.spans import Spans
from jejak.analysis.text import sentence_spans, word_spans
from jejak.model.corpus import Corpus

__all__ = ["main"]

SIZES = (10_000, 100_000, 1_000_000)
RUNS = 3
A, B = 'code:"Code 0000"', 'code:"Code 0020"'
QUERIES = (
    A,
    f"{A} and not {B}",
    f"{A} overlaps {B}",
    f"{A} near(200) {B}",
    f"{A} near(2 blocks) {B}",
    "code:* overlaps code:*",
    "code:* equals code:*",
    "code:* follows(200) code:*",
    f"not {A}",
    f"{A} and case.role = consumer and source.kind in (interview, posts)",
    "coder:A and created >= 2020-05-01",
    "weight > 50",
    "source.collected >= 2021-06",
    "block.speaker = Interviewer",
    'text:"akun palsu" and not code:*',
    'text:"akun palsu" or code:*',
    "memo:*",
    "finding:F1",
    'in set:"Round 1"',
    " or ".join(f'code:"Code {number:04}"' for number in range(200)),
)


class MadeUp:
    """Words, memos, evidence and sets as a study of that size might hold them."""

    def __init__(self, corpus: Corpus) -> None:
        draw = np.random.default_rng(7)
        many = len(corpus.codings) // 20
        self._source = draw.integers(0, len(corpus.sources.guid), many)
        self._start = draw.integers(0, 400, many)
        self._keys = draw.integers(1, len(corpus.codings), many)
        self._half = corpus.sources.guid[::2]

    def text(self, pattern: str, mode: str) -> Spans:
        """A hit for every twentieth coding, whatever is sought."""
        return Spans(self._source, self._start, self._start + len(pattern + mode))

    def memo(self, words: str | None) -> Marked:
        """A memo on every twentieth coding."""
        return Marked(codings=self._keys[: len(words or "")] if words else self._keys)

    def finding(self, label: str) -> Marked:
        """Two hundred segments of evidence."""
        few = slice(0, 100 * len(label))
        spans = Spans(self._source[few], self._start[few], self._start[few] + 9)
        return Marked(segments=self._keys[few], spans=spans)

    def members(self, name: str) -> Members:
        """Half of the sources, in every set."""
        return Members("source", self._half if name else ())


def timed(work: Callable[[], object]) -> float:
    """The median of three runs, in milliseconds."""
    took = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        took.append((time.perf_counter() - begin) * 1000)
    return median(took)


def first_page(query: str, corpus: Corpus, lookups: Lookups) -> Segments:
    """What a screen shows first."""
    return evaluate(query, corpus, lookups).segments().page()


def works(corpus: Corpus) -> dict[str, Callable[[], object]]:
    """What is measured, by what it is called."""
    lookups = MadeUp(corpus)
    found: dict[str, Callable[[], object]] = {
        query: partial(first_page, query, corpus, lookups) for query in QUERIES
    }
    for unit in UNITS:
        found[f"co-occurrence by {unit}"] = partial(cooccurrence, corpus, unit)
    found["c, every pair"] = cooccurrence(corpus).c
    found["codes by role"] = lambda: codes_by_group(corpus, "case", "role")
    found["codes by kind of source"] = lambda: codes_by_group(corpus, "source", "kind")
    text = "Saya buat akun baru lagi, kata dr. Sari; murah, aman. Lalu hilang?\n" * (
        len(corpus.codings) // 66
    )
    found["words of a text of as many characters"] = lambda: word_spans(text)
    found["its sentences"] = lambda: sentence_spans(text)
    found["a phrase in it"] = lambda: find_words(text, "akun baru")
    return found


def main(arguments: Sequence[str] = ()) -> None:
    """Print a table: a line for each piece of work, a column for each size (in codings)."""
    sizes = [int(size) for size in arguments] or SIZES
    corpora = [study_like(size) for size in sizes]
    tables = [works(corpus) for corpus in corpora]
    for size, corpus in zip(sizes, corpora, strict=True):
        pairs = int((partners(corpus.codings) - np.arange(size) - 1).sum())
        sys.stdout.write(f"{size:>9,} codings: {pairs:,} overlapping pairs\n")
    for name in tables[0]:
        figures = "".join(f"{timed(table[name]):10.1f}" for table in tables)
        sys.stdout.write(f"{figures} ms  {name[:80]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
