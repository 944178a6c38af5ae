"""Studies made at random are whole, and their entities are the same when told as plain values."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from random import Random

from hypothesis import given, settings

from jejak.model import KINDS
from jejak.model.plain import plain_of, record_of
from jejak.store import Store
from support.random_studies import RandomStudy, random_studies, random_study
from support.studies import everything


@given(random_studies())
@settings(max_examples=10, deadline=None)
def test_they_are_whole(study: RandomStudy) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "random.jejak") as store,
    ):
        study.fill(store, changes=2)
        assert store.verify() == []
        there = [one for kind in everything(store).values() for one in kind.values()]
        assert {one.guid: one for one in there} == {one.guid: one for one in study.records}


def test_every_kind_is_among_them() -> None:
    made = [random_study(Random(seed)) for seed in range(30)]
    assert {one.KIND for study in made for one in study.records} == set(KINDS)


@given(random_studies())
@settings(deadline=None)
def test_their_entities_are_the_same_as_plain_values(study: RandomStudy) -> None:
    for one in study.records:
        assert record_of(one.KIND, json.loads(json.dumps(plain_of(one)))) == one
