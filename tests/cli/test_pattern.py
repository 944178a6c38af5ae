from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_codes_are_paired_counted_and_made_a_pattern(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        study.cases.tie_speaker(study.cases.add("Gita"), "G")
        for words in ("Bikin akun", "namanya palsu"):
            study.coding.apply(source, *study.coding.locate(source, words), ["Murah", "Anonim"])
    path = tmp_path / "small.jejak"
    (pair,) = call("pattern", path, "--json").json
    assert (pair["first"]["name"], pair["together"], pair["cases"]) == ("Anonim", 3, 1)
    assert "Triple-A/Anonim  Triple-A/Murah" in call("pattern", path).out
    chosen = ("--code", "Murah", "--code", "Anonim")
    counted = call("pattern", path, *chosen, "--json").json
    assert (counted["segments"], counted["cases"][0]["name"]) == (3, "Gita")
    made = call("pattern", path, "Jalan pintas", *chosen, "--below", "--why", "Sama.")
    assert made.err == "“Jalan pintas” is made of 2 codes.\n"
    assert "any        1: Gita" in made.out
    assert "no sign    0" in made.out
    assert call("pattern", path, "Jalan pintas", "--json").json == counted | {
        "members": [one | {"path": f"Jalan pintas/{one['name']}"} for one in counted["members"]]
    }
    assert call("pattern", path).out.splitlines() == ["code  with  together  cases  c"]
    assert call("pattern", path, "Tidak ada").code != 0
