from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    with small_study(tmp_path) as made:
        made.cases.tie_speaker(made.cases.add("Ge"), "G")
    return tmp_path / "small.jejak"


def test_a_query_is_kept_changed_and_asked_for(study: Path) -> None:
    made = call("set", study, "Doubts", "--query", "code:Triple-A")
    assert (made.code, made.out) == (0, "Doubts: 2 segments\n")
    assert call("set", study, "Doubts", "--query", "code:Anonim").out == "Doubts: 1 segment\n"
    assert call("set", study, "Who", "--of", "case", "--query", "in set:Doubts").code == 0
    renamed = call("set", study, "Doubts", "--rename", "Second thoughts")
    assert renamed.out == "Second thoughts: 1 segment\n"
    rows = call("sets", study, "--json").json
    assert [(row["name"], row["of"], row["query"], row["members"]) for row in rows] == [
        ("Second thoughts", "segment", "code:Anonim", 1),
        ("Who", "case", 'in set:"Second thoughts"', 1),
    ]
    assert "namanya palsu" in call("find", study, 'in set:"Second thoughts"').out
    assert call("set", study, "Who", "--remove").code == 0
    assert len(call("sets", study, "--json").json) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Nobody",), 3),
        (("Nobody", "--query", "code:(("), 2),
        (("Nobody", "--query", "code:Mahal"), 3),
        (("Nobody", "--remove", "--rename", "X"), 2),
        (("Nobody", "--query", "code:*", "--of", "colour"), 2),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    study: Path, words: tuple[str, ...], code: int
) -> None:
    before = study.read_bytes()
    assert call("set", study, *words).code == code
    assert study.read_bytes() == before


def test_a_set_stays_of_its_kind(study: Path) -> None:
    call("set", study, "Doubts", "--query", "code:Triple-A")
    assert call("set", study, "Doubts", "--of", "case").code == 2
