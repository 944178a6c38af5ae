from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from jejak.errors import UnreadableSource
from jejak.formats import FORMATS, ReadOptions
from jejak.model import Reading


def pdf(*pages: list[str]) -> bytes:
    """A document of pages of lines, in one of the fonts that every reader has."""
    count = len(pages)
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(count))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
    ]
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for number, lines in enumerate(pages):
        content = f"/Contents {4 + 2 * number} 0 R"
        drawn = "".join(f"({line}) Tj 0 -16 Td " for line in lines)
        stream = f"BT /F 12 Tf 72 700 Td {drawn}ET"
        parts += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {font} {content} >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(parts) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{body}{end}startxref\n{len(body)}\n%%EOF\n".encode()


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
