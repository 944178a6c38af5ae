"""The tactics that look at what is on record, against what a reader would say."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.checks import CHECKS
from jejak.checks.quantities import WORDS, words_of_quantity
from jejak.checks.replication import split_halves
from jejak.checks.spurious_relations import mantel_haenszel
from jejak.checks.triangulation import reached
from jejak.model.verdict import (
    Contact,
    FeedbackRow,
    Given,
    QuantityRow,
    RivalRow,
    RuleRow,
    StandingRow,
    Verdict,
)
from support.finding_facts import finding

A, AB = [("A", 1)], [("A", 1), ("B", 1)]


def rule(a: int, b: int, both: int, **more: Any) -> RuleRow:
    return RuleRow("code:A", "code:B", "case", 20, a, b, both, **more)


def how(tactic: str, facts: Any) -> Verdict:
    return CHECKS.get(tactic).examine(facts)


@pytest.mark.parametrize(
    ("tactic", "facts", "outcome", "words"),
    [
        ("researcher-effects", finding("A"), "not applicable", "Nothing supports it"),
        ("researcher-effects", finding("A", supports=A), "weak", "For none of its 1 supports"),
        ("researcher-effects",
         finding("A", supports=A, circumstances={"e00": {"volunteered": True}},
                 memos={"reflexive": 1}), "holds", "recorded for 1 of its 1"),
        ("researcher-effects",
         finding("A", supports=A, circumstances={"e00": {"volunteered": False}}), "weak",
         "100% were given on request"),
        ("researcher-effects",
         finding("A", supports=A, circumstances={
             "e00": {"volunteered": False, "leading question": True}}), "fails", "leading question"),
        ("triangulation", finding("A", supports=A), "fails", "one way only"),
        ("triangulation", finding("A B", supports=AB), "weak", "participants (2)"),
        ("triangulation", finding("A B", supports=[*AB, ("posts", 1)]), "holds", "kinds of sources (2)"),
        ("triangulation", finding("A B", supports=[*A, ("literature", 1)]), "fails", "one way"),
        ("outliers", finding("A"), "not applicable", "too few cases"),
        ("outliers", finding("A B C D E", unlike=dict.fromkeys("ABCD", 0.1) | {"E": 0.9}), "weak",
         "looked at E"),
        ("outliers",
         finding("A B C D E", unlike=dict.fromkeys("ABCD", 0.1) | {"E": 0.9},
                 standings=(StandingRow("E", "outlier", "fails", explained=True),)), "holds",
         "fails for E"),
        ("outliers", finding("A", standings=(StandingRow("A", "outlier", "fails", explained=False),)),
         "fails", "fails for A"),
        ("extreme-cases", finding("A"), "not applicable", "No case stands"),
        ("extreme-cases", finding("A B", extremes={"risk": (("A",), ("B",))}), "weak", "A, B"),
        ("extreme-cases",
         finding("A B", extremes={"risk": (("A",), ())},
                 standings=(StandingRow("A", "extreme", "holds", explained=False),)), "holds",
         "It holds for each"),
        ("surprises", finding("A"), "weak", "Nothing on record"),
        ("surprises", finding("A", memos={"jotting": 1}), "holds", "One jotting"),
        ("if-then", finding("A"), "not applicable", "No rule"),
        ("if-then", finding("A", rules=(rule(10, 9, 8),)), "holds", "8 of 10 (80%)"),
        ("if-then", finding("A", rules=(rule(10, 9, 7),)), "weak", "70%"),
        ("if-then", finding("A", rules=(rule(10, 9, 8), rule(10, 9, 4))), "fails", "40%"),
        ("if-then", finding("A", rules=(rule(0, 9, 0),)), "weak", "never there"),
        ("spurious-relations", finding("A", rules=(rule(9, 9, 8),)), "not applicable", "No rule"),
        ("spurious-relations",
         finding("A", rules=(rule(4, 5, 3, third="role", strata=(("x", 3, 1, 2, 1),)),)), "weak",
         "too few"),
        ("replication", finding("A"), "not applicable", "Nothing"),
        ("replication", finding("A B", supports=A, exposed=("A", "B")), "weak", "0% find it"),
        ("replication", finding("A B", supports=AB, exposed=("A", "B")), "holds", "100% find it"),
        ("replication", finding("A B", supports=A, given={"e00": Given("u", after=True)}), "holds",
         "One support comes"),
        ("rivals", finding("A"), "weak", "Nobody has said"),
        ("rivals", finding("A", rival_said=True), "weak", "is written"),
        ("rivals", finding("A", rivals=(RivalRow("F2", "weakened", 3, 2, 1),)), "holds", "2 segments"),
        ("rivals", finding("A", rivals=(RivalRow("F2", "retained", 3, 1, 2),)), "fails", "2 the other"),
        ("rivals", finding("A", rivals=(RivalRow("F2", "", 3),)), "weak", "not decided"),
        ("feedback", finding(), "not applicable", "Nobody"),
        ("feedback", finding("A"), "weak", "Nobody"),
        ("feedback", finding("A", feedback=(FeedbackRow("A", "no reply"),)), "weak", "nobody has"),
        ("feedback", finding("A B", feedback=(FeedbackRow("A", "agree"), FeedbackRow("B", "agree"))),
         "holds", "(100% agree)"),
        ("feedback",
         finding("A B", feedback=(FeedbackRow("A", "agree"), FeedbackRow("B", "disagree"))), "weak",
         "Against it: B"),
        ("feedback", finding("A", feedback=(FeedbackRow("A", "disagree", acted=True),)), "fails",
         "1 disagree"),
        ("quantities", finding("A", statement="They begin anew."), "not applicable", "no word"),
        ("quantities", finding("A", statement="Most begin anew."), "weak", "Most"),
        ("quantities",
         finding("A", statement="Most begin.", quantities=(QuantityRow("Most", 3, 4, 0.5, 1),)),
         "holds", "3 of 4 (75%)"),
        ("quantities",
         finding("A", statement="Most begin.", quantities=(QuantityRow("Most", 1, 4, 0.5, 1),)),
         "fails", "does not fit 1 of 4"),
    ],
)  # fmt: skip
def test_it_holds_by_what_is_on_record(tactic: str, facts: Any, outcome: str, words: str) -> None:
    verdict = how(tactic, facts)
    assert (verdict.outcome, words in str(verdict.sentence)) == (outcome, True), verdict.sentence


def test_a_relation_that_a_third_explains_is_spurious() -> None:
    # Crude: 16 of 20 against 4 of 20; within each role no relation is left.
    strata = (("seller", 16, 0, 4, 0), ("buyer", 0, 4, 0, 16))
    spurious = rule(20, 20, 16, third="role", strata=strata)
    told = how("spurious-relations", finding("A", rules=(spurious,)))
    (row,) = told.facts["relations"]  # type: ignore[misc]
    assert (row["crude"], row["adjusted"], told.outcome) == (16.0, None, "weak")
    mixed = (("seller", 12, 3, 4, 1), ("buyer", 1, 4, 3, 12))
    told = how(
        "spurious-relations", finding("A", rules=(rule(20, 20, 13, third="r", strata=mixed),))
    )
    (row,) = told.facts["relations"]  # type: ignore[misc]
    assert row["adjusted"] == pytest.approx(
        (12 * 1 / 20 + 1 * 12 / 20) / (3 * 4 / 20 + 4 * 3 / 20), abs=1e-4
    )
    assert told.outcome == "fails"


def test_the_odds_ratio_is_that_of_the_literature() -> None:
    # Kleinbaum, Kupper & Morgenstern: two strata of coronary disease, OR by Mantel-Haenszel.
    assert mantel_haenszel([(8, 44, 10, 60), (19, 103, 25, 340)]) == pytest.approx(
        (8 * 60 / 122 + 19 * 340 / 487) / (44 * 10 / 122 + 103 * 25 / 487)
    )
    assert mantel_haenszel([(1, 0, 0, 1)]) is None


@given(st.integers(0, 8), st.integers(0, 8))
def test_halves_are_those_one_gets_by_trying_all(cases: int, supporting: int) -> None:
    supporting = min(supporting, cases)
    splits = list(combinations(range(cases), cases // 2)) if cases > 1 else []
    good = sum(
        any(one < supporting for one in half)
        and any(one < supporting for one in range(cases) if one not in half)
        for half in splits
    )
    expected = good / len(splits) if splits else None
    found = split_halves(cases, supporting)
    assert found == (None if expected is None else pytest.approx(expected))


def test_words_of_quantity_are_found_whole() -> None:
    assert words_of_quantity("Most of them, and mostly ALL.") == ["Most", "mostly", "ALL"]
    assert words_of_quantity("Sebagian besar takut; tidak ada yang berani, sedikit pun.") == [
        "Sebagian besar", "tidak ada", "sedikit",
    ]  # fmt: skip
    assert words_of_quantity("The fewer, the better; foremost, overall.") == []
    for word, (low, high) in WORDS.items():
        assert 0 <= low <= high <= 1
        assert words_of_quantity(f"— {word} —") == [word]


def test_triangulation_says_how_far_it_reached() -> None:
    contact = {"source of A": Contact("interview", "talk", "Rina", "2020-05-01", 0)}
    facts = finding("A B", supports=[*AB, ("posts", 1)], contacts=contact)
    assert reached(facts) == "full"
    assert how("triangulation", facts).facts["methods"] == 1
