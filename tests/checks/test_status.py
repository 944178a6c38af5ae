"""What each status asks for, and what a finding lacks for it."""

from __future__ import annotations

from typing import Any

import pytest

from jejak.checks.status import CONFIRMING, confirmed, lacking
from jejak.i18n import translate
from jejak.model.verdict import FeedbackRow, RivalRow, SearchRow, StandingRow
from support.finding_facts import finding

ONE = [("A", 3)]
FULL: dict[str, Any] = {
    "supports": [("A", 3), ("B", 3), ("observation", 3)],
    "searches": (SearchRow("code:c", 12, 0),),
    "rival_said": True,
    "feedback": (FeedbackRow("A", "agree"),),
}


def lacks(status: str, facts: Any, **reasons: str) -> list[str]:
    return [one.condition for one in lacking(status, facts, reasons)]


def full(**more: Any) -> Any:
    return finding("A B", **(FULL | more))


@pytest.mark.parametrize(
    ("status", "facts", "wanted"),
    [
        ("hunch", finding(), []),
        ("proposition", finding(), ["evidence"]),
        ("proposition", finding("A", supports=ONE), []),
        ("supported", finding("A", supports=ONE), ["triangulation", "search"]),
        ("supported", full(supports=[("A", 3), ("B", 3)]), []),
        ("supported", full(supports=[("A", 3), ("literature", 3)]), ["triangulation"]),
        ("supported", full(searches=()), ["search"]),
        ("verified", full(), []),
        ("verified", full(supports=[("A", 3), ("B", 3)]), ["triangulation"]),
        ("verified", full(searches=()), ["search"]),
        ("verified", full(rival_said=False), ["rivals"]),
        ("verified", full(rivals=(RivalRow("F2"),)), ["rivals"]),
        ("verified", full(rivals=(RivalRow("F2", "joint", 2),)), []),
        ("verified", full(rivals=(RivalRow("F2", "weakened", 2, 0, 3),)), ["rivals"]),
        ("verified", full(rivals=(RivalRow("F2", "ruled out", 2, 0, 3),)), []),
        ("verified", full(feedback=()), ["feedback"]),
        ("verified", full(feedback=(FeedbackRow("A", "no reply"),)), ["feedback"]),
        ("verified", full(feedback=(*FULL["feedback"], FeedbackRow("B", "disagree"))), ["feedback"]),
        ("verified", full(feedback=(*FULL["feedback"], FeedbackRow("B", "disagree", acted=True))), []),
        ("verified", full(standings=(StandingRow("A", "outlier", "fails", explained=False),)),
         ["outliers"]),
        ("verified", full(standings=(StandingRow("A", "outlier", "fails", explained=True),)), []),
        ("qualified", full(), ["limits"]),
        ("qualified", full(qualifies=[("B", 3)]), []),
        ("rejected", full(), ["against"]),
        ("proposition", finding(plausible=True), ["plausible", "evidence"]),
        ("proposition", finding("A", supports=ONE, plausible=True), []),
        ("qualified", finding(plausible=True), ["plausible", "search", "limits"]),
        ("hunch", finding(plausible=True), []),
        ("rejected", finding(plausible=True), ["against"]),
        ("rejected", full(rivals=(RivalRow("F2", "retained"),)), []),
    ],
)  # fmt: skip
def test_each_status_says_what_lacks(status: str, facts: Any, wanted: list[str]) -> None:
    assert lacks(status, facts) == wanted
    for one in lacking(status, facts):
        for told in (one.sentence, one.advice):
            assert translate(told, "id") != translate(told, "en")


def test_what_is_merely_plausible_is_confirmed_by_one_of_the_thirteen() -> None:
    bare = finding(plausible=True)
    assert confirmed(bare) == ()
    assert lacks("proposition", bare, replication="holds") == ["evidence"]
    assert lacks("proposition", bare, quantities="holds") == ["plausible", "evidence"]
    told = finding("A", supports=ONE, plausible=True)
    assert "weight-of-evidence" in confirmed(told)
    reasons = dict.fromkeys(confirmed(told), "weak")
    assert lacks("proposition", told, **reasons) == ["plausible"]
    assert len(CONFIRMING) == 13


def test_written_reasons_count_but_never_for_the_log() -> None:
    bare = finding("A", supports=ONE)
    reasons = dict.fromkeys(("triangulation", "rivals", "feedback", "outliers"), "holds")
    assert lacks("verified", bare, **reasons, **{"negative-evidence": "holds"}) == ["search"]
    assert lacks("verified", full(feedback=()), feedback="not applicable") == []
    assert lacks("verified", full(feedback=()), feedback="weak") == ["feedback"]
    assert lacks("supported", full(supports=ONE), triangulation="weak") == []
    assert lacks("verified", full(supports=ONE), triangulation="weak") == ["triangulation"]
