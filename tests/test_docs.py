"""Nothing that is registered is undocumented, generated pages are fresh, and code on pages runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jejak import errors
from jejak.analysis.agreement import COEFFICIENTS
from jejak.analysis.query.parse import parse
from jejak.checks import CHECKS
from jejak.cli import COMMANDS
from jejak.cli.exits import EXITS
from jejak.formats import FORMATS
from jejak.model import query
from jejak.services.codebook_entries import frames
from jejak.services.codebook_files import CODEBOOK_ENDINGS
from jejak.study.reference import build_reference

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
    assert [one for one in (measure.source, *measure.options) if one not in section] == []


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


@pytest.mark.parametrize("script", ["docs_cli.py", "docs_python.py"])
def test_generated_pages_are_fresh(script: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def blocks(path: Path, language: str) -> list[str]:
    found = re.findall(
        rf"^```{language}\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert found
    return found


@pytest.fixture(scope="module")
def reference_study(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("docs") / "demo.jejak"
    assert list(build_reference(path))
    return path.read_bytes()


@pytest.fixture
def beside_the_demo(
    reference_study: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-demo").mkdir()
    (tmp_path / "my-demo" / "demo.jejak").write_bytes(reference_study)


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
