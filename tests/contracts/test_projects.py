"""What every format of whole projects keeps to, whichever it is."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

import jejak
from jejak.errors import JejakError, UnreadableSource
from jejak.formats import PROJECTS, ProjectFormat
from jejak.i18n import translate
from jejak.model import Coding
from jejak.study import Study
from support.studies import small_study

READ = [name for name in PROJECTS.names() if PROJECTS.get(name).read is not None]
WRITTEN = [name for name in PROJECTS.names() if PROJECTS.get(name).write is not None]

# Annotations of texts that lie elsewhere.
ELSEWHERE = ("web-annotation", "hypothesis")


def _at(folder: Path, format: ProjectFormat) -> Path:
    return folder / ("whole" if format.folder else f"whole{format.endings[0]}")


def _files(path: Path) -> dict[str, bytes]:
    if path.is_file():
        return {"": path.read_bytes()}
    return {
        str(one.relative_to(path)): one.read_bytes() for one in path.rglob("*") if one.is_file()
    }


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return small_study(tmp_path_factory.mktemp("small"))


@pytest.mark.parametrize("name", PROJECTS.names())
def test_a_format_is_named_in_both_languages(name: str) -> None:
    format = PROJECTS.get(name)
    assert format.name == name
    assert format.read is not None or format.write is not None
    assert translate(format.title, "en")
    assert translate(format.title, "id")


@pytest.mark.parametrize("name", READ)
def test_what_is_none_of_its_files_is_refused_in_words(tmp_path: Path, name: str) -> None:
    format = PROJECTS.get(name)
    noise = Random(name).randbytes(5_000)
    for ending in format.endings or (".zip",):
        for number, content in enumerate(
            (b"", noise, b"PK\x03\x04" + noise, b"SQLite format 3\0" + noise, b"{", b"<")
        ):
            path = tmp_path / f"{number}{ending}"
            path.write_bytes(content)
            with pytest.raises(JejakError) as refused:
                jejak.import_study(path, tmp_path / "made.jejak")
            assert refused.value.message
            assert not (tmp_path / "made.jejak").exists()


@pytest.mark.parametrize("name", WRITTEN)
def test_the_same_study_gives_the_same_files(study: Study, tmp_path: Path, name: str) -> None:
    format = PROJECTS.get(name)
    told = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        report = study.exchange.write(_at(folder, format), format=name)
        told.append(_files(_at(folder, format)))
        assert report.written["coding"] == study.store.count(Coding)
    assert told[0] == told[1] != {}


@pytest.mark.parametrize("name", [name for name in WRITTEN if name in READ])
def test_every_coding_comes_back_where_it_stood(study: Study, tmp_path: Path, name: str) -> None:
    format = PROJECTS.get(name)
    study.exchange.write(_at(tmp_path, format), format=name)
    if name in ELSEWHERE:
        with pytest.raises(UnreadableSource, match="not the texts"):
            jejak.import_study(_at(tmp_path, format), tmp_path / "made.jejak")
        return
    other, report = jejak.import_study(_at(tmp_path, format), tmp_path / "made.jejak")
    with other:
        assert other.store.verify() == []
        assert report.written["coding"] == study.store.count(Coding)
        places = [
            sorted(
                (one.text, one.start, one.end, *(code.rpartition("/")[2] for code in one.codes))
                for one in each.find("code:*")
            )
            for each in (study, other)
        ]
        assert places[0] == places[1] != []
