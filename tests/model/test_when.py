from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput
from jejak.i18n import translate
from jejak.model.when import UNKNOWN, When, exact_when, read_when

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(DAYS).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))]


@st.composite
def whens(draw: st.DrawFn) -> When:
    begin, end = draw(st.none() | points()), draw(st.none() | points())
    if draw(st.booleans()):
        return When(begin, begin)
    if begin and end and When(begin, begin).first > When(end, end).last:
        begin, end = end, begin
    return When(begin, end)


@given(whens())
def test_the_exact_form_is_read_as_the_same_date(when: When) -> None:
    assert read_when(str(when)) == when


@given(whens().filter(lambda when: when.known), st.sampled_from(["en", "id"]))
def test_what_people_read_is_read_as_the_same_date(when: When, language: str) -> None:
    assert read_when(translate(when.words(), language)) == when


@given(whens(), whens())
def test_what_is_surely_before_holds_no_later_day(one: When, other: When) -> None:
    if one.surely_before(other):
        assert not other.surely_before(one)
        assert one.last < other.first
        assert one.order < other.order


@given(st.lists(whens(), max_size=8))
def test_sorting_never_puts_what_is_surely_later_first(many: list[When]) -> None:
    ordered = sorted(many, key=lambda when: when.order)
    for place, one in enumerate(ordered):
        assert not any(later.surely_before(one) for later in ordered[place:])
    known = [when.known for when in ordered]
    assert all(before or not after for before, after in pairwise(known))


@given(whens(), DAYS, st.integers(0, 800))
def test_what_lies_in_a_stretch_meets_it(when: When, first: date, length: int) -> None:
    last = first + timedelta(length)
    if when.lies_in(first, last):
        assert when.meets(first, last)
    if when.first and when.last:
        assert when.meets(when.first, when.last)
        assert when.lies_in(when.first, when.last)


@pytest.mark.parametrize(
    ("given", "exact"),
    [
        ("", ""),
        ("2020", "2020"),
        ("2020-02-29", "2020-02-29"),
        (" 3 May 2020 ", "2020-05-03"),
        ("May 3, 2020", "2020-05-03"),
        ("17 Agustus 2019", "2019-08-17"),
        ("Mei 2020", "2020-05"),
        ("03.05.2020", "2020-05-03"),
        ("05.2020", "2020-05"),
        ("after 2020", "2021/.."),
        ("setelah Desember 2020", "2021-01/.."),
        ("sesudah 31 Dec 2020", "2021-01-01/.."),
        ("since 2020", "2020/.."),
        ("mulai 2020", "2020/.."),
        ("sejak Januari 2020", "2020-01/.."),
        ("until March 2021", "../2021-03"),
        ("sebelum 2019", "../2018"),
        ("before January 2019", "../2018-12"),
        ("before 1 March 2020", "../2020-02-29"),
        ("sampai 2019", "../2019"),
        ("2019 or earlier", "../2019"),
        ("2019 atau sebelumnya", "../2019"),
        ("2019 or before", "../2019"),
        ("2019 - 2020", "2019/2020"),
        ("2019–2020-05", "2019/2020-05"),
        ("Nov 2019 to Jan 2020", "2019-11/2020-01"),
        ("2019/..", "2019/.."),
        ("2019/", "2019/.."),
        ("2020/2020", "2020"),
    ],
)
def test_dates_are_understood_as_people_write_them(given: str, exact: str) -> None:
    assert exact_when(given) == exact


@pytest.mark.parametrize(
    "given",
    ["soon", "2020-13", "2020-02-30", "0000", "2021/2020", "../..", "/", "1/2/3", "32 May 2020",
     "3 Foo 2020", "after", "after soon", "before 0001", "after 9999", "2020 or never", "٢٠٢٠-99"],
)  # fmt: skip
def test_what_is_no_date_is_refused(given: str) -> None:
    with pytest.raises(InvalidInput):
        read_when(given)


def test_days_that_a_date_can_mean() -> None:
    assert (read_when("2020-02").first, read_when("2020-02").last) == (
        date(2020, 2, 1), date(2020, 2, 29),
    )  # fmt: skip
    assert (read_when("2020/..").first, read_when("2020/..").last) == (date(2020, 1, 1), None)
    assert (UNKNOWN.first, UNKNOWN.last, UNKNOWN.known) == (None, None, False)
    assert not UNKNOWN.meets(date.min, date.max)
    assert read_when("../2019").meets(date(1950, 1, 1), date(1950, 1, 1))


def test_dates_are_told_in_both_languages() -> None:
    told = {
        "2020": ("2020", "2020"),
        "2020-05": ("May 2020", "Mei 2020"),
        "2020-05-03": ("3 May 2020", "3 Mei 2020"),
        "2019/2020-01": ("2019 – January 2020", "2019 – Januari 2020"),
        "2020/..": ("2020 or later", "2020 atau sesudahnya"),
        "../2020": ("2020 or earlier", "2020 atau sebelumnya"),
        "": ("date not known", "tanggal tidak diketahui"),
    }
    for exact, words in told.items():
        assert tuple(translate(read_when(exact).words(), one) for one in ("en", "id")) == words
