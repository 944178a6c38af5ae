"""Whatever two people did apart, bringing it together leaves a study that is whole, and loses nothing."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from jejak.model import KINDS
from jejak.study import open_study
from support.apart import copies, dangling, doubled, told, work
from support.studies import everything

SEEDS = st.integers(0, 10**9)
# Each of these makes two studies and works on both: a few are tried each time, others the next.
few = settings(max_examples=6, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@few
@given(SEEDS, st.integers(0, 14), st.integers(0, 14), st.sampled_from(("ours", "theirs")))
def test_what_was_done_apart_comes_together(seed: int, here: int, there: int, prefer: str) -> None:
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder, copies(Path(folder)) as (ours, theirs):
        base = everything(ours.store)
        work(ours, random, here)
        work(theirs, random, there)
        before, other = everything(ours.store), everything(theirs.store)
        path = theirs.store.path
        assert path is not None
        theirs.close()
        plan = ours.merging.plan(path, prefer=prefer)
        report = ours.merge(path, prefer=prefer)
        after = everything(ours.store)
        assert ours.store.verify() == []
        assert dangling(ours.store) == []
        assert not doubled(ours.store)
        assert report.plan == plan
        if not plan.clashes:
            _nothing_lost(base, before, other, after)
        assert ours.merging.plan(path).empty
        if report.seq is not None:
            ours.undo()
            assert everything(ours.store) == before
            ours.redo()
            assert everything(ours.store) == after


def _nothing_lost(base: dict, before: dict, other: dict, after: dict) -> None:
    """What one side added is there, what one removed is gone, and what one changed is so."""
    for kind in KINDS:
        if kind in {"segment", "block", "link"}:
            continue
        for guid, one in base[kind].items():
            if guid not in before[kind] or guid not in other[kind]:
                assert guid not in after[kind], kind
            elif before[kind][guid] == one:
                assert _like(after[kind][guid], other[kind][guid]), kind


def _like(one: object, other: object) -> bool:
    return str(one)[:10] == str(other)[:10]


@few
@given(SEEDS, st.integers(0, 8), st.integers(0, 8))
def test_it_does_not_matter_who_brings_in_whom(seed: int, here: int, there: int) -> None:
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder, copies(Path(folder)) as (ours, theirs):
        work(ours, random, here)
        work(theirs, random, there)
        one, other = ours.store.path, theirs.store.path
        assert one is not None
        assert other is not None
        plan = ours.merging.plan(other)
        if plan.clashes or plan.problems:
            return
        ours.close()
        shutil.copy(one, again := Path(folder) / "again.jejak")
        with open_study(one) as mine:
            mine.merge(other)
            theirs.merge(again)
            assert told(mine.store) == told(theirs.store)


@few
@given(SEEDS, st.integers(0, 10))
def test_a_copy_that_went_on_alone_is_taken_over_whole(seed: int, times: int) -> None:
    with tempfile.TemporaryDirectory() as folder, copies(Path(folder)) as (ours, theirs):
        path = theirs.store.path
        assert path is not None
        assert ours.merging.plan(path).added.keys() <= {"user"}
        work(theirs, Random(seed), times)
        plan = ours.merge(path).plan
        assert plan.clashes == ()
        assert everything(ours.store) == everything(theirs.store)


@few
@given(SEEDS)
def test_going_back_and_forth_ends_in_the_same(seed: int) -> None:
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder, copies(Path(folder)) as (ours, theirs):
        one, other = ours.store.path, theirs.store.path
        assert one is not None
        assert other is not None
        for _ in range(3):
            work(ours, random, 3)
            work(theirs, random, 3)
            ours.merge(other, prefer="ours")
            theirs.merge(one, prefer="theirs")
            assert told(ours.store) == told(theirs.store)
        assert ours.merging.plan(other).empty
        assert ours.store.verify() == []
