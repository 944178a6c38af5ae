"""The shape of the house: tests mirror the source, files stay small, names say something."""

from __future__ import annotations

import statistics
from pathlib import Path

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


def test_every_module_and_screen_is_short() -> None:
    files = [SOURCE / module for module in MODULES] + [FRONT / screen for screen in SCREENS]
    assert [str(path) for path in files if lines_of(path) > LONGEST] == []


def test_half_of_the_modules_are_under_a_hundred_lines() -> None:
    assert statistics.median(lines_of(SOURCE / module) for module in MODULES) < MEDIAN


def test_every_file_name_says_something() -> None:
    assert [str(path) for path in MODULES + SCREENS if words_of(path) & BANNED] == []


def test_every_test_mirrors_a_source() -> None:
    tests = sorted(path.relative_to(TESTS) for path in TESTS.rglob("test_*.py"))
    assert [str(test) for test in tests if not _mirrors(test)] == []


def _mirrors(test: Path) -> bool:
    """Whether there is a source that this could test."""
    if test.parts[0] in ACROSS or str(test) in OF_THE_WHOLE:
        return True
    source = SOURCE / mirrored(test)
    return source.with_suffix(".py").is_file() or (source / "__init__.py").is_file()


def test_every_room_has_tests() -> None:
    rooms = {module.parts[0] for module in MODULES if len(module.parts) > 1}
    assert sorted(room for room in rooms if not any((TESTS / room).rglob("test_*.py"))) == []


def test_packages_say_what_they_are() -> None:
    folders = {module.parent for module in MODULES}
    without = [str(folder) for folder in folders if not (SOURCE / folder / "__init__.py").exists()]
    assert without == []
