"""A study that goes out as plain texts and comes back is the same, and goes out again as the same bytes."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings

from jejak.model import KINDS, Record, User
from jejak.services.exchange import Exchange
from jejak.store import Store
from jejak.study import Study, import_study
from support.carried import SOMEBODY
from support.examples import examples
from support.random_studies import RandomStudy, random_studies, random_study
from support.studies import everything, files_of

State = dict[str, dict[str, Record]]


def exchange_of(store: Store) -> Exchange:
    # Somebody who codes in no round.
    return Study(store, SOMEBODY).exchange


def out_and_back(study: RandomStudy, folder: Path, *, history: bool) -> None:
    with Store.create(folder / "first.jejak") as store:
        study.fill(store, changes=3)
        first = everything(store)
        report = exchange_of(store).write(folder / "out", format="plain")
        assert report.problems == ()
    if not history:
        (folder / "out" / "changes.jsonl").unlink()
    made, report = import_study(folder / "out", folder / "back.jejak")
    with made:
        assert report.problems == ()
        assert everything(made.store) == first
        assert made.store.verify() == []
        if history:
            # Whoever took it in may code in an open round of it.
            exchange_of(made.store).write(folder / "again", format="plain")
            assert files_of(folder / "again") == files_of(folder / "out")


@given(random_studies())
@settings(max_examples=examples(15), deadline=None)
def test_any_study_comes_back_equal(study: RandomStudy) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out_and_back(study, Path(folder), history=True)


@given(random_studies())
@settings(max_examples=examples(10), deadline=None)
def test_it_does_so_without_its_history(study: RandomStudy) -> None:
    # Where nobody is a person, whoever imports it joins.
    assume(any(isinstance(one, User) and not one.machine for one in study.records))
    with tempfile.TemporaryDirectory() as folder:
        out_and_back(study, Path(folder), history=False)


@cache
def kinds_of(seed: int) -> set[str]:
    return {one.KIND for one in random_study(Random(seed)).records}


@cache
def carried(seed: int) -> tuple[State, State]:
    """Everything in a study made at random, and in what it comes back as."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with Store.create(folder / "first.jejak") as store:
            random_study(Random(seed)).fill(store)
            wanted = everything(store)
            exchange_of(store).write(folder / "out", format="plain")
        made, _ = import_study(folder / "out", folder / "back.jejak")
        with made:
            return wanted, everything(made.store)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_carried(kind: str) -> None:
    wanted, found = carried(next(seed for seed in range(1000) if kind in kinds_of(seed)))
    assert wanted[kind]
    assert found[kind] == wanted[kind]
