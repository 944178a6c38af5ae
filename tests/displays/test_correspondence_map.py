from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.correspondence import correspondence
from jejak.displays.charts import chart
from jejak.model.corpus import Corpus
from jejak.model.query import CoderIs, Query
from support.corpora import Row, corpora, corpus
from support.displays import computed, found
from support.people import people

KIND = "correspondence-map"
STUDY = people(
    [[1] * 5 + [3], [1] * 2 + [3] * 4, [3] * 2 + [5] * 6, [5, 1]],
    ["seller", "buyer", "buyer", None],
)
COUNTS = [[5, 2, 0, 1], [1, 4, 2, 0], [0, 0, 6, 1]]


def test_codes_and_groups_have_the_places_of_the_analysis() -> None:
    matrix = computed(STUDY, KIND, measure="codings")
    known = correspondence(COUNTS)
    places = [[matrix.at(row, axis).value for axis in (0, 1)] for row in range(7)]
    expected = [*known.rows.principal.tolist(), *known.columns.principal.tolist()]
    assert places == [pytest.approx(one) for one in expected]
    assert [str(row.label) for row in matrix.rows[3:]] == ["P00", "P01", "P02", "P03"]
    assert matrix.row_totals == (8, 7, 7, 6, 6, 8, 2)
    shown = round(float(known.shares()[:2].sum()) * 100)
    assert any(f"{shown}% of the inertia" in str(note) for note in matrix.caption.notes)
    assert matrix.measures["quality"][0, 0] == pytest.approx(known.rows.quality[0, 0])


def test_groups_are_told_from_codes_without_colour() -> None:
    spec = chart(computed(STUDY, KIND, by="case.role"), "id")
    assert spec is not None
    points = {table["name"]: table["values"] for table in spec["data"]}
    assert {one["shape"] for one in points["own"]} == {"circle"}
    assert {one["shape"] for one in points["other"]} == {"diamond"}
    assert [one["name"] for one in points["other"]] == ["buyer", "seller", "(tidak diketahui)"]
    assert {one["row"] for one in points["names"]} == set(range(6))


def test_what_is_alike_everywhere_has_no_map() -> None:
    for study in (corpus(), people([[1, 3], [1, 3]], ["a", "b"]), people([[1]], ["a"])):
        matrix = computed(study, KIND)
        assert matrix.rows == ()
        assert any("No map" in note.text for note in matrix.caption.notes)
        assert chart(matrix, "en") is None


def test_one_axis_is_a_line() -> None:
    matrix = computed(people([[1, 3], [1, 1]], ["a", "b"]), KIND, measure="codings")
    assert len(matrix.columns) == 1
    assert chart(matrix, "en") is not None


@given(
    corpora,
    st.sampled_from(("case", "source.kind", "coder")),
    st.sampled_from((None, CoderIs("Rina"))),
)
def test_each_point_leads_to_its_codings(study: Corpus, by: str, filter: Query | None) -> None:
    matrix = computed(study, KIND, filter, by=by, measure="codings")
    for row, total in enumerate(matrix.row_totals):
        hits = found(study, matrix.at(row, 0).query)
        outside = study.codings.case < 0 if by == "case" else study.codings.case < -1
        inside = [n for n in hits.coding.tolist() if not outside[n]]
        assert len(inside) == total


def test_a_group_without_the_codes_is_counted_in_the_notes() -> None:
    study = corpus(
        [Row(0, 0, 2, code=1, case=0), Row(0, 3, 5, code=3, case=0), Row(1, 0, 2, code=3, case=1)]
    )
    matrix = computed(study, KIND, by="source")
    assert any("without any of the codes" in str(note) for note in matrix.caption.notes)


def test_axes_and_groups_take_names_of_the_analysts_own() -> None:
    told = [str(one.label) for one in computed(STUDY, KIND, names=["-", "Keterbukaan"]).columns]
    assert told[0].startswith("Axis 1 (")
    assert told[1].startswith("Keterbukaan (Axis 2 (")
    groups = computed(STUDY, "clusters", of="cases", groups=2, names=["Penjual"])
    assert str(groups.columns[0].label) == "Penjual (Group 1)"
    assert str(groups.rows[0].group) == "Penjual (Group 1)"
