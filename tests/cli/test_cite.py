from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jejak.cli import jejak
from jejak.errors import NotFound
from jejak.model import Attribute
from jejak.study import Study, open_study
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> str:
    with small_study(tmp_path) as work:
        work.cases.tie_speaker(work.cases.add("Ge"), "G")
        work.cases.set_attributes(work.cases.get("Ge"), {"peran": "penjual"})
        work.displays.save("Kode", "matrix", {"rows": ["code"], "columns": ["case.peran"]})
        work.findings.add("Anonim itu biasa.", label="F1")
    return str(tmp_path / "small.jejak")


def run(*words: str) -> Result:
    runner = CliRunner(env={"COLUMNS": "160", "NO_COLOR": "1"})
    return runner.invoke(jejak, words, catch_exceptions=False)


def code(work: Study, words: str) -> None:
    source = work.sources.get("S-01")
    work.coding.apply(source, *work.coding.locate(source, words), ["Anonim"])


def test_a_display_and_a_cell_of_it_are_cited_told_and_let_go(study: str) -> None:
    cell = ("--row", "Triple-A/Anonim", "--column", "penjual")
    assert "0 of" in run("cite", study, "F1", "Kode").output
    told = run("cite", study, "F1", "Kode", *cell, "--weight", "4", "--why", "Jelas.").output
    assert "Triple-A/Anonim × penjual: seperti dikutip pada perubahan" in told
    with open_study(study) as work:
        code(work, "Takut")
        finding = work.findings["F1"]
        (row,) = (one for one in finding.cited().rows() if one["stance"])
        assert (row["then"], row["now"], row["differs"]) == (1, 2, True)
        (piece,) = finding.evidence().rows()
        assert piece["weight"] == 4
        assert piece["text"].startswith("≠ Triple-A/Anonim × penjual")
    whole, single = json.loads(run("cite", study, "F1", "--json", "--lang", "en").output)
    assert (whole["name"], len(whole["changed"])) == ("Kode", 2)
    assert (single["stance"], single["then"], single["now"]) == ("supports", 1, 2)
    assert "“Kode”" in run("finding", study, "F1").output
    run("cite", study, "F1", "Kode", *cell, "--remove")
    run("cite", study, "F1", "Kode", "--remove")
    assert json.loads(run("cite", study, "F1", "--json").output) == []
    run("undo", study, "2")
    assert len(json.loads(run("cite", study, "F1", "--json").output)) == 2
    with pytest.raises(NotFound):
        run("cite", study, "F1", "Kode", "--row", "Tiada", "--column", "penjual")


def test_a_report_tells_what_was_cited_beside_what_it_is_now(study: str, tmp_path: Path) -> None:
    run("cite", study, "F1", "Kode")
    run("cite", study, "F1", "Kode", "--row", "Triple-A/Anonim", "--column", "penjual")
    with open_study(study) as work:
        code(work, "Takut")
        for ending in (".html", ".md"):
            file = tmp_path / f"laporan{ending}"
            work.report(file, language="en")
            page = file.read_text()
            assert "2 of 3 cells say something else now" in page
            assert "≠ Triple-A/Anonim × penjual: as cited at change" in page
            assert "A cell of the display “Kode”" in page
        role = next(one.guid for one in work.store.all(Attribute) if one.name == "peran")
        work.about.set_privacy(hidden=[role])
        work.displays.update(work.displays.get("Kode"), settings={"columns": ["study"]})
        page = work.reports.html("en")
        assert "It stays in the study." in page
        assert "penjual" not in page
