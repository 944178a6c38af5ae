"""Cells that say levels: whose case and which variable a row and a column name, and the words behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput
from jejak.i18n import translate
from jejak.model.corpus import AttributeColumn, Corpus, NamedColumns
from jejak.model.happenings import EvidenceColumns, RatingColumns
from jejak.model.shape import Matrix
from jejak.model.when import read_when
from jejak.study import Study
from support.corpora import corpora
from support.displays import computed
from support.happenings import eventful_study, words

LEVELS = ("low", "some", "much", "all")
KINDS = ("person", "group", None)


def table(study: Study, **settings: object) -> Matrix:
    return study.displays.compute("matrix", {"cell": "rating", **settings})


def states(matrix: Matrix) -> dict[tuple[str, str], object]:
    """What each cell holds, by the names of its row and column: its number, or why it has none."""
    return {
        (str(row.label), translate(column.label, "en")): matrix.at(r, c).value
        if matrix.at(r, c).state == "value"
        else matrix.at(r, c).state
        for r, row in enumerate(matrix.rows)
        for c, column in enumerate(matrix.columns)
    }


def test_a_cell_says_the_level_of_a_case_and_leads_to_its_words(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        study.ratings.rate("漢", "Rugi", "kecil", shown=[("S-01", 20, 30)])
        for rows, columns in (("case", "rating"), ("rating", "case")):
            matrix = table(study, rows=[rows], columns=[columns])
            turned = rows == "rating"
            found = {(k[::-1] if turned else k): v for k, v in states(matrix).items()}
            assert found == {
                ("漢", "Risiko"): "no data", ("漢", "Rugi"): 1,
                ("Gita", "Risiko"): 3, ("Gita", "Rugi"): 2,
                ("Desi", "Risiko"): 2, ("Desi", "Rugi"): "no data",
            }  # fmt: skip
            said = {(k[::-1] if turned else k): v for k, v in words(matrix).items()}
            assert said["Gita", "Risiko"] == "tinggi"
            assert said["漢", "Rugi"] == "kecil"
            assert len(said) == 4
        assert matrix.caption.n == 4
        assert str(matrix.caption.counted) == "Ratings"
        # Of two variables, what is rated last rests on no words; the other does.
        by_name = {str(h.label): place for place, h in enumerate(matrix.columns)}
        assert matrix.at(0, by_name["Gita"]).query == ""
        (passage,) = study.find(matrix.at(1, by_name["漢"]).query)
        assert (passage.start, passage.end) == (20, 30)


def test_a_group_has_the_median_of_its_rated_cases(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        for name, kind in (("漢", "group"), ("Gita", "person"), ("Desi", "person")):
            study.cases.update(study.cases.get(name), kind=kind)
        matrix = table(study, rows=["rating"], columns=["case.kind"])
        at = {heading.key: place for place, heading in enumerate(matrix.columns)}
        person, group = at["case.kind=person"], at["case.kind=group"]
        assert matrix.at(0, person).value == 2.5
        assert matrix.said[0, person] == ("sedang – tinggi",)
        assert matrix.at(1, person).value == 2
        assert matrix.at(0, group).state == "no data"
        assert matrix.row_totals == (2.5, 2)
        assert matrix.column_totals == (None, None)


def test_what_no_rating_is_of_has_none(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        study.codes.add("Kode")
        for rows, columns in (
            (["code"], ["rating"]), (["case"], ["code"]), (["rating"], ["study"]),
            (["case"], ["study"]), (["source", "case"], ["rating"]),
        ):  # fmt: skip
            matrix = table(study, rows=rows, columns=columns, unused=True)
            assert set(states(matrix).values()) <= {"not applicable"}, (rows, columns)
            assert matrix.caption.n == 0
            assert any("A rating is of a case" in str(note) for note in matrix.caption.notes)


@pytest.mark.parametrize("turned", [False, True])
def test_a_rated_case_is_shown_beside_its_variable_though_nothing_of_it_is_coded(
    tmp_path: Path, *, turned: bool
) -> None:
    with eventful_study(tmp_path) as study:
        study.sources["S-01"].tie("Gita")
        study.codes.add("Kode")
        study.sources["S-01"].select(3, 9).code("Kode")
        facets = ["rating", "case"] if turned else ["case", "rating"]
        for cell, wanted in (
            (
                "codings",
                {("Gita", "Risiko"): 1, ("Gita", "Rugi"): 1, ("Desi", "Risiko"): "no data"},
            ),
            ("rating", {("Gita", "Risiko"): 3, ("Gita", "Rugi"): 2, ("Desi", "Risiko"): 2}),
        ):
            matrix = study.displays.compute("matrix", {"rows": facets, "columns": ["study"], "cell": cell})  # fmt: skip
            found = {}
            for row, heading in enumerate(matrix.rows):
                key = (str(heading.above[0]), str(heading.label))
                told = matrix.at(row, 0)
                found[key[::-1] if turned else key] = (
                    told.value if told.state == "value" else told.state
                )
            assert found == wanted
        matrix = study.displays.compute("matrix", {"rows": facets, "columns": ["study"], "filter": "case = Gita"})  # fmt: skip
        assert len(matrix.rows) == 2
        note = next(str(note) for note in matrix.caption.notes if "The filter leaves" in str(note))
        assert "Desi" in note
        assert "Risiko" in note


def test_one_variable_can_be_chosen_and_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        matrix = table(study, rows=["case"], columns=["rating.rugi"])
        assert [str(heading.label) for heading in matrix.columns] == ["Rugi"]
        with pytest.raises(InvalidInput, match="cannot be made of"):
            table(study, rows=["case"], columns=["rating.Umur"])


def test_the_words_of_a_level_are_quoted_from_whoever_said_them(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        study.codes.add("Kode")
        study.sources["S-01"].select(3, 9).code("Kode")
        matrix = table(study, rows=["case"], columns=["rating"], quotes="1")
        quoted = {place for place, said in matrix.said.items() if len(said) > 1}
        rows = [str(heading.label) for heading in matrix.rows]
        columns = [str(heading.label) for heading in matrix.columns]
        assert quoted == {(rows.index("Gita"), columns.index("Rugi"))}


class _Given:
    """Ratings on the whole, one for each level that a case has."""

    def __init__(self, levels: list[int | None]) -> None:
        self._rated = [(case, level) for case, level in enumerate(levels) if level is not None]

    def ratings(self, _: Corpus) -> RatingColumns:
        many = len(self._rated)
        case, level = np.array(self._rated, np.int32).reshape(-1, 2).T
        nothing, no = np.empty(0, np.int64), np.empty(0, np.int32)
        return RatingColumns(
            tuple(f"r{row}" for row in range(many)), np.zeros(many, np.int32), case, level,
            np.zeros(many, np.int32), tuple(LEVELS[one] for one in level), ("",) * many,
            (read_when(""),) * many, np.ones(many, np.bool_),
            EvidenceColumns(no, nothing, no, no, no),
        )  # fmt: skip


rated = st.lists(st.tuples(st.sampled_from(KINDS), st.none() | st.integers(0, 3)), min_size=2, max_size=9)  # fmt: skip


@given(corpora, rated)
def test_any_group_has_the_median_of_those_rated_in_it(
    study: Corpus, cases: list[tuple[str | None, int | None]]
) -> None:
    kinds, levels = tuple(kind for kind, _ in cases), [level for _, level in cases]
    values = tuple(None if level is None else LEVELS[level] for level in levels)
    names = tuple(f"k{row}" for row in range(len(cases)))
    study = replace(
        study,
        cases=NamedColumns(names, names, {"kind": kinds}),
        attributes=(AttributeColumn("risk", "case", "rating", values, LEVELS),),
        happenings=_Given(levels),
    )
    matrix = computed(study, "matrix", rows=["rating"], columns=["case.kind"], cell="rating")
    shown = {str(heading.key): matrix.at(0, at) for at, heading in enumerate(matrix.columns)}
    for kind in set(kinds):
        of_kind = [level + 1 for one, level in cases if one == kind and level is not None]
        cell = shown[f"case.kind={kind or ''}"]
        assert (cell.value if of_kind else cell.state) == (
            median(of_kind) if of_kind else "no data"
        )
    known = [level + 1 for level in levels if level is not None]
    assert matrix.row_totals == (median(known) if known else None,)
    assert matrix.caption.n == len(known)
