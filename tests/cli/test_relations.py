"""Relations between codes and between cases, said and taken back on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jejak.cli import jejak
from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.study import open_study
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> str:
    with small_study(tmp_path) as work:
        work.cases.add("G")
        work.cases.add("Anonim")
    return str(tmp_path / "small.jejak")


def rows(*words: str) -> list[dict[str, Any]]:
    done = CliRunner().invoke(jejak, [*words, "--json"], catch_exceptions=False)
    found: list[dict[str, Any]] = json.loads(done.output)
    return found


def test_a_relation_is_said_listed_given_a_reason_and_taken_back(study: str) -> None:
    tie = ("relation", study, "code:Anonim", "makes possible", "Murah")
    (made,) = rows(*tie)
    assert (made["origin"], made["type"], made["target"]) == (
        "Anonim", "makes possible", "Murah"
    )  # fmt: skip
    (again,) = rows(*tie, "--memo", "G")
    assert (again["guid"], again["memo"]) == (made["guid"], "G")
    assert rows("relations", study) == rows("relations", study, "--of", "Murah") == [again]
    assert rows("relations", study, "--of", "G") == []
    plain = CliRunner().invoke(jejak, ["relations", study]).output
    assert plain.splitlines()[0].split() == ["origin", "type", "target", "memo"]
    assert rows(*tie, "--remove") == rows("relations", study) == []
    CliRunner().invoke(jejak, ["undo", study], catch_exceptions=False)
    assert [one["memo"] for one in rows("relations", study)] == ["G"]


def test_what_cannot_be_is_refused_and_nothing_is_changed(study: str) -> None:
    with pytest.raises(Conflict, match="code and a case"):
        rows("relation", study, "Anonim", "is", "Murah")
    with pytest.raises(NotFound, match="No code and no case"):
        rows("relation", study, "Tiada", "is", "Murah")
    with pytest.raises(NotFound, match="not tied"):
        rows("relation", study, "G", "is", "Murah", "--remove")
    with pytest.raises(InvalidInput, match="another one"):
        rows("relation", study, "G", "is", "G")
    with pytest.raises(InvalidInput, match="stands alone"):
        rows("relation", study, "G", "is", "Murah", "--memo", "x", "--remove")
    assert rows("relations", study) == []


def test_a_code_is_offered_and_put_between_two_that_are_related(study: str) -> None:
    tie = ("relation", study, "code:Anonim", "makes possible", "Murah")
    rows(*tie, "--memo", "G")
    assert rows(*tie, "--between") == []
    with open_study(study) as work:
        work.codebook.add("Aman")
    (half,) = rows(*tie, "--put", "Aman")
    assert (half["origin"], half["target"], half["memo"]) == ("Anonim", "Aman", "G")
    assert len(rows("relations", study, "--of", "Aman")) == 2
    with pytest.raises(NotFound, match="not tied"):
        rows(*tie, "--between")
