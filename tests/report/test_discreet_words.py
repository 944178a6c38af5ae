from __future__ import annotations

import pytest

from jejak.model import say
from jejak.model.shape import Caption, Heading, Matrix
from jejak.report.discreet_words import apart, parts_of_names, without_rests

PARTS = parts_of_names(["Mas Gita Permata", "D’Angelo"], but=["Permata-2"])


def test_parts_of_names_are_those_that_tell_of_somebody() -> None:
    assert parts_of_names(["Mas Gita Permata", "Al Z"], but=["Permata-2"]) == {"gita"}
    assert {"gita", "angelo"} == PARTS


def test_what_people_are_called_before_they_have_a_name_is_no_part_of_one() -> None:
    assert parts_of_names(["Peserta Gita", "Informant 3", "Jan van den Berg"]) == {
        "gita", "jan", "berg",
    }  # fmt: skip
    assert parts_of_names(["gita permata", "GITA"]) == {"gita", "permata"}
    assert parts_of_names(["Ibu penjual kain Sari"]) == {"sari"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Wijayakusuma-nya bilang takut", "…-nya bilang takut"),
        ("yakusuma takut", "… takut"),
        ("yakusumanya takut", "…nya takut"),
        ("takut, kata Sukarno", "takut, kata …"),
        ("takut, kata SUKARNO  Wijay", "takut, kata …"),
        ("takut, kata Sukarno…", "takut, kata ……"),
        ("takut, kata Bu", "takut, kata Bu"),
        ("karno wi", "…"),
        ("kusumah bilang asukarno", "kusumah bilang asukarno"),
        ("Pak Sukarno Wijaya Kusuma bilang", "Pak Sukarno Wijaya Kusuma bilang"),
        ("Melati takut Melati", "Melati takut Melati"),
        ("", ""),
    ],
)
def test_what_a_quotation_cuts_of_a_name_is_not_shown(words: str, told: str) -> None:
    names = ["Sukarno Wijayakusuma", "Wijaya Kusuma", "Bu Ratna", "Ani Melati"]
    assert without_rests(names, but=["Melati"])(words) == told
    assert without_rests([])(words) == words


def test_rows_that_are_told_alike_have_keys_of_their_own() -> None:
    rows = tuple(Heading("word:…", "…") for _ in range(3))
    told = apart(Matrix("x", rows, (), {}, Caption(say("x"), say("x")), say("x"), say("x")))
    assert [row.key for row in told.rows] == ["word:…", "word:… 2", "word:… 3"]
