from __future__ import annotations

import re
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest

from jejak.documents.document import Column, Figure, Paragraph, Quote, Run, Section, Table, words
from jejak.documents.pdf import as_pdf
from jejak.errors import MissingExtra
from support.documents import ARABIC, PNG, everything, thesis

HARD = '#let x = 1 $a$ *b* \\ @label <tag> [unclosed {brace ]#] //no /*c*/ "q" 👩\u200d👩\u200d👧 = head - item'


def read(document: Any) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(as_pdf(document)))


def text_of(document: Any) -> str:
    told = "\n".join(page.extract_text() for page in read(document).pages)
    return " ".join(told.split())


def with_blocks(*blocks: Any) -> Any:
    return replace(thesis("kata"), sections=(Section("a", "First", tuple(blocks)),), tables="")


def test_it_is_tagged_and_says_what_it_is() -> None:
    file = read(thesis("kata"))
    root = file.trailer["/Root"].get_object()
    assert root["/MarkInfo"].get_object()["/Marked"]
    assert root["/Lang"] == "en"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert file.metadata.title == "A thesis kata"
    assert file.metadata.author == "An author"


def test_no_signs_that_anybody_wrote_are_orders() -> None:
    told = text_of(everything(HARD))
    for word in (
        "#let",
        "$a$",
        "*b*",
        "\\",
        "@label",
        "<tag>",
        "[unclosed",
        "{brace",
        "]#]",
        "/*c*/",
    ):
        assert told.count(word) >= 8, word
    assert (
        text_of(with_blocks(Paragraph(words("a\x00b\x1b[31m \ud800 \u2028 end")))).count("end") == 1
    )


def test_links_lead_to_places_and_the_contents_have_pages() -> None:
    file = read(thesis("kata"))
    links = [
        note.get_object()
        for page in file.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) >= 8
    assert not [link for link in links if "/URI" in str(link)]
    contents = next(page.extract_text() for page in file.pages if "Contents" in page.extract_text())
    assert re.search(r"1\.1\s+F1\s+A case[ .]*\n?\s*4", contents)
    assert "List of tables" in contents
    marks = [one.title for one in file.outline if not isinstance(one, list)]
    assert [one.split()[0] for one in marks if one[0] in "12"] == ["1", "2"]


def test_heads_of_long_tables_repeat_and_every_row_is_there() -> None:
    rows = tuple((words(f"row{n}"), words(str(n))) for n in range(150))
    file = read(with_blocks(Table((Column("Whatsit"), Column("n", number=True)), rows, "Long")))
    told = [page.extract_text() for page in file.pages]
    assert sum("Whatsit" in page for page in told) >= 3
    assert all(re.search(rf"row{n}\b", "\n".join(told)) for n in range(150))


def test_a_quotation_of_three_thousand_words_goes_over_pages() -> None:
    said = " ".join(f"kata{n}" for n in range(3000))
    told = text_of(with_blocks(Quote(said, "G", lead="Before ", translation=said, translated="en")))
    assert all(f"kata{n}" in told for n in range(0, 3000, 97))


def test_scripts_of_many_kinds_are_set() -> None:
    document = with_blocks(Paragraph(words(f"{ARABIC} 漢字 ไทย עברית")), Quote(ARABIC, "G"))
    file = read(document)
    told = "".join(page.extract_text() for page in file.pages)
    assert "漢字" in told
    assert "/Font" in str(file.pages[-1]["/Resources"])


def test_a_picture_or_a_heading_without_words_does_not_stop_it() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='5' height='5'/></svg>"
    blocks = (Figure("", "", lambda: svg, lambda: PNG), Section("x", "", ()), Paragraph(()))
    assert len(read(with_blocks(*blocks)).pages) > 1
    assert read(replace(everything("x"), title="", sections=())).metadata.title == "—"


def test_a_place_that_is_there_twice_is_a_place() -> None:
    again = Section("a", "Again", (Paragraph((Run("to", link="a"), Run("none", link="nowhere"))),))
    assert "Again" in text_of(with_blocks(again))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match="report"):
        as_pdf(everything())
