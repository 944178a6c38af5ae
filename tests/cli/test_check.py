"""jejak check, finding and findings as people run them."""

from __future__ import annotations

import io
import json
import os
import pty
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from jejak.checks import CHECKS
from jejak.cli import main
from jejak.study import open_study
from support.found_out import talked_study, weigh

PROGRAM = "from jejak.cli import main; main()"


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


def run(*words: object) -> Done:
    """The command line, in this process: what it prints where, and its exit code."""
    out, err = io.StringIO(), io.StringIO()
    given, sys.argv = sys.argv, ["jejak", *map(str, words)]
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main()
    except SystemExit as ended:
        return Done(int(ended.code or 0), out.getvalue(), err.getvalue())
    finally:
        sys.argv = given
    raise AssertionError("a command ends with an exit code")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with talked_study(folder) as study:
        cheap = study.findings.add("Murah bagi semua.", codes=["Harga"])
        weigh(study, cheap, "W-01", "Murah sekali", weight=4)
        weigh(study, cheap, "W-02", "seharga kopi", weight=4)
        known = study.findings.add("Semua tanpa nama.", codes=["Anonim"], scope="case in (A, B)")
        weigh(study, known, "W-01", "Tidak ada yang tahu nama saya", weight=2)
        weigh(study, known, "W-02", "nama saya ketahuan", weight=5, stance="contradicts")
    return folder / "talks.jejak"


@pytest.fixture
def path(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "90")
    return Path(shutil.copy(made, tmp_path / "talks.jejak"))


def test_it_says_what_each_finding_lacks(path: Path) -> None:
    told = run("check", path, "--lang", "en")
    assert told.returncode == 0
    assert "F1  Murah bagi semua." in told.stdout
    assert "× fails  Weight of evidence" in told.stdout
    assert "+ holds: Several participants" in told.stdout
    assert "2 findings: 0 hold throughout, 1 weak in something, 1 failing" in told.stdout
    assert "Jejak’s own" in told.stdout
    assert "\x1b" not in told.stdout
    assert max(map(len, told.stdout.splitlines())) <= 90
    indonesian = run("check", path, "f2").stdout
    assert "gagal  Beberapa peserta" in indonesian
    assert "F1" not in indonesian
    assert "bertahan  Bukti" not in indonesian


def test_programs_get_flat_objects(path: Path) -> None:
    rows = json.loads(run("check", path, "--json", "--lang", "en").stdout)
    assert len(rows) == 2 * len(CHECKS.names())
    assert list(rows[0]) == [
        "finding", "tactic", "verdict", "sentence", "advice", "facts", "judged", "judged_by",
        "note", "stale",
    ]  # fmt: skip
    assert (rows[0]["finding"], rows[0]["tactic"], rows[0]["verdict"]) == (
        "F1",
        "participants",
        "holds",
    )
    assert rows[0]["facts"]["names"] == ["A", "B"]
    listed = json.loads(run("findings", path, "--json").stdout)
    assert [(one["name"], one["supports"], one["contradicts"]) for one in listed] == [
        ("F1", 2, 0), ("F2", 1, 1),
    ]  # fmt: skip
    assert listed[1]["cases"] == ["A", "B"]
    assert run("findings", path).stdout.startswith("name  status")


def test_pipelines_fail_on_what_they_ask_for(path: Path) -> None:
    assert run("check", path, "F2", "--fail-on", "fails").returncode == 1
    assert run("check", path, "F1", "--fail-on", "fails").returncode == 0
    assert run("check", path, "F1", "--fail-on", "weak").returncode == 1
    assert run("check", path, "--fail-on", "stale").returncode == 0
    assert run("check", path, "F9").returncode == 3
    assert run("check", path, "--fail-on", "luck").returncode == 2
    assert run("check", path, "--lang", "xx").returncode == 2


def test_a_judgement_counts_until_it_is_stale(path: Path) -> None:
    weak = [
        row
        for row in json.loads(run("check", path, "F1", "--json").stdout)
        if row["verdict"] == "weak"
    ]
    words = [word for row in weak for word in ("--judge", f"{row['tactic']}=holds")]
    assert words
    done = run("finding", path, "F1", *words, "--note", "Read again.")
    assert done.returncode == 0, done.stderr
    assert run("check", path, "F1", "--fail-on", "weak", "--fail-on", "stale").returncode == 0
    told = run("check", path, "F1", "--lang", "en").stdout
    assert "Rina judged: holds (shown today: weak). Read again." in told
    assert run("finding", path, "F1", "--qualifies", "code:Anonim").returncode == 0
    assert run("check", path, "--fail-on", "stale").returncode == 1
    assert "Out of date" in run("check", path, "--lang", "en").stdout
    assert run("undo", path).returncode == 0
    assert run("check", path, "--fail-on", "stale").returncode == 0
    run("finding", path, "F1", "--judge", "coders=weak")
    assert "Rina menilai: lemah" in run("check", path, "F1").stdout


