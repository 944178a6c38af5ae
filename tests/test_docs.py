"""Nothing that is registered is undocumented, and code on pages runs. That generated pages are fresh is a gate."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from jejak import errors
from jejak.analysis.agreement import COEFFICIENTS
from jejak.analysis.query.parse import parse
from jejak.checks import CHECKS
from jejak.cli import COMMANDS, jejak
from jejak.cli.exits import EXITS
from jejak.formats import FORMATS
from jejak.model import query
from jejak.services.codebook_entries import frames
from jejak.services.codebook_files import CODEBOOK_ENDINGS
from jejak.study import open_study
from jejak.study.reference import MATERIAL
from support.commands import call
from support.manuscripts import written
from support.qualcoder import coded_project
from support.refi import counted_otherwise
from support.rqda import rqda_project
from support.taguette import taguette_file

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"


def page(name: str) -> str:
    return (REFERENCE / name).read_text("utf-8")


@pytest.mark.parametrize("name", CHECKS.names())
def test_every_check_is_documented(name: str) -> None:
    assert f"`{name}`" in page("checks.md")


@pytest.mark.parametrize("name", COEFFICIENTS.names())
def test_every_coefficient_is_documented_with_its_formula(name: str) -> None:
    section = page("coefficients.md").partition(f"### `{name}`\n")[2].partition("\n###")[0]
    measure = COEFFICIENTS.get(name)
    assert measure.formula in section
    assert [
        one
        for one in (measure.source, *(one.name for one in measure.options))
        if one not in section
    ] == []


@pytest.mark.parametrize("name", FORMATS.names())
def test_every_format_is_documented_with_its_endings(name: str) -> None:
    line = next(line for line in page("formats.md").splitlines() if line.startswith(f"| `{name}`"))
    assert [ending for ending in FORMATS.get(name).endings if ending not in line] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"## jejak {name}\n" in page("cli.md")


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_is_documented(name: str) -> None:
    kind = getattr(errors, name)
    assert name == "JejakError" or f"| `{name}` |" in page("errors.md")
    assert name == "JejakError" or f"| {EXITS[kind]} |" in page("errors.md")


def test_every_word_of_the_query_language_is_documented() -> None:
    text = page("queries.md")
    words = [*query.RELATIONS, *query.SUBJECTS, *query.OPERATORS]
    assert [word for word in words if word not in text] == []


def test_every_frame_and_codebook_ending_is_documented() -> None:
    text = page("formats.md")
    assert [one.name for one in frames() if f"`{one.name}`" not in text] == []
    assert [
        ending for ending in CODEBOOK_ENDINGS if ending.replace(".yml", ".yaml") not in text
    ] == []


def test_every_page_of_the_reference_is_in_its_index() -> None:
    index = page("index.md")
    assert [one.name for one in REFERENCE.glob("*.md") if f"({one.name})" not in index] == [
        "index.md"
    ]


def blocks(path: Path, language: str) -> list[str]:
    found = re.findall(
        rf"^```{language}\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert found
    return found


@pytest.fixture
def beside_the_demo(reference_study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-demo").mkdir()
    (tmp_path / "my-demo" / "demo.jejak").write_bytes(reference_study.read_bytes())


@pytest.mark.usefixtures("beside_the_demo")
@pytest.mark.parametrize("name", ["tutorials/python.md", "reference/python.md"])
def test_python_on_pages_runs(name: str) -> None:
    names: dict[str, Any] = {}
    for block in blocks(DOCS / name, "python"):
        exec(compile(block, name, "exec"), names)  # noqa: S102  (the page's own code)
    names["study"].close()


def test_queries_on_pages_are_queries() -> None:
    for block in blocks(REFERENCE / "queries.md", "query"):
        for line in block.splitlines():
            assert parse(str(parse(line))) == parse(line)


def commands(path: Path) -> list[str]:
    """The commands on a page as they would be typed, each on one line."""
    text = path.read_text("utf-8")
    shown = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = (line.strip() for block in shown for line in block.replace("\\\n", " ").splitlines())
    return [line.removeprefix("$ ") for line in lines if re.match(r"(\$ )?jejak ", line)]


# What a page of commands needs beside a study: what the words around it speak of.
QUOTED = [
    "Disuruh kirim pulsa dulu buat masuk grup.",
    "Takut penyakit, takut razia, takut semuanya.",
]
TOLD = [f"They say “{words}”" for words in QUOTED * 3]
# These write whole documents, which other tests do: here it is enough that they are called rightly.
LONG = ("report", "crate", "demo", "open")


@pytest.fixture
def surroundings(reference_study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-demo").mkdir()
    for name in ("study.jejak", "bayu.jejak", "demo.jejak", "my-demo/demo.jejak"):
        (tmp_path / name).write_bytes(reference_study.read_bytes())
    (tmp_path / "chapter4.docx").write_bytes(written(["Most sellers agree.", *TOLD]))
    shutil.copytree(MATERIAL / "interviews", tmp_path / "raw")
    shutil.copy(MATERIAL / "codings-bayu.csv", tmp_path / "codings.csv")
    taguette_file(tmp_path / "2021-06-05_Pasar pagi.sqlite3")
    coded_project(tmp_path / "pasar.qda").done()
    rqda_project(tmp_path / "material.rqda").done()
    counted_otherwise(tmp_path / "kota.qdpx")
    brat = tmp_path / "kebun"
    brat.mkdir()
    (brat / "Wawancara 1.txt").write_text("Setiap pagi saya ke pasar. Harga naik lagi.\n", "utf-8")
    (brat / "Wawancara 1.ann").write_text(
        "T1\tTempat 20 25\tpasar\nT2\tHarga 27 37\tHarga naik\n#1\tAnnotatorNotes T2\tDengan nada kesal\n",
        "utf-8",
    )


def kept_in(file: Path, words: list[str]) -> tuple[int, str]:
    """The same of a command whose output a page keeps in a file."""
    done = call(*words)
    file.write_text(done.out, "utf-8")
    return done.code, done.err


def called(line: str) -> tuple[int, str]:
    """The exit code of a command on a page, and what it said of what was wrong."""
    words = shlex.split(line, comments=True)[1:]
    if words[1].startswith("trail/"):
        return 0, ""
    words = words[: words.index("<")] if "<" in words else words
    if ">" in words:
        return kept_in(Path(words[-1]), words[: words.index(">")])
    if words[0] in LONG or (words[0] == "audit" and "-o" in words):
        command = jejak.get_command(jejak.make_context("jejak", []), words[0])
        assert command is not None
        command.make_context(words[0], words[1:])
        return 0, ""
    if "GUID" in words:
        with open_study(words[1]) as study:
            code = study.codes.all()[0]
            made = study.remarks.add("code", code.guid, "Mengapa?")
        words[words.index("GUID")] = made.guid
    if "KEY" in words:
        with open_study(words[1]) as study:
            words[words.index("KEY")] = study.agreement.disagreements(limit=1)[0].key
    if "--take-in" in words:
        assert call("remarks", "copy.jejak", "-o", words[-1]).code == 0
    sys.stdin = io.StringIO(words[-1] if "--withdraw" in words else "Kata pengantar.")
    done = call(*words)
    return done.code, done.err


PAGES = [path for path in sorted(DOCS.rglob("*.md")) if path.name != "cli.md" and commands(path)]


@pytest.mark.usefixtures("surroundings")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(DOCS)))
def test_commands_on_pages_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", sys.stdin)
    wrong = []
    for line in commands(path):
        code, said = called(line)
        # A pipeline is told by 1 that something is unverified.
        if code != ("--fail-on" in line):
            wrong.append(f"{line}: {said}")
    assert wrong == []
