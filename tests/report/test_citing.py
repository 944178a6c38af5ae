from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import pytest

from jejak.documents.document import (
    Bibliography,
    Citation,
    Document,
    Note,
    Paragraph,
    Quote,
    Run,
    Section,
    Text,
    cite,
    plain,
    words,
)
from jejak.report.citing import with_citations
from jejak.report.discretion import Discretion, fit_to_leave
from support.documents import thesis

WORKS: dict[str, dict[str, Any]] = {
    "sari2019": {"type": "book", "title": "Tali", "author": [{"family": "Sari", "given": "Dewi"}],
                 "issued": {"date-parts": [[2019]]}},
    "Kim:2020": {"type": "book", "title": "Rope", "author": [{"family": "Kim"}, {"family": "Lee"}],
                 "issued": {"date-parts": [[2020]]}},
}  # fmt: skip


def document(*texts: Text, ends: tuple[Any, ...] = ()) -> Document:
    blocks = tuple(Paragraph(text) for text in texts)
    return replace(
        thesis(), language="en", opening=(), sections=(Section("a", "A", blocks), *ends), front=None
    )


def shown(found: Document) -> list[str]:
    return [plain(block.text) for block in found.sections[0].blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("told", "is_read"),
    [
        ("As said [@sari2019].", "As said (Sari, 2019)."),
        ("[see @sari2019, pp. 3-5; @Kim:2020, ch. 2]", "(Kim & Lee, 2020, ch. 2; see Sari, 2019, pp. 3–5)"),
        ("Sari [-@SARI2019, hlm. 4, dan lain-lain]", "Sari (2019, p. 4, dan lain-lain)"),
        ("@Kim:2020 say so.", "Kim and Lee (2020) say so."),
        ("@Kim:2020: so", "Kim and Lee (2020): so"),
        ("mail a@sari2019.org or @nobody", "mail a@sari2019.org or @nobody"),
        ("[@nobody] and [no citation] and @", "[@nobody] and [no citation] and @"),
        ("[@sari2019; @nobody]", "(Sari, 2019)"),
    ],
)  # fmt: skip
def test_what_is_cited_in_prose_is_put_into_the_style_s_words(told: str, is_read: str) -> None:
    assert shown(with_citations(document(words(told)), WORKS, "apa")) == [is_read]


def test_looks_stay_and_citations_lead_to_the_list() -> None:
    text = (Run("Said [@sari2019] here", emphasis=True), Run("."))
    found = with_citations(document(text), WORKS, "apa")
    block = found.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == (
        Run("Said ", emphasis=True), Citation("(Sari, 2019)", link="work-1"),
        Run(" here", emphasis=True), Run("."),
    )  # fmt: skip
    last = found.sections[-1]
    assert (last.anchor, last.title) == ("references", "References")
    assert isinstance(last.blocks[0], Bibliography)
    assert [work.anchor for work in last.blocks[0].works] == ["work-1"]
    left = fit_to_leave(found, Discretion({}))
    assert left.sections[0].blocks[0] == block


def test_the_list_stands_where_a_part_asked_for_it() -> None:
    own = Section("works", "Works", (Bibliography(),))
    found = with_citations(document((cite("sari2019"),), ends=(own,)), WORKS, "vancouver")
    assert [one.anchor for one in found.sections] == ["a", "works"]
    assert found.sections[1].blocks[0].works[0].label == "1."
    nothing = with_citations(document(words("x"), ends=(own,)), WORKS)
    assert plain(nothing.sections[1].blocks[0].text) == "No literature is cited."


def test_nothing_cited_adds_nothing() -> None:
    plainly = document(words("no works here"))
    assert with_citations(plainly, WORKS) == plainly


def test_what_people_said_is_not_touched() -> None:
    quote = Quote("He wrote [@sari2019]", "G")
    section = Section("b", "B", (quote,))
    assert with_citations(document(ends=(section,)), WORKS).sections[1].blocks == (quote,)


def test_a_style_that_is_not_found_is_told_and_works_are_listed_plainly() -> None:
    found = with_citations(document((cite("sari2019", "Kim:2020"),)), WORKS, "nature-xyz")
    assert shown(found) == ["(Sari 2019; Kim & Lee 2020)"]
    works, note = found.sections[-1].blocks
    assert [plain(work.text) for work in works.works] == [
        "Kim; Lee. 2020. Rope.",
        "Sari. 2019. Tali.",
    ]
    assert "“nature-xyz” was not found" in plain(note.text)


def test_without_the_library_works_are_listed_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    found = with_citations(document((cite("sari2019"),)), WORKS, "apa")
    assert shown(found) == ["(Sari 2019)"]
    assert "report" in plain(found.sections[-1].blocks[-1].text)


def test_a_work_that_is_not_there_is_told() -> None:
    found = with_citations(document((cite("lost"),), words("[@sari2019; @gone]")), WORKS, "apa")
    assert shown(found) == ["[@lost]", "(Sari, 2019)"]
    assert plain(found.sections[-1].blocks[-1].text) == (
        "Cited, but not in the literature of the study: “lost”, “gone”."
    )


def test_a_style_of_notes_cites_in_footnotes(tmp_path: Any) -> None:
    from jejak.documents.citations import style_text

    own = tmp_path / "notes.csl"
    own.write_bytes(style_text("chicago").replace(b'class="in-text"', b'class="note"'))
    found = with_citations(document((Run("So."), cite("sari2019"))), WORKS, str(own))
    note = found.sections[0].blocks[0].text[1]
    assert isinstance(note, Note)
    assert plain(note.told) == "(Sari 2019)"


def test_a_hidden_name_stays_hidden_in_the_list_of_works() -> None:
    works = {"b": {"title": "Budi dan kapal", "author": [{"literal": "Budi"}]}}
    found = fit_to_leave(
        with_citations(document((cite("b"),)), works), Discretion({"Budi": "Anto"})
    )
    assert "Budi" not in str(found)
    assert "Anto" in str(found)
