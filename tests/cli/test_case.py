from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_a_case_is_made_then_changed(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    done = call("case", study, "Ge", "--set", "peran=penjual", "--set", "usia=31", "--speaker", "G")
    assert done.err == "Ge: 2 attributes, 1 speakers set.\n"
    call("case", study, "ge", "--set", "usia=")
    (row,) = call("cases", study, "--json").json
    assert (row["peran"], row["usia"], row["speakers"]) == ("penjual", None, ["G"])
    before = study.read_bytes()
    assert call("case", study, "Ge", "--set", "usia").code == 2
    assert call("case", study, "Lain", "--kind", "planet").code == 2
    assert study.read_bytes() == before
