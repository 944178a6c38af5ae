from __future__ import annotations

from dataclasses import replace

from jejak.documents.document import Citation, Mark, Note, Paragraph, Run, Section, words
from jejak.documents.html_words import told
from jejak.documents.outline import outline
from support.documents import everything


def as_html(*parts: Run | Mark | Citation) -> str:
    return told(parts, outline(everything()))


def test_words_look_as_they_are_to_and_nothing_in_them_is_read_as_a_tag() -> None:
    assert as_html(Run("<b> & \"'")) == "&lt;b&gt; &amp; &#34;&#39;"
    assert as_html(Run("a", strong=True), Run("b", emphasis=True), Run("c", quiet=True)) == (
        '<strong>a</strong><em>b</em><span class="quiet">c</span>'
    )
    assert as_html(Run("d", link='x"y', strong=True)) == '<a href="#x&#34;y">d</a>'
    assert as_html(Run("ojo", language="jv")) == '<span lang="jv">ojo</span>'
    assert as_html(Run("e", emphasis=True, language="jv")) == (
        '<span lang="jv" class="set-off">e</span>'
    )
    assert as_html(Mark("weak", "fair")) == '<span class="mark fair">weak</span>'


def test_a_citation_leads_to_its_work_and_a_note_to_its_words() -> None:
    assert as_html(Citation("(Sari)", link="work-1"), Citation("(Ina)")) == (
        '<a href="#work-1" class="cited">(Sari)</a>(Ina)'
    )
    document = everything()
    note = Note(words("Said elsewhere"))
    section = Section("a", "A", (Paragraph((Run("x"), note)),))
    numbers = outline(replace(document, sections=(section,)))
    assert told((note,), numbers) == (
        '<sup><a id="note-ref-1" href="#note-1" role="doc-noteref">1</a></sup>'
    )
