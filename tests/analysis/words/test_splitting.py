"""The words that arrays find are those that the pattern finds, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.analysis.text import word_spans
from jejak.analysis.words.splitting import APART, BROKEN, NEXT, gaps, signs_of, split
from support.examples import examples

SIGNS = st.sampled_from(
    [
        *"aé0_ \n-'’.,:#@!", "e\u0301", "\u0301", "漢", "ก", "ก\u0e34", "\u0e34", "๑", "ー", "・", "한",
        "😀", "❤\ufe0f", "👍🏽", "\u200d", "\ufe0f", "\U0001f3fd", "http://a.b", "www.x", "https://", "www.",
        "❶", "١", "سلام", "\ud800", "\0", "𠀀", "İ", "ß", "²",
    ]
)  # fmt: skip


def spans(text: str) -> list[tuple[int, int]]:
    starts, ends = split(text)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


@settings(max_examples=examples(400))
@given(st.lists(SIGNS, max_size=14).map("".join) | st.text(max_size=20))
def test_arrays_find_what_the_pattern_finds(text: str) -> None:
    assert spans(text) == word_spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#akun-baru @sari_2's www.contoh.id/a-b#c, (http://x.y).",
        "#漢字abc-def @ก\u0e34ก 漢\ufe0f字-a",
        "a-漢-b 3.5漢 ๑.๒ 1,2a",
        "👩‍👩‍👧❤️‍🔥x\ufe0fhttps://😀.id/❤️!",
        "xhttp://a www.a http://a\u3000b",
    ],
)
def test_words_of_every_sort(text: str) -> None:
    assert spans(text) == word_spans(text)


@settings(max_examples=examples(300))
@given(
    st.lists(
        SIGNS | st.sampled_from(["  ", " . ", "     ", " \u3000 ", "\n ", " -!\n"]), max_size=14
    ).map("".join)
)
def test_what_is_between_words_is_space_or_a_line_break_or_else(text: str) -> None:
    words = word_spans(text)
    starts, ends = (np.array([one[side] for one in words], np.int64) for side in (0, 1))
    expected = [
        BROKEN if "\n" in between else APART if between.strip() else NEXT
        for between in (text[a:b] for (_, a), (b, _) in pairwise(words))
    ]
    assert gaps(signs_of(text), starts, ends).tolist() == expected + [BROKEN] * bool(words)
