from __future__ import annotations

import pytest

from jejak.checks.source_kinds import examine
from jejak.model.verdict import UnderCodes
from support.finding_facts import finding


@pytest.mark.parametrize(
    ("supports", "outcome", "words"),
    [
        ([], "not applicable", "nothing to compare"),
        (["literature"], "fails", "Only literature"),
        (["A"], "weak", "interviews (1) alone."),
        (["A", "literature"], "weak", "interviews (1) alone; literature (1) is not counted"),
        (["A", "posts", "posts"], "holds", "posts (2), interviews (1)."),
        (["A", "posts", "literature"], "holds", "literature (1) is not counted"),
    ],
)
def test_literature_never_makes_a_second_kind(supports: list[str], outcome, words: str) -> None:
    verdict = examine(finding("A B", supports=[(one, 1) for one in supports]))
    assert (verdict.outcome, words in str(verdict.sentence)) == (outcome, True)


def test_it_says_where_to_look() -> None:
    under = UnderCodes(9, 5, by_kind={"posts": 3, "interview": 1, "literature": 1})
    verdict = examine(finding("A", supports=[("A", 1)], under_codes=under))
    assert "lie in posts (3)" in str(verdict.advice)
    assert verdict.facts["not_weighed_elsewhere"] == {"posts": 3}
    assert "another kind" in str(examine(finding("A", supports=[("A", 1)])).advice)
