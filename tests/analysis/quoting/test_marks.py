from __future__ import annotations

import pytest

from jejak.analysis.quoting.marks import quotations


def told(*paragraphs: str, blocks: tuple[bool, ...] = ()) -> list[str]:
    return [
        paragraphs[one.paragraph - 1][one.start : one.end] for one in quotations(paragraphs, blocks)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Katanya “bikin akun baru” lagi.", 'Katanya "bikin akun baru" lagi.',
        "Katanya «bikin akun baru» lagi.", "Katanya „bikin akun baru“ lagi.",
        "Katanya ‘bikin akun baru’ lagi.",
    ],
)  # fmt: skip
def test_quotations_stand_between_marks(text: str) -> None:
    assert told(text) == ["bikin akun baru"]


def test_terms_apostrophes_and_what_stays_open_are_no_quotations() -> None:
    assert told("Kata “akun palsu” itu.") == []
    assert told("Pada hari Jum‘at kami bertemu dia’ dan lain’ nya") == []
    assert told("Ia bilang “tidak pernah selesai begitu") == []
    assert told("") == []


def test_an_apostrophe_within_single_marks_does_not_end_them() -> None:
    assert told("He said ‘I don’t know that’ twice.") == ["I don’t know that"]


def test_a_quotation_in_a_quotation_belongs_to_the_outer_one() -> None:
    text = "“Dia bilang “jangan takut ya” kepada saya” dan “lalu pergi begitu saja”."
    assert told(text) == ["Dia bilang “jangan takut ya” kepada saya", "lalu pergi begitu saja"]


def test_a_block_is_a_quotation_without_its_citation() -> None:
    assert told("“Saya juga pakai akun palsu.” (G, 2020)", blocks=(True,)) == [
        "Saya juga pakai akun palsu."
    ]
    assert told("Saya pakai.", "Dua kata saja bukan.", blocks=(True, False)) == []
