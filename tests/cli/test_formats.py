from __future__ import annotations

import pytest

from jejak.formats import FORMATS, PROJECTS
from support.commands import call


def test_every_format_is_named() -> None:
    rows = call("formats", "--json").json
    material = {ending for row in rows for ending in row["endings"] if row["in"]}
    assert {ending for one in FORMATS.all().values() for ending in one.endings} <= material
    for one in PROJECTS.all().values():
        told = next(row for row in rows if row["what"] == str(one.title))
        assert (told["in"], told["out"]) == (one.read is not None, one.write is not None)
    (open_there,) = (row for row in rows if row.get("name") == "qdpx")
    assert open_there["answers"]["units"] == ["points", "utf16"]
    assert "units=points|utf16" in call("formats").out
    assert {".svg", ".docx"} <= {ending for row in rows for ending in row["endings"] if row["out"]}


def test_it_speaks_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_LANG", "id")
    assert "buku kode" in call("formats").out
