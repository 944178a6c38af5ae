from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from jejak.cli import jejak
from jejak.errors import InvalidInput, NotFound
from jejak.study import open_study
from support.studies import small_study


@pytest.fixture
def path(tmp_path: Path) -> str:
    with small_study(tmp_path) as study:
        case = study.cases.add("Gita")
        study.cases.tie_source(case, study.sources.get("S-01"))
        study.memos.add("Tentang", "x", about=[("case", case.guid)])
        study.sources.add_text("dua", "Dua orang bicara.")
        for one in (case, study.cases.add("Lain")):
            study.cases.tie_source(one, study.sources.get("dua"))
    return str(tmp_path / "small.jejak")


def run(*arguments: str, answer: str = "") -> tuple[str, BaseException | None]:
    result = CliRunner().invoke(jejak, ["protect", *arguments], input=answer)
    return result.output, result.exception


def cases(path: str) -> set[str]:
    with open_study(path) as study:
        return {case.name for case in study.cases.all()}


def test_it_says_what_will_go_and_changes_nothing(path: str) -> None:
    told, error = run(path, "--withdraw", "Gita", "--dry-run")
    assert error is None
    for words in ("the source S-01, whole", "2 × coding", "“Tentang”", "dua: nobody said"):
        assert words in told
    assert cases(path) == {"Gita", "Lain"}


def test_the_name_must_be_typed_once_more(path: str) -> None:
    assert isinstance(run(path, "--withdraw", "Gita", answer="ya\n")[1], InvalidInput)
    assert cases(path) == {"Gita", "Lain"}
    told, error = run(path, "--withdraw", "Gita", answer="Gita\n")
    assert error is None
    assert "called Mundur-1" in told
    assert cases(path) == {"Mundur-1", "Lain"}


def test_it_answers_programs(path: str) -> None:
    result = CliRunner().invoke(jejak, ["protect", path, "--withdraw", "Gita", "--yes", "--json"])
    told = json.loads(result.stdout)
    assert told["removed"] == ["S-01"]
    assert not told["dry_run"]


def test_what_is_not_there_is_named(path: str) -> None:
    assert isinstance(run(path, "--withdraw", "Nobody")[1], NotFound)
    assert isinstance(run(path)[1], InvalidInput)
