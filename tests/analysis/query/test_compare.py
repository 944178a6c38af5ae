from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.query.compare import number_mask, period_mask, period_of, value_test
from jejak.errors import InvalidInput
from jejak.model.query import Compare

DAY = 86_400_000


def comparison(operator: str, *values: str) -> Compare:
    return Compare("case", "x", operator, values)


@pytest.mark.parametrize(
    ("kind", "operator", "values", "passing", "failing"),
    [
        ("text", "=", ("Penjual",), ["penjual", " PENJUAL "], ["penjual2"]),
        ("text", "=", ("café",), ["cafe\u0301"], ["cafe"]),
        ("text", "!=", ("a",), ["b"], ["A"]),
        ("text", "in", ("a", "b"), ["B"], ["c"]),
        ("text", "<", ("b",), ["A"], ["b", "C"]),
        ("text", "<=", ("b",), ["B"], ["C"]),
        ("text", ">", ("b",), ["C"], ["B"]),
        ("text", ">=", ("b",), ["B"], ["a"]),
        ("text", "contains", ("STRASSE",), ["Hauptstraße 1"], ["Haupt"]),
        ("list", "=", ("x",), ["X"], ["y"]),
        ("number", "=", ("5",), ["5.0", "5"], ["50", "many", "nan"]),
        ("number", "!=", ("5",), ["6"], ["5", "many"]),
        ("number", "in", ("5", "6"), ["6"], ["7"]),
        ("number", ">=", ("10",), ["10", "100"], ["9"]),
        ("number", "contains", ("1",), ["31"], ["20"]),
        ("time", "<", ("14:30",), ["9:05", "14:29:59.9"], ["14:30", "later"]),
        ("boolean", "=", ("ya",), ["true", "Yes", "1"], ["tidak", "maybe"]),
        ("boolean", "!=", ("ya",), ["no"], ["ya", "maybe"]),
        ("date", "=", ("2020-05",), ["2020-05", "2020-05-31"], ["2020", "2020-06-01", "May"]),
        ("date", "!=", ("2020-05",), ["2020", "2021"], ["2020-05-02"]),
        ("date", "in", ("2019", "2020"), ["2020-12"], ["2021"]),
        ("date", "<", ("2020-05",), ["2020-04-30", "2020"], ["2020-05-01"]),
        ("date", "<=", ("2020-05",), ["2020-05-31"], ["2020-06"]),
        ("date", ">", ("2020-05",), ["2020-06"], ["2020-05-31"]),
        ("date", ">=", ("2020-05",), ["2020-05-01"], ["2020-04-30"]),
        ("date", "contains", ("-05",), ["2020-05-01"], ["2020"]),
    ],
)
def test_the_type_decides(
    kind: str, operator: str, values: tuple[str, ...], passing: list[str], failing: list[str]
) -> None:
    test = value_test(comparison(operator, *values), kind)
    assert [value for value in passing if not test(value)] == []
    assert [value for value in failing if test(value)] == []


@pytest.mark.parametrize(
    ("kind", "operator", "value"),
    [("number", ">", "many"), ("date", "=", "May"), ("time", "<", "noon"), ("boolean", "=", "x"),
     ("boolean", "<", "ya"), ("date", "=", "2020-02-30")],
)  # fmt: skip
def test_a_value_of_the_wrong_type_is_refused(kind: str, operator: str, value: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        value_test(comparison(operator, value), kind)
    assert caught.value.code == "query-type"
    assert "case.x" in caught.value.message


def test_periods() -> None:
    assert period_of("1970") == (0, 365 * DAY)
    assert period_of("1970-02") == (31 * DAY, 59 * DAY)
    assert period_of("1970-01-02") == (DAY, 2 * DAY)
    assert period_of("1970-01-02T00:00:00+00:00") == (DAY, DAY + 1)
    assert period_of("9999-12") == (253_399_622_400_000, 253_402_300_800_000)
    assert period_of("9999-12-31") == (253_402_214_400_000, 253_402_300_800_000)
    assert period_of("0000") is None
    assert period_of("soon") is None


def test_columns_of_numbers() -> None:
    column = np.array([0, 50, np.nan, 51], np.float32)
    results = {
        "=": [False, True, False, False], "!=": [True, False, False, True],
        "in": [False, True, False, False], "<": [True, False, False, False],
        "<=": [True, True, False, False], ">": [False, False, False, True],
        ">=": [False, True, False, True],
    }  # fmt: skip
    for operator, expected in results.items():
        assert number_mask(comparison(operator, "50"), column).tolist() == expected


def test_columns_of_moments() -> None:
    column = np.array([-1, 0, DAY - 1, DAY], np.int64)
    results = {
        "=": [False, True, True, False], "!=": [True, False, False, True],
        "<": [True, False, False, False], "<=": [True, True, True, False],
        ">": [False, False, False, True], ">=": [False, True, True, True],
    }  # fmt: skip
    for operator, expected in results.items():
        assert period_mask(comparison(operator, "1970-01-01"), column).tolist() == expected
    both = comparison("in", "1970-01-01", "1970-01-02")
    assert period_mask(both, column).tolist() == [False, True, True, True]


def test_numbers_and_moments_contain_nothing() -> None:
    for mask in (number_mask, period_mask):
        with pytest.raises(InvalidInput) as caught:
            mask(comparison("contains", "1"), np.array([1.0]))  # type: ignore[operator]
        assert caught.value.code == "query-type"


def test_a_rating_is_as_high_as_its_level_stands() -> None:
    levels = ("rendah", "sedang", "tinggi")
    for operator, value, passing in (
        (">=", "Sedang", {"sedang", "tinggi"}),
        ("<", "sedang", {"rendah"}),
        ("=", "TINGGI", {"tinggi"}),
        ("!=", "tinggi", {"rendah", "sedang"}),
        ("in", "rendah", {"rendah"}),
        ("contains", "ing", {"tinggi"}),
    ):
        test = value_test(comparison(operator, value), "rating", levels)
        assert {level for level in levels if test(level)} == passing
    assert not value_test(comparison("!=", "tinggi"), "rating", levels)("what is no level")
    with pytest.raises(InvalidInput, match="rendah, sedang, tinggi"):
        value_test(comparison("=", "besar"), "rating", levels)
