"""Whether two properties of cases go together, and when that is tested."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jejak.analysis.exact import fisher_table
from jejak.i18n import translate
from jejak.model.corpus import AttributeColumn
from support.displays import computed
from support.people import people

KIND = "variable-by-variable-matrix"
# A survey's party by sex, whose numbers are known, and jobs by contentment with R's exact p.
PARTY = [[762, 327, 468], [484, 239, 477]]
JOBS = [[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]]


def told(table: list[list[int]], **settings: str) -> str:
    """The notes of a study of people who are so many by two of their attributes."""
    places = [
        (f"r{row}", f"c{column}")
        for row, line in enumerate(table)
        for column, many in enumerate(line)
        for _ in range(many)
    ]
    study = people([[1]] * len(places), [row for row, _ in places])
    second = AttributeColumn("town", "case", "text", tuple(column for _, column in places))
    study = replace(study, attributes=(*study.attributes, second))
    asked = {"first": "case.role", "second": "case.town", **settings}
    notes = computed(study, KIND, **asked).caption.notes
    return " / ".join(translate(note, "en") for note in notes)


def test_the_numbers_of_a_known_table() -> None:
    notes = told(PARTY)
    assert "χ² = 30.07, p < 0.001; likelihood ratio G² = 30.02, p < 0.001; df = 2, 2,757" in notes
    assert "Cramér’s V 0.1 " in notes


def test_a_table_of_any_size_is_tested_by_tables_drawn() -> None:
    notes = told(JOBS)
    assert fisher_table(JOBS) == pytest.approx(0.7827, abs=0.012)
    assert f"p = {fisher_table(JOBS):.3f}, by 9,999 tables" in notes
    assert "cells expect fewer than 5 cases: go by Fisher’s exact test." in notes


def test_few_cases_are_not_tested_but_their_association_is_told() -> None:
    notes = told([[3, 1], [1, 3]])
    assert "Cramér’s V 0.5 (0.35 corrected" in notes
    assert "No p-value: 8 cases are compared" in notes
    assert "χ²" not in notes
    assert "Fisher’s exact test: p = 0.080." in told([[5, 1], [1, 5]])


@pytest.mark.parametrize("settings", [{"second": "case.kind"}, {"second": "source.kind"}])
def test_nothing_is_said_of_one_row_or_of_cases_counted_twice(settings: dict[str, str]) -> None:
    assert "Cramér" not in told([[8, 8], [8, 8]], **settings)
