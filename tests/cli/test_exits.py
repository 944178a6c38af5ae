"""The commands as people run them, on real files: what they print, and the codes they end with."""

from __future__ import annotations

import os
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from jejak.cli.formats import formats
from support.commands import call, start

DEMO = Path(str(resources.files("jejak"))) / "demo"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "demo.jejak"
    assert call("new", path, "--title", "Demo", "--question", "Mengapa?").code == 0
    added = call(
        "add",
        path,
        *(DEMO / name for name in ("interviews", "observations", "posts", "literature", "statute")),
        "--json",
    )
    assert added.json["out"] == 19
    frames = ("triple-a", "reach-accessibility-usability", "production-distribution-consumption")
    for wanted in (*frames, DEMO / "codebook.yaml"):
        assert call("codebook", path, "--apply", wanted).code == 0
    for coder in ("rina", "bayu"):
        coded = call("code", path, DEMO / f"codings-{coder}.csv", "--json")
        assert coded.code == 0, coded.out
    return path


@pytest.mark.slow
def test_the_reference_study_is_coded_whole(study: Path) -> None:
    found = call("find", study, "code:Anonimitas and coder:Rina", "--json").json
    assert found
    assert all("Rina" in row["coders"] for row in found)
    assert sum(row["codings"] for row in call("codes", study, "--json").json) == 405 + 293
    assert call("case", study, "G", "--speaker", "G", "--set", "peran=penjual").code == 0
    assert call("cases", study, "--json").json[0]["speakers"] == ["G"]
    assert call("find", study, "case.peran = penjual").out
    assert "akun baru" in call("find", study, "akun baru", "--text").out.lower()
    nothing = call("find", study, "tiada kata ini", "--text")
    assert (nothing.code, nothing.out) == (0, "")
    assert "Nothing" in nothing.err
    assert "sources" not in call("sources", study).out
    assert call("autocode", study, "--code", "Akun baru", "--text", "akun baru").code == 0
    assert call("undo", study).code == call("redo", study).code == 0
    assert "akun baru" in call("history", study).out
    assert call("history", study, "--json").json[0]["digest"]
    assert "Triple-A" in call("codebook", study).out
    assert "is whole" in call("verify", study).out
    assert call("codes", study).out.startswith("path")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("find", "{study}", "code:Nobody"), 3),
        (("find", "{study}", "code:(("), 2),
        (("find", "{study}", "[", "--regex"), 2),
        (("sources", "none.jejak"), 3),
        (("sources", __file__), 7),
        (("new", "{study}", "--title", "T"), 4),
        (("add", "{study}", "none.txt"), 6),
        (("add", "{study}", "*.none"), 2),
        (("code", "{study}", "none.csv"), 3),
        (("code", "{study}", __file__), 2),
        (("codebook", "{study}", "--apply", "no-frame"), 3),
        (("codebook", "{study}", "-o", "x.odt"), 2),
        (("case", "{study}", "A", "--set", "x"), 2),
        (("autocode", "{study}", "--code", "Anonimitas"), 2),
        (("nothing",), 2),
    ],
)
def test_bad_input_is_one_line_and_its_code(study: Path, words: tuple[str, ...], code: int) -> None:
    before = study.read_bytes()
    done = call(*(word.format(study=study) for word in words))
    assert done.code == code, done.err
    assert "Traceback" not in done.err
    assert study.read_bytes() == before


def test_without_a_command_there_is_help() -> None:
    done = call()
    assert (done.code, done.out.startswith("Usage: jejak"), done.err) == (0, True, "")


def test_a_command_that_is_none_is_told_with_the_nearest() -> None:
    done = call("fnid")
    assert (done.code, done.err) == (
        2,
        "jejak: There is no command “fnid”. Did you mean “find”? See: jejak --help\n",
    )
    assert "See: jejak find --help" in call("find").err


def test_a_reader_that_goes_away_is_not_told(study: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    process = start("find", study, "code:*", stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    _, told = process.communicate()
    assert (process.returncode, told) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_that_finds_no_room_is_one_line(study: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start("find", study, "code:*", stdout=full, stderr=subprocess.PIPE)
        _, told = process.communicate()
    assert process.returncode == 7
    assert (told.count(b"\n"), b"No space left" in told) == (1, True)


def test_stopping_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(formats, "callback", stopped)
    done = call("formats")
    assert (done.code, done.err.strip()) == (130, "jejak: stopped. Nothing was left half done.")
