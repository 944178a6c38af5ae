from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.displays import meeting_queries
from jejak.errors import InvalidInput
from jejak.model.corpus import Corpus
from jejak.model.query import CodeIs, CoderIs, Query
from support.corpora import BlockRow, Row, corpora, corpus
from support.displays import computed, found, only
from support.people import people

KIND = "code-cooccurrence"
FILTERS: tuple[Query | None, ...] = (None, CoderIs("Rina"), CodeIs("Anonim"))


def place(study: Corpus, row: int) -> tuple[int, int, int]:
    c = study.codings
    return int(c.source[row]), int(c.start[row]), int(c.end[row])


def meet(study: Corpus, unit: str, a: int, b: int) -> bool:
    one, two, case = place(study, a), place(study, b), study.codings.case
    return {
        "overlap": one[0] == two[0] and one[1] < two[2] and two[1] < one[2],
        "within": one[0] == two[0] and one[1] <= two[1] and two[2] <= one[2],
        "segment": one == two,
        "source": one[0] == two[0],
        "case": case[a] == case[b] and case[a] >= 0,
    }[unit]


def met(study: Corpus, matrix, unit: str, filter: Query | None, row: int, column: int) -> set[int]:
    codes = [study.codes.guid.index(matrix.rows[n].key) for n in (row, column)]
    passing = only(study, filter).rows
    rows = range(len(study.codings)) if passing is None else passing.tolist()
    one, two = ([n for n in rows if study.codings.code[n] == code] for code in codes)
    pairs = [(a, b) for a in one for b in two if meet(study, unit, a, b)]
    return {b for _, b in pairs} if unit == "within" else {n for pair in pairs for n in pair}


@given(
    corpora,
    st.sampled_from(("overlap", "within", "segment", "source", "case")),
    st.sampled_from(FILTERS),
    st.sampled_from(("count", "conditional")),
)
def test_each_cell_leads_to_where_its_codes_meet(
    study: Corpus, unit: str, filter: Query | None, measure: str
) -> None:
    matrix = computed(study, KIND, filter, unit=unit, measure=measure)
    for row in range(len(matrix.rows)):
        for column in range(len(matrix.columns)):
            cell = matrix.at(row, column)
            if row == column:
                assert cell.state == "not applicable"
                continue
            expected = met(study, matrix, unit, filter, row, column)
            assert bool(cell.query) == bool(expected)
            if not expected:
                unused = not (matrix.row_totals[row] and matrix.row_totals[column])
                assert (cell.value, cell.state) == ((None, "no data") if unused else (0, "value"))
            elif unit == "segment":
                assert len(found(study, cell.query).segments()) == count(matrix, row, column)
            else:
                assert set(found(study, cell.query).coding.tolist()) == expected
                if unit == "within":
                    assert len(expected) == count(matrix, row, column)


def count(matrix, row: int, column: int) -> float:
    return matrix.measures["count"][row, column]


STUDY = corpus(
    [
        Row(0, 0, 6, code=1, case=0),
        Row(0, 4, 9, code=3, case=0),
        Row(0, 8, 9, code=3, case=0),
        Row(1, 0, 6, code=3, case=1),
        Row(1, 9, 12, code=1, case=1),
    ],
    [BlockRow(0, 0, 7), BlockRow(0, 7, 14), BlockRow(1, 0, 14)],
)


def test_blocks_that_hold_both() -> None:
    matrix = computed(STUDY, KIND, unit="block")
    assert matrix.at(0, 1).value == 2
    assert matrix.row_totals == (2, 3)
    assert len(found(STUDY, matrix.at(0, 1).query)) == 4


def test_pairs_that_are_near() -> None:
    blocks = [BlockRow(0, start, start + 2) for start in range(0, 14, 2)]
    study = corpus([Row(0, 0, 1, code=1), Row(0, 4, 5, code=3), Row(0, 10, 11, code=3)], blocks)
    for distance, pairs in ((1, 0), (2, 0), (3, 1), (5, 1), (6, 2), (1_000, 2)):
        matrix = computed(study, KIND, unit="near", distance=distance)
        assert (matrix.at(0, 1).value, matrix.at(1, 0).value) == (pairs, pairs)
        hits = found(study, matrix.at(0, 1).query) if pairs else []
        assert len(hits) == pairs + (pairs > 0)
    assert any(
        "6 blocks" in str(n) for n in computed(study, KIND, unit="near", distance=6).caption.notes
    )


