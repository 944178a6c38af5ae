from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from jejak.errors import UnreadableSource
from jejak.formats import FORMATS, ReadOptions
from jejak.model import Reading
from support.pages import pdf


def read(content: bytes) -> Reading:
    return FORMATS.get("pdf").read(content, ReadOptions())


def test_each_page_is_a_block_and_its_words_are_read() -> None:
    reading = read(pdf(["Baris satu", "baris dua"], [], ["Halaman tiga"]))
    assert reading.text.split() == ["Baris", "satu", "baris", "dua", "Halaman", "tiga"]
    pages = [block for block in reading.blocks if block.kind == "page"]
    assert [block.label for block in pages] == ["1", "3"]
    assert reading.text[pages[-1].start : pages[-1].end].strip() == "Halaman tiga"
    assert [problem.code for problem in reading.problems] == ["empty-pages"]
    assert (reading.medium, reading.metadata["pages"]) == ("pdf", "3")


def test_what_cannot_be_read_says_why() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(["x"]))))
    writer.encrypt("kunci", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    for content, code in (
        (locked.getvalue(), "encrypted"), (b"%PDF-1.4\nnothing", "corrupt"), (pdf([], []), "no-text"),
    ):  # fmt: skip
        with pytest.raises(UnreadableSource) as caught:
            read(content)
        assert caught.value.code == code
