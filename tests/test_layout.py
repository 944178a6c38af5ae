"""The shape of the house: tests mirror the source, files stay small, names say something."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "jejak"
TESTS = ROOT / "tests"
FRONT = ROOT / "frontend" / "src"
MODULES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))
SCREENS = sorted(
    path.relative_to(FRONT)
    for path in FRONT.rglob("*.ts*")
    if path.name != "schema.d.ts" and ".test." not in path.name
)
# Folders of tests that look across rooms, and so mirror no single one of them.
ACROSS = {"contracts", "properties", "e2e", "support"}
# Tests of the whole house, at the top of tests/.
OF_THE_WHOLE = {
    "test_layout.py",
    "test_face.py",
    "test_docs.py",
    "test_start.py",
    "test_package.py",
}
BANNED = {"manager", "helper", "utils", "util", "data", "item", "node", "handler", "misc"}
LONGEST = 400
MEDIAN = 100


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def mirrored(test: Path) -> Path:
    """The source that a test speaks of: ``room/thing`` for ``tests/room/test_thing.py``."""
    thing = test.name.removeprefix("test_").removesuffix(".py")
    return test.parent / thing


def words_of(path: Path) -> set[str]:
    stems = [part.removesuffix(path.suffix) for part in path.parts]
    words = {word for stem in stems for word in stem.replace("-", "_").lower().split("_")}
    return words | {word.removesuffix("s") for word in words}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_is_short(module: Path) -> None:
    assert lines_of(SOURCE / module) <= LONGEST


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_screen_is_short(screen: Path) -> None:
    assert lines_of(FRONT / screen) <= LONGEST


def test_half_of_the_modules_are_under_a_hundred_lines() -> None:
    assert statistics.median(lines_of(SOURCE / module) for module in MODULES) < MEDIAN


@pytest.mark.parametrize("path", MODULES + SCREENS, ids=str)
def test_a_file_name_says_something(path: Path) -> None:
    assert not words_of(path) & BANNED


@pytest.mark.parametrize(
    "test", sorted(path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")), ids=str
)
def test_a_test_mirrors_a_source(test: Path) -> None:
    if test.parts[0] in ACROSS or str(test) in OF_THE_WHOLE:
        return
    source = SOURCE / mirrored(test)
    assert source.with_suffix(".py").is_file() or (source / "__init__.py").is_file(), (
        f"there is no {source.relative_to(ROOT)}.py that this could test"
    )


def test_every_room_has_tests() -> None:
    rooms = {module.parts[0] for module in MODULES if len(module.parts) > 1}
    assert sorted(room for room in rooms if not any((TESTS / room).rglob("test_*.py"))) == []


def test_packages_say_what_they_are() -> None:
    folders = {module.parent for module in MODULES}
    without = [str(folder) for folder in folders if not (SOURCE / folder / "__init__.py").exists()]
    assert without == []
