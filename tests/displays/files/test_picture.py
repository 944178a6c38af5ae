from __future__ import annotations

import contextlib
import os
import re
import struct
import subprocess
import sys
from dataclasses import replace

import pytest

from jejak.displays.drawings.vega import field, mark, picture
from jejak.displays.files import shape_bytes
from jejak.displays.files.frame import wrapped
from jejak.displays.files.look import QUIET, VEGA_CONFIG
from jejak.displays.files.picture import as_png, draw_there
from jejak.errors import InvalidInput, MissingExtra
from jejak.i18n import translate
from jejak.model.message import say
from jejak.model.shape import Heading, Matrix
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


def _pixels(png: bytes) -> tuple[int, int]:
    wide, tall = struct.unpack(">II", png[16:24])
    return wide, tall


@pytest.mark.parametrize("room", [(2.0, 50.0), (50.0, 1.5)])
def test_png_is_no_larger_than_its_room_and_keeps_its_shape(room: tuple[float, float]) -> None:
    whole, fitted = (_pixels(as_png(MATRIX, "en", within)) for within in (None, room))
    assert max(
        side / (300 * most) for side, most in zip(fitted, room, strict=True)
    ) == pytest.approx(1, abs=0.01)
    assert fitted[0] / fitted[1] == pytest.approx(whole[0] / whole[1], rel=0.02)
    assert _pixels(as_png(MATRIX, "en", (50.0, 50.0))) == whole


def test_pdf_is_a_pdf() -> None:
    assert shape_bytes(MATRIX, ".pdf", "id").startswith(b"%PDF")


def test_the_caption_stands_in_the_picture_whatever_draws_it() -> None:
    text = shape_bytes(MATRIX, ".svg", "id").decode()
    width, height = (float(n) for n in re.findall(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', text)[0])
    for note in (*MATRIX.caption.notes, say("Codings counted, each once: {count}.", count=30)):
        assert translate(note, "id").split()[0] in text
    words = re.findall(r'<tspan x="16" y="([0-9.]+)">', text)
    assert len(words) >= 1 + len(MATRIX.caption.notes)
    assert max(float(y) for y in words) < height
    assert f'<rect width="{width:g}" height="{height:g}"' in text
    assert 'role="img" aria-label="Frekuensi kode: Kasus"' in text


def test_a_long_caption_is_broken_at_spaces_and_han_anywhere() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("a\u0301b" * 4, 100) == ["a\u0301b" * 4]
    assert wrapped("编码 编码编码", 8) == ["编码 编", "码编码"]
    assert wrapped("x" * 9, 4) == ["xxxx", "xxxx", "x"]
    assert wrapped("", 4) == []


def test_a_picture_in_vega_is_drawn_as_well() -> None:
    places = [{"x": 20, "y": 30, "words": "Ä & 编码 حسن"}]
    words = mark(
        "text", "places", {"x": field("x"), "y": field("y"), "text": field("words")}, style="quiet"
    )
    spec = picture(100, 60, {"places": places}, marks=[words])
    told = spec | {"description": "A <picture>", "config": VEGA_CONFIG}
    svg = draw_there("svg", told, {}, ["below"]).decode()
    assert "Ä &amp; 编码 حسن" in svg
    assert 'aria-label="A &lt;picture&gt;"' in svg
    assert f'fill="{QUIET}"' in svg
    assert ">below</tspan>" in svg
    assert draw_there("png", told, {}, []).startswith(b"\x89PNG")
    assert draw_there("pdf", told, {}, []).startswith(b"%PDF")


def test_a_picture_of_nothing_says_why_there_is_nothing() -> None:
    text = shape_bytes(computed(example_corpus(0), "code-cooccurrence"), ".svg", "en").decode()
    assert "no coding fits these settings" in text
    text = shape_bytes(computed(example_corpus(0), "third-variable"), ".svg", "id").decode()
    assert "sebabnya tertulis di bawah" in text
    assert "dua atribut kasus" in text


def test_a_picture_of_too_many_cells_is_refused_for_that_reason() -> None:
    rows = tuple(Heading(f"r{at}", f"r{at}") for at in range(400))
    with pytest.raises(InvalidInput) as caught:
        shape_bytes(replace(MATRIX, rows=rows, columns=rows, cells={}), ".svg", "en")
    assert caught.value.code == "too-many-marks"
    assert "160000 cells" in caught.value.message


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
