from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import Display
from jejak.study import Study
from support.studies import small_study


def with_case(folder: Path) -> Study:
    study = small_study(folder)
    study.cases.tie_speaker(study.cases.add("Ge"), "G")
    study.cases.set_attributes(study.cases.get("Ge"), {"peran": "penjual"})
    study.cases.add("Sunyi")
    return study


def test_a_display_is_as_of_now_and_leads_to_the_words(tmp_path: Path) -> None:
    with with_case(tmp_path) as study:
        matrix = study.displays.compute("code-frequencies", {"by": "case"})
        assert [row.label for row in matrix.rows] == ["Triple-A", "Anonim", "Murah"]
        assert [matrix.at(0, n).state for n in (0, 1)] == ["value", "no data"]
        found = study.retrieval.find(matrix.at(0, 0).query)
        assert [one.text for one in found.segments] == ["Bikin akun baru lagi 😀", "namanya palsu"]
        study.coding.remove([found.segments[0].codings[0]])
        assert study.displays.compute("code-frequencies").at(0, 0).value == 1


def test_a_filter_is_any_query(tmp_path: Path) -> None:
    with with_case(tmp_path) as study:

        def filtered(query: str) -> list[object]:
            matrix = study.displays.compute("code-frequencies", {"filter": query})
            return [row.label for row in matrix.rows]

        assert filtered("weight > 50") == ["Triple-A", "Anonim"]
        assert filtered('text:"akun baru"') == ["Triple-A", "Murah"]
        assert filtered("") == ["Triple-A", "Anonim", "Murah"]
        with pytest.raises(InvalidInput) as caught:
            filtered("code:")
        assert caught.value.at is not None
        with pytest.raises(NotFound):
            filtered("code:Nobody")
        with pytest.raises(InvalidInput):
            study.displays.compute("code-frequencies", {"filter": 5})


def test_kinds_know_the_attributes_of_the_study(tmp_path: Path) -> None:
    with with_case(tmp_path) as study:
        kinds = {kind.name: kind for kind in study.displays.kinds()}
        by = next(s for s in kinds["code-frequencies"].settings if s.name == "by")
        assert "case.peran" in dict(by.choices)
        matrix = study.displays.compute("code-frequencies", {"by": "case.peran"})
        assert [str(column.label) for column in matrix.columns] == ["penjual", "(not known)"]


def test_displays_are_saved_by_what_makes_them(tmp_path: Path) -> None:
    with with_case(tmp_path) as study:
        displays = study.displays
        code = study.codebook.get("Anonim")
        given = {"codes": ["Anonim"], "by": "case", "filter": "coder:Rina"}
        saved = displays.save("Siapa apa", "code-frequencies", given)
        assert saved.settings == {"codes": [code.guid], "filter": "coder:Rina"}
        study.codebook.update(code, name="Tanpa nama")
        again = displays.get("siapa APA")
        matrix = displays.compute(again.kind, again.settings)
        assert [row.label for row in matrix.rows] == ["Tanpa nama"]
        with pytest.raises(Conflict):
            displays.save("SIAPA apa", "code-cooccurrence")
        displays.save("Bersama", "code-cooccurrence")
        assert [one.name for one in displays.saved()] == ["Bersama", "Siapa apa"]
        with pytest.raises(Conflict):
            displays.update(saved, name="bersama")
        changed = displays.update(saved, name="Siapa apa?", settings={"by": "study"})
        assert displays.get(changed.guid).settings == {"by": "study"}
        assert displays.update(changed, name="SIAPA apa?").name == "SIAPA apa?"
        assert displays.remove(changed) == {"display": 1}
        study.trail.undo()
        assert study.store.count(Display) == 2
        with pytest.raises(NotFound):
            displays.get("Tidak ada")


@pytest.mark.parametrize(
    ("kind", "settings", "error"),
    [
        ("pie", {}, NotFound),
        ("code-frequencies", {"by": "case.shoe"}, InvalidInput),
        ("code-frequencies", {"filter": "code:Nobody"}, NotFound),
    ],
)
def test_what_cannot_be_shown_is_not_saved(tmp_path: Path, kind, settings, error) -> None:
    with small_study(tmp_path) as study:
        with pytest.raises(error):
            study.displays.save("Salah", kind, settings)
        assert study.displays.saved() == []


