"""Any matrix: each number is what its query finds, whatever its rows and columns are made of."""

from __future__ import annotations

from base64 import b64decode

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.query.parse import parse
from jejak.analysis.touched import Touched
from jejak.displays.matrix import FACETS, REDUCERS, facet_choices
from jejak.displays.matrix.cells import CellTable
from jejak.model.corpus import Corpus
from jejak.model.query import CodeIs, CoderIs, Compare, Query
from jejak.model.shape import Matrix
from support.corpora import BlockRow, Row, corpora, corpus, moments, recorded_studies
from support.displays import computed, found

OWN = ["Cheap = code:Biaya/Murah", "Later = not case = Sari", "To be written", "Both = code:Akses and code:Anonim"]  # fmt: skip
FILTERS: tuple[Query | None, ...] = (
    None, CoderIs("Rina"), CodeIs("Anonim"), Compare("source", "kind", "=", ("interview",)),
)  # fmt: skip
EVERY = sorted(
    {
        text
        for text, _ in facet_choices(corpus([Row(0, 0, 4)], [BlockRow(0, 0, 5, 0, 0, 1, 18_382)]))
    }
)
facets = st.lists(st.sampled_from(EVERY), min_size=1, max_size=2, unique=True)


def count(study: Corpus, rows: np.ndarray, reducer: str) -> float:
    """The number by the definition: from the codings that were found, one by one."""
    c = study.codings
    picked = [int(row) for row in rows]
    if reducer == "seconds":
        return len(moments(study, picked)) / 1000
    if reducer == "characters":
        letters = {(int(c.source[r]), at) for r in picked for at in range(c.start[r], c.end[r])}
        return len(letters)
    if reducer == "weight":
        return float(np.median([c.weight[r] for r in picked if not np.isnan(c.weight[r])]))
    units: dict[str, set[object]] = {
        "codings": set(picked),
        "segments": {(int(c.source[r]), int(c.start[r]), int(c.end[r])) for r in picked},
        "cases": {int(c.case[r]) for r in picked} - {-1},
        "sources": {int(c.source[r]) for r in picked},
        "presence": {bool(picked)},
    }
    return len(units[reducer])


@given(recorded_studies, facets, facets, st.sampled_from(REDUCERS.names()), st.sampled_from(FILTERS), st.booleans())  # fmt: skip
def test_each_number_is_what_its_query_finds(
    study: Corpus, rows: list[str], columns: list[str], reducer: str, filter: Query | None, below: bool
) -> None:  # fmt: skip
    matrix = computed(
        study, "matrix", filter, rows=rows, columns=columns, cell=reducer, below=below, unused=True,
        row_headings=OWN, column_headings=OWN[:2],
    )  # fmt: skip
    shown = matrix.cells
    for place, cell in shown.items():
        if cell.state != "value":
            assert not cell.query
            continue
        hits = found(study, cell.query).coding
        assert len(hits)
        assert (hits >= 0).all()
        if reducer == "share of cases":
            assert 0 <= (cell.value or 0) <= 1
        else:
            assert cell.value == count(study, hits, reducer), (place, cell.query)
    assert no_coding_is_lost(study, matrix)


def no_coding_is_lost(study: Corpus, matrix: Matrix) -> bool:
    """An empty cell is empty: no coding of its row is also one of its column."""
    for row, heading in enumerate(matrix.rows):
        for column, other in enumerate(matrix.columns):
            cell = matrix.at(row, column)
            if cell.state == "value" and not cell.query and heading.query and other.query:
                both = set(found(study, heading.query).coding.tolist())
                both &= set(found(study, other.query).coding.tolist())
                if both and "code:" not in other.query.removeprefix("code:*"):
                    return False
    return True


@given(recorded_studies, facets, facets, st.sampled_from(("codings", "cases", "segments", "sources", "seconds")))  # fmt: skip
def test_a_total_is_what_the_query_of_its_heading_finds_in_the_columns(
    study: Corpus, rows: list[str], columns: list[str], reducer: str
) -> None:
    matrix = computed(study, "matrix", rows=rows, columns=columns, cell=reducer, unused=True, row_headings=OWN, column_headings=OWN[:2])  # fmt: skip
    if not matrix.row_totals:
        return
    for row, total in enumerate(matrix.row_totals):
        rows_found: set[int] = set()
        for column in range(len(matrix.columns)):
            query = matrix.at(row, column).query
            rows_found |= set(found(study, query).coding.tolist()) if query else set()
        if total is not None:
            assert total == count(study, np.array(sorted(rows_found), np.int64), reducer)


