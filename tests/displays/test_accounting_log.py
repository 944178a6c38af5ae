from __future__ import annotations

from pathlib import Path

from jejak.displays.writing import words_in
from jejak.services.coverage import Coverage
from support.studies import small_study


def told(matrix, row: str, column: str) -> tuple[object, str, str]:
    at = [one.key for one in matrix.rows].index(row)
    to = [one.key for one in matrix.columns].index(column)
    cell = matrix.at(at, to)
    return cell.value, cell.state, words_in(matrix, at, to, "en")


def test_what_is_there_planned_unwanted_and_open_are_told_apart(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one, two = study.cases.add("Ani"), study.cases.add("Budi")
        source = study.sources["S-01"]
        study.sources.update(study.sources.get("S-01"), kind="interview", collected="2020-06-14")
        study.cases.tie_source(one, source)
        marks = Coverage(study.store, study.user.guid)
        marks.mark("Ani", "posts", "not wanted", "no account")
        marks.mark("Budi", "interview", "planned", "in May")
        matrix = study.displays.compute("data-accounting")
        assert told(matrix, one.guid, "source.kind=interview")[:2] == (1, "value")
        assert "done: 2020-06-14" in told(matrix, one.guid, "source.kind=interview")[2]
        assert told(matrix, one.guid, "source.kind=posts") == (
            None, "not applicable", "not wanted: no account",
        )  # fmt: skip
        assert told(matrix, two.guid, "source.kind=interview") == (0, "value", "planned: in May")
        assert told(matrix, two.guid, "source.kind=posts")[2].startswith("open")
        study.forms.write(source, "contact", {"issues": "Harga."})
        matrix = study.displays.compute("data-accounting")
        assert told(matrix, one.guid, "form=contact") == (1, "value", "1 of 1 filled")
        assert told(matrix, two.guid, "form=contact")[1] == "not applicable"
        assert matrix.texts == {}


def test_a_cell_leads_to_what_was_coded_in_that_material(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case, source = study.cases.add('O\'Neil "x"'), study.sources["S-01"]
        study.cases.tie_source(case, source)
        matrix = study.displays.compute("data-accounting", {"forms": False})
        (cell,) = [cell for cell in matrix.cells.values() if cell.query]
        found = study.retrieval.find(cell.query)
        assert found.total == sum(
            one.source == source.guid for one in study.retrieval.find("code:*").segments
        )
