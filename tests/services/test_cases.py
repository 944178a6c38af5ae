from __future__ import annotations

import pytest

from jejak.errors import InvalidInput
from jejak.model import Attribute
from jejak.services.cases import exact_value


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
