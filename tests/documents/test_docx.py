from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx

from jejak.documents.direction import right_to_left
from jejak.documents.document import Document, Paragraph, Quote, Section, words
from jejak.documents.docx import as_word
from jejak.documents.docx_parts import bookmark_name
from support.documents import ARABIC, HOSTILE, everything, thesis

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(text: str = HOSTILE) -> Any:
    return docx.Document(BytesIO(as_word(everything(text))))


def test_headings_quotes_and_captions_have_styles_of_their_own() -> None:
    styles = {paragraph.style.name: paragraph.text for paragraph in written().paragraphs}
    assert styles["Title"] == HOSTILE
    assert styles["Heading 1"] == "Empty"
    assert styles["Heading 2"] == f"F1  {HOSTILE}"
    assert styles["Quote"] == f"“{HOSTILE}”"
    assert styles["Table Caption"] == "Table 1. A table"
    assert styles["Caption"] == "Figure 1. A chart"


def test_the_head_of_a_table_repeats_and_numbers_stand_right() -> None:
    table = written().tables[0]
    assert table.rows[0]._tr.find(f".//{W}tblHeader") is not None
    assert table.rows[1]._tr.find(f".//{W}tblHeader") is None
    assert [row.cells[0].text for row in table.rows] == ["Code", HOSTILE, "b", "In all"]
    assert table.rows[1].cells[1].paragraphs[0].alignment == 2
    widths = [int(one.get(f"{W}w")) for one in table._tbl.iter(f"{W}gridCol")]
    assert sum(widths) <= 9355
    assert widths[0] > widths[1]


def test_links_lead_to_bookmarks_and_the_contents_are_there_at_once() -> None:
    body = written().element.body
    marks = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    links = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")}
    assert {"findings", "finding_F1", "evidence_1"} <= marks
    assert links - marks == {"nowhere"}
    kinds = [one.get(f"{W}fldCharType") for one in body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("end")
    contents = [p.text for p in written().paragraphs if p.style.name.casefold().startswith("toc")]
    assert contents == ["Findings\t", f"F1  {HOSTILE}\t", "Empty\t"]
    pages = [one.text.split() for one in body.iter(f"{W}instrText") if "PAGEREF" in one.text]
    assert [page[1] for page in pages][:2] == ["findings", "finding_F1"]
    assert {page[1] for page in pages} <= marks


def test_pictures_say_what_they_show() -> None:
    described = [one.get("descr") for one in written().element.body.iter() if one.get("descr")]
    assert described == ["Chart of it"]


def test_its_text_stands_as_the_library_would_write_it() -> None:
    for text in (HOSTILE, ARABIC, 'a\x00b\x1b\ud800c\r\n\td "e" & <f>'):
        content = as_word(thesis(text))
        rewritten = BytesIO()
        docx.Document(BytesIO(content)).save(rewritten)
        for part in ("word/document.xml", "word/footnotes.xml"):
            texts = [ZipFile(BytesIO(one)).read(part) for one in (content, rewritten.getvalue())]
            assert texts[0] == texts[1]


def test_words_from_right_to_left_are_set_so() -> None:
    paragraphs = [p for p in written(ARABIC).paragraphs if p.style.name == "Title"]
    assert paragraphs[0]._p.find(f".//{W}bidi") is not None
    assert right_to_left(f"12 {ARABIC} a")
    assert not right_to_left(f"a {ARABIC}")
    assert not right_to_left("12")


def test_a_place_with_a_long_name_still_is_one() -> None:
    long = "evidence-01a20e28-fe4b-7c53-b7d6-27c38d234283"
    assert len(bookmark_name(long)) <= 40
    assert bookmark_name(long) != bookmark_name(long + "4")


def test_notes_are_real_footnotes() -> None:
    file = docx.Document(BytesIO(as_word(thesis("kata"))))
    part = next(
        part for part in file.part.package.iter_parts() if part.partname == "/word/footnotes.xml"
    )
    notes = re.findall(r"<w:t[^>]*>([^<]*kata|Another note)</w:t>", part.blob.decode())
    assert notes == ["A note: kata", "Another note"]
    refs = [one.get(f"{W}id") for one in file.element.body.iter(f"{W}footnoteReference")]
    assert refs == ["1", "2"]


def test_nothing_is_asked_when_it_is_opened() -> None:
    file = docx.Document(BytesIO(as_word(thesis("kata"))))
    assert not [one for one in file.element.body.iter() if one.get(f"{W}dirty")]
    assert file.settings.element.find(f"{W}updateFields") is None
    lists = [p.text for p in file.paragraphs if p.style.name == "table of figures"]
    assert lists == ["Table 1. A table\t", "Table 2. A table\t"]


def test_headings_are_numbered_by_word_and_chapters_begin_pages() -> None:
    file = docx.Document(BytesIO(as_word(thesis("kata"))))
    levels = {
        p.text: [int(one.get(f"{W}val")) for one in p._p.iter(f"{W}ilvl")]
        for p in file.paragraphs
        if p.style.name.startswith("Heading")
    }
    assert levels == {
        "Chapter kata": [0], "F1  A case": [1], "Next": [1], "Second chapter": [0], "Works": [],
    }  # fmt: skip
    begin = [p.text for p in file.paragraphs if p._p.find(f".//{W}pageBreakBefore") is not None]
    assert begin == ["Abstrak", "Chapter kata", "Second chapter", ARABIC, "Works"]
    numbers = {one.get(f"{W}val") for one in file.element.body.iter(f"{W}numId")}
    lists = file.part.numbering_part.element
    assert numbers <= {one.get(f"{W}numId") for one in lists.iter(f"{W}num")}


def test_a_translation_stands_beside_the_words_in_their_languages() -> None:
    file = docx.Document(BytesIO(as_word(thesis("kata"))))
    cells = file.tables[0].rows[0].cells
    assert [cell.text for cell in cells] == ["“kata”", "“Meaning kata”"]
    tongues = [[one.get(f"{W}val") for one in cell._tc.iter(f"{W}lang")] for cell in cells]
    assert tongues == [["id"], ["en"]]


def test_it_names_no_machine_and_nobody_but_its_authors() -> None:
    told = docx.Document(BytesIO(as_word(thesis("kata")))).core_properties
    assert (told.title, told.author, told.last_modified_by) == ("A thesis kata", "An author", "")
    assert docx.Document(BytesIO(as_word(everything()))).core_properties.author == ""


def test_words_that_lead_over_to_a_quotation_stay_with_it() -> None:
    blocks = (Paragraph(words("Led.")), Quote("Said.", "G"), Paragraph(words("Alone.")))
    document = Document("en", "T", "", (), (Section("one", "One", blocks),), "", "")
    file = docx.Document(BytesIO(as_word(document)))
    kept = {one.text: one.paragraph_format.keep_with_next for one in file.paragraphs}
    assert kept["Led."]
    assert not kept["Alone."]
