from __future__ import annotations

import pytest

from jejak.analysis.words.forms import STOP_WORDS, forms_of, keys_in, stop_words, without_clitic
from jejak.analysis.words.vocabulary import Vocabulary


def vocabulary(*words: str) -> Vocabulary:
    found = Vocabulary()
    found.words += words
    return found


def grouped(how: str, *words: str, without=()) -> dict[str, tuple[str, ...]]:
    forms = forms_of(vocabulary(*words), how, without)
    assert [forms.labels[n] if n >= 0 else None for n in forms.of.tolist()]
    return dict(zip(forms.labels, forms.keys, strict=True))


def test_capitals_and_compositions_are_one_word() -> None:
    assert grouped("as written", "Ya", "YA", "e\u0301", "É", "ya-ya") == {
        "ya": ("ya",), "é": ("é",), "ya-ya": ("ya-ya",),
    }  # fmt: skip


def test_clitics_are_taken_off_where_a_word_is_left() -> None:
    words = ("akun", "akunnya", "Akunku", "akun-mu", "hanya", "ha", "buku", "bu", "rumahnya", "aku")
    assert grouped("without clitics", *words)["akun"] == ("akun", "akunnya", "akunku", "akun-mu")
    assert {"hanya", "buku", "rumahnya", "aku"} <= set(grouped("without clitics", *words))
    assert without_clitic("pelaku", {"pela"}) == "pelaku"


def test_stems_put_forms_together() -> None:
    pytest.importorskip("Sastrawi")
    assert grouped("stems", "ketakutan", "takut", "menakutkan")["takut"] == (
        "ketakutan", "takut", "menakutkan",
    )  # fmt: skip


def test_what_is_left_out_is_left_out_by_spelling_and_as_counted() -> None:
    forms = forms_of(vocabulary("akunnya", "akun", "ya"), "without clitics", ["akun", "ya"])
    assert forms.of.tolist() == [-1, -1, -1]
    assert grouped("as written", "akunnya", "akun", without=["akunnya"]) == {"akun": ("akun",)}


def test_stop_words_of_two_languages() -> None:
    assert {"yang", "nggak", "wkwk"} <= stop_words("id")
    assert {"the", "don't"} <= stop_words("en")
    assert stop_words("id and en") == stop_words("id") | stop_words("en")
    assert stop_words("none") == frozenset()
    assert not any("#" in word for which in STOP_WORDS for word in stop_words(which))
    assert keys_in("Akun, BARU akun!") == ["akun", "baru"]
