"""What a display that leaves a study says, and what it is known to show."""

from __future__ import annotations

from pathlib import Path

from jejak.report.discreet_matrix import retold_matrix, tells_of
from jejak.study import Study
from support.studies import small_study


def _cased(folder: Path) -> Study:
    study = small_study(folder)
    case = study.cases.add("Ge")
    study.cases.tie_speaker(case, "G")
    study.cases.set_attributes(case, {"peran": "penjual"})
    return study


def test_names_are_retold_wherever_they_stand_and_numbers_stay(tmp_path: Path) -> None:
    with _cased(tmp_path) as study:
        matrix = study.displays.compute("code-frequencies", {"by": "case", "filter": "case = Ge"})
        told = retold_matrix(matrix, lambda text: text.replace("Ge", "K-1"))
        assert "Ge" in str(matrix)
        assert "Ge" not in str(told)
        assert told.columns[0].label == "K-1"
        assert {at: cell.value for at, cell in told.cells.items()} == {
            at: cell.value for at, cell in matrix.cells.items()
        }
        assert {cell.state for cell in told.cells.values()} == {
            cell.state for cell in matrix.cells.values()
        }


def test_an_attribute_shows_in_headings_filters_and_queries(tmp_path: Path) -> None:
    with _cased(tmp_path) as study:

        def told_by(**settings: object) -> str | None:
            matrix = study.displays.compute("code-frequencies", settings)
            return tells_of(matrix, "case", ["usia", "Peran"])

        assert told_by(by="case.peran") == "Peran"
        assert told_by(by="case", filter="not (code:Murah or case.peran = penjual)") == "Peran"
        assert told_by(by="case") is None
        matrix = study.displays.compute("code-frequencies", {"by": "case.peran"})
        assert tells_of(matrix, "source", ["peran"]) is None
        assert tells_of(matrix, "case", []) is None
