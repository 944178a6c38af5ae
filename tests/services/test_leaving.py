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
        for matrix in (by_role, filtered):
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
