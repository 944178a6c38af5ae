"""Residuals by attribute: the numbers, the tests, and when there are none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.contingency import contingency
from jejak.analysis.exact import fisher, holm
from jejak.i18n import translate
from jejak.model.corpus import Corpus
from jejak.model.query import CodeIs, CoderIs, Query
from support.corpora import Row, corpora, corpus
from support.displays import computed, found
from support.people import people

KIND = "code-attributes"
SELLERS = [[1, 3]] * 7 + [[3]]
BUYERS = [[3]] * 5 + [[1]] * 2 + [[3, 5]]
STUDY = people([*SELLERS, *BUYERS], ["seller"] * 8 + ["buyer"] * 8)


def told(matrix) -> str:
    return " / ".join(translate(note, "en") for note in matrix.caption.notes)


def cell(matrix, code: str, column: int):
    return matrix.at([row.label for row in matrix.rows].index(code), column)


def test_residuals_and_effect_of_each_code() -> None:
    matrix = computed(STUDY, KIND, by="case.role")
    table = contingency([[2, 7], [6, 1]])
    assert [str(column.label) for column in matrix.columns] == ["buyer (n = 8)", "seller (n = 8)"]
    assert [cell(matrix, "Biaya", n).value for n in (0, 1)] == pytest.approx(table.adjusted[0])
    assert matrix.row_totals[0] == pytest.approx(float(table.v_corrected))
    for measure, expected in (
        ("pearson", table.pearson[0].tolist()),
        ("expected", [4.5, 4.5]),
        ("count", [2, 7]),
        ("share", [0.25, 0.875]),
    ):
        shown = computed(STUDY, KIND, by="case.role", measure=measure)
        assert [cell(shown, "Biaya", n).value for n in (0, 1)] == pytest.approx(expected)


def test_cases_are_tested_exactly_and_p_is_corrected() -> None:
    matrix = computed(STUDY, KIND, by="case.role")
    p = [fisher(t)[0] for t in ([[2, 7], [6, 1]], [[6, 8], [2, 0]], [[1, 0], [7, 8]])]
    assert "Tested over 16 cases by Fisher’s exact test; p corrected for 3 codes (Holm)" in told(
        matrix
    )
    assert "No code differs" in told(matrix)
    assert cell(matrix, "Biaya", 0).note is None
    one = computed(STUDY, KIND, by="case.role", codes=["Akses/Biaya"])
    assert holm(p)[0] > 0.05 > p[0]
    assert f"Biaya (p = {p[0]:.3f}, V = " in told(one)
    assert str(cell(one, "Biaya", 1).note).startswith("More than chance")
    assert str(cell(one, "Biaya", 0).note).startswith("Less than chance")


def test_of_three_values_small_tables_are_permuted() -> None:
    study = people([*SELLERS, *BUYERS], ["a", "b", "c", "a"] * 4)
    matrix = computed(study, KIND, by="case.role", correction="bh")
    assert "permutation" in told(matrix)
    assert "9,999 permutations, always the same ones." in told(matrix)
    assert "Benjamini–Hochberg" in told(matrix)
    assert told(matrix) == told(computed(study, KIND, by="case.role", correction="bh"))
    many = people([[1], [3]] * 45, ["a", "b", "c"] * 30)
    assert "Pearson’s chi-squared" in told(computed(many, KIND, by="case.role"))


def test_one_talkative_person_is_one_person() -> None:
    """Over segments chi-squared would be beyond all chance; dealt out among people it is nothing."""
    study = people([[1] * 13, *[[3]] * 11], ["seller"] * 6 + ["buyer"] * 6)
    matrix = computed(study, KIND, by="case.role", unit="segments")
    assert abs(cell(matrix, "Biaya", 1).value) > 3
    assert "No code differs" in told(matrix)
    assert "Segments are counted" in told(matrix)


@pytest.mark.parametrize("unit", ["participants", "segments"])
def test_with_few_people_there_is_no_p(unit: str) -> None:
    study = people([[1]] * 5 + [[3]] * 4, ["seller"] * 5 + ["buyer"] * 4)
    matrix = computed(study, KIND, by="case.role", unit=unit)
    assert "No p-value: 9 cases are compared; with fewer than 10" in told(matrix)
    assert "Tested" not in told(matrix)
    assert all(one.note is None for one in matrix.cells.values())
    assert cell(matrix, "Biaya", 1).value == pytest.approx(3)


def test_sources_of_one_case_are_not_tested() -> None:
    given, roles = [[1], [3]] * 8, ["a"] * 16
    assert "Tested over 16" in told(computed(people(given, roles), KIND, by="source.kind"))
    matrix = computed(people(given, roles, related=True), KIND, by="source.kind")
    assert "not each of a case of its own" in told(matrix)


def test_where_each_column_is_one_only_residuals_are_shown() -> None:
    for by in ("case", "source", "coder", "study"):
        matrix = computed(STUDY, KIND, by=by)
        assert "nobody to compare" in told(matrix)
        assert len(matrix.columns) == (16 if by in ("case", "source") else 1)


def test_who_is_left_out_is_counted() -> None:
    given = [*SELLERS, *BUYERS, [1], []]
    study = people(given, [*["seller"] * 8, *["buyer"] * 8, None, "seller"])
    matrix = computed(study, KIND, by="case.role")
    assert "Tested over 16" in told(matrix)
    assert "1 case or source without a value is left out" in told(matrix)
    assert "1 case or source without any coding is left out" in told(matrix)


def test_only_the_largest_columns_are_shown() -> None:
    study = people([[1] * (1 + n % 4) for n in range(12)], [f"r{n % 4}" for n in range(12)])
    matrix = computed(study, KIND, by="case.role", top=2)
    assert [str(column.label) for column in matrix.columns] == ["r2 (n = 3)", "r3 (n = 3)"]
    assert "Only the 2 columns with the most codings, of 4" in told(matrix)


def test_a_code_that_all_have_has_no_residual() -> None:
    matrix = computed(people([[1]] * 12, ["a", "b"] * 6), KIND, by="case.role")
    assert matrix.at(0, 0).state == "not applicable"
    assert matrix.row_totals == (None,)
    share = computed(people([[1]] * 12, ["a", "b"] * 6), KIND, by="case.role", measure="share")
    assert share.at(0, 0).value == 1


def test_nothing_to_compare() -> None:
    assert computed(corpus(), KIND).rows == ()
    one = computed(people([[1]], ["seller"]), KIND, by="case.role")
    assert one.at(0, 0).state == "not applicable"
    constant = computed(people([[1], [3]] * 6, ["a"] * 12), KIND, by="case.role")
    assert {c.state for c in constant.cells.values()} <= {"not applicable"}


@given(
    corpora,
    st.sampled_from(("case.role", "case.age", "source.language", "case", "coder")),
    st.sampled_from((None, CoderIs("Rina"), CodeIs("Anonim"))),
    st.booleans(),
)
def test_each_cell_leads_to_its_segments(
    study: Corpus, by: str, filter: Query | None, below: bool
) -> None:
    matrix = computed(study, KIND, filter, by=by, unit="segments", measure="count", below=below)
    for (row, column), one in matrix.cells.items():
        hits = found(study, one.query)
        assert len(hits.segments()) == one.value, (row, column)


def test_rows_below_are_counted_with_those_above() -> None:
    study = corpus([Row(0, 0, 2, code=2, case=0), Row(1, 0, 2, code=1, case=1)])
    matrix = computed(study, KIND, by="case", measure="count", below=True)
    assert [row.label for row in matrix.rows] == ["Akses"]
    assert np.array([matrix.at(0, n).value for n in (0, 1)]).tolist() == [1, 1]
