from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from support.studies import small_study


def test_codes_form_a_tree(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        folder, code = study.codes["Triple-A"], study.codes["Anonim"]
        assert [one.name for one in folder.below] == ["Anonim", "Murah"]
        assert code.above == folder
        assert folder.above is None
        assert code.path == "Triple-A/Anonim"
        assert len(folder.segments()) == 2
        assert len(folder.segments(below=False)) == 0
        with pytest.raises(Conflict):
            folder.move(code)
        code.update(definition="Tak dikenal")
        code.move(None, 1)
        assert (code.path, code.definition) == ("Anonim", "Tak dikenal")
        assert study.codes["Murah"].merge_into(code) == 1
        code.remove()
        assert list(study.codes) == [folder]


def test_a_frame_a_file_and_entries_are_merged_in(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        done = study.codebook.apply("triple-a", language="en")
        assert "Triple-A/Anonymity" in done.made
        file = tmp_path / "own.csv"
        file.write_text("path,short\nBaru/Satu,pendek\nTriple-A/Anonim,isi\n", encoding="utf-8")
        done = study.codes.apply(file)
        assert (done.made, done.filled) == (("Baru/Satu",), ("Triple-A/Anonim",))
        assert study.codes["Baru"].record.codable is False
        assert study.codes.frame().filter(study.codes.frame()["name"] == "Satu")["short"][0] == (
            "pendek"
        )
        with pytest.raises(NotFound):
            study.codes.apply("no-such-frame")
        with pytest.raises(InvalidInput):
            study.codes.apply(tmp_path)


def test_codes_in_a_frame_count_their_codings(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        frame = study.codes.frame()
        counts = dict(zip(frame["path"], frame["codings"], strict=True))
        assert counts == {"Triple-A": 0, "Triple-A/Anonim": 1, "Triple-A/Murah": 1}


def test_the_codes_below_get_shades_of_its_colour(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        above = study.codes["Triple-A"]
        before = [code.record.colour for code in above.below]
        assert above.shade() == 2
        after = [code.record.colour for code in above.below]
        assert len({*before, *after}) == 4
