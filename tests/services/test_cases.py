from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Attribute
from jejak.model.values import exact_value
from support.studies import small_study


@pytest.mark.parametrize(
    ("type", "given", "exact"),
    [
        ("number", "3,5", "3.5"),
        ("number", "31", "31"),
        ("date", "2020-05-01", "2020-05-01"),
        ("time", "07:30", "07:30:00"),
        ("boolean", "Ya", "true"),
        ("boolean", "tidak", "false"),
        ("list", "PENJUAL", "penjual"),
        ("text", " apa saja ", "apa saja"),
    ],
)
def test_values_take_the_exact_form_of_their_type(type: str, given: str, exact: str) -> None:
    attribute = Attribute(name="x", type=type, options=("penjual",))
    assert exact_value(attribute, given) == exact
    if type != "text":
        with pytest.raises(InvalidInput):
            exact_value(attribute, "bukan begitu")


@pytest.mark.parametrize("given", ["nan", "inf", "1e999", "1.23.4567"])
def test_a_number_has_an_end(given: str) -> None:
    with pytest.raises(InvalidInput):
        exact_value(Attribute(name="x", type="number"), given)


def test_spaces_are_neither_a_value_nor_a_speaker(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("P-1", attributes={"kota": "Lembayung"})
        with pytest.raises(InvalidInput, match="speaker"):
            study.cases.tie_speaker(case, "  ")
        study.cases.set_attributes(case, {"kota": "  "})
        assert study.cases.cards([case])[0].attributes == {}


def test_what_makes_no_sense_of_a_case_is_refused(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case = study.cases.add("Gita")
        for refused in (
            lambda: study.cases.record_consent(case, "wawancara", "kemarin"),
            lambda: study.cases.add_attribute("Usia", of="code"),
            lambda: study.cases.add_attribute("Peran", "list"),
        ):
            with pytest.raises(InvalidInput):
                refused()
        assert not study.cases.attributes()
        assert study.cases.record_consent(case, "wawancara", "2020-06").date == "2020-06"
