from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.i18n import translate
from jejak.model import Check, Evidence, Link, Segment
from jejak.study import Study
from support.found_out import code, talked_study, tie, weigh
from support.studies import everything


@pytest.fixture
def study(tmp_path: Path):
    with talked_study(tmp_path) as made:
        yield made


def card_of(study: Study, tactic: str, label: str = "F1"):
    cards = study.findings.examine(study.findings.get(label))
    return next(card for card in cards if card.verdict.tactic == tactic)


def test_a_finding_is_written_changed_and_removed(study: Study) -> None:
    question = study.questions[0].guid
    before = everything(study.store)
    finding = study.findings.add(
        " It is cheap. ", codes=["Harga", "Harga/Murah", "Murah"], scope=" case in (A, B) ",
        question=question, kind="pattern", confidence="low", rival="It is not.",
    )  # fmt: skip
    assert (finding.label, finding.statement, finding.scope) == (
        "F1",
        "It is cheap.",
        "case in (A, B)",
    )
    card = study.findings.card(finding)
    assert card.question == "Mengapa?"
    assert [path for _, path in card.codes] == ["Harga", "Harga/Murah"]
    assert [name for _, name in card.scope] == ["A", "B"]
    assert card.counts == {"supports": 0, "contradicts": 0, "qualifies": 0}
    changed = study.findings.update(finding, codes=["Anonim"], status="qualified", label="X")
    assert [path for _, path in study.findings.card(changed).codes] == ["Anonim"]
    assert study.findings.get("x") == changed
    assert study.findings.update(changed, question=None).question is None
    weigh(study, changed, "W-03", "Saya tidak tahu", stance="contradicts")
    assert study.findings.remove(changed) == {"finding": 1, "evidence": 1, "link": 1, "segment": 1}
    assert everything(study.store) == before


def test_labels_follow_the_highest_and_are_sorted_as_people_do(study: Study) -> None:
    for label in ("F10", None, "F2", "alpha"):
        study.findings.add("So.", label=label)
    assert [finding.label for finding in study.findings.all()] == ["alpha", "F2", "F10", "F11"]
    assert [card.finding.label for card in study.findings.cards()][-1] == "F11"


@pytest.mark.parametrize(
    ("values", "wrong", "wanted"),
    [
        ({"statement": "  "}, InvalidInput, "empty-statement"),
        ({"label": ""}, InvalidInput, "empty-name"),
        ({"label": "f1"}, Conflict, "name-taken"),
        ({"kind": "proof"}, InvalidInput, "unknown-kind"),
        ({"status": "true"}, InvalidInput, "unknown-status"),
        ({"confidence": "total"}, InvalidInput, "unknown-confidence"),
        ({"question": "0198a8b0-0000-7000-8000-000000000000"}, NotFound, "no-such-question"),
        ({"scope": "code:Murah"}, InvalidInput, "scope-of-cases"),
        ({"scope": "case = Z"}, NotFound, "unknown-case"),
        ({"codes": ["Nobody"]}, NotFound, "no-such-code"),
    ],
)
def test_bad_values_change_nothing(study: Study, values, wrong, wanted: str) -> None:
    study.findings.add("So.")
    other = study.findings.add("Or so.")
    before = everything(study.store)
    given = {"statement": "And so.", **values}
    with pytest.raises(wrong) as added:
        study.findings.add(given.pop("statement"), **given)
    with pytest.raises(wrong) as changed:
        study.findings.update(other, **values)
    assert added.value.code == changed.value.code == wanted
    assert everything(study.store) == before


