from __future__ import annotations

import io
import zipfile

from jejak.formats.reading import read_bytes

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)


def odt(body: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
    return stream.getvalue()


def lines(body: str) -> list[str]:
    return [line for line in read_bytes(odt(body), "a.odt").text.split("\n") if line]


def test_what_describes_a_picture_is_no_word_of_the_text() -> None:
    body = (
        "<text:p>Sebelum<draw:frame><draw:image/><svg:title>Logo</svg:title>"
        "<svg:desc>Sebuah logo</svg:desc></draw:frame> sesudah, <text:title>Judul</text:title>.</text:p>"
    )
    assert lines(body) == ["Sebelum sesudah, Judul."]


def test_a_table_within_a_table_keeps_its_rows() -> None:
    inner = (
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    body = (
        "<table:table><table:table-row><table:table-cell><text:p>kiri</text:p></table:table-cell>"
        f"<table:table-cell>{inner}</table:table-cell></table:table-row></table:table>"
    )
    assert lines(body) == ["kiri", "a\tb"]
