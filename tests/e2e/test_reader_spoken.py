"""What a screen reader hears in the text: the accessibility tree itself, not rules about it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from support.reading import MIXED, open_reader, settled

CODINGS = [("one", 5, 14, "A"), ("two", 11, 60, "B"), ("three", 5, 9, "C")]


@pytest.fixture
def text(page: Page, reader_page: str) -> str:
    found = open_reader(page, reader_page, MIXED, CODINGS)
    page.wait_for_selector(".jr-says", state="attached")
    settled(page)
    return found


def heard(page: Page) -> str:
    """The words of the document in the order in which they are read."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    root = next(node for node in nodes if node.get("role", {}).get("value") == "document")

    def read(node: dict[str, Any]) -> str:
        if node.get("role", {}).get("value") == "StaticText":
            return str(node["name"]["value"])
        children = [by_id[one] for one in node.get("childIds", []) if one in by_id]
        return "".join(read(child) for child in children)

    return read(root)


def test_it_is_heard_where_codings_begin_and_end(page: Page, text: str) -> None:
    assert text
    spoken = "".join(heard(page).split())
    assert "Saya[CodeA,CodeCbegins]paka[CodeCends]i[CodeBbegins]dua[CodeAends]akun" in spoken
    assert spoken.index("[CodeBends]") > spoken.index("مرحبا")


def test_what_is_heard_is_neither_selected_copied_nor_counted(page: Page, text: str) -> None:
    assert (
        page.evaluate("() => document.querySelector('.jr-text').innerText").split() == text.split()
    )
    for start in range(0, len(text), 3):
        end = min(start + 11, len(text))
        page.evaluate("([start, end]) => reader.setSelection({ start, end })", [start, end])
        found = page.evaluate("() => reader.getSelection()")
        assert found["quote"] == text[found["start"] : found["end"]]
        assert found["quote"].strip("\n") == text[start:end].strip("\n")
    page.evaluate("() => getSelection().removeAllRanges()")
    assert page.evaluate("() => find('pakai dua akun')")
    assert page.evaluate("() => getSelection().toString()") == "pakai dua akun"


def test_words_are_taken_by_clicks_across_what_is_heard(page: Page, text: str) -> None:
    box = page.evaluate("(at) => reader.rectOf({ start: at, end: at + 1 }).toJSON()", 6)
    for clicks, words in ((2, "pakai"), (3, "Saya pakai dua akun 😀 supaya aman."), (4, MIXED[0])):
        page.mouse.click(box["x"] + 2, box["y"] + 8, click_count=clicks)
        assert page.evaluate("() => reader.getSelection().quote").strip() == words
    assert text.startswith("Saya")


def test_codings_that_go_are_heard_no_more(page: Page, text: str) -> None:
    assert text
    page.evaluate("() => reader.removeCodings(['one', 'two', 'three'])")
    page.wait_for_selector(".jr-says", state="detached")
    assert "[Code" not in heard(page)
    assert page.evaluate("() => document.querySelector('.jr-block').childNodes.length") == 1


def test_the_cursor_says_block_speaker_and_codes(page: Page, text: str) -> None:
    assert text
    page.evaluate("() => reader.focus()")
    page.keyboard.press("j")
    said = page.locator(".jr-said")
    assert said.inner_text() == "Block 1, Peneliti: Code A, Code C, Code B"
    assert said.get_attribute("role") == "status"
    page.keyboard.press("j")
    assert said.inner_text() == "Block 2, Gita: Code B"


def test_other_words_move_nothing(page: Page, text: str) -> None:
    assert text
    before = page.locator(".jr-text").element_handle()
    page.evaluate(
        """() => reader.setWords({ text: "Texte", stripe: () => "bande",
          begins: (codes) => `[${codes} mulai]`, ends: (codes) => `[${codes} selesai]` }, "id")"""
    )
    page.wait_for_selector(".jr-says[data-says*=mulai]", state="attached")
    assert page.locator(".jr-text").element_handle().evaluate("(a, b) => a === b", before)
    assert page.locator(".jr-stripe").first.get_attribute("aria-label") == "bande"
    assert page.locator(".jr-text").get_attribute("aria-label") == "Texte"
