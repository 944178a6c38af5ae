"""The edits between two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.store.correcting import Moves, corrected
from jejak.store.differing import edits_between

WORDS = st.lists(
    st.sampled_from(["akun", "palsu", " ", "\n", "é", "漢", "😀", "."]), max_size=60
).map("".join)


@given(WORDS, WORDS)
def test_the_edits_make_the_new_text(old: str, new: str) -> None:
    assert corrected(old, edits_between(old, new)) == new


@given(WORDS, WORDS, WORDS)
def test_what_stands_beside_an_edit_stays_with_its_words(front: str, word: str, back: str) -> None:
    old, new = f"{front}|{back}", f"{front}|{word}{back}"
    at = Moves(edits_between(old, new)).span(len(front), len(front) + 1)
    assert new[slice(*at)] == "|"


def test_of_a_mended_word_only_the_letters_are_replaced() -> None:
    (edit,) = edits_between("Ini akun pallsu, katanya.", "Ini akun palsu, katanya.")
    assert (edit.end - edit.start, edit.text) == (1, "")
    assert edits_between("sama", "sama") == []


def test_a_long_text_that_is_another_is_replaced_whole() -> None:
    old, new = "a b " * 20_000, "c d " * 20_000
    assert corrected(old, edits_between(old, new)) == new
