from __future__ import annotations

from pathlib import Path

from support.happenings import eventful_study


def test_paths_are_laid_over_one_another(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        matrix = study.displays.compute("composite-sequence")
        names = [str(heading.label) for heading in matrix.rows]
        ways = {(names[a], names[b]): cell.value for (a, b), cell in matrix.cells.items()}
        assert ways == {("mulai", "blokir"): 2, ("blokir", "mulai"): 1}
        assert dict(zip(names, matrix.row_totals, strict=True)) == {"mulai": 2, "blokir": 2}
        assert "2 of 2 paths begin with “mulai”." in [str(note) for note in matrix.caption.notes]
        assert len(matrix.network.boxes) == len(matrix.network.arrows) == 2
        most = study.displays.compute("composite-sequence", {"least": 2})
        assert [cell.value for cell in most.cells.values()] == [2]
