"""jejak checklist and jejak criteria as people run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from jejak.cli.checklist import checklist, criteria
from jejak.errors import InvalidInput
from support.studies import small_study


@pytest.fixture
def path(tmp_path: Path) -> str:
    with small_study(tmp_path) as study:
        return str(study.store.path)


def run(command: object, *words: str) -> str:
    done = CliRunner().invoke(command, list(words))  # type: ignore[arg-type]  # a command
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0
    return " ".join(done.stdout.split())


def test_an_item_is_answered_and_taken_back(path: str) -> None:
    assert "Nobody" not in run(checklist, path, "coreq", "--lang", "en")
    told = run(
        checklist, path, "coreq", "10", "--text", "By role.", "--place", "p. 4", "--lang", "en"
    )
    assert "10. Sampling + on record Rina: By role. (p. 4)" in told
    told = run(checklist, path, "coreq", "10", "--take-back", "--lang", "en")
    assert "10. Sampling × not on record" in told
    with pytest.raises(InvalidInput, match="which item"):
        run(checklist, path, "coreq", "--text", "By role.")


def test_what_is_missing_is_shown_alone(path: str) -> None:
    told = run(criteria, path, "--missing", "--lang", "id")
    assert "C4. Diskusi sejawat × tidak tercatat" in told
    assert "D1." not in told
    assert "D1. Jejak audit + tercatat" in run(criteria, path, "--lang", "id")


def test_a_checklist_is_written_and_given_to_programs(path: str, tmp_path: Path) -> None:
    rows = json.loads(run(checklist, path, "coreq", "--json"))
    coders = next(row for row in rows if row["item"] == "24")
    assert (coders["state"], coders["facts"]) == ("on record", {"coders": 1})
    file = tmp_path / "coreq.md"
    assert "coreq.md" not in run(checklist, path, "coreq", "-o", str(file))
    assert "COREQ" in file.read_text("utf-8")
