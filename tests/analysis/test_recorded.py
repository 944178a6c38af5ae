"""Seconds of recordings: each moment once, whatever is coded with what and however often."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.coders import of_coders
from jejak.analysis.counting import Placed
from jejak.analysis.material import Material
from jejak.analysis.recorded import milliseconds, timed, wordless_codings
from jejak.model.corpus import Corpus
from support.corpora import BlockRow, Recordings, Row, Said, corpus, moments, recorded_studies


@given(recorded_studies, st.data())
def test_a_place_has_the_moments_of_its_codings_each_once(
    study: Corpus, data: st.DataObject
) -> None:
    rows = st.tuples(st.integers(0, 4), st.integers(0, max(len(study.codings) - 1, 0)))
    pairs = sorted(data.draw(st.sets(rows, max_size=20))) if len(study.codings) else []
    drawn = data.draw(st.permutations(pairs))
    by_place: defaultdict[int, list[int]] = defaultdict(list)
    for place, coding in pairs:
        by_place[place].append(coding)
    place, coding = np.array(drawn, np.int64).reshape(-1, 2).T
    expected = [len(moments(study, by_place[one])) for one in range(5)]
    assert milliseconds(study, place, coding, 5).tolist() == expected
    assert Placed(study, place, coding, 5).seconds.tolist() == [one / 1000 for one in expected]


def test_many_hours_in_many_places_stay_exact() -> None:
    """As numbers one after another they would be larger than any that is held."""
    day = 86_400_000
    said = tuple(Said(source, 0, 14, 10**12, 10**12 + day) for source in range(3))
    study = replace(corpus([Row(0, 0, 14), Row(2, 7, 14)]), happenings=Recordings(said))
    places = 4 * 10**6
    found = milliseconds(study, np.array([places - 1, places - 1, 0]), np.array([0, 1, 1]), places)
    assert found[[0, -1]].tolist() == [day // 2, day + day // 2]


@given(recorded_studies)
def test_only_what_was_recorded_could_take_time(study: Corpus) -> None:
    assert isinstance(study.happenings, Recordings)
    said = study.happenings.said
    by_source = timed(Material.by_source(study), study)
    assert set(by_source.source.tolist()) <= {one.source for one in said}
    whole, kept = Material.by_block(study), timed(Material.by_block(study), study)
    assert whole.block is not None
    assert kept.block is not None
    b = study.blocks
    there = [
        row
        for row in whole.block.tolist()
        if any(
            one.source == b.source[row] and max(one.start, b.start[row]) < min(one.end, b.end[row])
            for one in said
        )
    ]
    assert kept.block.tolist() == there


def test_codings_without_words_are_told_of_those_who_may_be_seen() -> None:
    study = replace(corpus([Row(0, 0, 4)], [BlockRow(0, 0, 5)]), happenings=Recordings((), (2, 3)))
    assert wordless_codings(study) == 5
    assert wordless_codings(of_coders(study, ["u0"])) == 2
    assert wordless_codings(corpus()) == 0
