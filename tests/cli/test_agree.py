from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import call


def test_a_table_the_places_and_a_paragraph(coded: Path) -> None:
    done = call("agree", coded)
    assert done.code == 0
    assert "All codes jointly" in done.out
    assert "S-1 11–21  B: Rina coded it; Bayu did not.\n    abcdefghij" in done.out
    assert "Agreement is Krippendorff’s alpha (Krippendorff 2011), of each of 3 codes" in done.out
    assert "Nobody used this code" in done.out


def test_in_indonesian(coded: Path) -> None:
    done = call("agree", coded, "--lang", "id", "--measure", "cu-alpha")
    assert "Semua kode bersama-sama" in done.out
    assert "Krippendorff, Mathet, Bouvry & Widlöcher 2016" in done.out


def test_json_and_options(coded: Path) -> None:
    done = call(
        "agree", coded, "--json", "--measure", "cohen-kappa", "--unit", "word", "--set",
        "weights=linear", "--coders", "Bayu,Rina", "--codes", "A", "--interval", "none",
    )  # fmt: skip
    told = done.json
    assert (told["measure"], told["unit"], told["coders"]) == (
        "cohen-kappa",
        "word",
        ["Bayu", "Rina"],
    )
    assert [one["code"] for one in told["codes"]] == ["A"]
    # Bayu’s first touches a second word.
    assert told["codes"][0]["value"] == pytest.approx(0.736842, abs=1e-6)
    assert told["jointly"]["interval"] is None
    assert call("agree", coded, "--json", "--measure", "span-f1").json["unit"] is None
    stated = call("agree", coded, "--json", "--read", "Bayu=*", "--read", "Rina=*").json
    assert stated["sources"] == ["S-1", "S-2", "S-3"]


def test_a_file_and_what_is_refused(coded: Path, tmp_path: Path) -> None:
    file = tmp_path / "agreement.csv"
    assert call("agree", coded, "-o", file).code == 0
    assert file.read_text("utf-8-sig").splitlines()[1].startswith("All codes jointly,")
    assert call("agree", coded, "--measure", "delta").code == 3
    assert call("agree", coded, "--set", "weights").code == 2
    wrong = call("agree", coded, "--measure", "gamma", "--set", "samples=many")
    assert (wrong.code, "whole number" in wrong.err) == (2, True)
    assert call("agree", coded, "--interval", "guess").code == 2
