from __future__ import annotations

import pytest

from jejak.displays.charts import chart
from jejak.i18n import translate
from support.corpora import corpus
from support.displays import computed, found
from support.people import people

KIND = "unusual-cases"
STUDY = people([[1, 3]] * 3 + [[1] * 12, [4, 5], [1, 3, 3, 5]], ["a"] * 6)


def test_the_most_unusual_case_is_first() -> None:
    matrix = computed(STUDY, KIND)
    assert [row.label for row in matrix.rows] == ["P04", "P03", "P05", "P00", "P01", "P02"]
    distances = [matrix.at(row, 0).value for row in range(6)]
    assert distances == pytest.approx([1, 0.5, 1 / 3, 0, 0, 0])
    note = matrix.at(0, 0).note
    assert note is not None
    assert translate(note, "en") == "Has alone: Biaya lain. Lacks what most have: Biaya and Anonim."
    notes = [translate(one, "en") for one in matrix.caption.notes]
    assert "At least half of them have: Biaya and Anonim." in notes
    assert matrix.row_totals == (2, 1, 3, 2, 2, 2)


def test_who_stands_out_by_number_is_marked() -> None:
    study = people([[1] * n for n in (2, 3, 3, 4, 4, 5, 13)], ["a"] * 7)
    matrix = computed(study, KIND)
    row = [heading.label for heading in matrix.rows].index("P06")
    assert matrix.at(row, 2).value == pytest.approx(0.6745 * 9)
    assert "stands out" in str(matrix.at(row, 2).note)
    assert matrix.at(row, 1).state == "not applicable"


def test_few_cases_are_only_listed() -> None:
    matrix = computed(people([[1], [1, 3], [5]], ["a"] * 3), KIND)
    assert matrix.at(0, 1).state == matrix.at(0, 2).state == "not applicable"
    assert any("Fewer than" in note.text for note in matrix.caption.notes)
    assert computed(corpus(), KIND).rows == ()
    assert chart(computed(people([[1]], ["a"]), KIND), "en") is not None


def test_each_row_leads_to_its_codings() -> None:
    matrix = computed(STUDY, KIND, codes=["Akses/Biaya", "Anonim"])
    assert [row.label for row in matrix.rows] == ["P03", "P00", "P01", "P02", "P05"]
    assert len(found(STUDY, matrix.at(0, 0).query)) == 12
