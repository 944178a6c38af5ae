from __future__ import annotations

from pathlib import Path

from jejak.displays.growth_gradient import level_names
from support.happenings import eventful_study, words


def test_a_variable_is_followed_through_time(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        matrix = study.displays.compute("growth-gradient")
        assert words(matrix) == {
            ("Gita", "2019"): "rendah",
            ("Gita", "March 2020 or later"): "tinggi; sesudah blokir",
            ("Desi", "2020"): "sedang",
            ("Critical events", "February 2020"): "! Blokir (February 2020)",
        }
        assert [heading.when for heading in matrix.columns] == [
            "2019", "2020", "2020-02", "2020-03/..",
        ]  # fmt: skip
        assert level_names(matrix) == ("rendah", "sedang", "tinggi")
        notes = " ".join(map(str, matrix.caption.notes))
        assert "1 case was rated for one time only" in notes
        plain = study.displays.compute("growth-gradient", {"variable": "Rugi", "events": False})
        assert plain.cells == {}
        assert "was not rated for any time yet" in str(plain.caption.notes[0])
