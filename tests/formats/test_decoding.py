from __future__ import annotations

import pytest

from jejak.formats.decoding import decode


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("これは日本語の文章です。", "iso2022_jp"),
        ("안녕하세요, 한국어 문장입니다.", "iso2022_kr"),
        ("Ya, “begitu” 😀", "utf-8"),
        ("Ya, begitu saja", "utf-16-le"),
        ("Ya, begitu saja", "utf-32-be"),
    ],
)
def test_encodings_are_recognised(text: str, encoding: str) -> None:
    found, name, _ = decode(text.encode(encoding))
    assert (found, name) == (text, encoding)


def test_an_escape_that_begins_no_encoding_stays() -> None:
    text = "biasa \x1b$ saja"
    assert decode(text.encode())[:2] == (text, "utf-8")
