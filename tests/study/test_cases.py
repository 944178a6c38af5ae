from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from support.studies import small_study


def test_a_case_is_described_and_its_words_are_found(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("Ge")
        study.cases.add_attribute("lahir", "date")
        case = study.cases["ge"]
        case.set({"lahir": date(1990, 5, 1)}, peran="penjual")
        case.speaks_as("G")
        case.add_source(study.sources["S-01"])
        case.add_source("S-01")
        study.cases.record_consent(case.record, "wawancara")
        assert case.attributes == {"lahir": "1990-05-01", "peran": "penjual"}
        assert (case.speakers, case.sources) == (("G",), [study.sources["S-01"]])
        assert case.consent[0].scope == "wawancara"
        assert [one.text for one in case.segments()] == ["Bikin akun baru lagi 😀", "namanya palsu"]
        assert study.cases.frame().row(0, named=True)["lahir"] == date(1990, 5, 1)
        case.set(peran=None)
        assert "peran" not in case.attributes
        with pytest.raises(InvalidInput):
            case.set(lahir="kemarin")
        case.update(name="Ge dua", kind="group")
        assert (case.name, case.kind) == ("Ge dua", "group")
        case.remove()
        with pytest.raises(NotFound):
            _ = case.attributes
        assert len(study.cases) == 0
