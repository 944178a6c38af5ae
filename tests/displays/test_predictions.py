"""Predictions beside what was coded since, and poems, both from the forms that hold them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.displays.writing import words_in
from jejak.model.corpus import Corpus
from jejak.model.query import compare
from jejak.model.shape import Matrix
from jejak.model.sheets import FormSheet, Sheets
from jejak.report.discreet_matrix import tells_of
from support.corpora import DAY, Row, corpora, corpus
from support.displays import computed, found
from support.examples import examples
from support.studies import small_study

TODAY = date(2021, 1, 31)
# The day 18,382 is 30 April 2020, on which nothing counts yet.
WRITTEN = {"predicted": "It will.", "written": "2020-04-30", "due": "2020-12", "for": "code:*"}
COLUMNS = ["predicted", "reasons", "due", "for", "against", "feedback", "verdict"]


def foretold(study: Corpus, *filled: tuple[str, dict[str, str]]) -> Corpus:
    sheets = tuple(FormSheet("prediction", owner, "Rina", values) for owner, values in filled)
    return replace(study, sheets=Sheets((), sheets, {}, TODAY))


def at(matrix: Matrix, name: str, row: int = 0):
    assert [one.key for one in matrix.columns] == COLUMNS
    return matrix.at(row, COLUMNS.index(name))


def told(matrix: Matrix) -> str:
    return " ".join(note.text for note in matrix.caption.notes)


@given(
    corpora,
    st.sampled_from(("code:Akses", "code:* and case = Sari", "coder:Rina", "not code:Anonim")),
    st.sampled_from((None, compare("source", "=", "W-01"))),
)
@settings(max_examples=examples(40))
def test_what_is_counted_was_coded_since_and_is_what_the_query_finds(study, asked, only) -> None:
    matrix = computed(foretold(study, ("k0", WRITTEN | {"for": asked})), "predictions", only)
    cell = at(matrix, "for")
    hits = found(study, cell.query)
    places = {*zip(hits.source.tolist(), hits.start.tolist(), hits.end.tolist(), strict=True)}
    assert cell.value == len(places)
    assert all(study.codings.created[hits.coding] > 18_382 * DAY)
    if only is not None:
        assert not {*hits.source.tolist()} - {0}


def test_a_passage_coded_on_the_day_of_writing_or_by_two_is_not_counted_twice_or_at_all() -> None:
    days = [Row(0, 0, 5, day=18_382), Row(0, 3, 9, day=18_383), Row(0, 3, 9, coder=1, day=18_384)]
    matrix = computed(foretold(corpus(days), ("k0", WRITTEN)), "predictions")
    assert at(matrix, "for").value == 1
    assert at(matrix, "against").state == "not applicable"


@pytest.mark.parametrize(
    "wrong",
    [
        {"written": ""},
        {"written": "once"},
        {"written": "2020/.."},
        {"for": ""},
        {"for": "people who (say so"},
        {"for": "code:Nowhere"},
        {"for": "code:* and case = Nobody"},
    ],
)
def test_what_cannot_be_counted_is_not_applicable_and_said(wrong: dict[str, str]) -> None:
    matrix = computed(
        foretold(corpus([Row(0, 0, 5, day=18_628)]), ("k0", WRITTEN | wrong)), "predictions"
    )
    cell = at(matrix, "for")
    assert (cell.state, cell.query) == ("not applicable", "")
    assert cell.note is not None
    assert "not applicable" in told(matrix)
    assert words_in(matrix, 0, COLUMNS.index("for"), "en") == wrong.get("for", "code:*")


def test_one_that_is_due_and_not_judged_is_said() -> None:
    judged = WRITTEN | {"verdict": "Came true in part.", "due": "2020-06"}
    study = foretold(corpus(), ("k0", WRITTEN), ("k1", judged))
    matrix = computed(study, "predictions")
    assert [row.label for row in matrix.rows] == ["Budi", "Sari"]
    assert "is due and has no verdict" in told(matrix)
    assert words_in(matrix, 1, 2, "id").endswith("sudah jatuh tempo, belum ada putusan")
    assert at(matrix, "verdict", 1).state == "open"
    open_only = computed(study, "predictions", unjudged=True)
    assert [row.label for row in open_only.rows] == ["Sari"]
    early = replace(study, sheets=replace(study.sheets, today=date(2020, 12, 31)))
    assert "is due" not in told(computed(early, "predictions"))


def test_an_attribute_that_a_query_compares_is_known_to_be_told() -> None:
    asked = foretold(corpus(), ("k0", WRITTEN | {"against": "code:* and case.age > 30"}))
    matrix = computed(asked, "predictions")
    assert tells_of(matrix, "case", ["Age"]) == "Age"


def test_a_form_that_is_filled_is_a_row_and_an_undone_one_is_none(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert "No prediction is written yet" in told(study.displays.compute("predictions"))
        case = study.cases.add("Ani")
        study.forms.fill("case", case.guid, "prediction", WRITTEN | {"due": "1999"}, "id")
        matrix = study.displays.compute("predictions")
        assert [row.key for row in matrix.rows] == [case.guid]
        assert "is due and has no verdict" in told(matrix)
        assert words_in(matrix, 0, 0, "en") == "It will."
        study.store.undo(study.user.guid)
        assert study.displays.compute("predictions").rows == ()


def test_the_lines_of_a_poem_stay_lines(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ani")
        poem = "Satu\n  dua\n\n# tiga"
        study.forms.fill("case", case.guid, "poem", {"poem": poem})
        matrix = study.displays.compute("poetic-display")
        row = next(at for at, one in enumerate(matrix.rows) if one.key.endswith(".poem"))
        assert words_in(matrix, row, 0, "en") == poem
