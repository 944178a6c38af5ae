from __future__ import annotations

import struct
import sys

import pytest

from jejak.displays.files import shape_bytes
from jejak.errors import InvalidInput, MissingExtra
from jejak.testing import example_corpus
from support.displays import computed

MATRIX = computed(example_corpus(30), "code-frequencies", measure="share of cases")


def test_svg_shows_the_words_of_the_language() -> None:
    text = shape_bytes(MATRIX, ".svg", "id").decode()
    assert text.startswith("<svg")
    assert "Frekuensi kode: Kasus" in text
    assert "100%" in text


def test_png_has_three_hundred_points_an_inch() -> None:
    content = shape_bytes(MATRIX, ".png", "en")
    assert content.startswith(b"\x89PNG")
    at = content.index(b"pHYs") + 4
    assert struct.unpack(">I", content[at : at + 4])[0] == round(300 / 0.0254)


def test_pdf_is_a_pdf() -> None:
    assert shape_bytes(MATRIX, ".pdf", "id").startswith(b"%PDF")


def test_nothing_makes_no_picture() -> None:
    with pytest.raises(InvalidInput) as caught:
        shape_bytes(computed(example_corpus(0), "code-cooccurrence"), ".svg", "en")
    assert caught.value.code == "nothing-to-draw"


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtra, match="charts"):
        shape_bytes(MATRIX, ".svg", "en")
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match="report"):
        shape_bytes(MATRIX, ".xlsx", "en")
