from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model.identity import new_guid
from support.studies import small_study


def test_all_codings_stand_in_a_frame(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert len(study.codings) == 2
        assert repr(study.codings) == "<2 codings>"
        row = study.codings.frame().row(1, named=True)
        assert (row["source"], row["code"], row["coder"], row["weight"], row["case"]) == (
            "S-01",
            "Triple-A/Anonim",
            "Rina",
            70,
            None,
        )
        assert study.codings.frame()["weight"].to_list() == [None, 70]
        assert [one.guid for one in study.codings] == study.codings.frame()["guid"].to_list()
        coding = study.codings[row["guid"]]
        assert coding.passage.text == "namanya palsu"
        with pytest.raises(NotFound):
            study.codings[new_guid()]
        with pytest.raises(InvalidInput):
            study.codings["Anonim"]


def test_a_study_without_codings_has_an_empty_frame(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        for one in list(study.codings):
            one.remove()
        assert study.codings.frame().shape == (0, 10)
        assert study.codings
