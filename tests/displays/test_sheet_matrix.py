from __future__ import annotations

from pathlib import Path

import pytest

from jejak.displays import DISPLAYS
from jejak.displays.writing import words_in
from jejak.model import User, say
from support.studies import small_study

KINDS = [name for name in DISPLAYS.names() if DISPLAYS.get(name).sheets]


def test_a_form_not_filled_is_no_data_and_a_field_left_empty_is_not(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        filled, bare = study.cases.add("Ani"), study.cases.add("Budi")
        study.forms.fill("case", filled.guid, "case", {"known": "Banyak.\nLebih."})
        matrix = study.displays.compute("interim-case-summary")
        place = {one.key: at for at, one in enumerate(matrix.columns)}
        rows = {one.key.rpartition(".")[2]: at for at, one in enumerate(matrix.rows)}
        known = rows["known"], place[filled.guid]
        assert matrix.at(*known).value == 1
        assert words_in(matrix, *known, "id") == "Banyak.\nLebih."
        assert matrix.at(rows["missing"], place[filled.guid]).value == 0
        assert matrix.at(rows["known"], place[bare.guid]).state == "no data"
        alone = study.displays.compute("interim-case-summary", {"missing": False})
        assert [one.key for one in alone.columns] == [filled.guid]
        study.store.undo(study.user.guid)
        assert study.displays.compute("interim-case-summary", {"missing": False}).columns == ()


def test_who_codes_blind_sees_no_form_that_others_filled(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case, other = study.cases.add("Ani"), User(name="Bayu", initials="B")
        with study.store.write(say("A coder"), study.user.guid) as change:
            change.add(other)
        study.forms.fill("case", case.guid, "case", {"known": "Banyak."})
        for coders, seen in (([study.user.guid], 1), ([other.guid], 0)):
            matrix = study.displays.compute("interim-case-summary", coders=coders)
            assert len(matrix.said) == seen


@pytest.mark.parametrize("ending", [".csv", ".md", ".html", ".json", ".docx", ".xlsx"])
def test_what_a_form_holds_goes_into_every_file(tmp_path: Path, ending: str) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ani")
        study.forms.fill("case", case.guid, "vignette", {"story": "=Sekali waktu"})
        matrix = study.displays.compute("vignettes")
        content = study.displays.content(matrix, ending, "id")
        assert ending in (".docx", ".xlsx") or b"Sekali waktu" in content
        assert b"\n=Sekali" not in content
