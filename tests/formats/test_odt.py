from __future__ import annotations

import io
import zipfile

import pytest

from jejak.errors import UnreadableSource
from jejak.formats import FORMATS, ReadOptions

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)


def odt(body: str, manifest: str = "<manifest/>") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
    return stream.getvalue()


def lines(body: str) -> list[str]:
    reading = FORMATS.get("odt").read(odt(body), ReadOptions())
    return [line for line in reading.text.split("\n") if line]


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


def test_spaces_notes_and_boxes_are_read_and_deletions_are_not() -> None:
    body = (
        "<text:tracked-changes><text:p>hapus</text:p></text:tracked-changes>"
        '<text:h text:outline-level="2">Judul</text:h>'
        '<text:p>satu<text:tab/>dua<text:s text:c="2"/>tiga<text:line-break/>empat'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>catatan</text:p>"
        "</text:note-body></text:note><draw:frame><draw:text-box><text:p>kotak</text:p></draw:text-box>"
        "</draw:frame>.</text:p>"
    )
    assert lines(body) == ["Judul", "satu\tdua  tiga", "empat.", "catatan", "kotak"]
    reading = FORMATS.get("odt").read(odt(body), ReadOptions())
    assert (reading.blocks[0].kind, reading.blocks[0].level) == ("heading", 2)


def test_rows_are_lines() -> None:
    cell = "<table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>"
    body = f"<table:table><table:table-row>{cell}{cell}</table:table-row></table:table>"
    assert lines(body) == ["a b\ta b"]


def test_what_cannot_be_read_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("other.xml", "<a/>")
    locked = odt("<text:p>x</text:p>", "<manifest><encryption-data/></manifest>")
    for content, code in (
        (stream.getvalue(), "corrupt"),
        (locked, "encrypted"),
        (odt(""), "empty"),
    ):
        with pytest.raises(UnreadableSource) as caught:
            FORMATS.get("odt").read(content, ReadOptions())
        assert caught.value.code == code
