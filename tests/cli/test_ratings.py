from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    with small_study(tmp_path) as made:
        for name in ("G", "S"):
            made.cases.add(name)
    return tmp_path / "small.jejak"


def test_cases_are_rated_and_compared(study: Path) -> None:
    levels = ["--levels", "rendah, sedang,tinggi"]
    assert call("rate", study, "G", "Risiko=rendah", *levels).code == 0
    done = call("rate", study, "S", "risiko=TINGGI", *levels, "--date", "Mei 2020", "--note", "n",
                "--shown", "code:Murah")  # fmt: skip
    assert done.code == 0, done.err
    rows = call("ratings", study, "--json").json
    assert [(row["case"], row["value"], row["level"], row["date"]) for row in rows] == [
        ("G", "rendah", 1, ""), ("S", "tinggi", 3, "2020-05"),
    ]  # fmt: skip
    assert rows[1]["evidence"] == ["S-01: Bikin akun baru lagi 😀"]
    ends = {row["end"]: row["cases"] for row in call("ratings", study, "--extremes", "risiko",
                                                     "--json").json}  # fmt: skip
    assert (ends["low"], ends["high"]) == (["G"], ["S"])
    assert "0.5" in call("ratings", study, "--profiles").out
    assert call("rate", study, "S", "risiko", "--date", "2020-05", "--remove").code == 0
    assert [row["case"] for row in call("ratings", study, "--json").json] == ["G"]
    assert call("ratings", study, "--case", "S", "--variable", "Risiko", "--json").json == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["G", "Risiko=besar", "--levels", "a,b"], 2),
        (["G", "Risiko"], 2),
        (["G", "Risiko=a"], 3),
        (["X", "Risiko=a", "--levels", "a,b"], 3),
        (["G", "Risiko=a", "--levels", "a,b", "--date", "soon"], 2),
        (["G", "Risiko", "--remove"], 3),
    ],
)
def test_bad_input_writes_nothing(study: Path, words: list[str], code: int) -> None:
    assert call("rate", study, *words).code == code
    assert call("ratings", study, "--json").json == []
    assert "Risiko" not in call("cases", study, "--json").out
