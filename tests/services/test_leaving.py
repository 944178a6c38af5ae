"""What leaves a study in files: no coder who is not to be named, no attribute that is hidden."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Attribute, User
from jejak.study import Study
from support.studies import small_study


def _discreet(folder: Path, coders: str = "none") -> tuple[Study, str]:
    study = small_study(folder)
    case = study.cases.add("Ge")
    study.cases.tie_speaker(case, "G")
    study.cases.set_attributes(case, {"peran": "penjual"})
    (role,) = study.store.all(Attribute, of="case")
    study.about.set_privacy(coders=coders, hidden=[role.guid])
    return study, study.store.all(User)[0].name


def test_coders_leave_displays_and_memos_as_privacy_says(tmp_path: Path) -> None:
    study, coder = _discreet(tmp_path)
    with study:
        matrix = study.displays.compute("code-frequencies", {"by": "coder"})
        assert coder in str(matrix)
        for ending in (".json", ".csv", ".html", ".md"):
            assert coder not in study.displays.content(matrix, ending).decode("utf-8-sig"), ending
        assert json.loads(study.displays.content(matrix, ".json"))["columns"][0]["label"] == "#1"
        path = study.display("frequencies", by="coder").save(tmp_path / "view.csv")
        assert coder not in path.read_text("utf-8-sig")
        study.memos.add("Catatan", f"Kata {coder}: begitu.")
        for ending in (".md", ".csv", ".json"):
            assert coder not in study.memos.file(ending).decode("utf-8-sig"), ending
        study.about.set_privacy(coders="name")
        assert coder in study.displays.content(matrix, ".csv").decode("utf-8-sig")


def test_a_display_by_a_hidden_attribute_does_not_leave_and_says_so(tmp_path: Path) -> None:
    study, _ = _discreet(tmp_path)
    with study:
        by_role = study.displays.compute("code-frequencies", {"by": "case.peran"})
        filtered = study.displays.compute("code-frequencies", {"filter": "case.peran = penjual"})
        tested = study.displays.compute("code-attributes", {"by": "case.peran"})
        assert "penjual" in str(tested)
        for matrix in (by_role, filtered, tested):
            with pytest.raises(InvalidInput, match="peran") as caught:
                study.displays.content(matrix, ".csv")
            assert caught.value.code == "hidden-attribute"
            with pytest.raises(InvalidInput):
                study.displays.write(matrix, tmp_path / "shown.csv")
        assert not (tmp_path / "shown.csv").exists()
        study.about.set_privacy(hidden=[])
        assert b"penjual" in study.displays.content(by_role, ".csv")


def test_a_report_tells_why_a_saved_display_is_not_in_it(tmp_path: Path) -> None:
    study, coder = _discreet(tmp_path)
    with study:
        study.displays.save("Menurut peran", "code-frequencies", {"by": "case.peran"})
        study.displays.save("Menurut pengode", "code-frequencies", {"by": "coder"})
        page = study.reports.html("en", ["displays"])
        assert "Menurut peran" in page
        assert "whose values stay in the study" in page
        assert "penjual" not in page
        assert coder not in page


def test_a_hidden_name_leaves_as_no_word_of_a_table(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        file = tmp_path / "T.txt"
        file.write_text(
            "Gita: Saya Gita, gitanya sini.\nP: Ya Gita?\nGita: Ya, gita @gita.\nP: Oh.\n"
        )
        study.sources.add([file])
        case = study.cases.add("S-09")
        study.cases.tie_speaker(case, "Gita")
        for kind, given in (
            ("word-frequencies", {"stop": "none", "top": 500}),
            ("word-frequencies", {"stop": "none", "size": 2, "by": "case"}),
            ("keyness", {"stop": "none", "least": 1, "top": 200, "by": "source"}),
            ("collocations", {"stop": "none", "least": 1, "node": "gita"}),
            ("word-dispersion", {"stop": "none", "words": "gita gitanya ya"}),
        ):
            matrix = study.displays.compute(kind, given)
            assert "gita" in str(matrix).casefold(), kind
            for ending in (".csv", ".json", ".html", ".md"):
                told = study.displays.content(matrix, ending).decode("utf-8-sig")
                assert "gita" not in told.casefold(), (kind, ending)


def test_a_quotation_that_cuts_a_real_name_shows_no_part_of_it(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.update(study.cases.add("Sukarno Wijayakusuma"), name="Ge")
        source = study.sources.add_text("S-02", "Kata Sukarno Wijayakusuma, murah sekali.")
        study.coding.apply(source, 0, 12, ["Anonim"])
        study.coding.apply(source, 13, 32, ["Anonim"])
        study.coding.apply(source, 7, 19, ["Murah"])
        matrix = study.displays.compute("matrix", {"columns": ["source"], "quotes": "3"})
        assert "Wijayakusuma, murah" in str(matrix)
        files = [study.displays.content(matrix, ending) for ending in (".csv", ".md", ".html")]
        files += [
            study.retrieval.content("code:*", ending, context=9)
            for ending in (".csv", ".json", ".md", ".html")
        ]
        for content in files:
            text = content.decode("utf-8-sig").casefold()
            assert "murah" in text
            for part in ("sukarno", "wijayakusuma", "wijay", "karno"):
                assert part not in text, text


def test_a_display_of_words_without_rows_names_no_part_of_a_real_name(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.update(study.cases.add("Sukarno Wijayakusuma"), name="Ge")
        study.sources.add_text("S-02", "Sukarno.")
        matrix = study.displays.compute("collocations", {"node": "Sukarno"})
        assert not matrix.rows
        for ending in (".json", ".html", ".md"):
            content = study.displays.content(matrix, ending).decode("utf-8")
            assert "sukarno" not in content.casefold(), ending
