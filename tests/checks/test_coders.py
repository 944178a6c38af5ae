from __future__ import annotations

import pytest

from jejak.checks.coders import examine
from support.finding_facts import finding

TWO = [("A", 1), ("B", 1)]


@pytest.mark.parametrize(
    ("coded_by", "coders", "outcome", "words"),
    [
        ({}, 2, "fails", "Nobody"),
        ({"e00": ("R",), "e01": ("R",)}, 2, "fails", "Only R coded"),
        ({"e00": ("R",)}, 1, "weak", "Only R codes in this study"),
        ({"e00": ("R", "Y"), "e01": ("Y",)}, 2, "holds", "1 of 2 supports (50%)"),
        ({"e00": ("R",), "e01": ("Y",)}, 2, "weak", "Only 0 of 2"),
        ({"e00": ("R", "Y"), "e01": ("R", "Y")}, 2, "holds", "2 of 2 supports (100%)"),
    ],
)
def test_it_holds_by_words_that_several_coded(coded_by, coders: int, outcome, words) -> None:
    verdict = examine(finding("A B", supports=TWO, coded_by=coded_by, coders=coders))
    assert (verdict.outcome, words in str(verdict.sentence)) == (outcome, True)
    assert (verdict.advice is None) == (outcome == "holds")


def test_nothing_to_compare() -> None:
    verdict = examine(finding("A B", contradicts=TWO))
    assert (verdict.outcome, verdict.facts["share"]) == ("not applicable", 0.0)
