from __future__ import annotations

from dataclasses import replace

from jejak.documents.document import Document, Fold, Paragraph, Section, words
from jejak.documents.outline import outline, roman
from support.documents import everything, thesis


def numbered(*sections: Section) -> Document:
    return replace(thesis(), opening=(), sections=sections)


def test_headings_are_numbered_by_their_places() -> None:
    told = [(one.number, one.level, one.section.anchor) for one in outline(thesis()).headings]
    assert told == [
        ("1", 1, "intro"), ("1.1", 2, "case"), ("1.2", 2, "c2"), ("2", 1, "second"), ("", 1, "works"),
    ]  # fmt: skip


def test_a_document_that_asks_for_no_numbers_has_none() -> None:
    assert {one.number for one in outline(everything()).headings} == {""}


def test_what_stands_under_a_heading_without_a_number_has_none() -> None:
    inner = Section("b", "b", (), listed=True)
    document = numbered(
        Section("a", "a", (inner,), numbered=False),
        Section("c", "c", (Fold("more", (Section("d", "d", ()),)), Section("e", "e", ()))),
        Section("f", "f", (Section("g", "g", ()),), listed=False),
    )
    assert [(one.section.anchor, one.number) for one in outline(document).headings] == [
        ("a", ""), ("b", ""), ("c", "1"), ("d", ""), ("e", "1.1"), ("g", ""),
    ]  # fmt: skip


def test_tables_figures_and_notes_are_counted_in_the_order_of_reading() -> None:
    found = outline(thesis())
    assert [one.number for one in found.captioned] == [1, 2]
    assert [one.anchor for one in found.tables] == ["table-1", "table-2"]
    assert found.figures == ()
    assert [found.note(note) for note in found.notes] == [1, 2]


def test_one_table_alone_needs_no_list() -> None:
    assert outline(everything()).tables == ()
    assert outline(numbered(Section("a", "a", (Paragraph(words("x")),)))).tables == ()


def test_chapters_have_roman_numbers_and_their_sections_arabic_ones() -> None:
    inner = Section("b", "b", (Section("c", "c", ()),))
    document = replace(
        numbered(Section("a", "a", (inner,)), Section("d", "d", (), numbered=False)),
        first=4, chapter="BAB",
    )  # fmt: skip
    assert [one.number for one in outline(document).headings] == ["BAB IV", "4.1", "4.1.1", ""]
    assert [roman(n) for n in (1, 9, 44, 1999)] == ["I", "IX", "XLIV", "MCMXCIX"]
