from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jejak.cli import jejak
from jejak.displays import DISPLAYS
from jejak.errors import InvalidInput, NotFound
from jejak.study import open_study
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> str:
    with small_study(tmp_path) as work:
        work.cases.tie_speaker(work.cases.add("Ge"), "G")
        work.displays.save("Siapa apa", "code-frequencies", {"measure": "segments"})
    return str(tmp_path / "small.jejak")


def run(*words: str, columns: int = 100) -> Result:
    runner = CliRunner(env={"COLUMNS": str(columns), "NO_COLOR": "1"})
    return runner.invoke(jejak, words, catch_exceptions=False)


def test_kinds_and_saved_displays_are_listed(study: str) -> None:
    text = run("displays", study).output
    assert "code-frequencies: Frekuensi kode menurut kasus dan atribut." in text
    assert "--set measure=…" in text
    assert "Siapa apa" in text
    rows = json.loads(run("displays", study, "--json", "--lang", "en").output)
    assert [row["name"] for row in rows] == [*DISPLAYS.names(), "Siapa apa"]
    assert [row["saved"] for row in rows] == [False] * len(DISPLAYS.names()) + [True]
    (frequencies,) = (row for row in rows if row["name"] == "code-frequencies")
    by = frequencies["settings"][0]
    assert (by["name"], by["type"], by["default"]) == ("by", "attribute", "case")
    assert {"value": "case", "label": "Case"} in by["choices"]


def test_a_kind_is_found_by_other_names_of_it(study: str) -> None:
    text = run("displays", study, "--lang", "en").output
    assert "  Also called: Causal-prediction model." in text
    for name, kind in (("causal-prediction-model", "predictions"), ("folk-taxonomy", "code-taxonomy"),
                       ("case-ordered-predictor-outcome-matrix", "predictor-outcome")):  # fmt: skip
        shape = json.loads(run("display", study, name, "--save", name, "--json").output)
        assert shape["kind"] == kind
    with open_study(study) as work:
        assert work.displays.get("folk-taxonomy").kind == "code-taxonomy"


def test_a_table_on_the_terminal(study: str) -> None:
    text = run("display", study, "code-frequencies", "--lang", "en").output
    assert "Code frequencies: Case" in text
    assert any(line.split() == ["Triple-A", "2", "2"] for line in text.splitlines())
    assert "In the cells: number of codings." in text
    assert "\x1b" not in text


def test_what_is_empty_says_so(study: str) -> None:
    asked = ("display", study, "timeline", "--lang", "en", "--filter", "weight > 101")
    assert "Nothing to show: the filter leaves nothing" in run(*asked).output


def test_settings_filters_and_saved_names(study: str) -> None:
    chosen = ["--set", "codes=Anonim", "--set", "codes=Murah", "--set", "by=study"]
    shape = json.loads(run("display", study, "code-frequencies", *chosen, "--json").output)
    assert [row["label"] for row in shape["rows"]] == ["Anonim", "Murah"]
    kept = json.loads(
        run("display", study, "siapa apa", "--filter", "weight > 50", "--json").output
    )
    assert kept["caption"]["unit"] == "jumlah segmen yang berbeda"
    assert kept["caption"]["n"] == 1


def test_a_file_by_its_ending(study: str, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    assert run("display", study, "code-cooccurrence", "-o", str(path)).exit_code == 0
    assert "Kemunculan bersama kode" in path.read_text("utf-8")


def test_a_saved_display_follows_its_codes_and_tells_of_it(study: str) -> None:
    with open_study(study) as work:
        work.displays.save("Dua kode", "code-frequencies", {"codes": ["Murah", "Anonim"]})
        work.codebook.merge([work.codebook.get("Murah")], work.codebook.get("Anonim"))
    told = run("display", study, "dua kode", "--lang", "en")
    assert told.exit_code == 0
    assert "“Murah” was merged into “Triple-A/Anonim”" in " ".join(told.output.split())
    with pytest.raises(NotFound):
        run("display", study, "code-frequencies", "--set", "codes=Murah")


def test_what_cannot_be_is_refused(study: str) -> None:
    for words in (["--set", "by"], ["--set", "by=shoe"], ["--set", "shoe=5"]):
        with pytest.raises(InvalidInput):
            run("display", study, "code-frequencies", *words)
    with pytest.raises(InvalidInput):
        run("display", study, "code-frequencies", "--lang", "fr")
