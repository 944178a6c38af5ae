"""The commands as people run them: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from jejak.cli.formats import formats
from support.commands import call, start

DEMO = Path(str(resources.files("jejak"))) / "demo"
PROGRAM = "from jejak.cli import main; main()"


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "demo.jejak"
    assert run("new", path, "--title", "Demo", "--question", "Mengapa?").returncode == 0
    added = run(
        "add",
        path,
        *(DEMO / name for name in ("interviews", "observations", "posts", "literature", "statute")),
        "--json",
    )
    assert json.loads(added.stdout)["out"] == 19
    frames = ("triple-a", "reach-accessibility-usability", "production-distribution-consumption")
    for wanted in (*frames, DEMO / "codebook.yaml"):
        assert run("codebook", path, "--apply", wanted).returncode == 0
    for coder in ("rina", "bayu"):
        coded = run("code", path, DEMO / f"codings-{coder}.csv", "--json")
        assert coded.returncode == 0, coded.stdout
    return path


@pytest.mark.slow
def test_the_reference_study_is_coded_whole(study: Path) -> None:
    found = json.loads(run("find", study, "code:Anonimitas and coder:Rina", "--json").stdout)
    assert found
    assert all("Rina" in row["coders"] for row in found)
    assert (
        sum(row["codings"] for row in json.loads(run("codes", study, "--json").stdout)) == 405 + 293
    )
    assert run("case", study, "G", "--speaker", "G", "--set", "peran=penjual").returncode == 0
    assert json.loads(run("cases", study, "--json").stdout)[0]["speakers"] == ["G"]
    assert run("find", study, "case.peran = penjual").stdout
    assert "akun baru" in run("find", study, "akun baru", "--text").stdout.lower()
    nothing = run("find", study, "tiada kata ini", "--text")
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert "Nothing" in nothing.stderr
    assert "sources" not in run("sources", study).stdout
    assert run("autocode", study, "--code", "Akun baru", "--text", "akun baru").returncode == 0
    assert run("undo", study).returncode == run("redo", study).returncode == 0
    assert "akun baru" in run("history", study).stdout
    assert json.loads(run("history", study, "--json").stdout)[0]["digest"]
    assert "Triple-A" in run("codebook", study).stdout
    assert "is whole" in run("verify", study).stdout
    assert run("codes", study).stdout.startswith("path")


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
    done = run(*(word.format(study=study) for word in words))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
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
