from __future__ import annotations

from pathlib import Path

from support.happenings import eventful_study, words


def test_it_holds_what_changed_and_nothing_else(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        study.ratings.rate("Gita", "Risiko", "tinggi", date="2021")
        matrix = study.displays.compute("time-ordered", {"case": "Gita"})
        assert words(matrix) == {
            ("mulai", "2019"): "Akun (2019)",
            ("mulai", "2020"): "Kembali (March 2020 – 2021)",
            ("blokir", "2020"): "! Blokir (February 2020)",
            ("Risiko", "2019"): "Gita: rendah",
            ("Risiko", "2020"): "Gita: rendah → tinggi",
        }
        every = study.displays.compute("time-ordered")
        assert [str(heading.label) for heading in every.rows] == [
            "blokir", "lain", "mulai", "(no kind)", "Risiko",
        ]  # fmt: skip
