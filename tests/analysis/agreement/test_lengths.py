"""The sums on runs are those that a table of characters gives."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.agreement import Continuum, Ratings
from jejak.analysis.agreement.lengths import sums_of

LENGTH = 24
CODERS = ("A", "B", "C")


@st.composite
def texts(draw: st.DrawFn) -> Continuum:
    """Up to three texts, each read by some; stretches that exclude each other."""
    rows, read = [], []
    sources = draw(st.integers(1, 3))
    for source in range(sources):
        for coder in CODERS:
            if not draw(st.booleans()):
                continue
            read.append((coder, str(source)))
            cuts = sorted(set(draw(st.lists(st.integers(0, LENGTH), max_size=7))))
            rows += [
                (coder, start, end, draw(st.sampled_from("xyz")), str(source))
                for start, end in itertools.pairwise(cuts)
                if draw(st.booleans())
            ]
    lengths = {str(source): LENGTH for source in range(sources)}
    return Ratings.from_spans(rows, lengths=lengths, read=read, coders=CODERS, values="xyz")


def laid_out(spans: Continuum, source: int) -> list[list[str | None]]:
    """Each reader's value at each character."""
    found = []
    for coder in np.flatnonzero(spans.read[:, source]):
        row: list[str | None] = [None] * LENGTH
        for at in np.flatnonzero((spans.coder == coder) & (spans.source == source)):
            for place in range(spans.start[at], spans.end[at]):
                row[place] = spans.values[spans.value[at]]
        found.append(row)
    return found


@given(texts())
def test_runs_and_characters_give_the_same_sums(spans: Continuum) -> None:
    sums = sums_of(spans)
    kept = [source for source in range(len(spans.sources)) if spans.readers()[source] >= 2]
    assert len(sums.gaps) == len(kept)
    for at, source in enumerate(kept):
        rows = laid_out(spans, source)
        others = len(rows) - 1
        places = list(zip(*rows, strict=True))
        assert sums.gaps[at] == sum(place.count(None) for place in places)
        assert np.isclose(
            sums.same_gaps[at],
            sum(place.count(None) * (place.count(None) - 1) for place in places) / others,
        )
        for value, name in enumerate(spans.values):
            many = [place.count(name) for place in places]
            assert sums.given[at, value] == sum(many)
            assert np.isclose(sums.same[at, value], sum(n * (n - 1) for n in many) / others)
            coded = [len(place) - place.count(None) for place in places]
            shared = sum(n * (c - 1) for n, c in zip(many, coded, strict=True)) / others
            assert np.isclose(sums.shared[at, value], shared)
