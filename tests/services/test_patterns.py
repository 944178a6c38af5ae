"""Pattern codes: codes found together, counted and made one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import Code, Relation
from jejak.services.named_queries import named_queries
from jejak.study import Study
from support.studies import everything, small_study

WORDS = {"Gita": "Bikin akun baru lagi", "Desi": "Saya juga pakai akun palsu"}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as found:
        for name, speaker in (("Gita", "G"), ("Desi", "DS"), ("Peneliti", "P")):
            found.cases.tie_speaker(found.cases.add(name), speaker)
        found.codebook.add("Mudah")
        source = found.sources.get("S-01")
        for words, codes in (
            (WORDS["Gita"], ["Mudah"]),
            ("Takut", ["Mudah"]),
            ("namanya palsu", ["Murah"]),
            (WORDS["Desi"], ["Mudah", "Murah"]),
        ):
            found.coding.apply(source, *found.coding.locate(source, words), codes)
        yield found


def names(found: tuple) -> list[str]:
    return [one.name for one in found]


def test_codes_that_meet_are_offered_those_of_most_cases_first(study: Study) -> None:
    first, second = study.codes.together(least=1)
    assert (first.first.path, first.second.path) == ("Triple-A/Murah", "Mudah")
    assert (first.together, first.cases) == (2, 2)
    assert (second.first.name, second.second.name, second.cases) == ("Anonim", "Murah", 1)
    assert study.codes.together() == [first]
    assert study.codes.together(0) == []
    study.codes.make_pattern("Jalan pintas", ["Murah", "Mudah"])
    assert study.codes.together() == []


def test_who_shows_it_and_who_shows_no_sign_is_counted(study: Study) -> None:
    found = study.codes.recurrence(["Murah", "Mudah"])
    assert (found.segments, names(found.sources), found.unowned) == (5, ["S-01"], 0)
    assert (names(found.cases), names(found.all_of_them)) == (["Gita", "Desi"],) * 2
    assert names(found.silent) == ["Peneliti"]
    assert [(one.name, one.segments, one.cases) for one in found.members] == [
        ("Murah", 3, 2),
        ("Mudah", 3, 2),
    ]
    assert names(study.codes.recurrence(["Anonim", "Mudah"]).all_of_them) == ["Gita"]
    nobody = study.codes.recurrence(["Murah"], authors=[])
    assert (nobody.segments, names(nobody.silent)) == (0, ["Gita", "Desi", "Peneliti"])
    with pytest.raises(InvalidInput):
        study.codes.recurrence([])
    with pytest.raises(NotFound):
        study.codes.recurrence(["Tidak ada"])


@pytest.mark.parametrize("below", [False, True])
def test_a_pattern_is_made_in_one_step_and_counted_by_its_codes(study: Study, below: bool) -> None:
    apart, before = study.codes.recurrence(["Anonim", "Mudah"]), everything(study.store)
    made = study.codes.make_pattern("Jalan pintas", ["Anonim", "Mudah"], why="Sama.", below=below)
    assert (made.kind, made.cycle, made.definition) == ("pattern", "second", "Sama.")
    ties = {study.store.get(Code, one.origin).name: one.memo for one in study.store.all(Relation)}
    assert ties == ({} if below else {"Anonim": "Sama.", "Mudah": "Sama."})
    together = study.codes["Jalan pintas"].recurs
    assert (together.segments, together.cases) == (apart.segments, apart.cases)
    assert {one.name: one.segments for one in together.members} == {"Anonim": 1, "Mudah": 3}
    with study.store.view() as rows:
        (query,) = named_queries(rows, study.store.corpus(), "pattern")
    assert len(study.find(str(query.query))) == apart.segments
    study.coding.apply(study.sources.get("S-01"), 0, 4, [made.guid])
    assert study.codes["Jalan pintas"].recurs.segments == apart.segments + 1
    study.undo()
    study.undo()
    assert everything(study.store) == before


def test_what_is_no_pattern_is_refused_whole(study: Study) -> None:
    before = everything(study.store)
    for codes, error in (
        (["Murah"], InvalidInput),
        (["Murah", "Triple-A/Murah"], InvalidInput),
        (["Murah", "Tidak ada"], NotFound),
    ):
        with pytest.raises(error):
            study.codes.make_pattern("Baru", codes)
    with pytest.raises(Conflict):
        study.codes.make_pattern("Mudah", ["Murah", "Anonim"])
    with pytest.raises(Conflict):
        study.codes.make_pattern("Baru", ["Triple-A", "Mudah"], below=True, parent="Murah")
    assert everything(study.store) == before
