from __future__ import annotations

from pathlib import Path

from jejak.study import create_study
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
    for words in (
        ["-o", tmp_path / "r.odt"],
        ["-o", tmp_path / "r.md", "--parts", "summary"],
        ["-o", tmp_path / "r.md", "--template", "poem"],
    ):
        done = call("report", study, *words)
        assert done.code == 2
        assert len(done.err.strip().splitlines()) == 1
    assert call("report", tmp_path / "none.jejak", "-o", tmp_path / "r.md").code == 3


def test_literature_is_cited_in_a_style_and_what_is_none_is_said(tmp_path: Path) -> None:
    study = tmp_path / "s.jejak"
    with create_study(study, "Satu", user="Rina") as made:
        work = made.references.add({"title": "Tali", "author": [{"family": "Sari"}]}, "sari")
        made.about.update(description=f"Lihat [@{work.key}, hlm. 3].")
    for style, told in (("chicago", "(Sari t.t., 3)"), ("vancouver", "(1 hlm. 3)")):
        text = tmp_path / f"{style}.md"
        done = call("report", study, "-o", text, "--style", style, "--lang", "id")
        assert done.code == 0
        assert told in text.read_text("utf-8")
    text = tmp_path / "none.md"
    done = call("report", study, "-o", text, "--style", "nature", "--lang", "en")
    assert done.code == 0
    assert "no citation style “nature”" in done.err
    assert "(Sari, 3)" in text.read_text("utf-8")


def test_a_report_is_written_for_paper(tmp_path: Path) -> None:
    study = tmp_path / "s.jejak"
    create_study(study, "Satu", user="Rina").close()
    for name, start in (("r.pdf", b"%PDF"), ("r.tex", b"% Made by Jejak"), ("r.zip", b"PK")):
        assert call("report", study, "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_bytes().startswith(start)
