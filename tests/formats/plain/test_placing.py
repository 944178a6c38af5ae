"""Where words stand in a text that was changed: sure, or nowhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.formats.plain.placing import placed, quote_of, quoted, shown_quote

TEXT = "Ya. Saya takut sekali waktu itu, ya, sungguh.\nYa. Ia tidak takut.\n"
LETTERS = st.text("ab 😀\n", max_size=60)


def found(text: str, start: int, end: int, changed: str) -> str | None:
    told = quote_of(text, start, end)
    place = placed(changed, told["quote"], str(told["prefix"]), str(told["suffix"]), start)
    return None if place is None else changed[slice(*place)]


@given(LETTERS, LETTERS, LETTERS)
def test_a_stretch_of_a_text_that_was_not_changed_is_where_it_was(
    before: str, words: str, after: str
) -> None:
    text, start, end = before + words + after, len(before), len(before + words)
    if words:
        told = quote_of(text, start, end)
        assert quoted(text, start, end, told["quote"])
        place = placed(text, told["quote"], str(told["prefix"]), str(told["suffix"]), start)
        assert place == (start, end)


@given(LETTERS, LETTERS, LETTERS, LETTERS)
def test_what_is_placed_has_the_words_or_what_stands_between_those_around(
    before: str, words: str, after: str, other: str
) -> None:
    start, end = len(before), len(before + words)
    changed = other + before + words + after
    if words:
        told = quote_of(before + words + after, start, end)
        place = placed(changed, told["quote"], str(told["prefix"]), str(told["suffix"]), start)
        if place is not None:
            assert changed[slice(*place)] == words


def test_words_that_stand_once_are_found_wherever_they_went() -> None:
    start = TEXT.index("tidak takut")
    assert found(TEXT, start, start + 11, "Baru.\nIa tidak takut.") == "tidak takut"


def test_words_that_stand_often_are_found_by_those_around() -> None:
    start = TEXT.index("takut sekali")
    changed = TEXT.replace("Ya. Saya", "Memang. Saya").replace("waktu itu", "waktu ini")
    place = placed(changed, "takut", "Ya. Saya ", " sekali waktu itu, ya, s", start)
    assert place == (changed.index("takut"), changed.index("takut") + 5)


def test_words_of_which_it_is_not_sure_which_they_are_are_nowhere() -> None:
    assert placed("takut dan takut", "takut", "Saya ", " sekali", 0) is None
    assert placed("x", "", "", "", 0) is None


def test_replaced_words_are_what_stands_between_those_around() -> None:
    start = TEXT.index("takut sekali")
    assert found(TEXT, start, start + 12, TEXT.replace("takut sekali", "berani")) == "berani"
    assert found(TEXT, start, start + 12, TEXT.replace("takut sekali", "")) is None
    assert found(TEXT, start, start + 12, TEXT.replace("takut sekali", "x" * 500)) is None


def test_a_very_long_quotation_is_told_by_its_two_ends() -> None:
    text = "awal " + "".join(f"kata {number} " for number in range(1000)) + "akhir"
    told = quote_of(text, 5, len(text) - 5)
    assert isinstance(told["quote"], list)
    assert len(shown_quote(told["quote"])) < 2_010
    assert quoted(text, 5, len(text) - 5, told["quote"])
    assert not quoted(text, 4, len(text) - 5, told["quote"])
    changed = "Baru. " + text.replace("kata 500", "kata lima ratus")
    place = placed(changed, told["quote"], "awal ", "akhir", 5)
    assert place == (11, len(changed) - 5)
    assert placed(changed.replace("kata 0 ", ""), told["quote"], "awal ", "akhir", 5) is None
    assert placed(changed.replace("kata 999 ", ""), told["quote"], "awal ", "akhir", 5) is None
