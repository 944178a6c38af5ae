"""Studies as REFI-QDA projects: what comes in goes out again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jejak
from support.pages import pdf
from support.refi import CODES, FULL, FULL_FILES, USERS, elements, guid, project, qdpx


def test_the_words_of_pages_can_be_read_though_the_project_does_not_say_them(
    tmp_path: Path,
) -> None:
    inside = (
        f'{USERS}{CODES}<Sources><PDFSource guid="{guid(40)}" name="D" path="internal://d.pdf">'
        f'<PDFSelection guid="{guid(41)}" name="seventeen years" page="1" firstX="1" firstY="2" secondX="3" secondY="4">'
        f'<Coding guid="{guid(42)}" creatingUser="{guid(1)}" creationDateTime="2020-01-01T00:00:00Z">'
        f'<CodeRef targetGUID="{guid(10)}"/></Coding></PDFSelection></PDFSource></Sources>'
    )
    pages = pdf(["She waited seventeen years."])
    came = qdpx(tmp_path / "came.qdpx", project(inside), {"sources/D.PDF": pages})
    study, _ = jejak.import_study(came, tmp_path / "made.jejak")
    with study:
        assert [one.text for one in study.find("code:Akun")] == ["seventeen years"]
        study.exchange.write(tmp_path / "went.qdpx")
    assert elements(came) == elements(tmp_path / "went.qdpx")


def test_a_project_of_another_program_goes_out_as_it_came(tmp_path: Path) -> None:
    came = qdpx(tmp_path / "came.qdpx", FULL, FULL_FILES)
    study, _ = jejak.import_study(came, tmp_path / "made.jejak")
    with study:
        assert study.store.verify() == []
        study.exchange.write(tmp_path / "went.qdpx")
    before, after = elements(came), elements(tmp_path / "went.qdpx")
    assert (before - after, after - before) == (Counter(), Counter())
