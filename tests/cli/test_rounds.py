from __future__ import annotations

from pathlib import Path

import pytest

from support.coders import coded_study
from support.commands import call

CODINGS = [
    ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 12, "A"), ("Rina", "S-1", 11, 21, "B"),
    ("Rina", "S-2", 0, 5, "A"), ("Bayu", "S-2", 0, 5, "A"),
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with coded_study(tmp_path, CODINGS) as study:
        return study.store.path


def test_a_round_from_its_plan_to_its_figures(path: Path, tmp_path: Path) -> None:
    assert "no round yet" in call("rounds", path).err
    shares = ("round", path, "Pilot", "--coders", "Rina,Bayu", "--overlap", 1)
    plan = call(*shares, "--dry-run", "--json").json
    assert [one["coders"] for one in plan["sources"]] == [["Rina", "Bayu"]] * 3
    assert call("rounds", path, "--json").json == []
    assert "3 of them for more than one" in call(*shares).out
    assert call("agree", path).code == 5
    assert "begun, begun" in call("round", path, "Pilot").out
    call("round", path, "Pilot", "--read", "S-3", "--user", "Bayu")
    call("round", path, "Pilot", "--give", "S-3=Bayu", "--rename", "Percobaan")
    done = call("round", path, "Percobaan", "--close", "--unit", "word", "--lang", "id")
    assert (done.code, "Hasilnya " in done.out) == (0, True)
    (told,) = call("rounds", path, "--json").json
    assert (told["name"], told["figures"][0]["unit"]) == ("Percobaan", "word")
    file = tmp_path / "rounds.csv"
    assert call("rounds", path, "-o", file).code == 0
    assert file.read_text("utf-8-sig").splitlines()[1].startswith("Percobaan,")
    assert "Percobaan" in call("rounds", path).out
    again = call("agree", path, "--round", "Percobaan", "--json").json
    assert again["sources"] == ["S-1", "S-2"]
    assert "is removed" in call("round", path, "Percobaan", "--remove").err


def test_the_same_person_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_USER", "Bayu")
    assert call("round", path, "Lagi", "--coders", "Bayu", "--again").code == 0
    assert call("find", path, "code:*", "--json").json == []
    monkeypatch.delenv("JEJAK_USER")
    done = call("round", path, "Lagi", "--close", "--keep", "first")
    assert "Bayu with themselves: no Krippendorff’s alpha. Nothing of it was read" in done.out


def test_what_is_refused(path: Path) -> None:
    assert call("round", path, "Pilot").code == 3
    assert call("round", path, "Pilot", "--coders", "Rina", "--overlap", 2).code == 2
    assert call("round", path, "Pilot", "--coders", "Budi").code == 3
    assert call("round", path, "Pilot", "--coders", "Rina,Bayu").code == 0
    assert call("round", path, "pilot", "--coders", "Rina").code == 2
    assert call("round", path, "Pilot", "--give", "S-1").code == 2
    assert call("round", path, "Pilot", "--close", "--measure", "delta").code == 3
    assert call("round", path, "Pilot", "--close").code == 0
    assert call("round", path, "Pilot", "--close").code == 4
