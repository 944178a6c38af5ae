from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput
from jejak.model import Attribute
from jejak.model.values import date_order, exact_value, guess_type


@pytest.mark.parametrize(
    ("type", "given", "exact"),
    [
        ("number", "1.234,5", "1234.5"),
        ("number", "1,234.5", "1234.5"),
        ("number", "1.234.567", "1234567"),
        ("number", "1 234", "1234"),
        ("number", "-3,5", "-3.5"),
        ("number", "2e3", "2000"),
        ("date", "24.11.2026", "2026-11-24"),
        ("date", "24/11/2026", "2026-11-24"),
        ("date", "03/03/2026", "2026-03-03"),
        ("date", "2026-11-24 00:00:00", "2026-11-24"),
        ("date", "2020", "2020"),
        ("date", "2020-05", "2020-05"),
        ("date", "Mei 2020", "2020-05"),
        ("date", "3 May 2020", "2020-05-03"),
        ("date", "20200503", "2020-05-03"),
        ("time", "7.30", "07:30:00"),
        ("time", "14:30:05", "14:30:05"),
        ("boolean", "FALSE", "false"),
    ],
)
def test_values_are_understood_as_people_write_them(type: str, given: str, exact: str) -> None:
    assert exact_value(Attribute(name="x", type=type), given) == exact


@pytest.mark.parametrize(
    ("type", "given"),
    [
        ("number", "1.23.4567"),
        ("number", "1,23.456,7"),
        ("number", "--1"),
        ("number", "dua"),
        ("date", "03/04/2026"),
        ("date", "31/31/2026"),
        ("date", "1/2/26"),
        ("date", "2020-13"),
        ("date", "2019/2020"),
        ("date", "after 2020"),
        ("date", "20"),
        ("time", "25:00"),
        ("boolean", "mungkin"),
    ],
)
def test_what_could_be_either_or_neither_is_refused(type: str, given: str) -> None:
    with pytest.raises(InvalidInput):
        exact_value(Attribute(name="x", type=type), given)


def test_a_column_shows_in_what_order_its_dates_are_written() -> None:
    assert date_order(["03/04/2026", "24/11/2026"]) == "dmy"
    assert date_order(["03/04/2026", "11/24/2026"]) == "mdy"
    assert date_order(["03/04/2026"]) == ""
    assert date_order(["24/11/2026", "11/24/2026"]) == ""
    day = Attribute(name="x", type="date")
    assert exact_value(day, "03/04/2026", "dmy") == "2026-04-03"
    assert exact_value(day, "03/04/2026", "mdy") == "2026-03-04"


@pytest.mark.parametrize(
    ("values", "type"),
    [
        (["31", "3,5", ""], "number"),
        (["007", "12"], "text"),
        (["2020-01-02", "03/04/2026", "25/04/2026"], "date"),
        (["2020", "2020-05"], "date"),
        (["2019", "2020"], "number"),
        (["14:30"], "time"),
        (["ya", "tidak"], "boolean"),
        (["ya", "mungkin"], "text"),
        ([""], "text"),
    ],
)
def test_a_column_has_the_type_that_all_its_values_have(values: list[str], type: str) -> None:
    assert guess_type(values) == type


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_an_exact_number_stays_what_it_is(number: float) -> None:
    attribute = Attribute(name="x", type="number")
    exact = exact_value(attribute, repr(number))
    assert float(exact) == number
    assert exact_value(attribute, exact) == exact


@given(st.dates())
def test_an_exact_date_stays_what_it_is(day: object) -> None:
    assert exact_value(Attribute(name="x", type="date"), str(day)) == str(day)
