"""Sets: listed and filled by queries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import Segment
from jejak.study import Study
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as found:
        case = found.cases.add("G")
        found.cases.tie_speaker(case, "G")
        yield found


def things(study: Study) -> dict[str, list[str]]:
    return {
        "source": [one.guid for one in study.sources.all()],
        "case": [one.guid for one in study.cases.all()],
        "code": [one.guid for one in study.codebook.all()],
        "segment": [one.guid for one in study.store.all(Segment)],
    }


@pytest.mark.parametrize("of", ["source", "case", "code", "segment"])
def test_things_are_put_in_and_taken_out_in_one_step_each(study: Study, of: str) -> None:
    before, found = everything(study.store), things(study)[of]
    group = study.sets.add("Kumpulan", of, members=found)
    assert study.sets.members(group) == tuple(found)
    study.sets.put(group, remove=found[:1])
    study.sets.put(group, add=[found[0], found[0]])
    assert study.sets.members(group) == (*found[1:], found[0])
    study.undo(3)
    assert everything(study.store) == before


@pytest.mark.parametrize("of", ["source", "case", "code", "segment"])
def test_a_query_fills_a_set_whenever_it_is_asked(study: Study, of: str) -> None:
    group = study.sets.add("Murahnya", of, query="code:Murah")
    assert len(study.sets.members(group)) == 1
    assert study.find('in set:"Murahnya"').total >= 1
    study.codebook.split(study.codebook.get("Murah"), "Lain", query="code:*")
    assert study.sets.members(group) == ()


def test_a_set_narrows_a_query(study: Study) -> None:
    study.sets.make("Sembunyi", "code", [study.codes["Anonim"]])
    assert [one.text for one in study.find("in set:Sembunyi")] == ["namanya palsu"]


def test_what_cannot_be_is_refused_and_nothing_changed(study: Study) -> None:
    sets, found = study.sets, things(study)
    listed = sets.add("Ada", "code", members=found["code"])
    filled = sets.add("Cari", "source", query="code:Murah")
    before = everything(study.store)
    for error, work in (
        (Conflict, lambda: sets.add("ada", "code")),
        (InvalidInput, lambda: sets.add(" ", "code")),
        (InvalidInput, lambda: sets.add("Baru", "memo")),
        (InvalidInput, lambda: sets.add("Baru", "code", members=found["source"])),
        (InvalidInput, lambda: sets.add("Baru", "code", query="(", members=())),
        (InvalidInput, lambda: sets.add("Baru", "code", query="code:*", members=found["code"])),
        (NotFound, lambda: sets.add("Baru", "code", query="code:TidakAda")),
        (InvalidInput, lambda: sets.add("Baru", "code", query="in set:Baru")),
        (InvalidInput, lambda: sets.put(filled, add=found["source"])),
        (InvalidInput, lambda: sets.update(listed, query="code:Murah")),
        (InvalidInput, lambda: sets.update(filled, query="in set:Cari")),
        (Conflict, lambda: sets.update(filled, name="ADA")),
    ):
        with pytest.raises(error):
            work()
    assert everything(study.store) == before


def test_sets_are_renamed_and_removed_and_their_members_stay(study: Study) -> None:
    before = everything(study.store)
    group = study.sets.make("Segmen", "segment")
    source = study.sources.get("S-01")
    segment = study.code_examples.add(study.codebook.get("Murah"), source, 0, 5)
    group.put_in(segment.guid, *things(study)["segment"][:1])
    study.code_examples.remove(study.codebook.get("Murah"), segment.guid)
    group.update(name="Bagian")
    assert (group.name, group.of, group.query, len(group.members)) == ("Bagian", "segment", None, 2)
    group.take_out(segment.guid)
    group.remove()
    assert everything(study.store) == before
    group = study.sets.make("Segmen", "segment", [study.store.all(Segment)[0].guid])
    group.remove()
    assert everything(study.store) == before


def test_a_set_whose_query_broke_says_why_and_the_others_are_there(study: Study) -> None:
    study.sets.make("Rusak", "code", query="code:Murah")
    study.sets.make("Utuh", "code", [study.codes["Anonim"]])
    study.codes["Murah"].remove()
    broken, whole = study.sets.cards()
    assert (broken.members, whole.problem) == ((), None)
    assert "Murah" in (broken.problem or "")
    with pytest.raises(NotFound):
        study.sets.members(broken.set)


def test_what_goes_from_the_study_goes_from_its_sets(study: Study) -> None:
    group = study.sets.make("Kode", "code", [study.codes["Anonim"], study.codes["Murah"]])
    study.codes["Murah"].remove()
    assert group.members == (study.codes["Anonim"].guid,)
