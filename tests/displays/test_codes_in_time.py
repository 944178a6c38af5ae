"""Codes by periods, as bars on one axis of time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.displays.charts import chart
from jejak.model.corpus import Corpus
from support.corpora import BlockRow, Row, corpora, corpus
from support.displays import computed, found


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


def dated(*collected: str | None) -> Corpus:
    study = corpus([Row(0, 0, 5, code=1), Row(1, 0, 5, code=3), Row(2, 0, 5, code=3)])
    facets = {**study.sources.facets, "collected": collected}
    return replace(study, sources=replace(study.sources, facets=facets))


@given(corpora, st.sampled_from(("collected", "said")), st.sampled_from(("fitting", "year", "day")))
@settings(max_examples=20)
def test_each_number_is_what_its_query_finds(study, by, period) -> None:
    matrix = computed(study, "codes-in-time", by=by, period=period)
    for cell in matrix.cells.values():
        if cell.value:
            assert len(found(study, cell.query)) == cell.value


@pytest.mark.parametrize(
    ("collected", "labels"),
    [
        (("2020-05-01", "2020-05-03", "2020-05-20"), ["2020-05-01", "2020-05-03", "2020-05-20"]),
        (("2020-05-01", "2020-07", "2020-09"), ["2020-05", "2020-07", "2020-09"]),
        (("2001", "2020-05-03", "2021"), ["2001", "2020", "2021"]),
        (("2020-05-01", "2020-06-20", "2020-11-09"), ["2020-W18", "2020-W25", "2020-W46"]),
    ],
)
def test_the_period_fits_the_stretch_of_time_and_the_precision(collected, labels) -> None:
    matrix = computed(dated(*collected), "codes-in-time")
    assert [column.label for column in matrix.columns] == labels
    assert all(column.when for column in matrix.columns)


def test_bars_stand_where_their_period_is_on_the_axis() -> None:
    spec = chart(computed(dated("2020-01-01", "2020-12-01", "2020-07"), "codes-in-time"), "id")
    assert spec is not None
    bars = {bar["column"]: bar for bar in table(spec, "bars")}
    early, middle, late = (bars[column]["x"] for column in (0, 1, 2))
    assert 0 <= early < middle < late < 640
    assert (middle - early) / (late - early) == pytest.approx(182 / 335, abs=0.01)
    assert all(tick["words"][-4:] in ("2020", "2021") for tick in table(spec, "ticks"))


def test_what_has_no_date_or_one_too_coarse_stands_apart() -> None:
    matrix = computed(dated("2020-01-03", "2020", None), "codes-in-time", period="month")
    spec = chart(matrix, "en")
    assert spec is not None
    apart = [bar for bar in table(spec, "bars") if bar["x"] > 640]
    assert len(apart) == 2
    named = [tick["words"] for tick in table(spec, "ticks") if not tick["rule"]]
    assert named == [["2020", "(no more is known)"], ["(date not known)"]]


def test_turns_and_posts_have_their_own_times() -> None:
    study = corpus(
        [Row(0, 0, 5, code=1), Row(0, 6, 9, code=1)],
        [BlockRow(0, 0, 5, day=10), BlockRow(0, 6, 9, day=12)],
    )
    matrix = computed(study, "codes-in-time", by="said", period="day")
    assert [column.when for column in matrix.columns] == ["1970-01-11", "1970-01-13"]
    assert [matrix.at(0, column).value for column in (0, 1)] == [1, 1]
