from __future__ import annotations

import re
from typing import Any

import pytest

from jejak.documents.html import as_page
from support.documents import ARABIC, HOSTILE, everything


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser_it_passes_and_fits_a_telephone(page: Any, scheme: str) -> None:
    from axe_core_python.sync_playwright import Axe

    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 400, "height": 800})
    page.set_content(as_page(everything("kata " * 40 + "panjang" * 60)).decode())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    found = Axe().run(page)["violations"]
    assert [(one["id"], [each["html"] for each in one["nodes"]]) for one in found] == []
