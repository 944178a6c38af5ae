from __future__ import annotations

import pytest

from jejak.checks.participants import examine
from support.finding_facts import finding


@pytest.mark.parametrize(
    ("facts", "outcome", "words"),
    [
        (finding(), "not applicable", "no cases"),
        (finding("A", supports=[("A", 1)]), "not applicable", "A alone"),
        (finding(cases=3, supports=[("A", 1)]), "fails", "No case fits"),
        (finding(cases=3, scope_problem="There is no case “S”."), "fails", "no case “S”"),
        (finding("A B"), "fails", "Nothing supports"),
        (finding("A B", supports=[("posts", 1)]), "fails", "not a participant’s"),
        (finding("A B", supports=[("A", 1), ("A", 1)]), "fails", "Only A supports it, of the 2"),
        (finding("A B", supports=[("A", 1), ("C", 1)]), "fails", "Only A"),
        (finding("A B", supports=[("A", 1), ("B", 1)]), "holds", "2 independent"),
        (finding("A B C", supports=[("A", 1), ("B", 1)], related=(("A", "B"),)), "weak", "tied"),
        (finding("A B C", supports=[("A", 1), ("C", 1)], related=(("A", "B"),)), "holds", "2 ind"),
    ],
)
def test_it_holds_by_voices_that_are_independent(facts, outcome: str, words: str) -> None:
    verdict = examine(facts)
    assert (verdict.outcome, words in str(verdict.sentence)) == (outcome, True)
    assert (verdict.advice is None) == (outcome == "holds" or "alone" in words)


def test_many_are_named_shortly() -> None:
    everyone = [f"P{number}" for number in range(20)]
    verdict = examine(finding(" ".join(everyone), supports=[(one, 1) for one in everyone]))
    assert str(verdict.sentence).endswith("P0, P1, P10, P11, P12, 15 others.")
    assert len(verdict.facts["names"]) == verdict.facts["participants"] == 20


def test_what_lies_outside_is_told_apart() -> None:
    facts = examine(finding("A B", supports=[("A", 1), ("C", 1), ("posts", 1)])).facts
    assert (facts["outside_scope"], facts["of_nobody"]) == (["C"], 1)
