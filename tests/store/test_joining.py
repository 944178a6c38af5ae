"""Corrections of two sides in one text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.store.correcting import Edit, corrected
from jejak.store.joining import join_texts

WORDS = st.sampled_from(["akun", "palsu", "é", "漢字", "😀", "dua", "lagi,"])
TEXTS = st.lists(WORDS, min_size=8, max_size=14).map(" ".join)


@given(TEXTS, st.data())
@settings(max_examples=60)
def test_what_is_joined_holds_both_and_words_stay_where_they_were(
    base: str, data: st.DataObject
) -> None:
    words = base.split(" ")
    places = [sum(len(one) + 1 for one in words[:at]) for at in range(len(words))]
    mine, other = data.draw(st.tuples(st.integers(0, 2), st.integers(5, 7)))
    swapped = data.draw(st.booleans())
    edits = [
        Edit(
            places[at],
            places[at] + len(words[at]),
            data.draw(st.sampled_from(["", "baru", "龍 x"])),
        )
        for at in (mine, other)
    ]
    ours, theirs = (corrected(base, [edits[swapped ^ side]]) for side in (0, 1))
    joined = join_texts(base, ours, theirs)
    assert joined is not None
    assert joined.text == corrected(base, edits)
    for at, word in enumerate(words):
        if at not in {mine, other}:
            span = places[at], places[at] + len(word)
            for moves, onwards, text in (
                (joined.to_ours, joined.from_ours, ours),
                (joined.to_theirs, joined.from_theirs, theirs),
            ):
                start, end = moves.span(*span)
                assert text[start:end] == word
                start, end = onwards.span(start, end)
                assert joined.text[start:end] == word


def test_what_touches_or_lies_in_neighbouring_words_is_left_to_people() -> None:
    base = "satu dua tiga empat"
    assert join_texts(base, "satu DUA tiga empat", "satu dua TIGA empat") is None
    assert join_texts(base, "satu duo tiga empat", "satu dwa tiga empat") is None
    assert join_texts(base, "satu dua x tiga empat", "satu dua y tiga empat") is None
    same = join_texts(base, "SATU dua tiga empat", "SATU dua tiga EMPAT")
    assert same is not None
    assert same.text == "SATU dua tiga EMPAT"
