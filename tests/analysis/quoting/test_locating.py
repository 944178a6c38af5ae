from __future__ import annotations

import random

from jejak.analysis.quoting.locating import Material

TEXTS = [
    "P: Pakai akun apa?\nG: Bikin akun baru lagi 😀, gampang.\nP: Tidak takut ketahuan?\n",
    "G: Takut, tapi namanya palsu.\nDS: Saya juga pakai akun palsu.\n",
    "",
]


def found(quotation: str) -> list[tuple[int, str, float]]:
    return [
        (one.text, TEXTS[one.text][one.start : one.end], one.likeness)
        for one in Material(TEXTS, [quotation]).find(quotation)
    ]


def test_exact_words_are_found_whatever_their_marks_and_letters() -> None:
    assert found("Takut, tapi namanya palsu")[0] == (1, "Takut, tapi namanya palsu", 100.0)
    assert found("TAKUT, tapi namanya palsu")[0][2] == 100.0


def test_changed_words_are_found_from_word_to_word() -> None:
    text, words, likeness = found("Bikin akun anyar lagi, gampang.")[0]
    assert (text, words) == (0, "Bikin akun baru lagi 😀, gampang.")
    assert 75 < likeness < 100


def test_a_quotation_with_omissions_reaches_from_its_first_words_to_its_last() -> None:
    assert found("Bikin akun […] gampang")[0][:2] == (0, "Bikin akun baru lagi 😀, gampang")


def test_what_nobody_said_is_not_found() -> None:
    assert found("sesuatu yang tidak pernah dikatakan siapa pun") == []
    assert found("[…]") == []
    assert Material([], ["satu dua tiga"]).find("satu dua tiga") == []


def test_it_is_found_in_much_material() -> None:
    chance = random.Random(7)
    known = [f"kata{n}" for n in range(400)]
    texts = [" ".join(chance.choices(known, k=3000)) for _ in range(20)]
    words = texts[13].split()[500:520]
    told = " ".join([*words[:7], "sisipan", *words[8:]])
    best = Material(texts, [told]).find(told)[0]
    assert best.text == 13
    assert texts[13][best.start : best.end] == " ".join(words)
