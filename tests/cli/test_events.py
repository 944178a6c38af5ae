from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    with small_study(tmp_path) as made:
        made.cases.tie_speaker(made.cases.add("Gita"), "G")
    return tmp_path / "small.jejak"


def test_an_event_is_noted_changed_and_listed(study: Path) -> None:
    done = call(
        "event", study, "Akun baru", "--date", "after May 2020", "--critical", "--kind", "mulai",
        "--shown", "code:Murah", "--shown", "S-01:0-5", "--leads-to", "Bersembunyi",
    )  # fmt: skip
    assert done.code == 0, done.err
    call("event", study, "Lama", "--date", "2019", "--actor", "Gita")
    rows = call("events", study, "--json").json
    assert [(row["name"], row["date"], row["actors"]) for row in rows] == [
        ("Lama", "2019", ["Gita"]), ("Akun baru", "2020-06/..", ["Gita"]),
    ]  # fmt: skip
    assert rows[1]["leads_to"] == ["Bersembunyi"]
    assert [one["start"] for one in rows[1]["evidence"]] == [22, 0]
    assert call("event", study, "akun baru", "--rename", "Akun kedua", "--not-critical").code == 0
    assert "Akun kedua" in call("events", study, "--since", "2020").out
    assert "Akun" not in call("events", study, "--critical").out
    assert call("undo", study).code == 0
    assert "Akun baru" in call("events", study, "--critical", "--kind", "mulai").out
    assert call("event", study, "Lama", "--remove").code == 0
    assert [row["name"] for row in call("events", study, "--case", "Gita", "--json").json] == [
        "Akun baru"
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["X", "--date", "soon"], 2),
        (["X", "--actor", "Nobody"], 3),
        (["X", "--shown", "code:Nothing"], 3),
        (["X", "--remove"], 3),
        (["X", "--remove", "--place", "p"], 2),
        ([" "], 2),
    ],
)
def test_bad_input_writes_nothing(study: Path, words: list[str], code: int) -> None:
    assert call("event", study, *words).code == code
    assert call("events", study, "--json").json == []
