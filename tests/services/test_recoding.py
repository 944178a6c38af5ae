from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Coding, Link
from jejak.study import Study
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as made:
        yield made


def codes_of(study: Study) -> list[tuple[int, str, int | None]]:
    return sorted(
        (one.passage.start, one.code.rpartition("/")[2], one.weight) for one in study.codings
    )


def guids(study: Study) -> list[str]:
    return [one.guid for one in study.codings]


def test_codings_are_given_another_code_in_one_step(study: Study) -> None:
    before = everything(study.store)
    done = study.recoding.give(guids(study), "Anonim")
    assert done.changed == 1  # the other one had it
    assert done.seq == study.store.head
    assert {code for _, code, _ in codes_of(study)} == {"Anonim"}
    study.undo()
    assert everything(study.store) == before


def test_two_codings_that_become_the_same_are_one_with_what_both_had(study: Study) -> None:
    source = study.sources.get("S-01")
    first = study.coding.apply(source, 0, 4, ["Anonim"])[0].coding
    second = study.coding.apply(source, 0, 4, ["Murah"], weight=30, memo="ragu")[0].coding
    done = study.recoding.give([second.guid], "Anonim")
    assert done.changed == 0
    left = study.store.get(Coding, first.guid)
    assert left.weight == 30
    assert [link.target for link in study.store.all(Link, role="memo")] == [first.guid]
    with pytest.raises(NotFound):
        study.store.get(Coding, second.guid)
    study.undo()
    assert study.store.get(Coding, second.guid).weight == 30


def test_three_that_become_one_leave_one(study: Study) -> None:
    source = study.sources.get("S-01")
    study.codebook.add("Takut")
    made = study.coding.apply(source, 0, 4, ["Anonim", "Murah"])
    done = study.recoding.give([one.coding.guid for one in made], "Takut")
    assert done.changed == 1
    assert [code for start, code, _ in codes_of(study) if start == 0] == ["Takut"]


def test_words_get_further_codes(study: Study) -> None:
    done = study.recoding.add(guids(study), ["Murah", "Anonim"])
    assert done.changed == 2
    assert len(study.codings) == 4
    again = study.recoding.add(guids(study), ["Murah"])
    assert (again.changed, again.seq) == (0, None)


def test_codings_are_weighed_and_their_weight_taken_away(study: Study) -> None:
    assert study.recoding.weigh(guids(study), 70).changed == 1  # one has it
    assert {weight for *_, weight in codes_of(study)} == {70}
    assert study.recoding.weigh(guids(study), None).changed == 2
    assert {weight for *_, weight in codes_of(study)} == {None}


def test_what_cannot_be_changes_nothing(study: Study) -> None:
    head = study.store.head
    for act in (
        lambda: study.recoding.give(guids(study), "Triple-A"),
        lambda: study.recoding.weigh(guids(study), 101),
    ):
        with pytest.raises(InvalidInput):
            act()
    with pytest.raises(NotFound):
        study.recoding.add([*guids(study), study.info.guid], ["Murah"])
    assert study.store.head == head
