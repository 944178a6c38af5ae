"""Notes are put into a Word file beside its words, and nothing else of it changes."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import UnreadableSource
from jejak.formats.wordfile.notes import NOTE_FORMS, Note, NoteForm, with_notes
from jejak.formats.wordfile.reading import BODY, read_word_file
from support.examples import examples
from support.manuscripts import members, rebuilt, words_of, written

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LINES = ["Orang bilang “namanya palsu” & <begitu> saja 😀.", "Kedua:\t“Bikin akun baru lagi”."]
# As LibreOffice Writer writes: runs with empty looks, a hyperlink, a note, another prefix will do.
LIBREOFFICE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr>
<w:pStyle w:val="Normal"/><w:rPr></w:rPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">Satu “dua </w:t>
</w:r><w:hyperlink w:anchor="x"><w:r><w:rPr><w:i/></w:rPr><w:t>tiga</w:t></w:r></w:hyperlink><w:r><w:rPr></w:rPr>
<w:t>” empat</w:t><w:tab/><w:t>lima.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>tersembunyi</w:t></w:r>
<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Quotations"/></w:pPr><w:r><w:t>Saya juga pakai.</w:t></w:r></w:p></w:body>
</w:document>"""
NOTES = """<?xml version="1.0" encoding="UTF-8"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="0"
w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r>
<w:footnoteRef/></w:r><w:r><w:t>Kata G: “bikin akun baru lagi”.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def note(paragraph: int, start: int, end: int) -> Note:
    return Note(paragraph, start, end, ["Catatan & <x>", "Sumber: S-01"], "Rina & co", "R", WHEN)


def without_marks(data: bytes) -> str:
    """The body as it is without notes: with runs that a note divided put together again."""
    body = members(data)[BODY].decode()
    body = re.sub(r'<w:commentRange(?:Start|End) w:id="\d+"/>', "", body)
    body = re.sub(r'<w:r><w:commentReference w:id="\d+"/></w:r>', "", body)
    return re.sub(
        r'<w:r><w:rPr>(?:<w:rStyle w:val="FootnoteReference"/>)?<w:vertAlign w:val="superscript"/>'
        r'</w:rPr><w:footnoteReference w:id="\d+"/></w:r>', "", body,
    )  # fmt: skip


@pytest.mark.parametrize("form", NOTE_FORMS)
def test_notes_at_whole_runs_leave_every_byte_of_the_words(form: NoteForm) -> None:
    data = written(["Orang bilang begitu."], cut=100)
    file = read_word_file(data)
    out = with_notes(file, [note(1, 0, len(file.paragraphs[0]))], form)
    assert without_marks(out) == members(data)[BODY].decode()
    before, after = members(data), members(out)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        BODY, "[Content_Types].xml", "word/_rels/document.xml.rels", f"word/{form}.xml",
    }  # fmt: skip


@settings(max_examples=examples(25), deadline=None)
@given(st.data(), st.integers(1, 9), st.sampled_from(NOTE_FORMS))
def test_wherever_notes_stand_the_words_and_their_looks_stay(
    data: st.DataObject, cut: int, form: NoteForm
) -> None:
    given_file = written(LINES, blocks=["Takut, tapi palsu."], cut=cut)
    file = read_word_file(given_file)
    notes = []
    for _ in range(data.draw(st.integers(1, 5))):
        paragraph = data.draw(st.integers(1, len(file.paragraphs)))
        length = len(file.paragraphs[paragraph - 1])
        start = data.draw(st.integers(0, length - 1))
        notes.append(note(paragraph, start, data.draw(st.integers(start + 1, length))))
    out = with_notes(file, notes, form)
    assert words_of(out) == words_of(given_file)
    assert read_word_file(out).paragraphs[: len(file.paragraphs)] == file.paragraphs
    assert looks(out) == looks(given_file)
    body = members(out)[BODY].decode()
    name = "commentReference" if form == "comments" else "footnoteReference"
    assert len(set(re.findall(rf'<w:{name} w:id="(\d+)"', body))) == len(notes)


def looks(data: bytes) -> list[tuple[str, object]]:
    """Every character with whether it is bold."""
    file = docx.Document(io.BytesIO(data))
    return [
        (char, bool(run.bold)) for line in file.paragraphs for run in line.runs for char in run.text
    ]


def test_a_comment_stands_at_exactly_its_words() -> None:
    data = written(LINES)
    file = read_word_file(data)
    start = file.paragraphs[0].index("namanya")
    out = with_notes(file, [note(1, start, start + len("namanya palsu"))], "comments")
    body = members(out)[BODY].decode()
    inside = body.split("<w:commentRangeStart", 1)[1].split("<w:commentRangeEnd", 1)[0]
    assert "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", inside)) == "namanya palsu"
    comment = docx.Document(io.BytesIO(out)).comments.get(1)
    assert comment is not None
    assert (comment.author, comment.initials) == ("Rina & co", "R")
    assert [line.text for line in comment.paragraphs] == ["Catatan & <x>", "Sumber: S-01"]


def test_comments_are_added_to_those_that_are_there() -> None:
    first = with_notes(read_word_file(written(LINES)), [note(1, 0, 5)], "comments")
    both = with_notes(read_word_file(first), [note(2, 0, 5)], "comments")
    assert len(list(docx.Document(io.BytesIO(both)).comments)) == 2


def test_a_file_of_libreoffice_with_links_hidden_words_and_notes() -> None:
    data = rebuilt(written(["x"]), {BODY: LIBREOFFICE, "word/footnotes.xml": NOTES})
    file = read_word_file(data)
    assert file.paragraphs == (
        "Satu “dua tiga” empat\tlima.", "Saya juga pakai.", "Kata G: “bikin akun baru lagi”.",
    )  # fmt: skip
    assert file.blocks == ("", "", "")
    out = with_notes(file, [note(1, 6, 14), note(3, 9, 29)], "comments")
    body = members(out)[BODY].decode()
    # Nothing can be hung on the words of a note: the comment stands at its mark.
    assert re.search(r'<w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference', body)
    assert without_marks(out).replace('</w:t></w:r><w:r><w:rPr></w:rPr><w:t xml:space="preserve">', "") == LIBREOFFICE  # fmt: skip
    assert members(out)["word/footnotes.xml"] == members(data)["word/footnotes.xml"]
    again = with_notes(file, [note(1, 0, 4)], "footnotes")
    assert 'w:id="3"' in members(again)["word/footnotes.xml"].decode()


def test_what_is_no_word_file_is_refused() -> None:
    for data in (b"", b"PK", b"words"):
        with pytest.raises(UnreadableSource):
            read_word_file(data)
    hostile = LIBREOFFICE.replace("<w:document ", '<!DOCTYPE x [<!ENTITY y "z">]><w:document ', 1)
    for body in (hostile, LIBREOFFICE[:400], LIBREOFFICE.replace("UTF-8", "UTF-16")):
        with pytest.raises(UnreadableSource):
            read_word_file(rebuilt(written(["x"]), {BODY: body}))
