"""Stretches that speak of the same, against scores worked out word by word."""

from __future__ import annotations

import math
from collections import Counter
from random import Random

import numpy as np
import pytest

from jejak.analysis.spans import Spans
from jejak.analysis.words.alike import alike, forms_near, words_in
from jejak.analysis.words.columns import words_of
from jejak.analysis.words.forms import forms_of
from jejak.model.corpus import Texts

WORDS = ("akun", "baru", "murah", "takut", "nama", "palsu", "pulsa", "malam")


def spans(places: list[tuple[int, int, int]]) -> Spans:
    columns = np.array(places, np.int64).reshape(-1, 3).T
    return Spans(columns[0], columns[1], columns[2])


def vector(told: str, rarity: dict[str, float]) -> dict[str, float]:
    raw = {word: (1 + math.log(n)) * rarity[word] for word, n in Counter(told.split()).items()}
    length = math.sqrt(sum(value**2 for value in raw.values()))
    return {word: value / length for word, value in raw.items()}


@pytest.mark.parametrize("seed", range(5))
def test_scores_are_those_of_a_plain_reckoning(seed: int) -> None:
    random = Random(seed)
    texts = [" ".join(random.choices(WORDS, k=random.randint(12, 20))) for _ in range(4)]
    places = []
    for source, text in enumerate(texts):
        cut = text.index(" ", len(text) // 2)
        places += [(source, 0, cut), (source, cut + 1, len(text))]
    units, like = spans(places), spans([places[0], places[3]])
    words = words_of(Texts.of(texts))
    found = alike(words, forms_of(words.vocabulary), units, like)
    told = [texts[source][start:end] for source, start, end in places]
    held = Counter(word for one in told for word in set(one.split()))
    rarity = {word: math.log((1 + len(told)) / (1 + held[word])) + 1 for word in held}
    vectors = [vector(one, rarity) for one in told]
    centre = {w: vectors[0].get(w, 0) + vectors[3].get(w, 0) for w in WORDS}
    length = math.sqrt(sum(value**2 for value in centre.values()))
    wanted = [sum(v * centre[w] for w, v in one.items()) / length for one in vectors]
    assert found.score.tolist() == pytest.approx(wanted)
    best = max(vectors[5], key=lambda word: vectors[5][word] * centre[word])
    assert forms_of(words.vocabulary).labels[found.words(5, 1)[0]] == best


def test_nothing_is_alike_to_nothing() -> None:
    words = words_of(Texts.of(["akun baru", "", "…"]))
    units = spans([(0, 0, 9), (1, 0, 0), (2, 0, 1)])
    forms = forms_of(words.vocabulary)
    assert alike(words, forms, units, Spans.empty()).score.tolist() == [0, 0, 0]
    found = alike(words, forms, units, spans([(0, 0, 4), (2, 0, 1)]))
    assert found.score[0] > 0
    assert found.score[1:].tolist() == [0, 0]
    assert found.words(2, 3) == []


def test_words_of_one_stem_are_one_where_it_matters() -> None:
    text = "Mereka menjual pulsa. Penjualnya dibayar, bayaran kecil."
    words = words_of(Texts.of([text]))
    stems = {"menjual": "jual", "penjualnya": "jual", "dibayar": "bayar", "bayaran": "bayar"}
    sought: list[str] = []

    def stem(word: str) -> str:
        sought.append(word)
        return stems.get(word, word)

    asked = words_in(words, spans([(0, 0, 20)]))
    assert asked == {"mereka", "menjual", "pulsa"}
    forms = forms_near(words.vocabulary, asked, stem, {"mereka"})
    kept = dict(zip(words.vocabulary.keys(), forms.of.tolist(), strict=True))
    assert kept["menjual"] == kept["penjualnya"] >= 0
    assert kept["dibayar"] != kept["bayaran"]  # nobody asked for them
    assert kept["mereka"] == -1
    assert "dibayar" not in sought
