from __future__ import annotations

from jejak.model.shape import Matrix
from support.corpora import Row, corpus
from support.displays import computed, found

STUDY = corpus(
    [Row(0, 0, 4, case=0), Row(2, 0, 4, case=0), Row(2, 2, 6, case=0), Row(1, 0, 3, case=1)],
    case_sources=[(0, 0), (0, 2), (1, 1)],
)


def values(matrix: Matrix) -> list[tuple[float | None, str]]:
    return [
        (matrix.at(0, column).value, matrix.at(0, column).state)
        for column in range(len(matrix.columns))
    ]


def test_the_first_is_taken_from_the_last_and_what_has_no_date_from_neither() -> None:
    matrix = computed(STUDY, "matrix", columns=["period.year"], change=True)
    assert [str(column.label) for column in matrix.columns] == [
        "2020", "2021", "(date not known)", "Change, 2020 to 2021",
    ]  # fmt: skip
    assert values(matrix) == [(1, "value"), (2, "value"), (1, "value"), (1, "value")]
    assert len(found(STUDY, matrix.at(0, 3).query)) == 3
    assert (matrix.column_totals[3], matrix.row_totals[0]) == (1, 4)


def test_nested_columns_change_each_by_itself() -> None:
    matrix = computed(STUDY, "matrix", columns=["period.year", "case"], change=True)
    added = matrix.columns[-1]
    assert ([str(one) for one in added.above], str(added.label)) == (
        ["Change, 2020 to 2021"], "Sari",
    )  # fmt: skip
    assert values(matrix)[-1] == (1, "value")


def test_what_has_no_data_before_or_after_has_not_changed() -> None:
    matrix = computed(STUDY, "matrix", rows=["case"], columns=["period.year"], change=True)
    row = [str(heading.label) for heading in matrix.rows].index("Budi")
    assert matrix.at(row, 3).state == "no data"


def test_one_column_changes_into_nothing() -> None:
    matrix = computed(STUDY, "matrix", columns=["study"], change=True)
    assert len(matrix.columns) == 1
