"""The invariants of a study under random work: edits, undo, redo, crash and reopening."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from jejak.errors import JejakError
from jejak.model import Code, Coding, Record
from jejak.store import Store
from jejak.store.moments import replayed
from jejak.study import open_study
from support.carried import carried
from support.columns import columns_of_rows, same_columns
from support.examples import examples
from support.studies import everything, small_study

State = dict[str, dict[str, Record]]


class Work(RuleBasedStateMachine):
    """One person at work; ``past`` holds the states that undo must bring back, newest last."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.study = small_study(Path(self.folder.name))
        self.past: list[State] = []
        self.future: list[State] = []

    def teardown(self) -> None:
        assert self.study.store.verify() == []
        with self.study.store.read() as rows:
            again = Store(replayed(rows.conn), None, "a replay")
        assert everything(again) == everything(self.study.store)
        new, told = carried(self.study.store, Path(self.folder.name) / "new.jejak")
        with new:
            assert everything(new) == everything(self.study.store)
            assert (told.otherwise, new.verify()) == ({}, [])
        self.study.close()
        self.folder.cleanup()

    def attempt(self, work: object, *args: object, **values: object) -> None:
        before, head = everything(self.study.store), self.study.store.head
        try:
            work(*args, **values)  # type: ignore[operator]
        except JejakError:
            assert everything(self.study.store) == before
            assert self.study.store.head == head
            return
        if self.study.store.head > head:
            self.past.append(before)
            self.future.clear()

    def codes(self) -> list[Code]:
        return self.study.codebook.all()

    @rule(name=st.sampled_from(["a", "B", "é", "漢"]), under=st.integers(0, 9))
    def make_code(self, name: str, under: int) -> None:
        parents = [None, *(code.guid for code in self.codes())]
        self.attempt(self.study.codebook.add, name, parents[under % len(parents)])

    @rule(start=st.integers(0, 120), length=st.integers(0, 30), which=st.integers(0, 9))
    def code_words(self, start: int, length: int, which: int) -> None:
        source, codes = self.study.sources.all(), self.codes()
        if source and codes:
            wanted = [codes[which % len(codes)].guid]
            self.attempt(
                self.study.coding.apply, source[0], start, start + length, wanted, memo="m"
            )

    @rule(which=st.integers(0, 9), end=st.integers(0, 140))
    def move_boundary(self, which: int, end: int) -> None:
        codings = self.study.store.all(Coding)
        if codings:
            self.attempt(self.study.coding.update, codings[which % len(codings)].guid, end=end)

    @rule(which=st.integers(0, 9))
    def take_coding_away(self, which: int) -> None:
        codings = self.study.store.all(Coding)
        if codings:
            self.attempt(self.study.coding.remove, [codings[which % len(codings)].guid])

    @rule(
        one=st.integers(0, 9),
        other=st.integers(0, 9),
        act=st.sampled_from(["merge", "move", "remove"]),
    )
    def change_tree(self, one: int, other: int, act: str) -> None:
        codes = self.codes()
        if not codes:
            return
        first, second = codes[one % len(codes)], codes[other % len(codes)]
        book = self.study.codebook
        if act == "merge":
            self.attempt(book.merge, [first], second)
        elif act == "move":
            self.attempt(book.move, first, second.guid)
        else:
            self.attempt(book.remove, first)

    @rule(which=st.lists(st.integers(0, 9), min_size=1, max_size=3), under=st.integers(0, 9),
          position=st.none() | st.integers(0, 5))  # fmt: skip
    def place_codes(self, which: list[int], under: int, position: int | None) -> None:
        codes = self.codes()
        if codes:
            moving = [codes[number % len(codes)] for number in which]
            parents = [None, *(code.guid for code in codes)]
            self.attempt(self.study.codebook.place, moving, parents[under % len(parents)], position)

    @rule(which=st.integers(0, 9), how=st.sampled_from(["chosen", "query"]))
    def split_code(self, which: int, how: str) -> None:
        codings = self.study.store.all(Coding)
        if not codings:
            return
        coding = codings[which % len(codings)]
        code, before = self.study.store.get(Code, coding.code), len(codings)
        asked = {"codings": [coding.guid]} if how == "chosen" else {"query": "weight < 100"}
        self.attempt(self.study.codebook.split, code, f"split {which}", **asked)
        assert self.study.store.count(Coding) == before

    @rule(which=st.lists(st.integers(0, 9), max_size=3), shaded=st.booleans())
    def group_codes(self, which: list[int], shaded: bool) -> None:
        codes = self.codes()
        chosen = [codes[number % len(codes)] for number in which] if codes else []
        if chosen and shaded:
            self.attempt(self.study.codebook.recolour, chosen, "#334455", below="shades")
            return
        guids = [code.guid for code in chosen]
        there = self.study.sets.all()
        if there:
            self.attempt(self.study.sets.put, there[0], guids[:1], guids[1:])
        else:
            self.attempt(self.study.sets.add, "set", "code", members=guids)

    @rule(which=st.integers(0, 9), start=st.integers(0, 120))
    def exemplify(self, which: int, start: int) -> None:
        sources, codes = self.study.sources.all(), self.codes()
        if sources and codes:
            code = codes[which % len(codes)]
            self.attempt(self.study.code_examples.add, code, sources[0], start, start + 5)

    @rule(which=st.integers(0, 9), date=st.sampled_from(["", "2020", "2019/..", "no date"]),
          act=st.sampled_from(["note", "date", "show", "lead", "remove"]))  # fmt: skip
    def tell_what_happened(self, which: int, date: str, act: str) -> None:
        events, there = self.study.events, self.study.events.all()
        sources = self.study.sources.all()
        shown = [(sources[0].guid, which, which + 5)] if sources else []
        if act == "note" or not there:
            self.attempt(events.add, f"event {which}", date=date, shown=shown)
            return
        event = there[which % len(there)]
        if act == "date":
            self.attempt(events.update, event, date=date)
        elif act == "show":
            self.attempt(events.show, event, shown)
        elif act == "remove":
            self.attempt(events.remove, [event])
        else:
            ends = ("event", event.guid), ("event", there[0].guid)
            self.attempt(self.study.states.lead, *ends)

    @rule(level=st.sampled_from(["low", "high", "none"]), date=st.sampled_from(["", "2020"]),
          cell=st.booleans())  # fmt: skip
    def rate(self, level: str, date: str, cell: bool) -> None:
        if not self.study.ratings.variables():
            self.attempt(self.study.cases.add, "Ge")
            self.attempt(self.study.ratings.add_variable, "Risk", ["low", "high"])
        elif cell:
            self.attempt(
                self.study.cases.set_attributes, self.study.cases.get("Ge"), {"Risk": level}
            )
        else:
            self.attempt(self.study.ratings.rate, "Ge", "Risk", level, date=date)

    @rule()
    def remove_source(self) -> None:
        sources = self.study.sources.all()
        if sources:
            self.attempt(self.study.sources.remove, sources)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(everything(self.study.store))
        self.study.trail.undo()
        assert everything(self.study.store) == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(everything(self.study.store))
        self.study.trail.redo()
        assert everything(self.study.store) == self.future.pop()

    @rule()
    def crash_and_reopen(self) -> None:
        """A process dies in the middle of a change; the study is what it was."""
        before = everything(self.study.store)
        path = self.study.store.path
        assert path
        self.study.close()
        child = os.fork()
        if child == 0:
            study = open_study(path)
            with study.change("never finished") as change:
                change.add(Code(name="half"))
                os._exit(1)
        os.waitpid(child, 0)
        self.study = open_study(path)
        assert everything(self.study.store) == before

    @rule(first=st.booleans())
    def keep_columns_and_reopen(self, first: bool) -> None:
        path = self.study.store.path
        assert path
        if first:
            self.study.store.keep_columns(0)
        self.study.close()
        self.study = open_study(path)

    @invariant()
    def columns_are_the_tables(self) -> None:
        store = self.study.store
        loaded = columns_of_rows(store)
        assert len(loaded.codings) == store.count(Coding)
        same_columns(store.corpus(), loaded)


Work.TestCase.settings = settings(max_examples=examples(15), stateful_step_count=20, deadline=None)
# What it goes through, other tests are measured by; being measured takes a third of its time.
TestWork = pytest.mark.no_cover(pytest.mark.slow(Work.TestCase))
