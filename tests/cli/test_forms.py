"""Summary forms and files of memos from the terminal."""

from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_forms_are_listed_and_written(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.sources.add_text("S-02", "Lain.")
        study.cases.add("G")
        study.forms.write(study.sources["S-01"], "contact", {"issues": "Harga."})
        study.forms.write(study.cases["G"], "case", {"known": "Hati-hati."})
    file = tmp_path / "small.jejak"
    rows = call("forms", file, "--json").json
    assert [(row["name"], row["forms"]) for row in rows] == [("S-01", ["contact"]), ("S-02", [])]
    assert [row["name"] for row in call("forms", file, "--missing", "--json").json] == ["S-02"]
    assert [row["name"] for row in call("forms", file, "--form", "contact", "--json").json] == [
        "S-01"
    ]
    assert "G" in call("forms", file, "--cases").out
    out = tmp_path / "contacts.csv"
    done = call("forms", file, "--form", "contact", "-o", out)
    assert (done.code, "contacts.csv" in done.err) == (0, True)
    assert "Harga." in out.read_text("utf-8-sig")
    assert call("forms", file, "--form", "diary", "-o", out).code != 0


def test_memos_are_written_to_a_file(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.memos.add("M", "isi", about=[("code", study.codes["Murah"].guid)])
        study.memos.add("Lepas", "x")
    out = tmp_path / "memos.md"
    done = call("memos", tmp_path / "small.jejak", "--about", "code:Murah", "-o", out)
    assert done.code == 0, done.err
    assert out.read_text("utf-8").startswith("# M\n")
    assert "Lepas" not in out.read_text("utf-8")
