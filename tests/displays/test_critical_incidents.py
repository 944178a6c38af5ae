from __future__ import annotations

from pathlib import Path

from support.happenings import eventful_study, words


def test_it_says_what_an_event_changed_and_led_to(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        ban = study.events["Blokir"]
        state = study.states.add("Bersembunyi")
        study.states.lead(("event", ban.guid), ("state", state.guid))
        matrix = study.displays.compute("critical-incidents")
        assert words(matrix) == {
            ("Blokir", "When"): "February 2020",
            ("Blokir", "Who acts"): "Gita; Desi",
            ("Blokir", "Place"): "Cuapan",
            ("Blokir", "What it changed"): "Semua hilang.",
            ("Blokir", "What it led to"): "Bersembunyi",
        }
        assert matrix.at(0, 5).value == 2
        assert matrix.at(0, 0).state == "open"
        assert matrix.rows[0].when == "2020-02"
        alone = study.displays.compute("critical-incidents", {"case": "漢"})
        assert (alone.rows, alone.caption.n) == ((), 0)
