from __future__ import annotations

import io
import zipfile

import docx
import pytest

from jejak.errors import UnreadableSource
from jejak.formats import FORMATS, ReadOptions
from jejak.formats.reading import read_bytes


def written(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_row_is_a_line_and_its_cells_are_parted_by_tabs() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"sel {number}"
    assert read_bytes(written(document), "a.docx").text.strip() == "sel 0\tsel 1\nsel 2\tsel 3"


def test_the_words_of_a_table_within_a_table_stand_once() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "kiri"
    right = outer.cell(0, 1)
    right.text = "kanan"
    inner = right.add_table(2, 2)
    for number, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"dalam {number}"
    deepest = inner.cell(1, 1).add_table(1, 1)
    deepest.cell(0, 0).text = "terdalam"
    reading = read_bytes(written(document), "a.docx")
    assert [line for line in reading.text.split("\n") if line] == [
        "kiri", "kanan", "dalam 0\tdalam 1", "dalam 2", "dalam 3", "terdalam",
    ]  # fmt: skip
    assert [block.kind for block in reading.blocks].count("row") == 2


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


SHOWN = '<w:vanish w:val="0"/>'


def raw(body: str, **parts: str) -> str:
    """The text of a document made of that XML, read in this process."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return FORMATS.get("docx").read(stream.getvalue(), ReadOptions()).text


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def test_it_reads_what_a_reader_of_the_finished_document_sees() -> None:
    body = (
        f"<w:p>{run('tetap ')}<w:ins>{run('baru')}</w:ins><w:del><w:r><w:delText>lama</w:delText></w:r>"
        f"</w:del>{run('rahasia', '<w:vanish/>')}{run(' tampak', SHOWN)}"
        '<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:sym w:char="2713"/></w:r></w:p>'
    )
    assert raw(body) == "tetap baru tampak\t\n\u2011\u2713"


def test_boxes_controls_and_notes_are_read() -> None:
    box = f"<w:txbxContent><w:p>{run('dalam kotak')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{run('di luar')}<w:r><mc:AlternateContent xmlns:mc='x'><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run('isian')}</w:p></w:sdtContent></w:sdt>"
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc><w:p>{run('sel')}</w:p></w:tc></w:tr></w:sdtContent>"
        "</w:sdt></w:tbl>"
    )
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator"><w:p>{run("garis")}</w:p>'
        f"</w:footnote><w:footnote><w:p>{run('catatan')}</w:p></w:footnote></w:footnotes>"
    )
    assert raw(body, footnotes=notes).split("\n") == [
        "di luar", "dalam kotak", "isian", "sel", "catatan",
    ]  # fmt: skip


def test_headings_have_their_depth() -> None:
    document = docx.Document()
    document.add_heading("Bab", 1)
    document.add_heading("Pasal", 2)
    document.add_paragraph("Isi.")
    reading = FORMATS.get("docx").read(written(document), ReadOptions())
    assert [(block.kind, block.level) for block in reading.blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", None),
    ]  # fmt: skip


def test_what_is_no_word_document_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("other.xml", "<a/>")
    with pytest.raises(UnreadableSource):
        FORMATS.get("docx").read(stream.getvalue(), ReadOptions())
    with pytest.raises(UnreadableSource):
        raw("<w:p/>")
