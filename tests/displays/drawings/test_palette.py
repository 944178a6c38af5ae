from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest

from jejak.displays.drawings.palette import (
    CATEGORIES,
    NEAR,
    PATTERNS,
    colour_of,
    distances,
    hatching,
    letters_on,
    patterns_for,
)


def test_categories_stay_apart_for_every_kind_of_colour_vision() -> None:
    apart = distances(CATEGORIES)
    assert min(apart[a, b] for a, b in combinations(range(len(CATEGORIES)), 2)) > NEAR
    first = distances(CATEGORIES[:4])
    assert min(first[a, b] for a, b in combinations(range(4), 2)) > 35
    assert patterns_for(CATEGORIES) == [0] * len(CATEGORIES)


def test_distances_are_those_of_cielab_to_who_sees_all_colours() -> None:
    # Black and white are 100 apart to everybody.
    assert distances(["#000000", "#ffffff"])[0, 1] == pytest.approx(100, abs=0.1)
    grey = distances(["#777777", "#787878"])
    assert 0 < grey[0, 1] < 1
    assert np.allclose(np.diag(grey), 0)


def test_colours_that_some_cannot_tell_apart_are_near() -> None:
    # Equal to people without the red or the green cones, far apart to others.
    red_green = distances(["#b3503d", "#6f7a2f"])
    assert red_green[0, 1] < NEAR
    assert distances(["#0072b2", "#e69f00"])[0, 1] > NEAR


def test_near_colours_get_different_hatching() -> None:
    same = ["#44aa99"] * len(PATTERNS)
    assert patterns_for(same) == list(range(len(PATTERNS)))
    assert patterns_for([*same, "#44aa99"])[-1] == 0
    assert patterns_for(["#000000", "#ffffff"]) == [0, 0]
    assert patterns_for([]) == []
    assert len(patterns_for(["#123456", "#abcdef"] * 250)) == 500


def test_what_is_no_colour_is_grey_and_every_category_has_one() -> None:
    assert distances(["red", "#8a9695"])[0, 1] == 0
    assert colour_of("", 1) == CATEGORIES[1]
    assert colour_of(None, len(CATEGORIES)) == CATEGORIES[0]
    assert colour_of("#123456", 3) == "#123456"


@pytest.mark.parametrize(("width", "height"), [(16, 300), (20, 20), (3, 2), (200, 8)])
@pytest.mark.parametrize("pattern", range(len(PATTERNS)))
def test_hatching_stays_in_its_box(pattern: int, width: float, height: float) -> None:
    path = hatching(pattern, width, height)
    assert bool(path) == (pattern > 0)
    for x, y in re.findall(r"[ML]([-0-9.e]+),([-0-9.e]+)", path):
        assert -0.5 <= float(x) <= width + 0.01
        assert -0.01 <= float(y) <= height + 0.01


def test_letters_stand_out_on_any_colour() -> None:
    assert letters_on("#332288") == "#ffffff"
    assert letters_on("#ddcc77") == "#000000"
