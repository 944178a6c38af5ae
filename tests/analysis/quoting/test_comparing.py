from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.quoting.comparing import compare, fragments


def told(quotation: str, source: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in compare(quotation, source).stretches]


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("namanya palsu", "namanya palsu"),
        ("Namanya palsu,", "namanya palsu."),
        ("‘kata dia’ – begitu", '"kata dia" - begitu'),
        ("satu dua", "satu\n dua"),
        ("Takut […] palsu", "Takut, tapi namanya palsu"),
        ("Bikin akun … gampang", "Bikin akun baru lagi 😀, gampang."),
        ("Bikin akun (...) gampang", "Bikin akun baru lagi 😀, gampang."),
        ("dia [penjual] bilang takut", "dia bilang takut"),
        ("[S]aya pakai akun", "saya pakai akun"),
        ("ia [takut] ketahuan", "ia ngeri ketahuan"),
        ("saya pakai akun […]", "saya pakai akun palsu di sana"),
    ],
)
def test_what_quoting_allows_is_no_difference(quotation: str, source: str) -> None:
    assert compare(quotation, source).differences == 0


def test_each_character_that_was_changed_is_told_where_it_stands() -> None:
    assert told("nama palsu semua", "namanya palsu semua") == [
        ("same", "nama"), ("missing", "nya"), ("same", " palsu semua"),
    ]  # fmt: skip
    assert told("saya selalu takut", "saya tidak takut") == [
        ("same", "saya "), ("missing", "tidak"), ("added", "selalu"), ("same", " takut"),
    ]  # fmt: skip
    assert compare("saya selalu takut", "saya tidak takut").differences == 11


def test_words_left_out_without_a_sign_and_long_ones_for_a_bracket_are_differences() -> None:
    assert compare("Takut palsu", "Takut, tapi namanya palsu").differences > 0
    long = "saya tidak pernah sekali pun mau memakai nama palsu"
    assert compare("saya [lalu] palsu", long).differences > 0
    assert compare("saya […] palsu", long).differences == 0


def test_fragments_are_what_is_the_sources() -> None:
    assert fragments("Satu dua […] tiga [dia] empat … lima") == ["Satu dua", "tiga  empat", "lima"]
    assert fragments("[…]") == []


words = st.lists(st.sampled_from(["aku", "Kamu", "…", "[dia]", "[…]", "palsu,", "akun.", "😀", "“ya”"]), max_size=12)  # fmt: skip


@given(words, words)
def test_a_comparison_holds_all_of_the_quotation_in_its_order(
    mine: list[str], its: list[str]
) -> None:
    quotation, source = " ".join(mine), " ".join(its)
    compared = compare(quotation, source)
    assert "".join(one.text for one in compared.stretches if one.kind != "missing") == quotation
    assert compare(source, source).differences == 0
    assert compared.differences == sum(
        len(one.text) for one in compared.stretches if one.kind in {"missing", "added"}
    )
