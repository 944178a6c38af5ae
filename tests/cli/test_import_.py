"""``jejak import``."""

from __future__ import annotations

from pathlib import Path

from support.commands import call


def test_what_is_no_project_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Catatan", "utf-8")
    refused = call("import", tmp_path / "notes.txt", tmp_path / "made.jejak")
    assert refused.code == 2
    assert "notes.txt" in refused.err
    assert call("import", tmp_path / "none.qdpx", tmp_path / "made.jejak").code == 3
    assert not (tmp_path / "made.jejak").exists()


def test_an_answer_that_answers_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.qdpx").write_text("Catatan", "utf-8")
    assert call("import", tmp_path / "notes.qdpx", "--answer", "utf16").code == 2
