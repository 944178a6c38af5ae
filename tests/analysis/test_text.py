from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.text import KwicLine, kwic, sentence_spans, word_spans, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anak-anak itu, katanya.", ["anak-anak", "itu", "katanya"]),
        ("don’t Jum'at 'kutip'", ["don’t", "jum'at", "kutip"]),
        ("harga 3.500,75 jam 12:30.", ["harga", "3.500,75", "jam", "12:30"]),
        ("lihat https://contoh.id/a?b=1, ya", ["lihat", "https://contoh.id/a?b=1", "ya"]),
        ("#AkunBaru @sari_2 nama_akun", ["#akunbaru", "@sari_2", "nama_akun"]),
        ("cafe\u0301 na\u0308he", ["cafe\u0301", "na\u0308he"]),
        ("oke 👍🏽👩‍👩‍👧 sip❤️", ["oke", "👍🏽", "👩‍👩‍👧", "sip", "❤️"]),
        ("我不知道abc", ["我", "不", "知", "道", "abc"]),
        ("ab我", ["ab", "我"]),
        ("مرحبا بالعالم", ["مرحبا", "بالعالم"]),
        (" -- … !", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text())
def test_words_stand_in_order_and_hold_no_space(text: str) -> None:
    at = 0
    for start, end in word_spans(text):
        assert at <= start < end <= len(text)
        assert not any(sign.isspace() for sign in text[start:end])
        at = end


@pytest.mark.parametrize(
    "sentences",
    [
        ["Saya takut.", "Lalu saya hapus!", "Kenapa?", "Ya..."],
        ["Menurut dr. Sari dan Prof. Budi, itu tidak aman.", "Benar."],
        ["Ada chat, gambar, dll. yang hilang.", "Ada chat, gambar, dll.", "Lalu akun baru."],
        ["Lihat hal. 12 dan no. 3.", "Tidak ada hal.", "No.", "He said no."],
        ["Kata A. Sutanto begitu.", "Harga Rp. 3.500 saja."],
        ["1. Anonim", "2. Murah"],
        ["ya... gitu deh…", "Terus?", "lanjut"],
        ["“Benar?” katanya.", "“Tidak.”", "Dia pergi."],
        ["Mr. Smith, e.g. the U.S. envoy, left at 5 p.m. on Monday.", "It was late."],
        ["我不知道。", "你呢？", "好。"],
        ["هل تعرف؟", "نعم."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = "\n".join(sentences) if sentences[0].startswith("1.") else " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_a_line_break_ends_a_sentence_and_space_belongs_to_none() -> None:
    text = "  SARI: ya\n\n  tapi mahal  \n"
    assert [text[a:b] for a, b in sentence_spans(text)] == ["SARI: ya", "tapi mahal"]
    assert sentence_spans(" \n ") == []


@given(st.text(alphabet='aB.!?… \n"”1。') | st.text())
def test_sentences_leave_out_nothing_but_space(text: str) -> None:
    at = 0
    for start, end in sentence_spans(text):
        assert start < end
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


def test_words_in_context() -> None:
    text = "satu dua\ntiga empat lima"
    assert kwic(text, [(9, 13), (0, 4)], 5) == [
        KwicLine(9, 13, " dua ", "tiga", " empa"),
        KwicLine(0, 4, "", "satu", " dua "),
    ]