def test_evidence_is_a_segment_a_stretch_or_a_reference(study: Study) -> None:
    finding = study.findings.add("Cheap.", codes=["Harga"])
    there = study.store.all(Segment)[0]
    first = study.findings.add_evidence(finding, segment=there.guid, weight=2, why=" first ")
    weigh(study, finding, "W-02", "seharga kopi", weight=5)
    weigh(study, finding, "W-03", "Saya tidak tahu", stance="contradicts")
    weigh(study, finding, "W-02", "Tapi nama", stance="qualifies", weight=1)
    code_guid = study.codebook.get("Murah").guid
    study.findings.add_evidence(finding, target_kind="code", target=code_guid, stance="qualifies")
    cards = study.findings.evidence(finding)
    told = [(one.evidence.stance, one.evidence.weight) for one in cards]
    assert told == [
        ("supports", 5), ("supports", 2), ("qualifies", 1), ("qualifies", None),
        ("contradicts", None),
    ]  # fmt: skip
    assert cards[1].evidence.why == "first"
    assert (cards[1].segment.text, cards[1].segment.case_name) == ("Murah sekali", "A")
    assert (cards[1].by, cards[1].lost) == ("Rina", None)
    assert cards[3].segment is None
    assert cards[4].segment.segment == cards[4].evidence.target
    again = study.findings.update_evidence(first.guid, stance="qualifies", weight=None)
    assert (again.stance, again.weight, again.why) == ("qualifies", None, "first")


def test_taking_evidence_away_keeps_what_is_coded(study: Study) -> None:
    finding = study.findings.add("Cheap.")
    before = study.store.count(Segment)
    coded = weigh(study, finding, "W-01", "Murah sekali")
    bare = weigh(study, finding, "W-03", "Saya")
    assert study.store.count(Segment) == before + 1
    assert study.findings.remove_evidence([coded, bare, coded]) == 2
    assert (study.store.count(Segment), study.store.count(Evidence)) == (before, 0)
    study.undo()
    assert study.store.count(Evidence) == 2


def test_evidence_that_makes_no_sense_is_refused(study: Study) -> None:
    finding = study.findings.add("Cheap.")
    source, segment = study.sources.get("W-01"), study.store.all(Segment)[0].guid
    weigh(study, finding, "W-01", "Murah sekali")
    unknown = "0198a8b0-0000-7000-8000-000000000000"
    before = everything(study.store)
    for given, wrong, wanted in (
        ({}, InvalidInput, "no-evidence"),
        ({"source": source, "start": 3}, InvalidInput, "no-evidence"),
        ({"source": source, "start": 3, "end": 4, "segment": segment}, InvalidInput, "no-evidence"),
        ({"target_kind": "dream", "target": segment}, InvalidInput, "no-evidence"),
        ({"source": source, "start": 3, "end": 9_999}, InvalidInput, "span-outside"),
        ({"segment": segment, "stance": "likes"}, InvalidInput, "unknown-stance"),
        ({"segment": segment, "weight": 7}, InvalidInput, "bad-weight"),
        ({"segment": unknown}, NotFound, "no-such-segment"),
        ({"segment": segment}, Conflict, "already-evidence"),
    ):
        with pytest.raises(wrong) as refused:
            study.findings.add_evidence(finding, **given)
        assert refused.value.code == wanted
    with pytest.raises(NotFound):
        study.findings.update_evidence(unknown, weight=1)
    assert everything(study.store) == before


def test_what_nobody_weighed_is_found_by_overlap(study: Study) -> None:
    finding = study.findings.add("Cheap.", codes=["Harga"])
    assert study.findings.unweighed(finding).total == 2
    weigh(study, finding, "W-01", "sekali rasanya", stance="qualifies")
    found = study.findings.unweighed(finding)
    assert [one.text for one in found.segments] == ["seharga kopi"]
    assert (found.total, study.findings.unweighed(finding, offset=1).segments) == (1, ())
    only = study.findings.update(finding, scope="case = A")
    assert study.findings.unweighed(only).total == study.findings.card(only).unweighed == 0


def test_a_judgement_goes_stale_and_fresh_again(study: Study) -> None:
    finding = study.findings.add("Cheap.", codes=["Harga"])
    weigh(study, finding, "W-01", "Murah sekali", weight=4)
    assert (card_of(study, "participants").standing, card_of(study, "coders").stale) == (
        "fails",
        False,
    )
    study.findings.judge(finding, "participants", "holds", " B says so too. ")
    card = card_of(study, "participants")
    assert (card.verdict.outcome, card.standing, card.stale) == ("fails", "holds", False)
    assert (card.judged.note, card.judged_by, card.judged.facts["participants"]) == (
        "B says so too.", "Rina", 1,
    )  # fmt: skip
    study.cases.update(study.cases.get("A"), name="Ani")
    study.findings.update_evidence(study.store.all(Evidence)[0].guid, weight=1)
    assert not card_of(study, "participants").stale
    weigh(study, finding, "W-02", "seharga kopi")
    assert (card_of(study, "participants").stale, card_of(study, "participants").standing) == (
        True, "holds",
    )  # fmt: skip
    assert card_of(study, "participants").verdict.outcome == "holds"
    study.undo()
    assert not card_of(study, "participants").stale
    study.redo()
    assert card_of(study, "participants").stale
    study.findings.judge(finding, "participants", "weak")
    assert study.store.count(Check) == 1
    assert not card_of(study, "participants").stale


