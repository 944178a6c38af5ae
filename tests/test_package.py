"""What is shipped: the wheel and the source archive carry everything, the locks name no address."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
sys.path.insert(0, str(ROOT))

from hatch_build import FrontEnd  # noqa: E402 -- the build hook lives at the root, outside any package


def build(kind: str, into: Path) -> Path:
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", str(into)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (made,) = into.iterdir()
    return made


def shipped() -> set[str]:
    """Every file of the package as it lies in the source, the built workspace among them."""
    return {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "jejak").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_every_file_of_the_package(tmp_path: Path) -> None:
    with zipfile.ZipFile(build("wheel", tmp_path)) as wheel:
        carried = {name for name in wheel.namelist() if name.startswith("jejak/")}
    assert carried == shipped()
    assert "jejak/web/static/index.html" in carried


def test_the_source_archive_carries_the_built_workspace_and_its_source(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        carried = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"src/{name}" for name in shipped()} <= carried
    assert {"frontend/package-lock.json", "frontend/.npmrc", "hatch_build.py"} <= carried


@pytest.fixture
def built(tmp_path: Path) -> FrontEnd:
    front = tmp_path / "frontend"
    ignored = shutil.ignore_patterns("node_modules")
    shutil.copytree(ROOT / "frontend", front, ignore=ignored)
    copy = FrontEnd(tmp_path)
    copy.static.mkdir(parents=True)
    (copy.static / ".digest").write_text(copy.digest())
    return copy


def test_a_built_workspace_is_fresh_until_its_source_changes(built: FrontEnd) -> None:
    assert built.is_fresh()
    (built.folder / "src" / "added.ts").write_text("export const added = 1;\n")
    assert not built.is_fresh()


def test_tests_and_other_files_of_the_front_end_do_not_make_it_stale(built: FrontEnd) -> None:
    (built.folder / "src" / "added.test.ts").write_text("// a test\n")
    (built.folder / "biome.json").write_text("{}")
    assert built.is_fresh()


def test_a_digest_depends_on_names_too(built: FrontEnd) -> None:
    screen = built.folder / "src" / "main.tsx"
    screen.rename(screen.with_name("other.tsx"))
    assert not built.is_fresh()


@pytest.mark.parametrize("lock", ["requirements.lock", "frontend/package-lock.json"])
def test_a_lock_names_no_address_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not [word for word in ("resolved", "index-url", "find-links", ".tgz") if word in text]
