"""Projects that come packed, by the command line and from Python alike."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, UnreadableSource
from jejak.study import import_study
from support.commands import call
from support.qualcoder import coded_project
from support.studies import everything, small_study


@pytest.fixture(autouse=True)
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def packed(folder: Path, within: str = "") -> Path:
    path = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(folder.rglob("*")):
            archive.write(one, within + one.relative_to(folder).as_posix())
    return path


def test_a_plain_text_study_comes_equal_from_its_archive(tmp_path: Path, private: Path) -> None:
    with small_study(tmp_path) as study:
        study.exchange.write(tmp_path / "texts.zip", format="plain")
        before = everything(study.store)
    made, report = import_study(tmp_path / "texts.zip", tmp_path / "again.jejak")
    with made:
        assert everything(made.store) == before
    assert report.format == "plain"
    assert list(private.iterdir()) == []


@pytest.mark.parametrize("within", ["", "pasar.qda/", "Dokumen/"])
def test_a_folder_of_qualcoder_is_found_in_its_archive(
    tmp_path: Path, private: Path, within: str
) -> None:
    coded_project(tmp_path / "pasar.qda").done()
    done = call("import", packed(tmp_path / "pasar.qda", within), tmp_path / "new.jejak", "--json")
    assert done.code == 0
    assert (done.json["format"], done.json["out"]["coding"]) == ("qualcoder", 2)
    assert list(private.iterdir()) == []


def test_what_is_no_project_or_made_to_do_harm_leaves_nothing(
    tmp_path: Path, private: Path
) -> None:
    path = tmp_path / "a.zip"
    for name, kind in (("a.txt", InvalidInput), ("../a.txt", UnreadableSource), ("x" * 300, UnreadableSource)):  # fmt: skip
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, "Catatan")
        with pytest.raises(kind):
            import_study(path, tmp_path / "new.jejak")
        assert list(private.iterdir()) == []
        assert not (tmp_path / "new.jejak").exists()
