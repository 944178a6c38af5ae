from __future__ import annotations

from dataclasses import replace

import pytest

from jejak.checks.weight_of_evidence import examine
from support.finding_facts import finding


@pytest.mark.parametrize(
    ("supports", "contradicts", "outcome", "balance"),
    [
        ([], [], "fails", None),
        ([4, 4], [], "holds", 1.0),
        ([4, 2], [2], "holds", 0.5),
        ([4, 4], [3], "weak", 0.4545),
        ([3], [3], "fails", 0.0),
        ([3], [6], "fails", -0.3333),
        ([0], [], "weak", None),
        ([1, 2], [], "weak", 1.0),
        ([4, None], [], "holds", None),
        ([None, None], [None], "weak", None),
    ],
)
def test_it_holds_by_the_balance(supports, contradicts, outcome: str, balance) -> None:
    facts = finding(
        "A B", supports=[("A", w) for w in supports], contradicts=[("B", w) for w in contradicts]
    )
    verdict = examine(facts)
    assert (verdict.outcome, verdict.facts["balance"]) == (outcome, balance)
    assert (verdict.advice is None) == (outcome == "holds" and None not in supports)


def test_weak_supports_are_named_by_their_sources() -> None:
    pieces = [("A", 4), ("posts", 1), ("posts", 2)]
    verdict = examine(finding("A", supports=pieces, contradicts=[("B", 3), ("B", 6)]))
    assert str(verdict.sentence).endswith("Supports that weigh 2 or less: source of posts (2).")
    assert "balance of −0.12" in str(verdict.sentence)
    assert [one["weight"] for one in verdict.facts["weakest"]] == [1, 2]
    alike = examine(finding("A", supports=[("A", 1)]))
    assert "All its supports weigh 2 or less" in str(alike.sentence)


def test_lost_words_weigh_nothing() -> None:
    facts = finding("A B", supports=[("A", 4)], contradicts=[("B", 6)])
    rows = (facts.evidence[0], facts.evidence[1]._replace(source=None, lost=True))
    verdict = examine(replace(facts, evidence=rows))
    assert (verdict.outcome, verdict.facts["lost"], verdict.facts["balance"]) == ("holds", 1, 1.0)
