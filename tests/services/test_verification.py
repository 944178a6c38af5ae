"""What is put on record when findings are tested: written, changed, undone, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jejak.errors import Conflict, InvalidInput, JejakError, NotFound
from jejak.model import (
    Case,
    Coding,
    Feedback,
    Finding,
    IfThen,
    Quality,
    Search,
    Segment,
    Standing,
    User,
)
from jejak.services.verification import Verification
from jejak.study import Study
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as study:
        study.cases.add("G")
        study.cases["G"].speaks_as("G")
        study.cases.add("DS")
        study.findings.add("Most people begin anew.", codes=["Anonim"])
        study.findings.add("It is the price.", codes=["Murah"])
        yield study


def finding(study: Study, label: str = "F1") -> Finding:
    return study.findings.get(label)


RECORDS: list[tuple[str, dict[str, Any]]] = [
    (
        "search",
        {"query": "code:Murah and not code:Anonim", "inspected": 4, "found": 1, "note": " So. "},
    ),
    ("feedback", {"case": "G", "date": "May 2020", "answer": "partly", "comment": "Tidak selalu."}),
    ("feedback", {"who": "A colleague", "answer": "agree"}),
    ("rule", {"condition": "code:Murah", "consequence": "code:Anonim", "due": "2021"}),
    ("standing", {"case": "DS", "unusual": "extreme", "verdict": "fails", "why": "Too young."}),
    ("contest", {"rival": "F2", "state": "weakened", "why": "Less told of."}),
    ("quantity", {"phrase": "most", "query": "code:Anonim", "low": 0.5}),
    ("appraisal", {"component": "coherence", "concern": "minor", "why": "One differs."}),
    ("plausible", {"why": "It sounds right."}),
    ("surprise", {"expectation": "Fear of the platform.", "theory": "Fear of buyers."}),
    ("step", {"proposition": "They are afraid.", "prediction": "They tell of it.", "seen": "seen"}),
]


@pytest.mark.parametrize(("kind", "values"), RECORDS)
def test_what_is_recorded_is_kept_undone_and_done_again(
    study: Study, kind: str, values: dict[str, Any]
) -> None:
    before = everything(study.store)
    made = study.verification.add(finding(study), kind, **values)
    assert study.verification.of(finding(study))[kind] == [made]
    after = everything(study.store)
    user = study.user.guid
    study.store.undo(user)
    assert everything(study.store) == before
    study.store.redo(user)
    assert everything(study.store) == after
    assert study.verification.remove(kind, [made.guid]) == 1
    assert everything(study.store) == before
    assert study.store.verify() == []


def test_names_become_what_they_name_and_dates_exact(study: Study) -> None:
    search, spoken, _, rule, standing, contest, *_ = (
        study.verification.add(finding(study), kind, **values) for kind, values in RECORDS
    )
    assert isinstance(search, Search)
    assert search.note == "So."
    assert isinstance(spoken, Feedback)
    assert (spoken.case, spoken.date) == (study.cases.get("G").guid, "2020-05")
    assert isinstance(rule, IfThen)
    assert (rule.unit, rule.due) == ("case", "2021")
    assert isinstance(standing, Standing)
    assert standing.case == study.cases.get("DS").guid
    assert getattr(contest, "rival") == finding(study, "F2").guid  # noqa: B009


@pytest.mark.parametrize(
    ("kind", "values", "anew"),
    [
        ("standing", RECORDS[4][1], {"verdict": "holds"}),
        ("contest", RECORDS[5][1], {"state": "joint"}),
        ("quantity", RECORDS[6][1], {"low": 0.6}),
        ("appraisal", RECORDS[7][1], {"concern": "serious", "why": "Two differ."}),
    ],
)
def test_said_again_it_is_written_anew(
    study: Study, kind: str, values: dict[str, Any], anew: dict[str, Any]
) -> None:
    first = study.verification.add(finding(study), kind, **values)
    second = study.verification.add(finding(study), kind, **values | anew)
    assert first.guid == second.guid
    assert study.verification.of(finding(study))[kind] == [second]
    for name, value in anew.items():
        assert getattr(second, name) == value


@pytest.mark.parametrize(
    ("kind", "values", "code"),
    [
        ("search", {"query": " "}, "no-query"),
        ("search", {"query": "code:("}, "query-syntax"),
        ("search", {"query": "memo:*", "inspected": 1, "found": 2}, "found-more"),
        ("search", {"query": "memo:*", "inspected": -1}, "bad-count"),
        ("search", {}, "not-enough"),
        ("feedback", {"answer": "agree"}, "no-person"),
        ("feedback", {"case": "G", "who": "B"}, "two-people"),
        ("feedback", {"case": "Nobody"}, "no-such-case"),
        ("feedback", {"who": "B", "answer": "maybe"}, "unknown-answer"),
        ("feedback", {"who": "B", "date": "31 June 2020"}, "not-a-date"),
        ("rule", {"condition": "code:Murah", "consequence": "", "unit": "case"}, "no-consequence"),
        ("rule", {"condition": "code:A", "consequence": "code:B", "third": "role"},
         "no-such-attribute"),
        ("standing", {"case": "G", "verdict": "fails"}, "no-reason"),
        ("contest", {"rival": "F1", "state": "joint"}, "own-rival"),
        ("contest", {"rival": "F9", "state": "joint"}, "no-such-finding"),
        ("quantity", {"phrase": "few", "query": "code:Anonim"}, "no-such-phrase"),
        ("quantity", {"phrase": "most", "query": "code:Anonim", "low": 0.9, "high": 0.2}, "bad-share"),
        ("quantity", {"phrase": "most", "query": "code:Anonim", "low": float("nan")}, "bad-share"),
        ("appraisal", {"component": "coherence", "concern": "minor", "why": " "}, "no-reason"),
        ("appraisal", {"component": "luck", "concern": "minor", "why": "x"}, "unknown-component"),
        ("wish", {}, "no-such-record"),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_changes_nothing(
    study: Study, kind: str, values: dict[str, Any], code: str
) -> None:
    before, head = everything(study.store), study.store.head
    with pytest.raises(JejakError) as refused:
        study.verification.add(finding(study), kind, **values)
    assert refused.value.code == code
    assert (everything(study.store), study.store.head) == (before, head)


def test_a_record_is_changed_and_checked_as_a_whole(study: Study) -> None:
    made = study.verification.add(finding(study), *RECORDS[0][:1], **RECORDS[0][1])
    changed = study.verification.update("search", made.guid, inspected=9)
    assert getattr(changed, "inspected") == 9  # noqa: B009
    with pytest.raises(InvalidInput) as refused:
        study.verification.update("search", made.guid, found=10)
    assert refused.value.code == "found-more"
    with pytest.raises(InvalidInput):
        study.verification.update("search", made.guid, answer="agree")
    with pytest.raises(NotFound):
        study.verification.update("search", finding(study).guid, inspected=9)


def test_records_go_with_their_finding_and_come_back_with_it(study: Study) -> None:
    for kind, values in RECORDS:
        study.verification.add(finding(study), kind, **values)
    before = everything(study.store)
    study.findings.remove(finding(study))
    assert not study.store.all(Search) and not study.store.all(Feedback)  # noqa: PT018
    study.store.undo(study.user.guid)
    assert everything(study.store) == before


def test_circumstances_add_up_and_are_taken_back(study: Study) -> None:
    source = study.sources.get("S-01")
    before = everything(study.store)
    first = study.verification.set_quality_at(source, 3, 20, {"first-hand": True})
    assert first is not None
    second = study.verification.set_quality(first.segment, {"in company": False})
    assert second is not None
    assert second.circumstances == {"first-hand": True, "in company": False}
    assert study.verification.quality(first.segment) == second
    with pytest.raises(InvalidInput) as refused:
        study.verification.set_quality(first.segment, {"loud": True})
    assert refused.value.code == "unknown-circumstance"
    nothing = study.verification.set_quality(
        first.segment, {"first-hand": None, "in company": None}
    )
    assert nothing is None
    assert everything(study.store) == before


def test_the_circumstances_of_a_segment_outlive_its_last_coding(study: Study) -> None:
    segment = study.store.all(Segment)[0]
    study.verification.set_quality(segment.guid, {"observed": True})
    codings = study.store.all(Coding, segment=segment.guid)
    assert study.coding.remove([one.guid for one in codings]) == 1
    assert study.store.all(Quality)[0].segment == segment.guid
    assert study.store.verify() == []


def test_what_a_case_said_and_how_it_stands_go_when_it_withdraws(study: Study) -> None:
    for kind, values in RECORDS:
        study.verification.add(finding(study), kind, **values)
    case = study.store.get(Case, study.cases.get("G").guid)
    study.protection.withdraw(case)
    assert [one.who for one in study.store.all(Feedback)] == ["A colleague"]
    assert len(study.store.all(Standing)) == 1
    assert study.store.path is not None
    assert b"Tidak selalu." not in study.store.path.read_bytes()
    assert study.store.verify() == []


def test_nobody_writes_anew_what_somebody_else_said(study: Study) -> None:
    other = User(name="Budi")
    with study.change("Budi joins") as change:
        change.add(other)
    own = study.verification.add(finding(study), "standing", case="DS", verdict="holds")
    theirs = Verification(study.store, other.guid)
    said = theirs.add(finding(study), "standing", case="DS", verdict="fails", why="Too young.")
    again = theirs.add(
        finding(study), "standing", case="DS", verdict="fails", why="Older than told."
    )
    assert said.guid == again.guid != own.guid
    assert study.verification.of(finding(study))["standing"] == [own, again]


def test_what_is_merely_plausible_stays_a_hunch_until_a_check_confirms_it(study: Study) -> None:
    one = finding(study)
    study.verification.add(one, "plausible", why="It sounds right.")
    study.verification.add(one, "plausible", why="It still does.")
    assert len(study.verification.of(one)["plausible"]) == 1
    assert study.findings.card(one).plausible_only
    before = everything(study.store)
    for status in ("proposition", "qualified"):
        with pytest.raises(Conflict) as refused:
            study.findings.update(one, status=status)
        assert "merely plausible" in str(refused.value)
        with pytest.raises(Conflict):
            study.findings.place(one, status)
    assert everything(study.store) == before
    study.findings.update(one, status="rejected")
    one = study.findings.update(finding(study), status="hunch")
    talk = study.sources.get("S-01")
    study.findings.add_evidence(one, source=talk, start=3, end=9)
    card = study.findings.card(one)
    assert not card.plausible_only
    assert "weight-of-evidence" in card.confirmed
    assert study.findings.update(one, status="proposition").status == "proposition"


def test_surprises_and_steps_rest_on_words(study: Study) -> None:
    talk, made = study.sources.get("S-01"), []
    for kind, values in (("surprise", {"expectation": "E"}), ("step", {"proposition": "P"})):
        made.append(study.verification.add(finding(study), kind, **values))
        assert study.verification.show(kind, made[-1].guid, [(talk.guid, 3, 9)] * 2) == 1
    before = study.store.count(Segment)
    words = study.verification.shown([one.guid for one in made])
    assert [[thing.where for thing in words[one.guid]] for one in made] == [["S-01"]] * 2
    segment = words[made[0].guid][0].guid
    assert study.verification.hide("surprise", made[0].guid, [segment]) == 1
    assert study.store.count(Segment) == before  # the step has them still
    assert study.verification.hide("step", made[1].guid, [segment]) == 1
    assert study.store.count(Segment) == before - 1
    study.verification.show("step", made[1].guid, [(talk.guid, 3, 9)])
    study.verification.remove("step", [made[1].guid])
    assert study.store.count(Segment) == before - 1
    with pytest.raises(InvalidInput):
        study.verification.show("search", made[0].guid, [(talk.guid, 3, 9)])
    with pytest.raises(InvalidInput):
        study.verification.add(finding(study), "step", proposition="P", seen="seen")


def test_steps_are_numbered_in_their_order(study: Study) -> None:
    for number in (1, 2):
        step = study.verification.add(finding(study), "step", proposition="P")
        assert getattr(step, "number") == number  # noqa: B009
