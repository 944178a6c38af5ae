from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.i18n import translate
from jejak.study import Study
from support.studies import everything, small_study


def with_material(folder: Path) -> Study:
    study = small_study(folder)
    interview = study.sources.get("S-01")
    study.sources.update(interview, kind="interview", collected="2020-06-14", status="coded")
    note = study.sources.add_text("O-01", "Warung tutup lebih awal.")
    study.sources.update(note, kind="observation", collected="2021", method="menetap")
    study.sources.update(study.sources.add_text("L-01", "Sebuah artikel."), kind="literature")
    gita, _ = study.cases.add("Gita"), study.cases.add("DS")
    study.cases.tie_sources(gita, [interview, study.sources.get("O-01")])
    study.cases.tie_source(study.cases.get("DS"), interview)
    return study


def test_holes_are_seen_and_told_in_words(tmp_path: Path) -> None:
    with with_material(tmp_path) as study:
        board = study.coverage()
        assert board.columns == ("interview", "observation")
        assert [(cell.row, cell.column, len(cell.sources)) for cell in board.cells] == [
            (0, 0, 1), (0, 1, 1), (1, 0, 1),
        ]  # fmt: skip
        first = board.cells[0]
        assert (first.first, first.last, dict(first.statuses)) == (
            "2020-06-14", "2020-06-14", {"coded": 1},
        )  # fmt: skip
        assert [translate(one, "en") for one in board.told()] == ["DS has no observation."]
        assert [translate(one, "id") for one in board.told()] == ["DS tidak memiliki observasi."]
        assert dict(board.apart) == {"literature": 1}
        assert study.material.board(also=["survey"]).columns[-1] == "survey"


def test_a_hole_is_planned_or_not_wanted_and_that_is_kept(tmp_path: Path) -> None:
    with with_material(tmp_path) as study:
        before = everything(study.store)
        study.material.mark("DS", "observation", "planned", " bulan depan ")
        hole = next(cell for cell in study.coverage().cells if cell.mark)
        assert (hole.sources, hole.mark and hole.mark.reason) == ((), "bulan depan")
        assert "planned" in str(study.coverage().told()[0])
        study.material.mark("DS", "observation", "not wanted", "sudah pindah")
        assert study.coverage().told() == []
        study.material.mark("DS", "observation", None)
        study.material.mark("DS", "observation", None)
        assert len(study.coverage().told()) == 1
        # The board stands in no gallery and in no report.
        assert study.displays.saved() == []
        study.undo(3)
        assert everything(study.store) == before


@pytest.mark.parametrize(
    ("by", "columns"),
    [
        ("year", ("2020", "2021")),
        ("month", ("2020-06", "2021")),
        ("method", ("menetap",)),
        ("attribute:tahap", ("kedua",)),
    ],
)
def test_material_is_laid_out_by_other_things(
    tmp_path: Path, by: str, columns: tuple[str, ...]
) -> None:
    with with_material(tmp_path) as study:
        tahap = study.attributes.add("tahap", of="source")
        guid = study.sources.get("S-01").guid
        study.attributes.set_values("source", [(guid, tahap.guid, "kedua")])
        assert study.coverage(by).columns == columns
        study.material.mark("DS", columns[0], "planned", by=by)
        assert not any(cell.mark for cell in study.coverage().cells)


def test_what_makes_no_sense_of_a_board_is_refused(tmp_path: Path) -> None:
    with with_material(tmp_path) as study:
        with pytest.raises(InvalidInput):
            study.coverage("warna")
        with pytest.raises(NotFound):
            study.coverage("attribute:warna")
        with pytest.raises(NotFound):
            study.material.mark("Tiada", "observation", "planned")
        with pytest.raises(InvalidInput):
            study.material.mark("DS", "observation", "besok")
        with pytest.raises(InvalidInput):
            study.material.mark("DS", "batu", "planned")
