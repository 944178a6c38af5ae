from __future__ import annotations

from pathlib import Path

import pytest

from jejak import query
from jejak.errors import InvalidInput
from support.studies import small_study


def test_a_query_gives_passages_and_a_frame(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ge")
        study.cases.add_attribute("umur", "number")
        study.cases.tie_speaker(case, "G")
        study.cases.set_attributes(case, {"umur": "31"})
        found = study.find("code:Triple-A")
        assert [one.text for one in found] == ["Bikin akun baru lagi 😀", "namanya palsu"]
        assert (len(found), found.total, found[-1].case) == (2, 2, "Ge")
        assert [one.text for one in found[:1]] == ["Bikin akun baru lagi 😀"]
        row = found.frame().row(0, named=True)
        assert (row["source"], row["codes"], row["coders"]) == (
            "S-01",
            ["Triple-A/Murah"],
            ["Rina"],
        )
        assert (row["case"], row["case.umur"], row["source.kind"]) == ("Ge", 31.0, "interview")
        assert repr(found) == "<2 passages: code:Triple-A>"
        assert "Bikin akun" in found._repr_html_()


def test_queries_are_put_together(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        wanted = query.code("Triple-A") & query.compare("weight", ">", 50)
        assert [one.text for one in study.find(wanted)] == ["namanya palsu"]
        assert study.find("code:Triple-A", limit=1).total == 2
        uncoded = study.find('text:"akun palsu"')
        assert (uncoded[0].case, uncoded[0].codes) == (None, ())
        assert study.find('text:"tiada"').frame().height == 0
        with pytest.raises(InvalidInput):
            study.find("code:((")


def test_words_stand_in_their_context(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        lines = study.words("akun", context=5)
        assert lines.frame()["match"].to_list() == ["akun", "akun", "akun"]
        assert lines[1].before == "ikin "
        assert len(study.words("AKUN", regex=True, case_sensitive=True)) == 0
        assert len(study.words("akun", limit=2)) == 2