def test_codings_inside_others_have_no_c() -> None:
    with pytest.raises(InvalidInput) as caught:
        computed(STUDY, KIND, unit="within", measure="c")
    assert caught.value.code == "no-such-measure"
    study = corpus([Row(0, 0, 9, code=1), Row(0, 2, 4, code=3), Row(0, 8, 11, code=3)])
    matrix = computed(study, KIND, unit="within", measure="conditional")
    assert (matrix.at(0, 1).value, matrix.at(1, 0).value) == (0.5, 0)


def test_the_unit_is_named() -> None:
    assert str(computed(STUDY, KIND, unit="case").caption.unit) == "cases that hold both codes"
    unit = computed(STUDY, KIND, unit="case", measure="lift").caption.unit
    assert unit.args["unit"].text == "cases"


def test_lift_and_phi_need_units_that_can_be_counted() -> None:
    with pytest.raises(InvalidInput) as caught:
        computed(STUDY, KIND, measure="phi")
    assert caught.value.code == "no-units"
    matrix = computed(STUDY, KIND, unit="source", measure="phi")
    assert matrix.at(0, 1).value == pytest.approx(1.0)
    everywhere = computed(STUDY, KIND, unit="case", measure="phi")
    assert everywhere.at(0, 1).state == "not applicable"


def test_phi_below_zero_is_not_left_blank() -> None:
    study = corpus([Row(0, 0, 4, code=1), Row(1, 0, 4, code=3)])
    matrix = computed(study, KIND, unit="segment", measure="phi")
    assert matrix.at(0, 1).value == pytest.approx(-1.0)
    assert matrix.at(0, 1).query == ""


def test_a_c_that_is_no_share_is_marked() -> None:
    study = corpus(
        [
            Row(0, 0, 9, code=1),
            Row(0, 0, 9, code=1, coder=1),
            *(Row(0, n, n + 1, code=3) for n in range(5)),
        ]
    )
    matrix = computed(study, KIND, measure="c")
    note = matrix.at(0, 1).note
    assert note is not None
    assert note.text.startswith("Out of range")
    assert any("outside 0 to 1" in n.text for n in matrix.caption.notes)


def test_lopsided_pairs_are_marked() -> None:
    study = corpus([Row(0, 0, 1, code=1), *(Row(0, n, n + 1, code=3) for n in range(6))])
    matrix = computed(study, KIND)
    note = matrix.at(0, 1).note
    assert note is not None
    assert "five times" in note.text
    assert computed(study, KIND, measure="c").at(0, 1).note == note


def test_codes_are_summed_under_those_at_the_top() -> None:
    study = corpus([Row(0, 0, 4, code=2), Row(0, 0, 4, code=1), Row(0, 2, 4, code=5)])
    matrix = computed(study, KIND, below=True)
    assert [row.label for row in matrix.rows] == ["Akses", "Anonim"]
    assert matrix.at(0, 1).value == 2
    assert "code:Akses overlaps code:Anonim" in matrix.at(0, 1).query
    nested = computed(study, KIND, below=True, codes=["Akses", "Akses/Biaya", "Anonim"])
    assert matrix.at(0, 1).value == sum(nested.at(n, 2).value or 0 for n in (0, 1))


def test_a_chosen_code_that_is_never_used_has_no_data() -> None:
    matrix = computed(STUDY, KIND, codes=["Akses/Biaya/Murah", "Anonim"])
    assert matrix.at(0, 1).state == "no data"
    assert matrix.at(1, 0).state == "no data"


def test_the_most_used_codes_are_kept() -> None:
    matrix = computed(STUDY, KIND, top=1)
    assert [row.label for row in matrix.rows] == ["Anonim"]
    assert any("most used" in note.text for note in matrix.caption.notes)


