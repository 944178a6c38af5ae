"""Sources and events in the order of time, as exactly as their dates are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jejak.displays.charts import chart
from jejak.model.corpus import Corpus
from jejak.model.query import CodeIs
from jejak.testing import example_corpus
from support.corpora import Row, corpus
from support.displays import computed, found

STUDY = example_corpus(30)


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


def dated(*collected: str | None) -> Corpus:
    study = corpus([Row(0, 0, 5, code=1), Row(1, 0, 5, code=3), Row(1, 0, 5, code=3)])
    facets = {**study.sources.facets, "collected": collected}
    return replace(study, sources=replace(study.sources, facets=facets))


def test_what_is_earlier_stands_first_and_what_has_no_date_last() -> None:
    matrix = computed(dated("2020-06", None, "2020-05-03"), "timeline", show="sources")
    assert [row.label for row in matrix.rows] == ["Catatan", "W-01", "W-02"]
    assert [row.when for row in matrix.rows] == ["2020-05-03", "2020-06", ""]
    assert any("no date" in note.text for note in matrix.caption.notes)
    spec = chart(matrix, "en")
    assert spec is not None
    assert [name["words"] for name in table(spec, "names")] == ["Catatan", "W-01"]


def test_each_number_is_what_its_query_finds() -> None:
    for codes in ((), ("Akses",)):
        matrix = computed(dated("2020", None, None), "timeline", show="sources", codes=list(codes))
        for cell in matrix.cells.values():
            assert len(found(dated("2020", None, None), cell.query)) == cell.value


def test_sources_that_the_filter_empties_are_left_out() -> None:
    study = dated("2020", "2021", "2022")
    assert len(computed(study, "timeline", show="sources").rows) == 3
    kept = computed(study, "timeline", CodeIs("Anonim"), show="sources")
    assert [row.label for row in kept.rows] == ["W-02"]
    assert kept.caption.n == 2


def test_events_stand_among_the_sources_with_their_passages() -> None:
    matrix = computed(STUDY, "timeline")
    kinds = [row.key for row in matrix.rows]
    events = STUDY.events
    assert set(events.guid) < set(kinds)
    for row, heading in enumerate(matrix.rows):
        if heading.key in events.guid:
            number = events.guid.index(heading.key)
            assert heading.when == str(events.when[number])
            passages = events.evidence.owner.tolist().count(number)
            assert (matrix.at(row, 0).value or 0) == passages
    only_sources = computed(STUDY, "timeline", show="sources")
    assert not set(events.guid) & {row.key for row in only_sources.rows}


@pytest.mark.parametrize(
    ("when", "long", "arrows"),
    [("2020-05-03", False, 0), ("2020", True, 0), ("2020/..", True, 1), ("../2021", True, 1)],
)
def test_a_day_is_a_point_and_all_else_a_bar_with_arrows_at_open_ends(when, long, arrows) -> None:
    matrix = computed(dated("2020-01-01", "2021-12-31", None), "timeline", show="sources")
    rows = (*matrix.rows[:2], replace(matrix.rows[0], key="x", label="编码 حسن", when=when))
    spec = chart(replace(matrix, rows=rows), "id")
    assert spec is not None
    bars = [bar["words"] for bar in table(spec, "bars")]
    assert ("编码 حسن" in bars) == long
    assert len(table(spec, "open")) == arrows
    assert "Waktu" in table(spec, "names")[-1]["told"]


def test_only_so_many_are_shown_and_it_is_said() -> None:
    matrix = computed(dated("2020", "2021", None), "timeline", show="sources", top=1)
    assert [row.label for row in matrix.rows] == ["W-02"]
    assert matrix.caption.notes[0].args == {"n": 1, "all": 3}


def test_nothing_dated_is_an_empty_line_of_time() -> None:
    spec = chart(computed(dated(None, None, None), "timeline", show="sources"), "en")
    assert spec is not None
    assert table(spec, "names") == []
