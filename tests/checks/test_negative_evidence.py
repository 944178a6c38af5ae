from __future__ import annotations

from dataclasses import replace

import pytest

from jejak.checks.negative_evidence import examine
from jejak.i18n import translate
from jejak.model.verdict import SearchRow, UnderCodes
from support.finding_facts import finding

ALL = UnderCodes(10, 0)
SOME = UnderCodes(10, 2, by_case={"B": 1}, by_kind={"interview": 1, "posts": 1}, mark=3)
MOST = UnderCodes(10, 8, by_kind={"posts": 8}, mark=4)
FOR = [("A", 1), ("B", 1)]
LOG = (SearchRow("code:c", 10, 0),)


@pytest.mark.parametrize(
    ("facts", "outcome", "words"),
    [
        (finding("A B", codes=()), "weak", "tied to no code"),
        (finding("A B"), "weak", "Nothing is coded"),
        (
            finding("A B", supports=FOR, under_codes=ALL, searches=LOG),
            "holds",
            "Nothing contradicts or",
        ),
        (finding("A B", under_codes=ALL, qualifies=FOR, searches=LOG), "holds", "2 qualify it"),
        (finding("A B", under_codes=SOME, supports=FOR), "weak", "2 of 10 segments"),
        (
            finding("A B", under_codes=SOME, qualifies=FOR),
            "weak",
            "So far nothing contradicts it; 2",
        ),
        (finding("A B", under_codes=MOST, supports=FOR), "fails", "So far nothing"),
        (
            finding("A B", under_codes=ALL, contradicts=FOR),
            "fails",
            "2 contradict it. Of 2 participants",
        ),
        (
            finding("A B", under_codes=ALL, supports=FOR, contradicts=FOR),
            "weak",
            "2 for it as well",
        ),
        (finding("A B", under_codes=ALL, supports=FOR), "weak", "No search for what"),
        (
            finding("A B", under_codes=ALL, contradicts=[("posts", 1)], searches=LOG),
            "holds",
            "of posts.",
        ),
    ],
)
def test_it_holds_by_what_was_looked_for_and_found(facts, outcome: str, words: str) -> None:
    verdict = examine(facts)
    assert (verdict.outcome, words in translate(verdict.sentence, "en")) == (outcome, True)


def test_the_next_step_is_named() -> None:
    assert "words of B (1)" in str(examine(finding("A", under_codes=SOME)).advice)
    assert "may be among them" in str(examine(finding("A", under_codes=MOST)).advice)
    assert "Say which codes" in str(examine(finding("A", codes=())).advice)
    assert "Code the material" in str(examine(finding("A")).advice)
    against = finding("A B", under_codes=ALL, supports=FOR, contradicts=FOR)
    assert "qualified" in str(examine(against).advice)
    unsearched = finding("A B", under_codes=ALL, supports=FOR)
    assert "put the search on record" in str(examine(unsearched).advice)
    assert examine(replace(unsearched, searches=LOG)).advice is None


def test_contradictions_are_listed_with_their_places() -> None:
    facts = finding("A B", under_codes=ALL, supports=FOR, contradicts=[("B", 1), ("posts", 1)])
    found = examine(facts).facts
    places = [(one["source"], one["participant"]) for one in found["contradictions"]]
    assert places == [("source of B", "B"), ("source of posts", None)]
    assert found["contradicting_share"] == round(1 / 3, 4)
