from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model.anchors import Utf16Index
from jejak.services.quotes import place_of

TEXT = "😀 ikan murah, ikan segar\ndan ikan 😀 lagi"


@given(text=st.text("a😀 \n", min_size=1, max_size=20), data=st.data())
def test_words_at_their_place_stay_there_however_it_is_counted(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words, index = text[start:end], Utf16Index.of(text)
    assert place_of(text, (start, end), words) == (start, end, False)
    wide = index.to_utf16(start), index.to_utf16(end)
    there = place_of(text, wide, words)
    assert text[there[0] : there[1]] == words
    if text[wide[0] : wide[1]] != words:
        assert there == (start, end, False)


def test_words_go_before_places_and_the_nearest_is_meant() -> None:
    assert place_of(TEXT, (3, 9), "segar") == (19, 24, True)
    assert place_of(TEXT, (13, 17), "ikan") == (14, 18, True)
    assert place_of(TEXT, None, "ikan", "murah, ") == (14, 18, False)
    with pytest.raises(Conflict):
        place_of(TEXT, None, "ikan")
    with pytest.raises(NotFound):
        place_of(TEXT, (0, 4), "daging")
    with pytest.raises(InvalidInput):
        place_of(TEXT, None, "")


def test_loosely_white_space_is_white_space_and_what_is_around_only_helps() -> None:
    assert place_of(TEXT, None, "segar dan", loosely=True) == (19, 28, False)
    assert place_of(TEXT, None, "segar", "lain", "lain", loosely=True) == (19, 24, False)
    with pytest.raises(NotFound):
        place_of(TEXT, None, "segar dan")
    with pytest.raises(NotFound):
        place_of(TEXT, None, "segar", "lain")
    with pytest.raises(Conflict):
        place_of(TEXT, None, "ikan", "lain", loosely=True)
