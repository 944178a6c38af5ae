from __future__ import annotations

import numpy as np
from hypothesis import given

from jejak.analysis.query.hits import Hits
from jejak.analysis.query.ownership import cases_of
from jejak.analysis.spans import Spans
from jejak.analysis.words.columns import words_of
from jejak.analysis.words.forms import forms_of
from jejak.analysis.words.material import material, touched
from jejak.analysis.words.spoken import spoken_of
from support.corpora import corpora, corpus


@given(corpora)
def test_words_are_whose_a_query_says_they_are(study) -> None:
    columns = words_of(study.texts)
    none = np.full(len(columns), -1, np.int64)
    hits = Hits(columns.source, columns.start, columns.end, none)
    assert spoken_of(study).case.tolist() == cases_of(hits, study).tolist()


@given(corpora)
def test_words_within_codings_are_those_that_share_a_character(study) -> None:
    columns, codings = words_of(study.texts), study.codings
    wanted = [
        any(s == source and start < e and b < end for s, b, e in zip(codings.source, codings.start, codings.end, strict=True))
        for source, start, end in zip(columns.source, columns.start, columns.end, strict=True)
    ]  # fmt: skip
    assert touched(columns, Spans(codings.source, codings.start, codings.end)).tolist() == wanted
    rows = np.arange(len(codings))
    assert material(study, forms_of(columns.vocabulary), rows).size == sum(wanted)


def test_frequencies_are_those_of_the_words_put_together() -> None:
    study = corpus()
    words = material(study, forms_of(words_of(study.texts).vocabulary, without=["x"]))
    counts = dict(zip(words.forms.labels, words.frequency().tolist(), strict=True))
    assert counts["ya"] == 4
    assert counts["a-b"] == 1
    assert "x" not in counts
    assert words.size == 12
