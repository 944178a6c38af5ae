from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.model.corpus import AttributeColumn, Corpus
from jejak.model.query import CodeIs, CoderIs, Compare, Query
from support.corpora import ATTRIBUTES, Row, corpora, corpus
from support.displays import computed, found

BY = (
    "study", "case", "case.kind", "case.role", "case.age", "case.joined", "case.tahu aturan",
    "source", "source.kind", "source.language", "source.collected", "source.hour", "coder",
)  # fmt: skip
FILTERS: tuple[Query | None, ...] = (
    None,
    CoderIs("Rina"),
    CodeIs("Anonim"),
    Compare("source", "kind", "=", ("interview",)),
    Compare("weight", "", ">", ("50",)) & CodeIs("Akses"),
)


@given(
    corpora,
    st.sampled_from(BY),
    st.sampled_from(("codings", "segments", "cases", "share of cases", "sources", "presence")),
    st.sampled_from(FILTERS),
    st.booleans(),
)
def test_each_number_is_what_its_query_finds(
    study: Corpus, by: str, measure: str, filter: Query | None, below: bool
) -> None:
    matrix = computed(
        study, "code-frequencies", filter, by=by, measure=measure, below=below, unused=True
    )
    c, cells = study.codings, matrix.measures["codings"]
    for place, codings in cells.items():
        cell = matrix.at(*place)
        if cell.state != "value":
            continue
        hits = found(study, cell.query)
        rows = hits.coding
        assert len(rows) == codings
        assert len(hits.segments()) == matrix.measures["segments"][place]
        assert len({int(n) for n in c.case[rows]} - {-1}) == matrix.measures["cases"][place]
        assert len({int(n) for n in c.source[rows]}) == matrix.measures["sources"][place]
        if measure in matrix.measures:
            assert cell.value == matrix.measures[measure][place]
    zero = {(r, k) for r in range(len(matrix.rows)) for k in range(len(matrix.columns))} - set(
        cells
    )
    assert all(not matrix.at(*place).value and not matrix.at(*place).query for place in zero)
    assert all(value is None or value <= 1 for value in shares(matrix, measure))


def shares(matrix, measure: str) -> list[float | None]:
    if measure != "share of cases":
        return []
    cells = [cell.value for cell in matrix.cells.values()]
    return [*cells, *matrix.row_totals, *matrix.column_totals]


STUDY = corpus(
    [
        Row(0, 0, 4, code=1, case=0),
        Row(0, 0, 4, code=1, case=0, coder=1),
        Row(0, 5, 6, code=2, case=0),
        Row(2, 0, 4, code=3),
    ],
    case_sources=[(0, 0), (0, 2)],
)


def test_no_data_is_not_nothing_found() -> None:
    matrix = computed(STUDY, "code-frequencies")
    assert [c.label for c in matrix.columns] == ["Sari", "Budi"]
    assert matrix.at(0, 0).value == 3
    assert (matrix.at(0, 1).value, matrix.at(0, 1).state) == (None, "no data")
    assert matrix.column_totals == (3, None)
    assert any("No material at all" in note.text for note in matrix.caption.notes)


def test_a_zero_in_material_is_a_zero() -> None:
    matrix = computed(STUDY, "code-frequencies", by="source", unused=True)
    assert matrix.at(0, 2).state == "value"
    assert matrix.at(0, 2).value == 0
    assert any("nobody has looked" in note.text for note in matrix.caption.notes)


def test_cases_cannot_be_counted_where_there_are_none() -> None:
    matrix = computed(STUDY, "code-frequencies", by="source", measure="cases")
    assert matrix.at(0, 0).value == 1
    assert matrix.at(0, 1).state == "not applicable"


def test_totals_count_nothing_twice_and_say_what_they_count() -> None:
    matrix = computed(STUDY, "code-frequencies", by="source", measure="segments", unused=True)
    assert matrix.row_totals[:3] == (2, 2, 1)
    assert matrix.column_totals == (2, 0, 1)
    assert str(matrix.row_total) == "All columns, each counted once"
    share = computed(STUDY, "code-frequencies", by="case.role", measure="share of cases")
    assert share.row_totals[0] == 0.5
    presence = computed(STUDY, "code-frequencies", by="source", measure="presence")
    assert (presence.row_totals[0], presence.total_number) == (1, "count")


def test_a_filter_leaves_out_what_it_empties_and_says_so() -> None:
    matrix = computed(STUDY, "code-frequencies", CoderIs("Galih"), by="source")
    assert [column.label for column in matrix.columns] == ["W-01"]
    assert matrix.caption.n == 1
    assert any("filter leaves nothing" in note.text for note in matrix.caption.notes)


def test_the_most_used_are_kept_and_the_rest_is_told() -> None:
    matrix = computed(STUDY, "code-frequencies", by="source", top=1, below=False)
    assert ([row.label for row in matrix.rows], len(matrix.columns)) == (["Biaya"], 1)
    texts = " ".join(note.text for note in matrix.caption.notes)
    assert "most used" in texts
    assert "columns with the most codings" in texts


def test_values_that_are_no_values_lead_to_their_cases() -> None:
    wrong = AttributeColumn("age", "case", "number", ("unsure", "31"))
    study = replace(STUDY, attributes=(wrong,))
    matrix = computed(study, "code-frequencies", by="case.age")
    column = [heading.label for heading in matrix.columns].index("unsure")
    assert len(found(study, matrix.at(0, column).query)) == 3


def test_dates_inside_a_period_are_no_part_of_its_group() -> None:
    study = corpus([Row(0, 0, 4, case=0), Row(1, 0, 4, case=1)], case_sources=[(0, 0), (1, 1)])
    matrix = computed(study, "code-frequencies", by="case.joined")
    assert [heading.label for heading in matrix.columns] == ["2020", "2020-05-02"]
    assert "not case.joined = 2020-05-02" in matrix.at(0, 0).query
    assert len(found(study, matrix.at(0, 0).query)) == 1


def test_few_cases_and_codes_of_one_case_are_told() -> None:
    matrix = computed(STUDY, "code-frequencies", by="case.kind", measure="share of cases")
    texts = [str(note) for note in matrix.caption.notes]
    assert any("Fewer than 5 cases" in text and "Person" in text for text in texts)
    assert any("rest" in text and "one case" in text for text in texts)


@pytest.mark.parametrize("attributes", [ATTRIBUTES, ()])
def test_an_empty_study_has_no_rows(attributes) -> None:
    matrix = computed(replace(corpus(), attributes=attributes), "code-frequencies")
    assert (matrix.rows, matrix.caption.n) == ((), 0)


def test_coders_of_one_name_are_told_apart() -> None:
    users = replace(STUDY.users, facets={"initials": ("R", "Rina")})
    study = replace(STUDY, users=users)
    matrix = computed(study, "code-frequencies", by="coder")
    assert "coder:u0" in matrix.at(0, 0).query
    assert len(found(study, matrix.at(0, 0).query)) == 2


def test_codes_of_one_path_are_told_apart() -> None:
    codes = replace(STUDY.codes, path=tuple("same" for _ in STUDY.codes.path))
    matrix = computed(replace(STUDY, codes=codes), "code-frequencies", by="study")
    assert matrix.at(0, 0).query == "code:c0"
    assert np.isclose(matrix.at(0, 0).value or 0, 3)
