from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import call


def test_a_round_from_its_plan_to_its_figures(coded: Path, tmp_path: Path) -> None:
    assert "no round yet" in call("rounds", coded).err
    shares = ("round", coded, "Pilot", "--coders", "Rina,Bayu", "--overlap", 1)
    plan = call(*shares, "--dry-run", "--json").json
    assert [one["coders"] for one in plan["sources"]] == [["Rina", "Bayu"]] * 3
    assert call("rounds", coded, "--json").json == []
    assert "3 of them for more than one" in call(*shares).out
    assert call("agree", coded).code == 5
    assert "begun, begun" in call("round", coded, "Pilot").out
    mine = ("sources", coded, "--mine", "--user", "Bayu")
    assert [one["name"] for one in call(*mine, "--json").json] == ["S-1", "S-2", "S-3"]
    call("round", coded, "Pilot", "--read", "S-3", "--user", "Bayu")
    assert [one["name"] for one in call(*mine, "--json").json] == ["S-1", "S-2"]
    call("round", coded, "Pilot", "--give", "S-3=Bayu", "--rename", "Percobaan")
    done = call("round", coded, "Percobaan", "--close", "--unit", "word", "--lang", "id")
    assert (done.code, "Hasilnya " in done.out) == (0, True)
    (told,) = call("rounds", coded, "--json").json
    assert (told["name"], told["figures"][0]["unit"]) == ("Percobaan", "word")
    file = tmp_path / "rounds.csv"
    assert call("rounds", coded, "-o", file).code == 0
    assert file.read_text("utf-8-sig").splitlines()[1].startswith("Percobaan,")
    assert "Percobaan" in call("rounds", coded).out
    assert "No open round gives you a source" in call(*mine).err
    again = call("agree", coded, "--round", "Percobaan", "--json").json
    assert again["sources"] == ["S-1", "S-2"]
    assert "is removed" in call("round", coded, "Percobaan", "--remove").err


def test_the_same_person_again(coded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_USER", "Bayu")
    assert call("round", coded, "Lagi", "--coders", "Bayu", "--again").code == 0
    assert call("find", coded, "code:*", "--json").json == []
    monkeypatch.delenv("JEJAK_USER")
    done = call("round", coded, "Lagi", "--close", "--keep", "first")
    assert "Bayu with themselves: no Krippendorff’s alpha. Nothing of it was read" in done.out


def test_what_is_refused(coded: Path) -> None:
    assert call("round", coded, "Pilot").code == 3
    assert call("round", coded, "Pilot", "--coders", "Rina", "--overlap", 2).code == 2
    assert call("round", coded, "Pilot", "--coders", "Budi").code == 3
    assert call("round", coded, "Pilot", "--coders", "Rina,Bayu").code == 0
    assert call("round", coded, "pilot", "--coders", "Rina").code == 2
    assert call("round", coded, "Pilot", "--give", "S-1").code == 2
    assert call("round", coded, "Pilot", "--close", "--measure", "delta").code == 3
    assert call("round", coded, "Pilot", "--close").code == 0
    assert call("round", coded, "Pilot", "--close").code == 4
