from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_a_network_is_made_extended_listed_and_checked(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("Gita")
    path = tmp_path / "small.jejak"
    file = tmp_path / "arrows.csv"
    file.write_text("origin,target,sign\nA,B,+\nB,A,-\n", encoding="utf-8")
    new = ("--new", "causal-network", "--case", "Gita", "--from", str(file), "--arrange")
    assert "A       B       +" in call("network", path, "Why", *new).out
    found = call("network", path, "Why", "--check", "--json").json
    assert [one["check"] for one in found] == ["circle", "no evidence", "no evidence"]
    assert found[0]["boxes"] == ["A", "B"]
    (listed,) = call("networks", path, "--json").json
    assert (listed["boxes"], listed["arrows"]) == (2, 2)
    assert "Why" in call("networks", path).out
    assert [row["sign"] for row in call("network", path, "why", "--json").json] == ["+", "-"]
    assert "menyeimbangkan" in call("network", path, "Why", "--check").out
    assert call("network", path, "Whi").code != 0


def test_codes_that_may_mediate_are_shown_and_one_is_put_between(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        study.codes.add("Takut")
        for words, codes in (("Takut", ["Murah", "Takut"]), ("namanya palsu", ["Takut"])):
            study.coding.apply(source, *study.coding.locate(source, words), codes)
        network = study.networks.make("Why")
        for name in ("Murah", "Anonim"):
            network.add_box(name, study.codes[name])
        network.connect("Murah", "Anonim", "+")
    path = tmp_path / "small.jejak"
    between = ("--between", "Murah", "Anonim")
    (found,) = call("network", path, "Why", *between, "--json").json
    assert (found["name"], found["with_first"], found["with_second"]) == ("Takut", 1, 1)
    assert "Takut  1" in call("network", path, "Why", *between).out
    assert call("network", path, "Why", "--put", "Takut").code == 2
    shown = call("network", path, "Why", *between, "--put", "Takut", "--json").json
    assert [(row["origin"], row["target"]) for row in shown] == [
        ("Murah", "Takut"),
        ("Takut", "Anonim"),
    ]
    named = ("--between", "Murah", "Takut", "--put", "Malu")
    assert "Malu" in call("network", path, "Why", *named).out
    assert call("network", path, "Why", *between).code == 3
