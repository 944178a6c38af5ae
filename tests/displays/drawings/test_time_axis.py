from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.displays.drawings.time_axis import time_axis
from jejak.i18n import translate
from jejak.model.when import MONTHS

days = st.dates()


@given(days, days, st.sampled_from((120, 640)))
def test_ticks_stand_in_order_on_the_axis_and_have_room(one, other, width) -> None:
    first, last = sorted((one, other))
    axis = time_axis(first, last, width, "en")
    places = [x for x, _ in axis.ticks]
    assert places == sorted(set(places))
    assert all(0 <= x <= width for x in places)
    assert len(places) <= width // 80 + 2
    assert 0 <= axis.at(first) <= axis.at(last) <= width


@pytest.mark.parametrize(
    ("length", "language", "name"),
    [
        (4, "id", "3 Mei"),
        (60, "en", "14 May"),
        (300, "id", f"{translate(MONTHS[6], 'id')} 2020"),
        (3_000, "en", "2022"),
        (90_000, "en", "2050"),
    ],
)
def test_ticks_are_named_as_people_name_days(length: int, language: str, name: str) -> None:
    first = date(2020, 5, 1)
    axis = time_axis(first, first + timedelta(length), 640, language)
    assert name in [words for _, words in axis.ticks]


def test_one_day_has_an_axis_too() -> None:
    axis = time_axis(date(2020, 5, 1), date(2020, 5, 1), 640, "en")
    assert 0 < axis.at(date(2020, 5, 1)) < 640
    assert axis.ticks
