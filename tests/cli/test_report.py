from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_a_report_is_written_in_the_language_and_parts_asked_for(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study, page = tmp_path / "small.jejak", tmp_path / "r.html"
    done = call("report", study, "-o", page)
    assert done.code == 0, done.err
    assert str(page) in done.err
    assert '<html lang="id">' in page.read_text("utf-8")
    text = tmp_path / "r.md"
    assert call("report", study, "-o", text, "--lang", "en", "--parts", "limits, trail").code == 0
    assert "## Limits" in text.read_text("utf-8")
    assert "## Material" not in text.read_text("utf-8")


def test_bad_input_is_one_line_and_exit_code_two(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    for words in (["-o", tmp_path / "r.pdf"], ["-o", tmp_path / "r.md", "--parts", "summary"]):
        done = call("report", study, *words)
        assert done.code == 2
        assert len(done.err.strip().splitlines()) == 1
    assert call("report", tmp_path / "none.jejak", "-o", tmp_path / "r.md").code == 3
