from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model.anchors import Utf16Index, check_span, locate_quote

TEXTS = st.text(st.sampled_from("a😀é漢𝒳\n"), max_size=40)


@given(TEXTS)
def test_positions_go_to_utf16_and_back(text: str) -> None:
    index = Utf16Index.of(text)
    for position in range(len(text) + 1):
        offset = len(text[:position].encode("utf-16-le")) // 2
        assert index.to_utf16(position) == offset
        assert index.from_utf16(offset) == position


@given(TEXTS)
def test_inside_a_pair_is_its_beginning(text: str) -> None:
    index = Utf16Index.of(text)
    for position in index.astral:
        assert index.from_utf16(index.to_utf16(position) + 1) == position


def test_quotes_are_found_once_or_said_to_be_unclear() -> None:
    assert locate_quote("a b a", "b") == (2, 3)
    assert locate_quote("a b a", "a", prefix="b ") == (4, 5)
    with pytest.raises(Conflict):
        locate_quote("a b a", "a")
    with pytest.raises(NotFound):
        locate_quote("a b a", "c")
    with pytest.raises(InvalidInput):
        locate_quote("a", "")


@pytest.mark.parametrize(("start", "end"), [(3, 2), (2, 2), (-1, 2), (0, 11)])
def test_spans_that_are_none_are_refused(start: int, end: int) -> None:
    with pytest.raises(InvalidInput):
        check_span(start, end, 10)