@given(corpora, facets, facets, st.sampled_from(("total", "-total", "name", "case.age", "-case.age")))  # fmt: skip
def test_an_order_moves_cells_with_their_headings(
    study: Corpus, rows: list[str], columns: list[str], order: str
) -> None:
    plain = computed(study, "matrix", rows=rows, columns=columns, row_headings=OWN, column_headings=OWN[:2])  # fmt: skip
    turned = computed(study, "matrix", rows=rows, columns=columns, row_order=order, column_order=order, row_headings=OWN, column_headings=OWN[:2])  # fmt: skip
    assert by_keys(plain) == by_keys(turned)
    totals = [total for total in turned.row_totals if total is not None]
    if order == "-total" and len(rows) == 1:
        assert totals == sorted(totals, reverse=True)


@given(corpora, st.sampled_from(("code", "frame")), st.sampled_from(FILTERS), st.booleans(), st.integers(1, 5))  # fmt: skip
def test_the_most_used_are_the_same_whether_all_are_looked_at_or_not(
    study: Corpus, columns: str, filter: Query | None, unused: bool, top: int
) -> None:  # fmt: skip
    def made() -> tuple[object, ...]:
        one = computed(study, "matrix", filter, rows=["code"], columns=[columns], unused=unused, top=top)  # fmt: skip
        return (
            one.rows,
            one.columns,
            one.caption,
            one.row_totals,
            one.column_totals,
            dict(one.cells),
        )

    quick = made()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Touched, "contenders", everything)
        assert made() == quick


def everything(touched: Touched, _: int) -> tuple[np.ndarray, np.ndarray]:
    return np.ones(touched.size, np.bool_), np.zeros(touched.size, np.int64)


def by_keys(matrix: Matrix) -> dict[tuple[str, str], object]:
    return {
        (matrix.rows[row].key, matrix.columns[column].key): cell
        for (row, column), cell in matrix.cells.items()
    }


STUDY = corpus(
    [
        Row(0, 0, 4, code=1, case=0),
        Row(0, 2, 9, code=3, case=0, coder=1, weight=50),
        Row(1, 0, 3, code=2, case=1, weight=100),
        Row(2, 0, 4, code=3),
    ],
    [BlockRow(0, 0, 5, 0, 0, 1, 18_382), BlockRow(0, 5, 14, 1, -1, 1, 18_400)],
    [(0, 0), (1, 1), (0, 2)],
)


def texts(matrix: Matrix) -> list[str]:
    return [str(note) for note in matrix.caption.notes]


def test_the_only_stretch_of_material_is_its_coders_too() -> None:
    study = corpus(
        [Row(0, 0, 1, case=0), Row(1, 0, 1, case=0)], [BlockRow(1, 0, 1, speaker=0, case=0)]
    )
    matrix = computed(study, "matrix", rows=["speaker"], columns=["coder"], cell="cases")
    assert (matrix.at(0, 0).value, matrix.row_totals[0]) == (1, 1)


def test_coders_who_coded_the_same_share_its_material() -> None:
    rows = [Row(0, 0, 1, case=case, coder=coder) for case in (0, 1, -1) for coder in (0, 1)]
    matrix = computed(corpus(rows, [], []), "matrix", rows=["coder"], columns=["study"])
    assert [matrix.at(row, 0).value for row in range(2)] == [3, 3]


def test_nested_facets_show_what_occurs_and_say_what_they_are_in() -> None:
    matrix = computed(STUDY, "matrix", rows=["case.role", "case"], columns=["code"])
    assert [(str(h.above[0]), str(h.label)) for h in matrix.rows] == [
        ("Consumer", "Sari"), ("(not known)", "Budi"),
    ]  # fmt: skip
    assert matrix.rows[0].key == "case.role=Consumer&k0"
    assert str(matrix.row_title) == "Case: role, Case"


def test_no_material_is_not_a_zero_in_a_nested_cell() -> None:
    matrix = computed(STUDY, "matrix", rows=["case"], columns=["source.kind"])
    states = {(str(r.label), str(c.label)): matrix.at(y, x).state for y, r in enumerate(matrix.rows) for x, c in enumerate(matrix.columns)}  # fmt: skip
    assert states["Budi", "Observation"] == "no data"
    assert states["Sari", "Observation"] == "value"
    assert matrix.at(0, [str(c.label) for c in matrix.columns].index("Observation")).value == 0


def test_codes_on_both_sides_count_where_they_touch() -> None:
    matrix = computed(STUDY, "matrix", rows=["code"], columns=["code"], below=False)
    at = {(str(r.label), str(c.label)): matrix.at(y, x).value for y, r in enumerate(matrix.rows) for x, c in enumerate(matrix.columns)}  # fmt: skip
    assert at["Biaya", "Anonim"] == 1
    assert at["Murah", "Anonim"] == 0
    assert any("touch" in text for text in texts(matrix))


