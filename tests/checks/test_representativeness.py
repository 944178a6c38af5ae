from __future__ import annotations

import pytest

from jejak.checks.representativeness import examine
from support.finding_facts import finding


def supports(words: str) -> list[tuple[str, int]]:
    return [(case, 1) for case in words.split()]


@pytest.mark.parametrize(
    ("facts", "outcome", "words"),
    [
        (finding(), "not applicable", "no cases"),
        (finding(cases=2), "not applicable", "No case fits"),
        (finding("A", supports=supports("A")), "not applicable", "A alone"),
        (finding("A B"), "not applicable", "nothing to compare"),
        (finding("A B", supports=supports("posts"), exposed=("B",)), "fails", "None of those"),
        (finding("A B", supports=supports("posts")), "fails", "None of those"),
        (finding("A B C", supports=supports("A"), exposed=("A", "B", "C")), "fails", "1 of the 3"),
        (finding("A B C", supports=supports("A B")), "holds", "All 2 participants"),
        (finding("A B C", supports=supports("A A A B")), "weak", "A gives the largest part"),
        (finding("A B C", supports=supports("A")), "weak", "from A. Silent: B, C"),
    ],
)
def test_it_holds_by_how_many_and_how_evenly(facts, outcome: str, words: str) -> None:
    verdict = examine(facts)
    assert (verdict.outcome, words in str(verdict.sentence)) == (outcome, True)


def test_the_numbers_are_those_of_the_literature() -> None:
    facts = finding("A B C D", supports=supports("A A B C"), exposed=tuple("ABCD"))
    found = examine(facts).facts
    # Wilson 1927 for 3 of 4; exp of the entropy of 2, 1, 1
    assert (found["coverage_low"], found["coverage_high"]) == (0.3006, 0.9544)
    assert (found["dominance"], found["effective_sources"]) == (0.5, 2.8284)
    assert found["by_participant"] == {"A": 2, "B": 1, "C": 1}


def test_the_silent_are_told_apart_by_name() -> None:
    facts = finding("A B C D", supports=supports("A B"), exposed=("A", "B", "C"))
    verdict = examine(facts)
    assert verdict.facts["silent_under_codes"] == ["C"]
    assert verdict.facts["silent_altogether"] == ["D"]
    assert "Read what C said" in str(verdict.advice)
    assert "Ask D" in str(examine(finding("A B D", supports=supports("A B"))).advice)
    uneven = finding("A B", supports=supports("A A A B"))
    assert "chiefly what A tells" in str(examine(uneven).advice)


def test_strata_without_a_voice() -> None:
    roles = {"role": {"A": "seller", "B": "buyer", "C": "buyer", "D": "driver"}}
    verdict = examine(finding("A B C D", supports=supports("A"), strata=roles))
    empty = verdict.facts["empty_strata"]
    assert empty == [{"attribute": "role", "value": "buyer", "cases": 2}]
