from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.store.correcting import Edit, corrected
from jejak.store.outward import Outward

# Signs of one, two and four bytes, and one that joins the sign before it.
LETTERS = st.text(alphabet="ab \nX\u00e9\u0301\u062d\U0001f600", max_size=40)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit], tuple[int, int]]:
    """A text, stretches of it that are replaced (never by nothing), and a stretch of it."""
    text = draw(LETTERS.filter(bool))
    ends = st.integers(0, len(text))
    cuts = sorted(draw(st.sets(ends, max_size=8)))
    edits = [
        Edit(start, end, draw(st.text(alphabet="M-1…", min_size=1, max_size=5)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    start, end = sorted(draw(st.lists(ends, min_size=2, max_size=2, unique=True)))
    return text, edits, (start, end)


@given(texts_with_edits())
def test_words_that_were_not_replaced_are_exactly_where_they_are_carried(
    made: tuple[str, list[Edit], tuple[int, int]],
) -> None:
    text, edits, (start, end) = made
    way, copy = Outward(edits), corrected(text, edits)
    begin, finish = way.there(start, end)
    assert 0 <= begin < finish <= len(copy)
    inside = [one for one in edits if one.start < end and one.end > start]
    low = min([start, *(one.start for one in inside)])
    high = max([end, *(one.end for one in inside)])
    within = [Edit(one.start - low, one.end - low, one.text) for one in inside]
    assert copy[begin:finish] == corrected(text[low:high], within)


@given(texts_with_edits())
def test_there_and_back_takes_in_what_was_replaced_and_nothing_more(
    made: tuple[str, list[Edit], tuple[int, int]],
) -> None:
    text, edits, (start, end) = made
    way = Outward(edits)
    again = way.back(*way.there(start, end))
    inside = [one for one in edits if one.start < end and one.end > start]
    assert again == (
        min([start, *(one.start for one in inside)]),
        max([end, *(one.end for one in inside)]),
    )
    assert 0 <= again[0] <= start < end <= again[1] <= len(text)


def test_a_stretch_within_a_name_takes_in_the_whole_of_what_stands_for_it() -> None:
    way = Outward([Edit(5, 17, "M-1")])
    assert way.there(10, 17) == (5, 8)
    assert way.there(0, 5) == (0, 5)
    assert way.there(17, 20) == (8, 11)
    assert way.back(6, 7) == (5, 17)
    assert way.back(0, 11) == (0, 20)