def test_a_finding_is_written_with_its_evidence(path: Path) -> None:
    done = run(
        "finding", path, "F8", "--statement", "Diam.", "--code", "Anonim", "--scope", "case = C",
        "--question", 1, "--status", "proposition", "--supports", "W-03:14-35", "--contradicts",
        "code:Anonim", "--why", "Katanya.", "--weight", 3, "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["name"], found["question"], found["cases"]) == ("F8", "Mengapa?", ["C"])
    assert [one["stance"] for one in found["evidence"]] == [
        "supports",
        "contradicts",
        "contradicts",
    ]
    assert found["evidence"][0]["case"] == "C"
    again = run("finding", path, "f8", "--supports", "W-03:14-35", "--question", 0)
    assert "0 supports: W-03:14-35 (1 were evidence already)" in again.stderr
    shown = run("finding", path, "F8").stdout
    assert "Katanya." in shown
    assert "question" not in shown
    assert "supports [3]  W-03 14–35 C:" in shown
    assert json.loads(run("finding", path, "--statement", "Lagi.", "--json").stdout)["name"] == "F9"
    trail = run("history", path, "--limit", 3).stdout
    assert "Finding F8" in trail
    assert "A new finding" in trail


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("F7",), 3),
        (("F7", "--status", "hunch"), 3),
        (("--status", "hunch"), 2),
        (("F1", "--status", "true"), 2),
        (("F1", "--question", "7"), 3),
        (("F1", "--supports", "text:tiada"), 3),
        (("F1", "--supports", "Nobody:1-2"), 2),
        (("F1", "--supports", "W-01:0-9999"), 2),
        (("F1", "--judge", "coders"), 2),
        (("F1", "--judge", "luck=holds"), 3),
    ],
)
def test_what_makes_no_sense_changes_nothing(path: Path, words: tuple[str, ...], code: int) -> None:
    before = run("history", path).stdout
    done = run("finding", path, *words)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert run("history", path).stdout == before


def test_nothing_to_check(tmp_path: Path) -> None:
    assert run("new", tmp_path / "n.jejak", "--title", "N").returncode == 0
    done = run("check", tmp_path / "n.jejak")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Belum ada temuan" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_colours_are_for_terminals_and_for_those_who_want_them(path: Path) -> None:
    def seen(**environment: str) -> bytes:
        try:
            ours, theirs = pty.openpty()
        except OSError:
            pytest.skip("this machine has no terminals to give")
        command = [sys.executable, "-c", PROGRAM, "check", str(path), "F2"]
        settings = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        child = subprocess.Popen(
            command, stdout=theirs, stderr=theirs, stdin=theirs,
            env={**settings, "TERM": "xterm", **environment},
        )  # fmt: skip
        os.close(theirs)
        parts = []
        try:
            while part := os.read(ours, 4096):
                parts.append(part)
        except OSError:  # the other end is closed
            pass
        os.close(ours)
        assert child.wait() == 0
        return b"".join(parts)

    assert b"\x1b[31m" in seen()
    assert b"\x1b" not in seen(NO_COLOR="1")


def test_pipelines_fail_on_open_findings_and_on_words_that_are_gone(path: Path) -> None:
    done = run("check", path, "--fail-on", "unverified,misquoted", "--lang", "en")
    assert done.returncode == 1
    assert "unverified: F1 is hunch, not verified" in done.stderr
    assert "misquoted" not in done.stderr
    assert run("check", path, "--fail-on", "misquoted").returncode == 0
    assert run("finding", path, "F1", "--status", "rejected").returncode == 0
    done = run("check", path, "F1", "--fail-on", "unverified", "--lang", "en")
    assert "F1 is rejected, but lacks something" in done.stderr
    assert "! no longer borne out as rejected" in done.stdout
    assert run("finding", path, "F2", "--status", "rejected").returncode == 0
    assert run("check", path, "F2", "--fail-on", "unverified").returncode == 0
    with open_study(path) as study:
        source = study.sources.get("W-01")
        start = study.sources.text(source).index("Murah sekali")
        study.corrections.make(source, [(start, start + len("Murah sekali"), "")])
    done = run("check", path, "--fail-on", "stale", "--fail-on", "misquoted")
    assert (done.returncode, done.stderr.count("misquoted: F1")) == (1, 1)


def test_it_says_what_changes_without_each(path: Path) -> None:
    done = run("check", path, "F1", "--leave-one-out", "--lang", "en")
    assert "Without A: Several participants from “holds” to “fails”" in done.stdout
    rows = json.loads(run("check", path, "--leave-one-out", "--json").stdout)
    assert {row["finding"] for row in rows} == {"F1", "F2"}
    assert rows[0]["outcomes"]["participants"] == ["holds", "fails"]
    assert (rows[0]["without"], rows[0]["name"]) == ("participant", "A")


def test_a_status_is_refused_with_what_lacks_until_it_is_there(path: Path) -> None:
    before = run("history", path).stdout
    refused = run("finding", path, "F1", "--status", "verified")
    assert refused.returncode == 4
    assert "F1 cannot be verified yet. It was not seen by several" in refused.stderr
    assert "No search for what speaks against it is on record." in refused.stderr
    assert run("history", path).stdout == before
    assert "to be proposition" not in run("finding", path, "F1").stdout
    run("finding", path, "F1", "--status", "proposition")
    assert "to be supported it lacks:" in run("finding", path, "F1").stdout
    assert run("record", path, "F1", "search", "query=code:Harga", "inspected=2").returncode == 0
    assert run("finding", path, "F1", "--status", "supported").returncode == 0
    assert run("undo", path).returncode == 0
    assert run("undo", path).returncode == 0
    assert run("finding", path, "F1", "--status", "supported").returncode == 4
