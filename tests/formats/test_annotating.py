"""What leaves as annotations comes back as it was: every place, code, coder, weight, memo and tie."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from jejak.formats import PROJECTS
from jejak.model import Coding, Source
from support.annotations import Records, away, back, spans_of, studies
from support.examples import examples

FORMATS = {
    "label-studio": "a.json",
    "jsonl": "a.jsonl",
    "brat": "a",
    "cas-json": "c",
    "cas-xmi": "d",
}


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=examples(40))
@given(study=studies())
def test_it_comes_back_as_it_was(format: str, study: Records) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / FORMATS[format]
        tally = away(format, study, path)
        again, told = back(format, path)
        assert spans_of(again) == spans_of(study)
        assert {one.name for one in again.each(Source)} == {one.name for one in study.each(Source)}
        assert sorted(again.texts) == sorted(study.texts)
        assert (tally.problems, told.problems) == ([], [])
        assert told.read["coding"] == tally.written["coding"] == len(list(study.each(Coding)))
        for kind, unnamed in ((Coding, {"brat"}), (Source, {"brat", "cas-json", "cas-xmi"})):
            if format not in unnamed:
                assert {one.guid for one in again.each(kind)} == {
                    one.guid for one in study.each(kind)
                }


@pytest.mark.parametrize("format", FORMATS)
@given(study=studies())
@settings(max_examples=examples(5))
def test_the_same_study_is_the_same_file(format: str, study: Records) -> None:
    with TemporaryDirectory() as folder:
        for name in ("a", "b"):
            away(format, study, Path(folder) / name)
        files = {
            name: [
                (one.relative_to(Path(folder) / name), one.read_bytes())
                for one in sorted([Path(folder) / name, *(Path(folder) / name).rglob("*")])
                if one.is_file()
            ]
            for name in ("a", "b")
        }
        assert files["a"] == files["b"]


def test_every_format_has_a_name_and_knows_no_stranger(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('[{"a": 1}]', "utf-8")
    (tmp_path / "x.jsonl").write_text('{"a": 1}', "utf-8")
    (tmp_path / "leer").mkdir()
    for name in FORMATS:
        format = PROJECTS.get(name)
        assert format.name == name
        for stranger in ("x.json", "x.jsonl", "leer", "none.json"):
            assert not format.recognise(tmp_path / stranger)
