"""A passage is found by its position in whatever way it was counted, and by its words where that fails."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.formats.peers.places import Words
from jejak.model.anchors import Utf16Index

TEXTS = st.text(st.sampled_from("ab 😀漢\né"), min_size=1, max_size=60)
WAYS = st.sampled_from(["points", "utf16", "line ends"])


@given(TEXTS, st.integers(0, 59), st.integers(1, 20), WAYS, st.booleans())
def test_the_words_are_found_however_they_were_counted(
    text: str, start: int, length: int, way: str, mark: bool
) -> None:
    start = min(start, len(text) - 1)
    quote = text[start : start + length]
    raw = ("\ufeff" if mark else "") + text.replace("\n", "\r\n")
    counted = text if way == "line ends" else raw
    first = start if way == "line ends" else mark + len(text[:start].replace("\n", "\r\n"))
    last = first + len(quote if way == "line ends" else quote.replace("\n", "\r\n"))
    units = Utf16Index.of(counted)
    if way == "utf16":
        first, last = units.to_utf16(first), units.to_utf16(last)
    words = Words(raw)
    assert words.text == text
    place = words.find(first, last, quote)
    if quote.strip():
        assert place is not None
        assert text[place.start : place.end].split() == quote.split()
    if place is not None:
        assert 0 <= place.start < place.end <= len(text)


@given(TEXTS, st.integers(-9, 99), st.integers(-9, 99), TEXTS)
def test_nothing_outside_the_text_is_ever_found(
    text: str, start: int, end: int, quote: str
) -> None:
    place = Words(text).find(start, end, quote)
    if place is not None:
        assert 0 <= place.start < place.end <= len(text)


def test_of_two_places_alike_the_nearest_counts_if_it_is_by_far_the_nearest() -> None:
    words = Words("dua " + "x " * 100 + "dua")
    near = words.find(2, 5, "dua")
    assert near is not None
    assert (near.start, near.how) == (0, "moved")
    between = words.find(100, 103, "dua")
    assert between is not None
    assert between.how == "differs"
