"""Whatever is coded, weighed, recorded, corrected, removed and undone: the facts of every check are those
of a plain reading of the tables, and a judgement is stale when what it rests on is another."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jejak.checks import CHECKS
from jejak.errors import JejakError
from jejak.model import (
    Case,
    Check,
    Coding,
    Evidence,
    Finding,
    Link,
    Memo,
    Record,
    Relation,
    Segment,
    Source,
    User,
)
from jejak.model.finding import STANCES
from jejak.model.verification import ANSWERS, CIRCUMSTANCES, CONTESTS, HOLDS, UNUSUAL
from jejak.services.verification import RECORDED
from jejak.study import Study, open_study
from support.examples import examples
from support.found_out import talked_study
from support.naive_checks import NAIVE
from support.naive_finding import Read
from support.naive_tables import Tables
from support.studies import everything

QUERIES = ("code:Harga", "code:Anonim", 'text:"nama"', "case.role = buyer", "not case.role = buyer")
SCOPES = ("", "case.role = buyer", "not case = A", "case = C")
STATEMENTS = ("Most begin anew.", "Semua takut.", "They begin anew.")
DAYS = (None, "2020", "2020-05-01", "2020-05-20", "2020-08-01", "2031-01-01")
FEW = st.integers(0, 7)
Facts = dict[str, dict[str, dict[str, Any]]]


@cache
def prepared() -> bytes:
    """The file of a study with three talks and words of nobody, and two findings that are rivals."""
    with tempfile.TemporaryDirectory() as folder, begun(Path(folder)) as study:
        path = study.store.path
        assert path
        study.close()
        return path.read_bytes()


def begun(folder: Path) -> Study:
    study = talked_study(folder)
    study.sources.add_text("W-04", "Satu akun, nama lain.\n\nSaya tahu nama itu.")
    study.cases.add_attribute("role", "list", options=("seller", "buyer"))
    study.cases.add_attribute("age", "number")
    study.cases.add_attribute("risk", "rating", options=("low", "middle", "high"))
    for name, role, age, risk in (("A", "buyer", "20", "low"), ("B", "buyer", "40", "high")):
        values = {"role": role, "age": age, "risk": risk}
        study.cases.set_attributes(study.cases.get(name), values)
    for number, source in enumerate(study.sources.all()):
        study.sources.update(source, kind="interview", collected=DAYS[number + 2])
    one = study.findings.add("Most begin anew.", codes=["Harga"])
    other = study.findings.add("Semua takut.", codes=["Anonim"], scope="not case = C")
    study.findings.set_rival(one, other.guid)
    with study.change("A machine") as change:
        change.add(User(name="Mesin", machine=True))
    return study


class Work(RuleBasedStateMachine):
    """Two people and a machine at work; ``judged`` says what a judgement was reached with."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "talks.jejak"
        path.write_bytes(prepared())
        self.study, self.looked = open_study(path), -1
        self.judged: dict[str, tuple[dict[str, Any], dict[str, dict[str, Record]]]] = {}

    def teardown(self) -> None:
        self.study.close()
        self.folder.cleanup()

    def attempt(self, work: Callable[..., object], *args: object, **values: object) -> None:
        with contextlib.suppress(JejakError):
            work(*args, **values)

    def some(self, kind: type[Record], which: int) -> Any:
        """One of a kind; ``None`` where there is none."""
        found = self.study.store.all(kind)
        return found[which % len(found)] if found else None

    def add(self, record: Record) -> None:
        with self.study.change("Something") as change:
            change.add(record)

    # --- codings ---

    @rule(source=FEW, start=st.integers(0, 70), length=st.integers(1, 30), which=FEW, who=FEW,
          origin=st.sampled_from(["hand", "rule", "suggestion", "in vivo"]))  # fmt: skip
    def code(self, source: int, start: int, length: int, which: int, who: int, origin: str) -> None:
        there, codes = self.some(Source, source), self.study.codebook.all()
        if there and codes:
            self.attempt(
                self.study.coding.apply, there, start, min(start + length, there.length),
                [codes[which % len(codes)].guid], origin=origin, user=self.some(User, who).guid,
            )  # fmt: skip

    @rule(which=FEW, act=st.sampled_from(["remove", "move"]))
    def change_coding(self, which: int, act: str) -> None:
        coding = self.some(Coding, which)
        if coding and act == "remove":
            self.attempt(self.study.coding.remove, [coding.guid])
        elif coding:
            self.attempt(self.study.coding.update, coding.guid, end=which * 9)

    @rule(one=FEW, other=FEW, act=st.sampled_from(["move", "merge", "remove"]))
    def change_tree(self, one: int, other: int, act: str) -> None:
        codes, book = self.study.codebook.all(), self.study.codebook
        if len(codes) < 2:
            return
        first, second = codes[one % len(codes)], codes[other % len(codes)]
        if act == "move":
            self.attempt(book.move, first, None if other > 4 else second.guid)
        elif act == "merge":
            self.attempt(book.merge, [first], second)
        else:
            self.attempt(book.remove, first)

    # --- evidence ---

    @rule(which=FEW, source=FEW, start=st.integers(0, 70), length=st.integers(1, 30),
          stance=st.sampled_from(STANCES), weight=st.none() | st.integers(0, 6), who=FEW)  # fmt: skip
    def weigh(
        self, which: int, source: int, start: int, length: int, stance: str, weight: int | None,
        who: int,
    ) -> None:  # fmt: skip
        finding, there = self.some(Finding, which), self.some(Source, source)
        if finding and there:
            self.attempt(
                self.study.findings.add_evidence, finding, source=there, start=start,
                end=min(start + length, there.length), stance=stance, weight=weight,
                user=self.some(User, who).guid,
            )  # fmt: skip

    @rule(which=FEW, coding=FEW, stance=st.sampled_from(STANCES), who=FEW)
    def weigh_coded(self, which: int, coding: int, stance: str, who: int) -> None:
        finding, there = self.some(Finding, which), self.some(Coding, coding)
        if finding and there:
            self.attempt(
                self.study.findings.add_evidence, finding, segment=there.segment, stance=stance,
                user=self.some(User, who).guid,
            )  # fmt: skip

    @rule(which=FEW, act=st.sampled_from(["remove", "contradicts", "supports"]),
          weight=st.none() | st.integers(0, 6))  # fmt: skip
    def change_evidence(self, which: int, act: str, weight: int | None) -> None:
        piece = self.some(Evidence, which)
        if piece and act == "remove":
            self.attempt(self.study.findings.remove_evidence, [piece.guid])
        elif piece:
            self.attempt(self.study.findings.update_evidence, piece.guid, stance=act, weight=weight)

    @rule(which=FEW, source=FEW, anchor=st.sampled_from(["picture", "time"]))
    def weigh_what_is_no_text(self, which: int, source: int, anchor: str) -> None:
        finding, there = self.some(Finding, which), self.some(Source, source)
        if finding and there:
            end = 0 if anchor == "picture" else 40
            segment = Segment(source=there.guid, anchor=anchor, start=0, end=end)
            self.add(segment)
            self.attempt(self.study.findings.add_evidence, finding, segment=segment.guid)

    @rule(which=FEW, name=st.sampled_from(CIRCUMSTANCES), said=st.none() | st.booleans())
    def tell_circumstances(self, which: int, name: str, said: bool | None) -> None:
        segment = self.some(Segment, which)
        if segment:
            self.attempt(self.study.verification.set_quality, segment.guid, {name: said})

    # --- material and people ---

    @rule(source=FEW, start=st.integers(0, 60), length=st.integers(0, 30),
          text=st.sampled_from(["", "nama 😀", "B: "]))  # fmt: skip
    def correct(self, source: int, start: int, length: int, text: str) -> None:
        there = self.some(Source, source)
        if there:
            end = min(start + length, there.length)
            self.attempt(self.study.sources.correct, there, start, end, text)

    @rule(source=FEW, kind=st.sampled_from(["posts", "literature", "interview"]),
          day=st.sampled_from(DAYS), by=st.sampled_from(["", "Rina", "Bayu"]))  # fmt: skip
    def describe(self, source: int, kind: str, day: str | None, by: str) -> None:
        there = self.some(Source, source)
        if there:
            self.attempt(
                self.study.sources.update, there, kind=kind, collected=day, collector=by, method=by
            )

    @rule(source=FEW, fresh=st.booleans())
    def come_and_go(self, source: int, fresh: bool) -> None:
        there = self.some(Source, source)
        if fresh:
            self.attempt(self.study.sources.add_text, f"N{source}", "C: Nama saya?\nP: Nama?\n")
        elif there and source > 5:
            self.attempt(self.study.sources.remove, [there])

    @rule(which=FEW, other=FEW,
          act=st.sampled_from(["tie", "source", "untie", "new", "go", "hand"]))  # fmt: skip
    def people(self, which: int, other: int, act: str) -> None:
        cases, case, source = self.study.cases, self.some(Case, which), self.some(Source, other)
        if act == "new":
            self.attempt(cases.add, f"X{which}")
        if not case or not source:
            return
        if act == "tie":
            local = source.name if other % 2 else None
            self.attempt(cases.tie_speaker, case, "PABC"[which % 4], local)
        elif act in ("source", "untie"):
            work = cases.tie_source if act == "source" else cases.untie_source
            self.attempt(work, case, source)
        elif act == "go" and which > 5:
            self.attempt(cases.remove, case)
        elif act == "hand":
            self._tie_by_hand(case, other)

    @rule(one=FEW, other=FEW, apart=st.booleans())
    def relate(self, one: int, other: int, apart: bool) -> None:
        tie, case = self.some(Relation, one), self.some(Case, one)
        if apart and tie and tie.origin_kind == Case.KIND:
            self.attempt(self.study.relations.remove, [tie])
        elif case and not apart:
            ends = ("case", case.guid), ("case", self.some(Case, other).guid)
            self.attempt(self.study.relations.add, ends[0], "knows", ends[1])

    def _tie_by_hand(self, case: Case, which: int) -> None:
        segment = self.some(Segment, which)
        links = self.study.store.all(Link, role="member", target_kind="segment")
        if segment and segment.guid not in {link.target for link in links}:
            self.add(
                Link(
                    role="member", owner_kind="case", owner=case.guid,
                    target_kind="segment", target=segment.guid,
                )
            )  # fmt: skip

    @rule(which=FEW, role=st.sampled_from(["seller", "buyer", None]),
          risk=st.sampled_from(["low", "high", None]), age=st.sampled_from(["20", "31", None]))  # fmt: skip
    def tell_of_case(self, which: int, role: str | None, risk: str | None, age: str | None) -> None:
        case = self.some(Case, which)
        if case:
            values = {"role": role, "risk": risk, "age": age}
            self.attempt(self.study.cases.set_attributes, case, values)

    # --- findings and what is on record of them ---

    @rule(which=FEW, statement=st.sampled_from(STATEMENTS), scope=st.sampled_from(SCOPES),
          codes=st.sets(FEW, max_size=2), why=st.sampled_from(["", "Nothing else."]))  # fmt: skip
    def change_finding(
        self, which: int, statement: str, scope: str, codes: set[int], why: str
    ) -> None:
        finding, book = self.some(Finding, which), self.study.codebook.all()
        wanted = {book[number % len(book)].guid for number in codes} if book else set()
        if finding:
            self.attempt(
                self.study.findings.update, finding, statement=statement, scope=scope,
                codes=sorted(wanted), rival=why,
            )  # fmt: skip

    @rule(one=FEW, other=FEW, act=st.sampled_from(["rival", "no rival", "new", "go"]))
    def findings(self, one: int, other: int, act: str) -> None:
        finding, rival = self.some(Finding, one), self.some(Finding, other)
        if act == "new":
            self.attempt(self.study.findings.add, "They begin anew.", codes=["Anonim"])
        elif finding and act == "go" and one > 5:
            self.attempt(self.study.findings.remove, finding)
        elif finding and act == "rival":
            self.attempt(self.study.findings.set_rival, finding, rival.guid)
        elif finding and act == "no rival":
            self.attempt(self.study.findings.remove_rival, finding, rival.guid)

    def record(self, which: int, kind: str, **values: object) -> None:
        finding = self.some(Finding, which)
        if finding:
            self.attempt(self.study.verification.add, finding, kind, **values)

    @rule(which=FEW, query=st.sampled_from(QUERIES), found=st.integers(0, 3))
    def log_search(self, which: int, query: str, found: int) -> None:
        self.record(which, "search", query=query, inspected=found + which, found=found)

    @rule(
        which=FEW, case=FEW, answer=st.sampled_from(ANSWERS), done=st.sampled_from(["", "Asked."])
    )
    def note_feedback(self, which: int, case: int, answer: str, done: str) -> None:
        asked = self.some(Case, case)
        who = {"case": asked.guid} if asked and case % 2 else {"who": "an expert"}
        self.record(which, "feedback", answer=answer, action=done, **who)

    @rule(which=FEW, one=st.sampled_from(QUERIES), other=st.sampled_from(QUERIES),
          unit=st.sampled_from(["case", "source", "segment"]), ordered=st.booleans(),
          third=st.sampled_from([None, "role", "age"]), told=st.sampled_from(["", "Soon."]))  # fmt: skip
    def put_up_rule(
        self, which: int, one: str, other: str, unit: str, ordered: bool, third: str | None,
        told: str,
    ) -> None:  # fmt: skip
        self.record(which, "rule", condition=one, consequence=other, unit=unit, ordered=ordered,
                    third=third, prediction=told)  # fmt: skip

    @rule(which=FEW, case=FEW, unusual=st.sampled_from(UNUSUAL), verdict=st.sampled_from(HOLDS))
    def tell_of_unusual(self, which: int, case: int, unusual: str, verdict: str) -> None:
        there = self.some(Case, case)
        if there:
            self.record(which, "standing", case=there.guid, unusual=unusual, verdict=verdict, why="So.")  # fmt: skip

    @rule(which=FEW, other=FEW, state=st.sampled_from(CONTESTS))
    def decide(self, which: int, other: int, state: str) -> None:
        rival = self.some(Finding, other)
        if rival:
            self.record(which, "contest", rival=rival.guid, state=state)

    @rule(which=FEW, phrase=st.sampled_from(["Most", "Semua", "begin"]),
          query=st.sampled_from(QUERIES), base=st.sampled_from(["", *QUERIES]))  # fmt: skip
    def bind(self, which: int, phrase: str, query: str, base: str) -> None:
        self.record(which, "quantity", phrase=phrase, query=query, base=base)

    @rule(
        which=FEW, sought=st.sampled_from(["", "More talks."]), result=st.sampled_from(["", "So."])
    )
    def note_surprise(self, which: int, sought: str, result: str) -> None:
        self.record(which, "surprise", expectation="Fear.", sought=sought, result=result)

    @rule(which=FEW, kind=st.sampled_from(sorted(RECORDED)))
    def take_off_record(self, which: int, kind: str) -> None:
        there = self.some(RECORDED[kind], which)
        if there:
            self.attempt(self.study.verification.remove, kind, [there.guid])

    @rule(which=FEW, kind=st.sampled_from(["reflexive", "jotting", "method"]), gone=st.booleans())
    def write_memo(self, which: int, kind: str, gone: bool) -> None:
        finding, memo = self.some(Finding, which), self.some(Memo, which)
        if gone and memo:
            self.attempt(self.study.memos.remove, memo)
        elif finding:
            self.attempt(self.study.memos.add, "M", "m", kind, [("finding", finding.guid)])

    # --- judging, and going back ---

    @rule(which=FEW, tactic=st.sampled_from(CHECKS.names()))
    def judge(self, which: int, tactic: str) -> None:
        finding = self.some(Finding, which)
        if finding:
            check = self.study.findings.judge(finding, tactic, "holds", "Seen.")
            self.judged[check.guid] = dict(check.facts), self.state()

    def state(self) -> dict[str, dict[str, Record]]:
        """All but the judgements."""
        return {k: found for k, found in everything(self.study.store).items() if k != Check.KIND}

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        self.attempt(self.study.undo, steps)

    @rule()
    def redo(self) -> None:
        self.attempt(self.study.redo)

    @rule()
    def reopen(self) -> None:
        path = self.study.store.path
        assert path
        self.study.close()
        self.study, self.looked = open_study(path), -1

    @invariant()
    def facts_are_those_of_a_plain_reading(self) -> None:
        if self.looked == self.study.store.head:
            return
        self.looked, state, tables = self.study.store.head, None, Tables(self.study)
        for card in self.study.findings.cards():
            read = Read(tables, card.finding)
            for check in card.checks:
                name, facts = check.verdict.tactic, dict(check.verdict.facts)
                assert facts == NAIVE[name](read), name
                if check.judged is None or check.judged.guid not in self.judged:
                    continue
                then, whole = self.judged[check.judged.guid]
                assert check.stale or facts == then
                if check.stale:
                    state = state or self.state()
                    assert state != whole


def test_every_check_is_read_again() -> None:
    assert sorted(NAIVE) == sorted(CHECKS.names())


Work.TestCase.settings = settings(max_examples=examples(8), stateful_step_count=22, deadline=None)
# What it goes through, other tests are measured by; being measured takes a third of its time.
TestWork = pytest.mark.no_cover(pytest.mark.slow(Work.TestCase))