def test_a_turn_that_is_reached_into_counts() -> None:
    matrix = computed(STUDY, "matrix", rows=["code"], columns=["speaker"], below=False)
    row = [str(h.label) for h in matrix.rows].index("Anonim")
    assert [matrix.at(row, column).value for column in range(2)] == [1, 1]
    assert matrix.row_totals[row] == 1


def test_what_is_to_be_written_is_open_and_counts_nothing() -> None:
    matrix = computed(STUDY, "matrix", rows=["own"], columns=["case"], row_headings=["Strategy", "Cost = code:Biaya"])  # fmt: skip
    assert [matrix.at(0, column).state for column in range(2)] == ["open", "open"]
    assert matrix.at(1, 0).value == 1
    assert (matrix.rows[0].query, matrix.row_totals[0]) == ("", None)


def test_dates_half_known_are_neither_lost_nor_guessed() -> None:
    matrix = computed(STUDY, "matrix", rows=["code"], columns=["period.month of case.joined"])
    labels = [str(h.label) for h in matrix.columns]
    assert labels == ["2020 (no more is known)", "2020-05"]
    assert [matrix.at(0, column).value for column in range(2)] == [1, 1]


def test_quarters_and_weeks_are_told_by_their_months_and_days() -> None:
    quarter = computed(STUDY, "matrix", rows=["code"], columns=["time.quarter"])
    assert [str(h.label) for h in quarter.columns] == ["2020-Q2"]
    assert "block.time in (2020-04, 2020-05, 2020-06)" in quarter.at(0, 0).query
    week = computed(STUDY, "matrix", rows=["code"], columns=["time.week"])
    assert [str(h.label) for h in week.columns] == ["2020-W18", "2020-W21"]


def test_a_filter_that_leaves_nothing_leaves_no_columns_and_says_so() -> None:
    matrix = computed(STUDY, "matrix", CodeIs("Biaya/Murah") & CoderIs("Galih"), columns=["source"])
    assert (matrix.rows, matrix.columns, matrix.caption.n) == ((), (), 0)
    assert any("filter leaves nothing" in text for text in texts(matrix))


def test_every_facet_gives_a_matrix_of_a_study_without_codings() -> None:
    for text in EVERY:
        matrix = computed(corpus(), "matrix", rows=[text], columns=["case"], row_headings=OWN)
        assert matrix.caption.n == 0, text
    # These studies rate nothing: test_rated.py has those that do.
    assert set(FACETS.names()) - {"rating"} == {text.partition(".")[0] for text in EVERY}


@given(corpora, facets, facets, st.sampled_from(FILTERS), st.sampled_from(("", "-total")))
def test_a_query_is_the_sum_of_its_parts(
    study: Corpus, rows: list[str], columns: list[str], filter: Query | None, order: str
) -> None:
    matrix = computed(study, "matrix", filter, rows=rows, columns=columns, row_order=order, row_headings=OWN, column_headings=OWN[:2])  # fmt: skip
    cells = matrix.cells
    assert isinstance(cells, CellTable)
    assert cells.parts is not None
    parts = cells.parts()
    for (row, column), cell in cells.items():
        if cell.query:
            assert parse(parts.at(row, column)) == parse(cell.query)


def test_a_packed_matrix_holds_what_it_holds() -> None:
    cells = computed(STUDY, "matrix", rows=["code"], columns=["case", "source.kind"]).cells
    assert isinstance(cells, CellTable)
    packed = cells.packed()
    assert packed is not None
    read = {name: np.frombuffer(b64decode(str(packed[name])), form) for name, form in (("places", "<u4"), ("values", "<f8"), ("states", "u1"))}  # fmt: skip
    width = cells.states.shape[1]
    for place, value, state in zip(*(read[n].tolist() for n in read), strict=True):
        cell = cells[divmod(place, width)]
        assert (cell.state, cell.value) == (packed["words"][state], value if state == 1 else None)
    assert len(read["places"]) == len(cells)


def test_where_most_have_no_data_that_is_what_is_not_held() -> None:
    table = CellTable(
        np.array([[0.0, 3.0], [0.0, 0.0]]), np.array([[2, 1], [2, 0]], np.int8), lambda *_: "code:*"
    )
    sparse = table.sparse()
    assert sorted(sparse) == [(0, 1), (1, 1)]
    assert (sparse[0, 1].value, sparse[0, 1].query) == (3, "code:*")
    assert (sparse[1, 1].value, sparse[1, 1].state, sparse[1, 1].query) == (0, "value", "")