def test_the_filter_is_told_where_units_are_compared_with() -> None:
    matrix = computed(STUDY, KIND, CoderIs("Rina"), unit="source", measure="lift")
    assert any("filter limits" in note.text for note in matrix.caption.notes)


def test_too_many_cases_make_no_query(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting_queries, "MOST_CASES", 1)
    cell = computed(STUDY, KIND, unit="case").at(0, 1)
    assert (cell.value, cell.query) == (2, "")
    assert str(cell.note).startswith("They meet in more than")


def test_an_empty_study_has_no_rows() -> None:
    assert computed(corpus(), KIND).rows == ()


def test_a_code_chosen_beside_one_above_it_is_told_not_to_be_counted_there() -> None:
    study = corpus([Row(0, 0, 5, code=0), Row(0, 0, 5, code=1), Row(0, 0, 5, code=3)])
    note = "A code that is chosen beside one above it is not counted with that one."

    def shown(*codes: str, below: bool = True) -> tuple[float | None, bool]:
        matrix = computed(study, KIND, codes=list(codes), below=below, unit="segment")
        told = note in [str(one) for one in matrix.caption.notes]
        return matrix.row_totals[0], told

    assert shown("Akses", "Anonim") == (1, False)
    assert shown("Akses", "Akses/Biaya", "Anonim") == (1, True)
    assert shown("Akses", "Akses/Biaya", "Anonim", below=False) == (1, False)


# Of 400 cases 100 have one code, 10 the other, and 5 both: the table of the reference values.
FOUR_HUNDRED = people([[1]] * 95 + [[1, 3]] * 5 + [[3]] * 5 + [[]] * 295, [None] * 400)


@pytest.mark.parametrize(
    ("measure", "value"),
    [("c", 0.047619), ("lift", 2.0), ("phi", 0.09245), ("odds", 3.094241), ("p", 0.075545)],
)
def test_the_measures_of_one_table(measure: str, value: float) -> None:
    matrix = computed(FOUR_HUNDRED, KIND, unit="case", measure=measure)
    assert matrix.at(0, 1).value == pytest.approx(value, abs=5e-6)
    assert matrix.at(1, 0).value == pytest.approx(matrix.at(0, 1).value)
    assert matrix.at(0, 1).note is not None


def test_the_share_of_the_columns_code() -> None:
    matrix = computed(FOUR_HUNDRED, KIND, unit="case", measure="conditional")
    assert (matrix.at(0, 1).value, matrix.at(1, 0).value) == (0.5, 0.05)


def test_codes_that_never_meet_have_odds_and_a_chance_of_one() -> None:
    study = people([[1], [3], *[[]] * 10], [None] * 12)
    for measure, value in (("odds", 0.5 * 10.5 / 2.25), ("p", 1)):
        cell = computed(study, KIND, unit="case", measure=measure).at(0, 1)
        assert (cell.value, cell.query) == (pytest.approx(value), "")


@pytest.mark.parametrize(
    ("unit", "reason"),
    [("case", "with fewer than 10"), ("source", "each of a case"), ("block", "Count by case"),
     ("overlap", "Count by case")],
)  # fmt: skip
def test_no_p_value_where_there_can_be_none(unit: str, reason: str) -> None:
    study = corpus(
        [Row(0, 0, 4, code=1, case=0), Row(0, 0, 4, code=3, case=0)], [BlockRow(0, 0, 7)]
    )
    matrix = computed(study, KIND, unit=unit, measure="p")
    cell = matrix.at(0, 1)
    assert (cell.value, cell.state) == (None, "not applicable")
    assert found(study, cell.query)
    assert reason in str(matrix.caption.notes[0])


def test_p_values_are_told_with_how_many_hold_for_all_pairs() -> None:
    note = computed(FOUR_HUNDRED, KIND, unit="case", measure="p").caption.notes[0]
    assert (note.args["units"], note.args["n"], note.args["few"]) == (400, 1, 0)
