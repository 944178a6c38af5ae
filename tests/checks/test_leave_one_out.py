"""What a finding comes to without one of its participants, sources or coders, against what it comes
to when they are really taken away."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.checks.leave_one_out import TOLD, without_coder, without_participant, without_source
from jejak.model import Finding, User
from jejak.model.verdict import FindingFacts
from jejak.services.finding_facts import FactsReader
from jejak.services.finding_records import FindingRecords
from jejak.study import Study
from support.found_out import TALKS, talked_study, tie, weigh

PIECES = [
    (name, line[3:]) for name, text in TALKS.items() for line in text.splitlines() if line[0] != "P"
]
# Whom it could be heard of is not known to be less where one source or coder is missing.
OF_EXPOSED = {"representativeness", "replication"}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    with talked_study(tmp_path_factory.mktemp("left")) as made:
        tie(made, "A", "B")
        yield made


def facts_of(study: Study, finding: Finding) -> FindingFacts:
    with study.store.read() as rows:
        return FactsReader(FindingRecords(rows, [finding]), study.store.corpus()).facts(finding)


def outcomes(facts: FindingFacts) -> dict[str, str]:
    return {name: tactic.examine(facts).outcome for name, tactic in TOLD.items()}


def shown(study: Study, finding: Finding, people: list[str] | None = None) -> dict[str, str]:
    cards = study.findings.examine(finding, people=people)
    return {c.verdict.tactic: c.verdict.outcome for c in cards if c.verdict.tactic in TOLD}


def but(found: dict[str, str], names: set[str]) -> dict[str, str]:
    return {name: outcome for name, outcome in found.items() if name not in names}


@pytest.mark.parametrize("seed", range(6))
def test_it_equals_what_is_left_when_one_is_taken_away(study: Study, seed: int) -> None:
    chance = random.Random(seed)
    users = {user.name: user.guid for user in study.store.all(User)}
    given = [
        {
            "piece": piece, "weight": chance.choice([None, 0, 3, 6]),
            "stance": chance.choice(["supports", "supports", "supports", "contradicts"]),
            "user": chance.choice(list(users.values())),
        }
        for piece in chance.sample(PIECES, chance.randint(1, len(PIECES)))
    ]  # fmt: skip

    def finding(rest: list[dict], scope: str = "") -> Finding:
        made = study.findings.add("Ya.", codes=["Harga", "Anonim"], scope=scope)
        for one in rest:
            weigh(study, made, *one["piece"], **{k: one[k] for k in ("stance", "weight", "user")})
        return made

    whole = finding(given)
    facts = facts_of(study, whole)
    assert outcomes(facts) == shown(study, whole)
    for source, case in zip(TALKS, "ABC", strict=True):
        rest = [one for one in given if one["piece"][0] != source]
        without = without_participant(facts, study.cases.get(case).guid)
        assert outcomes(without) == shown(study, finding(rest, f"not case = {case}"))
        without = without_source(facts, study.sources.get(source).guid)
        assert but(outcomes(without), OF_EXPOSED) == but(shown(study, finding(rest)), OF_EXPOSED)
    for name, guid in users.items():
        others = [one for other, one in users.items() if other != name]
        left = but(outcomes(without_coder(facts, guid)), OF_EXPOSED)
        assert left == but(shown(study, whole, others), OF_EXPOSED), name


def test_it_says_on_whom_a_finding_stands(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        finding = study.findings.add("Murah.", codes=["Harga"])
        weigh(study, finding, "W-01", "Murah sekali")
        weigh(study, finding, "W-02", "seharga kopi")
        study.verification.add(finding, "search", query="code:Harga", inspected=2, found=0)
        finding = study.findings.update(finding, status="supported")
        by_name = {(one.kind, one.name): one for one in study.findings.leave_one_out(finding)}
        assert {("participant", "A"), ("participant", "B"), ("source", "W-01"), ("source", "W-02"),
                ("coder", "Rina")} <= set(by_name)  # fmt: skip
        left = by_name["participant", "A"]
        assert left.outcomes["participants"] == ("holds", "fails")
        assert [lack.condition for lack in left.lacks] == ["triangulation"]
        assert "Without A: Several participants from “holds” to “fails”" in str(left.sentence)
        assert ("participant", "C") not in by_name
        told = study.findings["F1"].leave_one_out().frame()
        assert told["name"].to_list()[:2] == ["A", "B"]
        assert told["status_stands"].to_list()[:2] == [False, False]
