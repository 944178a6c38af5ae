from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import sys
from dataclasses import replace

import pytest

from jejak.displays.files import shape_bytes
from jejak.errors import InvalidInput, MissingExtra
from jejak.model.shape import Matrix
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


DRAWS = """
import sys
from jejak.displays.files import shape_bytes
from jejak.testing import example_corpus
from support.displays import computed

content = shape_bytes(computed(example_corpus(), "code-frequencies"), ".svg", "en")
print(content.startswith(b"<svg"), "vl_convert" in sys.modules)
"""


def test_what_draws_is_apart_for_it_would_hold_up_every_thread() -> None:
    command = [sys.executable, "-c", DRAWS]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=path)
    assert done.stdout.split() == ["True", "False"]


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtra, match="charts"):
        shape_bytes(MATRIX, ".svg", "en")
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match="report"):
        shape_bytes(MATRIX, ".xlsx", "en")


def named(name: str) -> Matrix:
    matrix = computed(example_corpus(), "code-frequencies")
    return replace(matrix, rows=(replace(matrix.rows[0], label=name), *matrix.rows[1:]))


def test_a_character_that_xml_cannot_hold_is_drawn_as_such() -> None:
    assert "odd�name" in shape_bytes(named("odd\ufffename"), ".svg", "en").decode()


def test_a_name_without_end_is_cut() -> None:
    drawn = shape_bytes(named("x" * 10_000), ".svg", "en").decode()
    assert "x" * 119 + "…" in drawn
    assert "x" * 120 not in drawn


def test_what_cannot_be_drawn_is_refused_in_words() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert family in shape_bytes(named(family), ".svg", "en").decode()
    # Whether it can be is a question of the fonts that are there.
    with contextlib.suppress(InvalidInput):
        assert shape_bytes(named(family), ".pdf", "en").startswith(b"%PDF")
