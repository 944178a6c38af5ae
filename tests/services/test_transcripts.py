from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.formats.reading import read_file
from jejak.study import Study, create_study

TIMED = (
    "[00:00:01] Rina: Apa kabar?\n[00:00:04] G: Baik 😀\ndua baris\n[00:00:09] Rina: Syukurlah\n"
    "tanpa waktu\n"
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with create_study(tmp_path / "s.jejak", title="T", user="Sari") as study:
        study.sources.add_text("wawancara", "kata")
        study.sources.add_files([("timed.txt", TIMED.encode())])
        yield study


def test_a_transcript_is_written_with_its_times(study: Study, tmp_path: Path) -> None:
    for name in ("a.srt", "a.vtt", "a.eaf", "a.TextGrid"):
        study.sources["timed"].write(tmp_path / name)
        reading = read_file(tmp_path / name)
        assert [(b.speaker, b.begin, b.finish) for b in reading.blocks] == [
            ("Rina", 1000, 4000), ("G", 4000, 9000), ("Rina", 9000, reading.blocks[2].finish),
        ], name  # fmt: skip
        said = reading.text.replace("Rina: ", "").replace("G: ", "")
        assert said == "Apa kabar?\nBaik 😀\ndua baris\nSyukurlah\ntanpa waktu", name


def test_real_names_do_not_leave(study: Study, tmp_path: Path) -> None:
    case = study.cases.add("Informan 1")
    study.cases.tie_speaker(case, "Rina")
    for name in ("a.srt", "a.vtt", "a.eaf", "a.TextGrid"):
        study.sources["timed"].write(tmp_path / name)
        written = (tmp_path / name).read_text("utf-8")
        assert ("Rina" in written, "Informan 1" in written) == (False, True), name


def test_what_has_no_times_or_no_such_form_is_refused(study: Study, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        study.sources["wawancara"].write(tmp_path / "a.srt")
    assert caught.value.code == "no-times"
    with pytest.raises(InvalidInput) as caught:
        study.sources["timed"].write(tmp_path / "a.mp3")
    assert caught.value.code == "unknown-ending"
    assert list(tmp_path.glob("a.*")) == []
