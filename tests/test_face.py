"""The public face: what is exported is there, documented and typed; the rest is private."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import jejak
from jejak import study

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "python.md"


def test_what_is_exported_is_what_is_public() -> None:
    assert sorted(jejak.__all__) == dir(jejak)
    public = {
        name
        for name, value in vars(jejak).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    # Words that typing and late loading need.
    assert public - {"annotations", "Any", "TYPE_CHECKING", "import_module"} <= set(jejak.__all__)


@pytest.mark.parametrize("name", jejak.__all__)
def test_every_name_is_there_and_on_its_page(name: str) -> None:
    value = getattr(jejak, name)
    assert f"jejak.{name}" in PAGE.read_text("utf-8") or f"### {name}" in PAGE.read_text("utf-8")
    assert inspect.getdoc(value)


def test_what_is_not_exported_is_not_there() -> None:
    with pytest.raises(AttributeError):
        _ = jejak.nothing
    with pytest.raises(AttributeError):
        _ = jejak.Store


@pytest.mark.parametrize("name", study.__all__)
def test_public_members_say_what_they_do(name: str) -> None:
    value = getattr(study, name)
    members = vars(value).items() if inspect.isclass(value) else ()
    without = [
        member
        for member, one in members
        if not member.startswith("_")
        and callable(one)
        and not inspect.getdoc(getattr(value, member))
    ]
    assert (inspect.getdoc(value) or "", without) != ("", [])
    assert without == []


def test_importing_is_light_and_each_room_comes_when_it_is_asked_for() -> None:
    program = (
        "import sys, jejak\n"
        "heavy = {'numpy', 'sqlalchemy', 'polars', 'lark', 'yaml', 'babel'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "jejak.query.code('A')\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "jejak.Study\n"
        "assert 'sqlalchemy' in sys.modules and 'polars' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