def test_a_display_becomes_a_file(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        matrix = study.displays.compute("code-cooccurrence")
        path = study.displays.write(matrix, tmp_path / "bersama.csv", "id")
        assert path.read_text("utf-8-sig").startswith("Kode,Triple-A/Anonim")


def written(study: Study) -> dict[tuple[str, str], str]:
    """What stands in the cells shown, by the labels of their rows and columns."""
    saved = study.displays.saved()[0]
    matrix = study.displays.shown(saved)
    return {
        (str(matrix.rows[row].label), str(matrix.columns[column].label)): words.text
        for (row, column), words in matrix.texts.items()
    }


def test_words_stay_with_the_row_and_column_they_were_written_for(tmp_path: Path) -> None:
    with with_case(tmp_path) as study:
        saved = study.displays.save("Kerangka", "code-frequencies", {"by": "case"})
        code, case = study.codebook.get("Anonim"), study.cases.get("Ge")
        study.displays.write_cell(saved, code.guid, case.guid, "  Takut, tetapi aman.  ")
        assert written(study) == {("Anonim", "Ge"): "Takut, tetapi aman."}
        study.codebook.update(code, name="Tanpa nama")
        study.cases.add("Aan")
        assert written(study) == {("Tanpa nama", "Ge"): "Takut, tetapi aman."}
        study.displays.update(saved, settings={"by": "case.peran"})
        matrix = study.displays.shown(study.displays.saved()[0])
        assert matrix.texts == {}
        stray = matrix.strays[0]
        assert (stray.row, stray.column) == ("Triple-A/Tanpa nama", "Ge")
        assert (stray.written.text, stray.written.by) == ("Takut, tetapi aman.", "Rina")
        study.trail.undo()
        assert len(written(study)) == 1


def test_a_value_is_not_taken_for_the_same_value_of_another_attribute(tmp_path: Path) -> None:
    with with_case(tmp_path) as study:
        study.cases.set_attributes(study.cases.get("Ge"), {"tugas": "penjual"})
        saved = study.displays.save("Peran", "code-frequencies", {"by": "case.peran"})
        code = study.codebook.get("Anonim").guid
        study.displays.write_cell(saved, code, "case.peran=penjual", "kata penjual")
        assert written(study) == {("Anonim", "penjual"): "kata penjual"}
        study.displays.update(saved, settings={"by": "case.tugas"})
        assert written(study) == {}
        assert study.displays.cells(saved)[0].column_label == "penjual"


def test_a_cell_is_written_over_and_cleared_in_one_change_each(tmp_path: Path) -> None:
    with with_case(tmp_path) as study:
        saved = study.displays.save("Kerangka", "code-frequencies", {"by": "case"})
        place = study.codebook.get("Anonim").guid, study.cases.get("Ge").guid
        study.displays.write_cell(saved, *place, "satu")
        study.displays.write_cell(saved, *place, "dua", "checked")
        cells = study.displays.cells(saved)
        assert [(one.cell.text, one.cell.state) for one in cells] == [("dua", "checked")]
        study.trail.undo()
        assert study.displays.cells(saved)[0].cell.text == "satu"
        assert study.displays.clear_cell(saved, *place) == {"cell": 1}
        assert study.displays.cells(saved) == []
        with pytest.raises(NotFound):
            study.displays.clear_cell(saved, *place)
        study.trail.undo()
        assert study.displays.cells(saved)[0].cell.text == "satu"
        assert study.displays.remove(saved) == {"display": 1, "cell": 1}


@pytest.mark.parametrize(("text", "state"), [(" ", "draft"), ("kata", "perhaps")])
def test_what_makes_no_cell(tmp_path: Path, text: str, state: str) -> None:
    with small_study(tmp_path) as study:
        saved = study.displays.save("Kerangka", "code-frequencies")
        with pytest.raises(InvalidInput):
            study.displays.write_cell(saved, "a", "b", text, state)
        assert study.displays.cells(saved) == []


def test_two_people_do_not_write_over_each_other(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        saved = study.displays.save("Kerangka", "code-frequencies")
        study.displays.write_cell(saved, "a", "b", "punya Rina", seen=0)
        with pytest.raises(Conflict) as caught:
            study.displays.write_cell(saved, "a", "b", "punya Sari", seen=0)
        assert caught.value.code == "stale-revision"
        with pytest.raises(Conflict):
            study.displays.clear_cell(saved, "a", "b", seen=1)
        assert study.displays.cells(saved)[0].cell.text == "punya Rina"
