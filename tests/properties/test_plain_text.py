"""A study that goes out as plain texts and comes back is the same, and goes out again as the same bytes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings

from jejak.model import KINDS, User
from jejak.services.exchange import Exchange
from jejak.store import Store
from jejak.study import Study, import_study
from support.carried import SOMEBODY
from support.random_studies import RandomStudy, random_studies, random_study
from support.studies import everything, files_of


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
@settings(max_examples=15, deadline=None)
def test_any_study_comes_back_equal(study: RandomStudy) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out_and_back(study, Path(folder), history=True)


@given(random_studies())
@settings(max_examples=10, deadline=None)
def test_it_does_so_without_its_history(study: RandomStudy) -> None:
    # Where nobody is a person, whoever imports it joins.
    assume(any(isinstance(one, User) and not one.machine for one in study.records))
    with tempfile.TemporaryDirectory() as folder:
        out_and_back(study, Path(folder), history=False)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_carried(kind: str, tmp_path: Path) -> None:
    seed = next(
        seed for seed in range(1000)
        if kind in {one.KIND for one in random_study(Random(seed)).records}
    )  # fmt: skip
    study = random_study(Random(seed))
    with Store.create(tmp_path / "first.jejak") as store:
        study.fill(store)
        wanted = everything(store)[kind]
        exchange_of(store).write(tmp_path / "out", format="plain")
    made, _ = import_study(tmp_path / "out", tmp_path / "back.jejak")
    with made:
        assert everything(made.store)[kind] == wanted
