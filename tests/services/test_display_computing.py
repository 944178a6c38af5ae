"""Saved displays whose codes, sources, cases and attributes were merged, renamed or deleted since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.i18n import show
from jejak.model import Display
from jejak.model.shape import Matrix
from jejak.study import Study
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as study:
        study.codebook.add("Untung")
        source = study.sources.get("S-01")
        study.coding.apply(source, *study.coding.locate(source, "gampang"), ["Untung"])
        study.cases.tie_speaker(study.cases.add("Ge"), "G")
        study.cases.set_attributes(study.cases.get("Ge"), {"peran": "penjual"})
        yield study


def labels(matrix: Matrix) -> list[str]:
    return [show(one.label, "en") for one in matrix.rows]


def notes(matrix: Matrix) -> str:
    return " ".join(show(one, "en") for one in matrix.caption.notes)


def merge(study: Study, name: str, into: str) -> None:
    study.codebook.merge([study.codebook.get(name)], study.codebook.get(into))


def saved(study: Study, **settings: object) -> Display:
    return study.displays.save("Kode", "code-frequencies", settings)


def test_a_merged_code_is_followed_through_every_merge_and_told(study: Study) -> None:
    display = saved(study, codes=["Murah"])
    merge(study, "Murah", "Untung")
    merge(study, "Untung", "Anonim")
    matrix = study.displays.shown(display)
    assert labels(matrix) == ["Anonim"]
    assert "“Murah” was merged into “Triple-A/Anonim”" in notes(matrix)
    study.trail.undo()
    assert labels(study.displays.shown(display)) == ["Untung"]
    study.trail.undo()
    assert labels(study.displays.shown(display)) == ["Murah"]
    assert "merged" not in notes(study.displays.shown(display))
    study.trail.redo()
    assert labels(study.displays.shown(display)) == ["Untung"]
    again = study.displays.update(display, settings={**display.settings, "by": "study"})
    assert again.settings["codes"] == [study.codebook.get("Untung").guid]


def test_a_deleted_code_is_left_out_and_told(study: Study) -> None:
    display = saved(study, codes=["Murah", "Untung"])
    study.codebook.remove(study.codebook.get("Murah"))
    matrix = study.displays.shown(display)
    assert labels(matrix) == ["Untung"]
    assert "“Murah” was deleted" in notes(matrix)


def test_a_code_merged_into_one_that_went_is_told_as_deleted(study: Study) -> None:
    display = saved(study, codes=["Murah", "Anonim"])
    merge(study, "Murah", "Untung")
    study.codebook.remove(study.codebook.get("Untung"))
    matrix = study.displays.shown(display)
    assert labels(matrix) == ["Anonim"]
    assert "“Murah” was deleted" in notes(matrix)


def test_where_every_code_is_gone_nothing_else_is_shown_in_their_place(study: Study) -> None:
    display = saved(study, codes=["Murah"])
    study.codebook.remove(study.codebook.get("Murah"))
    matrix = study.displays.shown(display)
    assert not matrix.cells
    assert not matrix.rows
    assert "“Murah” was deleted" in notes(matrix)
    assert "Choose something else" in notes(matrix)
    assert study.displays.content(matrix, ".csv")
    assert study.displays.content(matrix, ".html")
    with pytest.raises(InvalidInput, match="any more"):
        study.displays.save("Lain", "code-frequencies", display.settings)
    study.displays.update(display, name="Nama lain", settings=display.settings)


def test_an_old_address_is_followed_and_a_wrong_one_is_refused(study: Study) -> None:
    guid = study.codebook.get("Murah").guid
    merge(study, "Murah", "Untung")
    assert labels(study.displays.compute("code-frequencies", {"codes": [guid]})) == ["Untung"]
    for wrong in ("Murah", "019b0000-0000-7000-8000-000000000000"):
        with pytest.raises(NotFound):
            study.displays.compute("code-frequencies", {"codes": [wrong]})
    with pytest.raises(InvalidInput):
        study.displays.compute("code-frequencies", {"by": "case.sepatu"})


def test_a_renamed_attribute_is_followed_and_a_deleted_one_told(study: Study) -> None:
    by = saved(study, by="case.peran")
    order = study.displays.save("Urut", "case-ordered-matrix", {"order": "-case.peran"})
    free = study.displays.save(
        "Bebas", "matrix", {"columns": ["case.peran", "case"], "row_order": "total"}
    )
    (role,) = study.attributes.all("case")
    study.attributes.update(role, name="tugas")
    for display in (by, order, free):
        matrix = study.displays.shown(display)
        assert matrix.cells
        assert "“peran” is called “tugas” now" in notes(matrix)
    study.attributes.remove(study.attributes.all("case")[0])
    gone = study.displays.shown(by)
    assert not gone.cells
    assert "“peran” was deleted" in notes(gone)
    assert "no longer in the study" in notes(gone)
    assert "as it comes" in notes(study.displays.shown(order))
    assert [len(one.above) for one in study.displays.shown(free).columns] == [0]
    assert "“peran” was deleted" in notes(study.displays.shown(free))


def test_a_source_or_case_that_is_gone_is_not_replaced_by_another_and_not_named(
    study: Study, tmp_path: Path
) -> None:
    portrait = study.displays.save("Potret", "document-portrait", {"source": "S-01"})
    person = study.displays.save("Orang", "critical-incidents", {"case": "Ge"})
    study.cases.remove(study.cases.get("Ge"))
    study.sources.remove([study.sources.get("S-01")])
    (tmp_path / "S-02.txt").write_text("Lain.\n")
    study.sources.add([tmp_path / "S-02.txt"])
    for display in (portrait, person):
        matrix = study.displays.shown(display)
        assert not matrix.rows
        assert "is no longer in the study" in notes(matrix)
        assert "S-01" not in str(matrix)
        assert "Ge" not in notes(matrix)


def test_an_order_by_a_row_or_column_that_is_gone_is_told(study: Study) -> None:
    guid = study.codebook.get("Murah").guid
    display = study.displays.save("Urut", "matrix", {"column_order": f"={guid}"})
    merge(study, "Murah", "Untung")
    assert "merged into “Untung”" in notes(study.displays.shown(display))
    study.codebook.remove(study.codebook.get("Untung"))
    assert "as it comes" in notes(study.displays.shown(display))


def test_a_filter_that_lost_its_code_says_so_and_a_wrong_one_beside_it_is_refused(
    study: Study,
) -> None:
    display = saved(study, filter="code:Murah")
    study.codebook.remove(study.codebook.get("Murah"))
    matrix = study.displays.shown(display)
    assert not matrix.rows
    assert "Murah" in notes(matrix)
    assert matrix.caption.filter == "code:Murah"
    with pytest.raises(NotFound):
        study.displays.compute("code-frequencies", {"filter": "code:Nobody"})


def test_words_in_cells_go_along_with_a_merged_code_or_are_told_as_stray(study: Study) -> None:
    display = saved(study, by="study")
    murah, untung, anonim = (study.codebook.get(n).guid for n in ("Murah", "Untung", "Anonim"))
    column = study.displays.shown(display).columns[0].key
    study.displays.write_cell(display, murah, column, "tentang murah")
    study.displays.write_cell(display, anonim, column, "tentang anonim")
    merge(study, "Murah", "Untung")
    moved = study.displays.shown(display)
    assert {moved.rows[row].key: one.text for (row, _), one in moved.texts.items()} == {
        untung: "tentang murah", anonim: "tentang anonim",
    }  # fmt: skip
    merge(study, "Untung", "Anonim")
    both = study.displays.shown(display)
    assert [one.text for one in both.texts.values()] == ["tentang anonim"]
    assert [(one.row, one.written.text) for one in both.strays] == [("Untung", "tentang murah")]
    study.trail.undo()
    study.trail.undo()
    back = study.displays.shown(display)
    assert {back.rows[row].key for row, _ in back.texts} == {murah, anonim}


def test_a_report_shows_what_was_followed(study: Study) -> None:
    saved(study, codes=["Murah", "Anonim"])
    merge(study, "Murah", "Untung")
    page = study.reports.html("en", ["displays"])
    assert "“Murah” was merged into “Untung”" in page
