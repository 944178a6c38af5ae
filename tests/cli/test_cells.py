"""Words in the cells of a saved display, from the command line: no word is ever lost with its row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jejak.cli import jejak
from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.study import open_study
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> str:
    with small_study(tmp_path) as work:
        work.cases.tie_speaker(work.cases.add("Ge"), "G")
    file = str(tmp_path / "small.jejak")
    run("display", file, "code-frequencies", "--set", "unused=yes", "--save", "Siapa apa")
    return file


def run(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(jejak, words, catch_exceptions=False)


def rows(study: str, *words: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(
        run(*words or ("cells", study, "Siapa apa"), "--json").output
    )
    return found


def test_words_are_written_shown_and_cleared(study: str) -> None:
    done = run("cell", study, "Siapa apa", "Anonim", "Ge", "Two accounts", "--state", "checked")
    assert "Two accounts" in done.output
    assert "Anonim × Ge: Two accounts" in run("display", study, "Siapa apa").output
    (one,) = rows(study)
    assert (one["row"], one["column"], one["shown"]) == ("Triple-A/Anonim", "Ge", "yes")
    run("cell", study, "Siapa apa", "Triple-A/Anonim", "Ge", "--clear")
    assert rows(study) == []


def test_words_whose_row_is_gone_move_to_another_and_back_by_undo(study: str) -> None:
    run("cell", study, "Siapa apa", "Anonim", "Ge", "Two accounts")
    with open_study(study) as work:
        work.codes["Anonim"].remove()
    assert [one["shown"] for one in rows(study)] == ["no"]
    moved = rows(study, "cell", study, "Siapa apa", "Anonim", "Ge", "--to", "Murah", "Ge")
    assert [(one["row"], one["shown"], one["text"]) for one in moved] == [
        ("Triple-A/Murah", "yes", "Two accounts")
    ]
    run("undo", study)
    assert [(one["row"], one["shown"]) for one in rows(study)] == [("Anonim", "no")]


def test_words_never_take_the_place_of_others(study: str) -> None:
    run("cell", study, "Siapa apa", "Anonim", "Ge", "One")
    run("cell", study, "Siapa apa", "Murah", "Ge", "Other")
    with pytest.raises(Conflict) as taken:
        run("cell", study, "Siapa apa", "Triple-A/Anonim", "Ge", "--to", "Murah", "Ge")
    assert taken.value.code == "cell-taken"
    with pytest.raises(NotFound):
        run("cell", study, "Siapa apa", "Triple-A/Anonim", "Ge", "--to", "Nowhere", "Ge")
    assert sorted(one["text"] for one in rows(study)) == ["One", "Other"]


@pytest.mark.parametrize("given", [(), ("x", "--clear"), ("--clear", "--to", "Murah", "Ge")])
def test_one_thing_is_asked_at_a_time(study: str, given: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput) as caught:
        run("cell", study, "Siapa apa", "Anonim", "Ge", *given)
    assert caught.value.code == "bad-options"


def test_saved_displays_are_renamed_kept_with_other_settings_and_removed(study: str) -> None:
    run("display", study, "Siapa apa", "--rename", "Who what")
    run("display", study, "Who what", "--set", "measure=segments", "--save", "By segments")
    with open_study(study) as work:
        kept = {one.name: dict(one.settings) for one in work.displays.saved()}
    assert kept["By segments"] == {**kept["Who what"], "measure": "segments"}
    run("display", study, "Who what", "--remove")
    with open_study(study) as work:
        assert [one.name for one in work.displays.saved()] == ["By segments"]
