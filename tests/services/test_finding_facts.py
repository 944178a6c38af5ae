"""The facts on columns against a plain reading of the entities, for the reference study."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.model import Code, Coding, Evidence, Finding, Link, Segment
from jejak.model.verdict import FindingFacts
from jejak.services.finding_facts import FactsReader
from jejak.services.finding_records import FindingRecords
from jejak.study import Study, open_study
from support.found_out import code, talked_study, weigh

LABELS = ("F1", "F2", "F3", "F4", "F5", "F6", "F7")


@pytest.fixture(scope="module")
def demo(reference_study: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    path = tmp_path_factory.mktemp("facts") / "demo.jejak"
    path.write_bytes(reference_study.read_bytes())
    with open_study(path) as study:
        yield study


def facts_of(study: Study, finding: Finding) -> FindingFacts:
    with study.store.read() as rows:
        return FactsReader(FindingRecords(rows, [finding]), study.store.corpus()).facts(finding)


def below(study: Study, finding: Finding) -> set[str]:
    """The codes a finding is about and all below them."""
    links = study.store.all(Link, role="concerns", owner=finding.guid)
    found, codes = {link.target for link in links}, study.store.all(Code)
    while more := {c.guid for c in codes if c.parent in found and c.guid not in found}:
        found |= more
    return found


def overlap(one: Segment, other: Segment) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


@pytest.mark.parametrize("label", LABELS)
def test_the_facts_are_those_of_a_plain_reading(demo: Study, label: str) -> None:
    finding = demo.findings.get(label)
    facts = facts_of(demo, finding)
    segments = {segment.guid: segment for segment in demo.store.all(Segment)}
    codes = below(demo, finding)
    topic = [coding for coding in demo.store.all(Coding) if coding.code in codes]
    pieces = {one.guid: one for one in demo.store.all(Evidence, finding=finding.guid)}
    weighed = [segments[one.target] for one in pieces.values()]
    under = {coding.segment for coding in topic}
    left = {guid for guid in under if not any(overlap(segments[guid], s) for s in weighed)}
    assert (facts.under_codes.total, facts.under_codes.unweighed) == (len(under), len(left))
    assert demo.findings.unweighed(finding, limit=500).total == len(left)
    assert sum(facts.under_codes.by_kind.values()) == len(left)
    supports = [one for one in pieces.values() if one.stance == "supports"]
    assert facts.coded_by == {
        one.guid: tuple(
            sorted(
                {
                    coding.user
                    for coding in topic
                    if coding.origin not in ("rule", "suggestion")
                    and overlap(segments[coding.segment], segments[one.target])
                }
            )
        )
        for one in supports
    }
    assert [row.guid for row in facts.evidence] == sorted(pieces)
    kinds = {source.guid: source.kind for source in demo.sources.all()}
    for row in facts.evidence:
        assert row.source_kind == kinds[str(row.source)]
        assert (row.case is None) == (row.source_kind != "interview")
        assert facts.names[str(row.source)] in {source.name for source in demo.sources.all()}
    assert {facts.names[case] for case in facts.scope} == {"S", "G", "DS"}


def test_the_verdicts_fit_the_design_of_the_reference_study(demo: Study) -> None:
    outcomes = {
        card.finding.label: {one.verdict.tactic: one.verdict.outcome for one in card.checks}
        for card in demo.findings.cards()
    }
    tests = ("participants", "source-kinds", "coders", "representativeness", "weight-of-evidence")
    assert {
        label for label in LABELS if {outcomes[label][test] for test in tests} == {"holds"}
    } >= {"F1", "F2", "F5"}
    assert outcomes["F3"]["weight-of-evidence"] == outcomes["F3"]["negative-evidence"] == "weak"
    assert outcomes["F6"]["participants"] == outcomes["F6"]["representativeness"] == "fails"
    failing = {label for label, found in outcomes.items() if "fails" in found.values()}
    assert failing == {"F6", "F8", "F9"}


def test_whose_words_bare_evidence_is(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        finding = study.findings.add("So.", scope="case != C")
        weigh(study, finding, "W-02", "Tapi nama")
        weigh(study, finding, "W-03", "Bagaimana")
        tied = weigh(study, finding, "W-01", "P: Begitu", stance="contradicts")
        segment = study.store.get(Evidence, tied).target
        case = study.cases.get("C").guid
        with study.change("Tie by hand") as change:
            change.add(
                Link(
                    role="member", owner_kind="case", owner=case,
                    target_kind="segment", target=segment,
                )
            )  # fmt: skip
        facts = facts_of(study, finding)
        assert [facts.names.get(row.case or "") for row in facts.evidence] == ["B", None, "C"]
        assert [facts.names[case] for case in facts.exposed] == ["B"]
        assert facts.codes == ()
        assert facts.under_codes.total == 0
        # about no code: whoever coded the words at all
        whole = weigh(study, finding, "W-01", "Murah sekali rasanya")
        assert len(facts_of(study, finding).coded_by[whole]) == 2


def test_what_a_program_coded_was_read_by_nobody(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        finding = study.findings.add("So.", codes=["Anonim"])
        evidence = weigh(study, finding, "W-03", "tidak tahu")
        there = study.sources.get("W-03")
        study.coding.apply(
            there, *study.coding.locate(there, "tidak tahu"), ["Anonim"], origin="rule"
        )
        facts = facts_of(study, finding)
        assert facts.coded_by[evidence] == ()
        assert facts.coders == 2
        code(study, "W-03", "tahu soal", "Anonim")
        assert facts_of(study, finding).coded_by[evidence] == (study.user.guid,)


def test_attributes_that_divide_the_cases(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        study.cases.add_attribute("role", "list", options=("seller", "buyer"))
        study.cases.add_attribute("town", "text")
        study.cases.set_attributes(study.cases.get("A"), {"role": "buyer", "town": "X"})
        facts = facts_of(study, study.findings.add("So."))
        assert facts.strata == {"role": {study.cases.get("A").guid: "buyer"}}


def test_an_empty_study_has_facts_too(tmp_path: Path) -> None:
    from jejak.study import create_study

    with create_study(tmp_path / "empty.jejak", "Kosong", user="Rina") as study:
        card = study.findings.card(study.findings.add("Something."))
        outcomes = {one.verdict.tactic: one.verdict.outcome for one in card.checks}
        told = {name for name, outcome in outcomes.items() if outcome != "not applicable"}
        assert {name: outcomes[name] for name in told} == {
            "surprises": "weak", "negative-evidence": "weak", "rivals": "weak",
            "weight-of-evidence": "fails",
        }  # fmt: skip
        assert study.findings.evidence(card.finding) == []
        assert study.findings.unweighed(card.finding).total == 0


@pytest.mark.parametrize("anchor", ["picture", "time"])
def test_a_picture_is_of_the_only_one_who_takes_part_and_else_of_nobody(
    tmp_path: Path, anchor: str
) -> None:
    with talked_study(tmp_path) as study:
        one = study.findings.add("Terlihat.")
        alone, both = study.sources.get("W-01"), study.sources.get("W-02")
        study.cases.tie_source(study.cases.get("C"), both)
        for there in (alone, both):
            segment = Segment(source=there.guid, anchor=anchor, start=20, end=40)
            with study.change("A frame") as change:
                change.add(segment)
            study.findings.add_evidence(one, segment=segment.guid)
        found = {row.source: row.case for row in facts_of(study, one).evidence}
        assert found == {alone.guid: study.cases.get("A").guid, both.guid: None}