@pytest.mark.parametrize("tactic", ["negative-evidence", "representativeness", "coders"])
def test_work_elsewhere_makes_stale_what_rests_on_it(study: Study, tactic: str) -> None:
    finding = study.findings.add("Cheap.", codes=["Harga"])
    weigh(study, finding, "W-01", "Murah sekali")
    study.findings.judge(finding, tactic, "holds")
    code(study, "W-03", "tidak tahu", "Anonim")
    assert not card_of(study, tactic).stale
    if tactic == "coders":
        codings = study.store.corpus().codings
        with study.store.read() as rows:
            mine = [rows.guid_of("coding", int(key)) for key in codings.coding[codings.coder == 1]]
        study.coding.remove(mine)
    else:
        code(study, "W-03", "soal itu", "Murah")
    assert card_of(study, tactic).stale
    study.undo()
    assert not card_of(study, tactic).stale


def test_judging_makes_sense_or_is_refused(study: Study) -> None:
    finding = study.findings.add("Cheap.")
    before = everything(study.store)
    with pytest.raises(NotFound):
        study.findings.judge(finding, "intuition", "holds")
    with pytest.raises(InvalidInput) as refused:
        study.findings.judge(finding, "coders", "perhaps")
    assert refused.value.code == "unknown-verdict"
    assert everything(study.store) == before


def test_related_people_are_one_voice(study: Study) -> None:
    finding = study.findings.add("Cheap.")
    weigh(study, finding, "W-01", "Murah sekali")
    weigh(study, finding, "W-02", "seharga kopi")
    assert card_of(study, "participants").verdict.outcome == "holds"
    tie(study, "A", "C")
    tie(study, "C", "B")
    assert card_of(study, "participants").verdict.outcome == "weak"


def test_a_scope_that_names_who_is_gone_is_said(study: Study) -> None:
    finding = study.findings.add("Cheap.", scope="case in (A, C)")
    weigh(study, finding, "W-01", "Murah sekali")
    study.cases.remove(study.cases.get("C"))
    card = study.findings.card(finding)
    assert card.scope == ()
    participants = card_of(study, "participants").verdict
    assert participants.outcome == "fails"
    assert "“C”" in translate(participants.sentence, "id")


def test_words_that_are_lost_are_shown_and_do_not_count(study: Study) -> None:
    finding = study.findings.add("Cheap.")
    evidence = weigh(study, finding, "W-01", "Murah sekali", weight=5)
    segment = study.store.get(Segment, study.store.get(Evidence, evidence).target)
    with study.change("Lose") as change:
        change.set(segment, lost="Murah sekali", end=segment.start)
    card = study.findings.evidence(finding)[0]
    assert (card.segment, card.lost) == (None, "Murah sekali")
    assert card_of(study, "weight-of-evidence").verdict.facts["lost"] == 1
    assert card_of(study, "participants").verdict.facts["participants"] == 0
    with pytest.raises(InvalidInput) as refused:
        study.findings.add_evidence(study.findings.add("Or."), segment=segment.guid)
    assert refused.value.code == "lost-segment"


def test_the_trail_says_what_was_done(study: Study) -> None:
    finding = study.findings.add("Cheap.", codes=["Harga"])
    guid = weigh(study, finding, "W-01", "Murah sekali")
    study.findings.update_evidence(guid, weight=1)
    study.findings.judge(finding, "coders", "holds")
    study.findings.remove_evidence([guid])
    told = [translate(entry.verb, "en") for entry in study.trail.entries(limit=5)][::-1]
    assert told == [
        "Write the finding F1",
        "Add evidence to the finding F1",
        "Weigh evidence of the finding F1 anew",
        "Judge the finding F1 by Several coders",
        "Take away 1 piece of evidence",
    ]
    assert study.store.count(Link, role="concerns") == 1
