from __future__ import annotations

import re
from typing import Any

from jejak.documents.html import as_page
from support.documents import ARABIC, HOSTILE, everything, thesis


def shown(document: Any) -> str:
    return as_page(document).decode()


def test_a_page_asks_nobody_for_anything_and_runs_nothing() -> None:
    html = shown(everything())
    assert "<script" not in html
    assert re.findall(r'(?:src|href)="(?!#|data:image/svg)', html) == []
    assert "@import" not in html
    assert "url(" not in html
    assert "http" not in re.sub(r'"data:[^"]*"', "", html)


def test_words_are_shown_as_they_are() -> None:
    from html import unescape

    html = shown(everything())
    assert html.count("&lt;script&gt;") >= 8
    assert HOSTILE in unescape(html)
    assert ARABIC in html


def test_every_finding_and_piece_of_evidence_has_a_place_and_links_lead_there() -> None:
    html = shown(everything())
    places = re.findall(r'id="([^"]+)"', html)
    assert {"findings", "finding-F1", "evidence-1"} <= set(places)
    assert len(places) == len(set(places))
    assert '<a href="#finding-F1">F1</a>' in html


def test_a_quotation_unfolds_to_its_context() -> None:
    html = shown(everything("kata"))
    quote = html[html.index('id="evidence-1"') :]
    order = [
        quote.index(part)
        for part in ("<summary>", "Apa?", "Sebelum", "<mark>kata</mark>", "sesudah", ARABIC, "Why")
    ]
    assert order == sorted(order)  # fmt: skip


def test_letters_that_no_file_can_hold_do_not_stop_it() -> None:
    assert b"?" in as_page(everything("\ud800"))


def test_the_language_is_that_of_the_document() -> None:
    assert '<html lang="id">' in as_page(everything()).decode()


def test_a_note_and_its_words_lead_to_each_other() -> None:
    html = shown(thesis("kata"))
    places = set(re.findall(r'id="([^"]+)"', html))
    links = set(re.findall(r'href="#([^"]+)"', html))
    assert {"note-1", "note-2", "note-ref-1", "work-1", "table-2"} <= places
    assert links <= places
    assert html.index('href="#note-1"') < html.index('id="note-1"')
    assert '<a href="#work-1" class="cited">(Sari, 2019)</a>' in html


def test_headings_are_numbered_and_languages_are_named() -> None:
    html = shown(thesis("kata"))
    assert '<span class="count">1.1</span> <span class="label">F1</span> A case</h3>' in html
    assert '<span lang="jv">ojo dumeh</span>' in html
    assert '<section class="abstract" lang="id"' in html
    assert '<q dir="auto" lang="id">kata</q> <q dir="auto" class="translation" lang="en">' in html
