"""``jejak import``."""

from __future__ import annotations

from pathlib import Path

import pytest

import jejak
from jejak.model import Code, Segment
from support.commands import call
from support.qualcoder import coded_project
from support.rqda import rqda_project
from support.studies import everything, small_study
from support.taguette import Tagged, taguette_file


def test_what_is_no_project_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Catatan", "utf-8")
    refused = call("import", tmp_path / "notes.txt", tmp_path / "made.jejak")
    assert refused.code == 2
    assert "notes.txt" in refused.err
    assert call("import", tmp_path / "none.qdpx", tmp_path / "made.jejak").code == 3
    assert not (tmp_path / "made.jejak").exists()


def test_of_a_study_it_is_said_what_to_do_with_it(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    refused = call("import", tmp_path / "small.jejak", tmp_path / "made.jejak")
    assert refused.code == 2
    assert "jejak merge STUDY small.jejak" in refused.err
    assert not (tmp_path / "made.jejak").exists()


@pytest.mark.parametrize(
    ("ending", "program"),
    [("nvp", "NVivo"), ("NVPX", "NVivo"), ("atlproj", "ATLAS.ti"), ("atlproj22", "ATLAS.ti"),
     ("mx18", "MAXQDA"), ("mx24", "MAXQDA"), ("mex22", "MAXQDA")],
)  # fmt: skip
def test_of_a_closed_form_it_is_said_how_to_open_it(
    tmp_path: Path, ending: str, program: str
) -> None:
    (tmp_path / f"thesis.{ending}").write_bytes(b"\0\1")
    refused = call("import", tmp_path / f"thesis.{ending}", tmp_path / "made.jejak")
    assert refused.code == 2
    assert f"only {program} reads" in refused.err
    assert "QDPX" in refused.err
    assert not (tmp_path / "made.jejak").exists()


def test_projects_of_qualcoder_and_rqda_become_studies(tmp_path: Path) -> None:
    coded_project(tmp_path / "pasar.qda").done()
    rqda_project(tmp_path / "pasar.rqda").done()
    for file, codings in (("pasar.qda", 2), ("pasar.rqda", 2)):
        study = tmp_path / f"{file}.jejak"
        assert call("import", tmp_path / file, study).code == 0
        assert call("verify", study).code == 0
        with jejak.open(study) as made:
            assert len(everything(made.store)["coding"]) == codings


def test_what_is_selected_of_a_page_without_words_is_whole(tmp_path: Path) -> None:
    made = coded_project(tmp_path / "p.qda")
    made.put("source", id=2, name="teks.pdf", mediapath="/docs/teks.pdf", fulltext="Halaman")
    made.put("source", id=3, name="foto.png", mediapath="/images/foto.png")
    (tmp_path / "p.qda" / "documents" / "teks.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "p.qda" / "images" / "foto.png").write_bytes(b"\x89PNG")
    area = {"x1": 1, "y1": 2, "width": 30, "height": 40, "cid": 1, "owner": "ayu"}
    made.put("code_image", id=2, pdf_page=0, **area)
    made.put("code_image", id=3, **area)
    made.done()
    assert call("import", tmp_path / "p.qda", tmp_path / "p.jejak").code == 0
    assert call("verify", tmp_path / "p.jejak").code == 0
    with jejak.open(tmp_path / "p.jejak") as study:
        anchors = [segment.anchor for segment in study.store.all(Segment)]
    assert sorted(anchors) == ["page", "picture", "text", "text", "text"]


def test_an_answer_that_answers_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.qdpx").write_text("Catatan", "utf-8")
    assert call("import", tmp_path / "notes.qdpx", "--answer", "utf16").code == 2


def test_a_project_of_taguette_becomes_a_study(tmp_path: Path) -> None:
    file = taguette_file(tmp_path / "pasar.sqlite3")
    made = call("import", file, tmp_path / "made.jejak", "--answer", "tree=yes")
    assert made.code == 0
    assert "“Pasar pagi”" in made.err
    with jejak.open(tmp_path / "made.jejak") as study:
        there = everything(study.store)
        assert len(there["coding"]) == 4
        assert {code.name for code in study.store.all(Code)} == {"Kerja", "subuh", "Harga", "naik"}
        study.undo()
        assert everything(study.store)["coding"] == {}
    assert call("verify", tmp_path / "made.jejak").code == 0


def test_which_of_several_projects_is_meant_has_to_be_said(tmp_path: Path) -> None:
    made = Tagged(tmp_path / "all.sqlite3")
    made.project("Satu", "ayu")
    made.project("Dua", "ayu")
    refused = call("import", made.done(), tmp_path / "made.jejak")
    assert refused.code == 2
    assert "2 “Dua”" in refused.err
    assert not (tmp_path / "made.jejak").exists()
    assert call("import", made.path, tmp_path / "made.jejak", "--answer", "project=Dua").code == 0


def test_a_project_comes_into_a_study_that_is_there(tmp_path: Path) -> None:
    coded_project(tmp_path / "pasar.qda").done()
    with small_study(tmp_path) as study:
        path = study.store.path
    came = call("import", tmp_path / "pasar.qda", path, "--json", "--user", "Rina")
    assert came.code == 0
    assert came.json["out"]["coding"] == 2
    assert "“Kecil”" in came.err
    assert call("verify", path).code == 0
    assert call("undo", path).code == 0
    with jejak.open(path) as study:
        assert len(everything(study.store)["coding"]) == 2
        assert study.user.name == "Rina"


def test_a_file_that_is_no_study_takes_nothing_in(tmp_path: Path) -> None:
    coded_project(tmp_path / "pasar.qda").done()
    (tmp_path / "notes.jejak").write_text("Catatan", "utf-8")
    assert call("import", tmp_path / "pasar.qda", tmp_path / "notes.jejak").code != 0
    assert (tmp_path / "notes.jejak").read_text("utf-8") == "Catatan"
