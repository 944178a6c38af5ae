"""Colours of codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput
from jejak.services.code_colours import PALETTE, check_colour, shades


@given(st.integers(0, 0xFFFFFF), st.integers(0, 30))
def test_shades_are_colours_each_another(number: int, count: int) -> None:
    found = shades(f"#{number:06x}", count)
    assert len(found) == count
    for one in found:
        check_colour(one)
    if count < 12:
        assert len(set(found)) == count


@pytest.mark.parametrize("words", ["teal", "#12345", "#1234567", "#12345g", "1234567"])
def test_what_is_no_colour_is_refused(words: str) -> None:
    with pytest.raises(InvalidInput, match="no colour"):
        shades(words, 3)


def test_the_scheme_has_no_colour_twice() -> None:
    assert len(set(PALETTE)) == len(PALETTE)
