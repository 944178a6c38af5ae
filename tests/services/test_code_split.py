"""Splitting a code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, JejakError
from jejak.model import Code, Coding
from jejak.study import Study
from support.studies import everything, small_study

QUOTES = ("Pakai akun apa", "Bikin akun baru lagi", "Takut, tapi namanya palsu", "akun palsu")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as found:
        found.codebook.add("Akun", colour="#112233", kind="pattern")
        source = found.sources.get("S-01")
        for number, quote in enumerate(QUOTES):
            found.coding.apply(
                source, *found.coding.locate(source, quote), ["Akun"], weight=number, memo=quote
            )
        yield found


def codings(study: Study, code: Code) -> set[str]:
    return {coding.guid for coding in study.store.all(Coding, code=code.guid)}


def test_those_chosen_go_and_the_rest_stay(study: Study) -> None:
    book, before = study.codebook, everything(study.store)
    akun = book.get("Akun")
    chosen = sorted(codings(study, akun))[:2]
    weights = {one.guid: one.weight for one in study.store.all(Coding)}
    made = book.split(akun, "Akun baru", codings=chosen)
    assert codings(study, made) == set(chosen)
    assert len(codings(study, akun)) == 2
    assert (made.parent, made.kind) == (None, "pattern")
    assert {one.guid: one.weight for one in study.store.all(Coding)} == weights
    study.undo()
    assert everything(study.store) == before


def test_those_a_query_finds_go(study: Study) -> None:
    book = study.codebook
    made = book.split(book.get("Akun"), "Palsu", query="text:palsu", parent="Triple-A")
    texts = {passage.text for passage in study.codes["Palsu"].segments()}
    assert texts == {"Takut, tapi namanya palsu", "akun palsu"}
    assert book.paths()[made.guid] == "Triple-A/Palsu"
    weighed = book.split(book.get("Akun"), "Ringan", query="weight < 1", colour="#abcdef")
    assert (len(codings(study, weighed)), weighed.colour) == (1, "#abcdef")


def test_nothing_is_changed_where_nothing_can_go(study: Study) -> None:
    book, before = study.codebook, everything(study.store)
    akun, other = book.get("Akun"), next(iter(codings(study, book.get("Murah"))))
    for error, asked in (
        (InvalidInput, {"name": "Baru"}),
        (InvalidInput, {"name": "Baru", "query": "text:tidakada"}),
        (InvalidInput, {"name": "Baru", "query": "text:"}),
        (InvalidInput, {"name": "Baru", "codings": [other]}),
        (Conflict, {"name": "akun", "codings": list(codings(study, akun))}),
        (JejakError, {"name": "Baru", "codings": [akun.guid]}),
    ):
        with pytest.raises(error):
            book.split(akun, **asked)
    assert everything(study.store) == before


def test_examples_go_with_their_codings(study: Study) -> None:
    book, akun = study.codebook, study.codebook.get("Akun")
    source = study.sources.get("S-01")
    first, second = (study.coding.locate(source, quote) for quote in QUOTES[:2])
    for span in (first, second):
        study.code_examples.add(akun, source, *span)
    segment = study.code_examples.all(akun)[0].segment
    chosen = [one.guid for one in study.store.all(Coding, code=akun.guid) if one.segment == segment]
    made = book.split(akun, "Satu", codings=chosen)
    assert [(one.start, one.end) for one in study.code_examples.all(made)] == [first]
    assert [(one.start, one.end) for one in study.code_examples.all(akun)] == [second]
