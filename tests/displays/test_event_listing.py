from __future__ import annotations

from pathlib import Path

import pytest

from jejak.model import Link
from jejak.model.event import EVIDENCE
from jejak.study import Study
from support.happenings import eventful_study, words
from support.studies import small_study

EVENT_KINDS = (
    "event-listing", "critical-incidents", "activity-record", "composite-sequence",
    "growth-gradient", "time-ordered", "predictor-outcome",
)  # fmt: skip


@pytest.fixture
def study(tmp_path: Path) -> Study:
    with eventful_study(tmp_path) as study:
        yield study


def test_events_lie_in_the_period_in_which_they_begin(study: Study) -> None:
    matrix = study.displays.compute("event-listing")
    assert [str(heading.label) for heading in matrix.columns] == [
        "2018", "2019", "2020", "Date not known",
    ]  # fmt: skip
    assert words(matrix) == {
        ("Gita", "2019"): "Akun (2019)",
        ("Gita", "2020"): "! Blokir (February 2020); Kembali (March 2020 – 2021)",
        ("Desi", "2019"): "Akun (May 2019)",
        ("Desi", "2020"): "! Blokir (February 2020)",
        ("Desi", "Date not known"): "Entah (date not known)",
        ("(no case)", "2018"): "Razia (2018 or earlier)",
    }
    assert matrix.caption.n == 6
    told = " ".join(map(str, matrix.caption.notes))
    assert "2 events may be of other periods" in told
    assert "4 events rest on no passage yet" in told


def test_rows_are_kinds_places_or_names(study: Study) -> None:
    def rows(**settings: object) -> list[str]:
        return [str(h.label) for h in study.displays.compute("event-listing", settings).rows]

    assert rows(by="kind") == ["mulai", "blokir", "lain", "(no kind)"]
    assert rows(by="place") == ["Cuapan", "(no place)"]
    assert rows(by="event", critical=True) == ["Blokir"]
    assert rows(by="event", top=2) == ["Razia", "Akun"]
    months = study.displays.compute("event-listing", {"period": "month", "critical": True})
    assert [str(heading.label) for heading in months.columns] == ["2020-02"]


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_every_cell_leads_to_the_passages_of_its_events_and_ratings(
    study: Study, kind: str
) -> None:
    links = [link for link in study.store.all(Link) if link.role == EVIDENCE]
    found = set()
    for cell in study.displays.compute(kind).cells.values():
        if cell.query:
            segments = study.retrieval.find(cell.query).segments
            assert segments
            found |= {(one.start, one.end) for one in segments}
    every = {(0, 10), (3, 9), (20, 30)}
    assert found <= every
    assert links
    if kind == "event-listing":
        assert found == every


@pytest.mark.parametrize("kind", [*EVENT_KINDS, "substructed-variable"])
def test_a_study_without_any_shows_why(tmp_path: Path, kind: str) -> None:
    with small_study(tmp_path) as study:
        empty = study.displays.compute(kind)
        assert empty.cells == {}
        study.cases.add("Satu")
        study.displays.compute(kind)
    assert (tmp_path / "small.jejak").is_file()


@pytest.mark.parametrize("kind", ["event-listing", "critical-incidents", "time-ordered"])
def test_without_events_it_is_said_that_there_are_none(tmp_path: Path, kind: str) -> None:
    with small_study(tmp_path) as study:
        matrix = study.displays.compute(kind)
        assert [note.text[:21] for note in matrix.caption.reasons] == ["No event is noted yet"]
