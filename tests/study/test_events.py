"""Events and ratings in a notebook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.studies import small_study


def test_events_are_read_shown_and_led_on(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.tie_speaker(study.cases.add("Gita"), "G")
        study.events.add("Akun baru", date="2020-05", actors=["Gita"])
        event = study.events["akun baru"]
        event.show(study.sources["S-01"].select("Bikin akun baru lagi 😀"))
        event.lead(study.events[study.events.add("Kembali", date="2021").guid], "lama")
        assert [passage.text for passage in event.passages] == ["Bikin akun baru lagi 😀"]
        assert (event.date.first, event.actors, event.leads_to) == (
            date(2020, 5, 1), ["Gita"], ["Kembali"],
        )  # fmt: skip
        rows = study.events.rows()
        assert rows[0]["evidence"] == ["S-01: Bikin akun baru lagi 😀"]
        assert study.events.keys() == ["Akun baru", "Kembali"]
        event.update(critical=True)
        assert study.events.frame()["critical"].to_list() == [True, False]
        event.remove()
        assert len(study.events) == 1
        study.states.add("Diam")
        assert study.states.rows()[0]["name"] == "Diam"


def test_ratings_are_a_table(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("Gita")
        study.ratings.add_variable("Risiko", ["rendah", "tinggi"])
        study.ratings.rate("Gita", "Risiko", "tinggi", date="2020", shown=[("S-01", 0, 9)])
        (row,) = study.ratings.rows()
        assert (row["case"], row["value"], row["level"], row["by"]) == ("Gita", "tinggi", 2, "Rina")
        assert row["shown"] is True
