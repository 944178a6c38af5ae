from __future__ import annotations

from pathlib import Path

import jejak
from support.commands import call


def test_a_study_begins(tmp_path: Path) -> None:
    path = tmp_path / "a.jejak"
    words = (
        "--title",
        "Pasar malam",
        "--question",
        "Siapa?",
        "--description",
        "Uji",
        "--user",
        "Rina",
    )
    done = call("new", path, *words)
    assert done.err == f"{path}: “Pasar malam”, 1 question.\n"
    with jejak.open(path) as study:
        assert (study.info.title, study.info.description, study.user.name) == (
            "Pasar malam", "Uji", "Rina",
        )  # fmt: skip
    before = path.read_bytes()
    assert call("new", path, "--title", "Lain").code == 4
    assert call("new", tmp_path / "b.jejak", "--title", "  ").code == 2
    assert call("new", tmp_path / "none" / "b.jejak", "--title", "T").code == 3
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.jejak"]
