from __future__ import annotations

from pathlib import Path

from support.happenings import eventful_study


def test_acts_have_their_place_in_the_path_of_each_case(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        matrix = study.displays.compute("activity-record")
        assert [str(heading.label) for heading in matrix.rows] == ["mulai", "blokir"]
        assert [str(heading.label) for heading in matrix.columns] == ["Gita", "Desi"]
        places = {at: cell.value for at, cell in matrix.cells.items()}
        assert places == {(0, 0): 1, (0, 1): 1, (1, 0): 2, (1, 1): 2}
        assert "2 events are left out" in " ".join(map(str, matrix.caption.notes))
        named = study.displays.compute("activity-record", {"acts": "name"})
        assert named.at(2, 1).state == "no data"
