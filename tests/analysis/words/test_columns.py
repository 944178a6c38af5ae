from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.text import word_spans
from jejak.analysis.words.columns import WordColumns, words_of
from jejak.analysis.words.vocabulary import Vocabulary
from jejak.model.corpus import Texts

TEXTS = st.lists(
    st.sampled_from(
        ["", "ya", "akun baru 😀 lagi.\n", "漢字 di http://a.b/c sini", "kata " * 30, "#x-y "]
    ),
    max_size=7,
)


def found(columns: WordColumns) -> list[list[tuple[int, str]]]:
    words, first = columns.vocabulary.words, columns.first.tolist()
    pairs = list(zip(columns.start.tolist(), columns.number.tolist(), strict=True))
    rows = [[(start, words[number]) for start, number in pairs[a:b]] for a, b in pairwise(first)]
    assert columns.source.tolist() == [row for row, part in enumerate(rows) for _ in part]
    return rows


def plain(texts: list[str]) -> list[list[tuple[int, str]]]:
    return [[(a, text[a:b]) for a, b in word_spans(text)] for text in texts]


@given(TEXTS)
def test_every_word_of_every_text_stands_where_it_stands(texts: list[str]) -> None:
    assert found(words_of(Texts.of(texts))) == plain(texts)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_after_a_change_only_new_texts_are_split_and_all_is_there(states: list[list[str]]) -> None:
    read: list[str] = []

    def fetch(digests):
        read.extend(digests)
        return list(digests)

    known: set[str] = set()
    for texts in states:
        assert found(words_of(Texts(texts, fetch))) == plain(texts)
        assert set(read) == set(texts) - known
        assert len(read) == len(set(read))
        read.clear()
        known = set(texts)


def test_long_texts_are_cut_between_words() -> None:
    texts = ["satu dua tiga " * 40_000, "a" * 450_000, "tanpa spasi。" * 40_000 + " x"]
    assert found(words_of(Texts.of(texts))) == plain(texts)


def test_a_million_different_words_keep_their_numbers() -> None:
    text = " ".join(f"kata{number}" for number in range(60_000))
    columns = words_of(Texts.of([text, text]))
    assert columns.vocabulary.words == text.split()
    assert columns.number.tolist() == [*range(60_000)] * 2


@given(
    st.lists(
        st.sampled_from(
            ["a", "é", "漢", "😀", "kata-kata", "b" * 8, "é" * 4, "x" * 137, "\ud800z"]
        ),
        max_size=30,
    )
)
def test_words_have_one_number_whatever_stands_beside_them(words: list[str]) -> None:
    vocabulary = Vocabulary()
    known: dict[str, int] = {}
    for text in (" ".join(words), *words, " ".join(words[::-1])):
        spans = np.array(word_spans(text), np.int64).reshape(-1, 2)
        numbers = vocabulary.numbers(text, spans[:, 0], spans[:, 1]).tolist()
        for (start, end), number in zip(spans.tolist(), numbers, strict=True):
            assert known.setdefault(text[start:end], number) == number
            assert vocabulary.words[number] == text[start:end]
    assert len(set(known.values())) == len(known)
