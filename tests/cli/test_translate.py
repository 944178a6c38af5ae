from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jejak.cli import jejak
from jejak.errors import InvalidInput
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> str:
    with small_study(tmp_path) as work:
        return str(work.store.path)


def run(*words: str) -> Result:
    runner = CliRunner(env={"COLUMNS": "160", "NO_COLOR": "1"})
    return runner.invoke(jejak, words, catch_exceptions=False)


def test_words_are_translated_and_all_translations_listed(study: str) -> None:
    words = ("translate", study, "S-01", "namanya palsu", "--into", "en")
    assert (
        "under a false name" in run(*words, "--text", "under a false name", "--by", "Mira").output
    )
    (row,) = json.loads(run("translate", study, "--json").output)
    assert row == {
        "where": "S-01", "words": "namanya palsu", "language": "en",
        "translation": "under a false name", "translator": "Mira", "stale": False,
    }  # fmt: skip
    assert json.loads(run(*words, "--text", "", "--json").output) == []
    with pytest.raises(InvalidInput):
        run("translate", study, "S-01", "namanya palsu")
