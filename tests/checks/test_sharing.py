"""What rests on the same for several findings is worked out once, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

from jejak.checks import tactic_of
from jejak.checks.sharing import Examined
from jejak.model.verdict import StandingRow
from support.finding_facts import finding


def test_findings_of_one_scope_have_one_verdict() -> None:
    unlike = dict.fromkeys("ABCDE", 0.9)
    one = finding("A B C D E", unlike=unlike)
    other = replace(one, guid="g", label="F2", statement="Another.")
    tactic, examined = tactic_of("outliers"), Examined()
    assert examined.of(tactic, one) is examined.of(tactic, other)
    assert examined.of(tactic, one) == tactic.examine(other)


def test_what_is_used_differs_and_so_does_the_verdict() -> None:
    one = finding("A B C D E", unlike=dict.fromkeys("ABCDE", 0.9))
    said = replace(one, standings=(StandingRow("A", "outlier", "fails", explained=False),))
    renamed = replace(one, names={"A": "Ayu"})
    tactic, examined = tactic_of("outliers"), Examined()
    for facts in (one, said, renamed):
        assert examined.of(tactic, facts) == tactic.examine(facts)


def test_evidence_is_each_findings_own() -> None:
    tactic, examined = tactic_of("participants"), Examined()
    for supports in ([("A", 1)], [("A", 1), ("B", 1)]):
        facts = finding("A B", supports=supports)
        assert examined.of(tactic, facts) == tactic.examine(facts)
