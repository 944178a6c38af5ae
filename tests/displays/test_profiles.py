"""Clusters, similarity and the map of codes: all of them compare profiles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.displays.charts import chart
from jejak.model.corpus import Corpus
from jejak.model.query import CoderIs, Query
from support.corpora import BlockRow, Row, corpora, corpus
from support.displays import computed, found
from support.people import people

STUDY = people([[1, 3], [1, 3, 3], [1, 5], [5, 4], [], [3]], ["a"] * 6)
HELD = [{1, 3}, {1, 3}, {1, 5}, {4, 5}, {3}]


def jaccard(one: set[int], two: set[int]) -> float:
    return len(one & two) / len(one | two)


def test_cases_are_compared_by_their_codes() -> None:
    matrix = computed(STUDY, "similarity", order="own")
    assert [row.label for row in matrix.rows] == ["P00", "P01", "P02", "P03", "P05"]
    for row, column in np.ndindex(5, 5):
        if row == column:
            assert matrix.at(row, column).state == "not applicable"
        else:
            assert matrix.at(row, column).value == pytest.approx(jaccard(HELD[row], HELD[column]))
    assert matrix.row_totals == (2, 2, 2, 2, 1)
    notes = " ".join(str(note) for note in matrix.caption.notes)
    assert "left out: P04" in notes
    assert "over 4 codes" in notes


@pytest.mark.parametrize(
    ("measure", "value"), [("matching", 2 / 4), ("russell-rao", 1 / 4), ("zeta", 3 / 5)]
)
def test_other_likenesses(measure: str, value: float) -> None:
    matrix = computed(STUDY, "similarity", order="own", likeness=measure)
    assert matrix.at(0, 2).value == pytest.approx(value)


def test_what_is_alike_stands_together() -> None:
    labels = [row.label for row in computed(STUDY, "similarity").rows]
    assert abs(labels.index("P00") - labels.index("P01")) == 1


@given(
    corpora,
    st.sampled_from(("cases", "sources", "codes")),
    st.sampled_from((None, CoderIs("Rina"))),
)
def test_each_pair_leads_to_the_codings_of_both(
    study: Corpus, of: str, filter: Query | None
) -> None:
    matrix = computed(study, "similarity", filter, of=of, unit="source")
    tree = computed(study, "clusters", filter, of=of, unit="source")
    codings = {row.key: total for row, total in zip(tree.rows, tree.row_totals, strict=True)}
    for (row, column), cell in matrix.cells.items():
        both = codings[matrix.rows[row].key] + codings[matrix.rows[column].key]
        assert len(found(study, cell.query)) == both
    for row, _ in enumerate(tree.rows):
        for column, _ in enumerate(tree.columns):
            if (row, column) in tree.cells:
                assert len(found(study, tree.at(row, column).query)) == tree.row_totals[row]


def test_the_table_of_a_tree() -> None:
    matrix = computed(STUDY, "clusters", of="cases", groups=2)
    labels = [str(row.label) for row in matrix.rows]
    groups = {label: str(row.group) for label, row in zip(labels, matrix.rows, strict=True)}
    assert groups["P00"] == groups["P01"] != groups["P03"]
    assert [str(column.label) for column in matrix.columns] == [
        "Group 1",
        "Group 2",
        "Joins the next at",
    ]
    joined = [matrix.at(row, 2).value for row in range(4)]
    assert 0 in joined
    assert matrix.at(4, 2).state == "not applicable"
    at = labels.index("P00")
    column = [str(c.label) for c in matrix.columns].index(groups["P00"])
    others = [
        n
        for n, label in enumerate(["P00", "P01", "P02", "P03", "P05"])
        if groups[label] == groups["P00"] and label != "P00"
    ]
    mean = np.mean([jaccard(HELD[0], HELD[n]) for n in others])
    assert matrix.at(at, column).value == pytest.approx(mean)


def test_the_tree_is_drawn_from_the_table() -> None:
    matrix = computed(STUDY, "clusters", of="cases", groups=2)
    spec = chart(matrix, "id")
    assert spec is not None
    tables = {table["name"]: table["values"] for table in spec["data"]}
    assert len(tables["branches"]) == 4
    assert [leaf["row"] for leaf in tables["leaves"]] == [0, 1, 2, 3, 4]
    assert [end["name"] for end in tables["ends"]] == ["1", "2"]
    assert {end["whole"] for end in tables["ends"]} == {"Kelompok 1", "Kelompok 2"}


def test_codes_that_meet_are_near_on_the_map() -> None:
    blocks = [BlockRow(0, start, start + 2) for start in range(0, 14, 2)]
    rows = [
        Row(0, at, at + 1, code=code)
        for at, code in ((0, 1), (0, 3), (2, 1), (2, 3), (6, 5), (8, 4), (10, 4))
    ]
    for method in ("stress", "classical"):
        matrix = computed(corpus(rows, blocks), "code-map", method=method)
        spots = np.array([[matrix.at(row, axis).value for axis in (0, 1)] for row in range(4)])
        names = [row.label for row in matrix.rows]
        apart = {
            frozenset((names[i], names[j])): float(np.hypot(*(spots[i] - spots[j])))
            for i in range(4)
            for j in range(i)
        }
        assert min(apart, key=lambda pair: apart[pair]) == {"Biaya", "Anonim"}
        assert matrix.row_totals == (2, 2, 2, 1)
        assert any("Stress" in note.text for note in matrix.caption.notes)
        assert chart(matrix, "en") is not None


def test_too_few_to_compare() -> None:
    for kind in ("clusters", "similarity", "code-map"):
        empty = computed(corpus(), kind)
        assert empty.rows == ()
        assert chart(empty, "en") is None
    one = people([[1, 1]], ["a"])
    assert len(computed(one, "clusters", of="cases").rows) == 1
    assert chart(computed(one, "clusters", of="cases"), "en") is not None
    assert chart(computed(one, "similarity"), "en") is not None
    assert any("at least 3" in str(n) for n in computed(one, "code-map").caption.notes)


def test_all_alike() -> None:
    study = people([[1, 3, 5, 4]] * 4, ["a"] * 4)
    tree = computed(study, "clusters", of="cases", groups=3)
    assert {str(row.group) for row in tree.rows} == {"Group 1"}
    assert any("cannot be told apart" in str(note) for note in tree.caption.notes)
    assert chart(tree, "en") is not None
    same = computed(study, "code-map", unit="source")
    assert chart(same, "en") is not None
    assert all(np.isfinite(cell.value) for cell in same.cells.values())


def test_a_code_in_no_unit_is_named() -> None:
    study = corpus([Row(0, 0, 2, code=1, case=0), Row(0, 0, 2, code=3, case=-1)])
    matrix = computed(study, "clusters", unit="case")
    assert any("left out: Anonim" in str(note) for note in matrix.caption.notes)


def test_chosen_codes_alone_are_compared() -> None:
    matrix = computed(STUDY, "similarity", order="own", codes=["Akses/Biaya", "Anonim/Murah"])
    assert [row.label for row in matrix.rows] == ["P00", "P01", "P02", "P03"]
    assert len(found(STUDY, matrix.at(0, 2).query)) == 3
    assert len(computed(STUDY, "similarity", top=2).rows) == 2


def test_codes_of_one_name_are_told_apart_where_nothing_is_nested() -> None:
    study = people([[1, 2, 5], [2, 0], [5, 3]], ["a"] * 3)
    for kind in ("clusters", "code-map", "similarity"):
        given = {"unit": "source", **({"of": "codes"} if kind != "code-map" else {})}
        rows = computed(study, kind, **given).rows
        assert {"Murah (Biaya)", "Murah (Anonim)"} <= {row.label for row in rows}, kind
        assert {row.depth for row in rows} == {0}
    rows = computed(study, "correspondence-map").rows
    assert {"Murah (Biaya)", "Murah (Anonim)"} <= {row.label for row in rows}
