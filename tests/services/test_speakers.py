from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import NotFound
from support.studies import everything, small_study


def test_speakers_are_counted_and_those_that_are_nobodys_stand_first(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        gita = study.cases.add("G")
        source = study.sources.get("S-01")
        rows = study.speakers.all()
        assert [(one.name, one.turns, one.untied) for one in rows] == [
            ("G", 2, 1), ("P", 2, 1), ("DS", 1, 1),
        ]  # fmt: skip
        assert rows[0].suggested == gita.guid
        assert study.speakers.tie([("G", None, gita.guid)]) == 1
        assert study.speakers.tie([("g", None, gita.guid)]) == 0
        last = study.speakers.all()[-1]
        assert (last.name, last.case, last.untied) == ("G", gita.guid, 0)
        assert (last.places[0].case, last.places[0].own) == (gita.guid, False)
        other = study.cases.add("Lain")
        study.speakers.tie([("G", source.guid, other.guid), ("P", None, other.guid)])
        place = next(one for one in study.speakers.all() if one.name == "G").places[0]
        assert (place.case, place.own) == (other.guid, True)
        study.speakers.tie([("G", source.guid, None)])
        study.speakers.tie([("G", None, None)])
        assert study.speakers.all()[0].case is None
        with pytest.raises(NotFound):
            study.speakers.tie([("G", None, source.guid)])


def test_a_tie_is_moved_to_another_case_and_undone(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        one, other = study.cases.add("A"), study.cases.add("B")
        study.speakers.tie([("G", None, one.guid)])
        before = everything(study.store)
        study.speakers.tie([("G", None, other.guid)])
        assert study.cases.cards([other])[0].speakers == ("G",)
        study.undo()
        assert everything(study.store) == before


def test_cases_are_made_from_speakers_in_one_step(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        there = study.cases.add("ds")
        before = everything(study.store)
        made = study.speakers.make_cases(["G", "DS", "g"])
        assert [case.name for case in made] == ["g", "ds"]
        assert made[1] == there
        assert {one.name: one.untied for one in study.speakers.all()} == {"P": 1, "G": 0, "DS": 0}
        study.undo()
        assert everything(study.store) == before
        assert [case.name for case in study.speakers.make_cases(["P"])] == ["P"]
