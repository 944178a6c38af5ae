"""Edges of codings dragged, codes dropped, words dragged off: in the reader alone, and in a study."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.reading import MIXED, blocks_of, long_lines, open_reader, settled, words_of

__all__ = ["reading"]


@pytest.fixture
def reading(page: Page, reader_page: str) -> Any:
    def opened(lines: list[str], codings: list[tuple[str, int, int, str]]) -> str:
        text = open_reader(page, reader_page, lines, codings)
        page.evaluate(
            """() => {
              window.moved = [];
              reader.onEdgeMoved((...to) => moved.push(to));
            }"""
        )
        settled(page)
        return text

    return opened


def point(page: Page, position: int) -> tuple[float, float]:
    """The left side of a letter, in the middle of its line."""
    box = page.evaluate("(at) => reader.rectOf({ start: at, end: at + 1 }).toJSON()", position)
    return box["x"] + 1, box["y"] + box["height"] / 2


def hold(page: Page, edge: str) -> None:
    settled(page)
    box = page.locator(f".jr-handle[data-edge={edge}]").bounding_box()
    assert box is not None
    assert box["width"] >= 24
    assert box["height"] >= 24
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()


def drag(page: Page, edge: str, position: int) -> None:
    settled(page)
    hold(page, edge)
    page.mouse.move(*point(page, position), steps=5)
    page.mouse.up()


def moved(page: Page) -> list[list[Any]]:
    return list(page.evaluate("() => moved"))


def drawn(page: Page) -> list[str]:
    """The words that are coloured."""
    return words_of(page, "colour-")


def test_handles_stand_at_the_current_coding_and_have_names(page: Page, reading: Any) -> None:
    text = reading(MIXED, [("one", 5, 14, "A")])
    assert page.locator(".jr-handle").count() == 0
    page.mouse.click(*point(page, text.index("dua")))
    expect(page.locator(".jr-handle")).to_have_count(2)
    names = page.eval_on_selector_all(".jr-handle", "all => all.map((h) => h.ariaLabel)")
    assert names == ["start of Code A", "end of Code A"]


@pytest.mark.parametrize(
    ("edge", "to", "words"),
    [
        ("end", "supaya", "pakai dua akun"),
        ("end", "Begitu", "pakai dua akun 😀 supaya aman"),
        ("start", "aya", "Saya pakai dua"),
        ("start", "dua", "dua"),
    ],
)
def test_an_edge_is_dragged_to_the_nearest_word(
    page: Page, reading: Any, edge: str, to: str, words: str
) -> None:
    text = reading(MIXED, [("one", 5, 14, "A")])
    page.evaluate("() => reader.setCurrent('one')")
    drag(page, edge, text.index(to))
    [[coding, start, end]] = moved(page)
    assert (coding, text[start:end]) == ("one", words)
    settled(page)
    assert drawn(page) == [words]


def test_with_alt_an_edge_stands_at_any_letter(page: Page, reading: Any) -> None:
    text = reading(MIXED, [("one", 5, 14, "A")])
    page.evaluate("() => reader.setCurrent('one')")
    page.keyboard.down("Alt")
    drag(page, "end", text.index("paya"))
    page.keyboard.up("Alt")
    [[_, start, end]] = moved(page)
    assert text[start:end] == "pakai dua akun 😀 su"


def test_the_coding_follows_the_pointer_before_it_is_let_go(page: Page, reading: Any) -> None:
    text = reading(MIXED, [("one", 5, 14, "A")])
    page.evaluate("() => reader.setCurrent('one')")
    hold(page, "end")
    page.mouse.move(*point(page, text.index("aman") + 4), steps=4)
    settled(page)
    assert drawn(page) == ["pakai dua akun 😀 supaya aman"]
    assert moved(page) == []
    page.keyboard.press("Escape")
    settled(page)
    assert drawn(page) == ["pakai dua"]
    page.mouse.up()
    assert moved(page) == []
    assert page.evaluate("() => reader.codingsAt(20)") == []


def test_an_edge_crosses_blocks_and_scripts(page: Page, reading: Any) -> None:
    text = reading(MIXED, [("one", 5, 14, "A")])
    page.evaluate("() => reader.setCurrent('one')")
    drag(page, "end", text.index("帳號") + 2)
    [[_, start, end]] = moved(page)
    assert (text[start:].startswith("pakai"), text[:end].endswith("帳號")) == (True, True)
    settled(page)
    box = page.locator(".jr-handle[data-edge=end]").bounding_box()
    right = page.evaluate("(at) => reader.rectOf({ start: at, end: at + 1 }).right", end - 1)
    assert box is not None
    assert abs(box["x"] + box["width"] / 2 - right) < 2


def test_in_arabic_the_end_is_at_the_left(page: Page, reading: Any) -> None:
    text = reading(MIXED, [("one", *word_span("مرحبا، عندي"), "A")])
    page.evaluate("() => reader.setCurrent('one')")
    start, end = (
        page.locator(f".jr-handle[data-edge={edge}]").bounding_box() for edge in ("start", "end")
    )
    assert start is not None
    assert end is not None
    assert start["x"] > end["x"]
    hold(page, "end")
    target = page.evaluate(
        "(at) => reader.rectOf({ start: at, end: at + 1 }).toJSON()", text.index("حسابان") + 5
    )
    page.mouse.move(target["x"] + 1, target["y"] + target["height"] / 2, steps=4)
    page.mouse.up()
    [[_, begin, finish]] = moved(page)
    assert text[begin:finish] == "مرحبا، عندي حسابان"


def word_span(words: str) -> tuple[int, int]:
    text, _ = blocks_of(MIXED)
    at = text.index(words)
    return at, at + len(words)


def test_dragging_at_the_edge_of_the_window_scrolls(page: Page, reading: Any) -> None:
    text = reading(long_lines(400), [("one", 2, 14, "A")])
    page.evaluate("() => reader.setCurrent('one')")
    hold(page, "end")
    height = page.viewport_size["height"] if page.viewport_size else 0
    page.mouse.move(300, height - 4, steps=3)
    page.wait_for_function("() => document.querySelector('#host').scrollTop > 1500")
    page.mouse.move(300, height / 2)
    page.mouse.up()
    [[_, start, end]] = moved(page)
    assert start == 2
    assert end > 1000
    assert end <= len(text)


def test_the_end_of_a_stripe_is_dragged_line_by_line(page: Page, reading: Any) -> None:
    for edge, to in (("end", "帳號"), ("start", "Saya")):
        text = reading(MIXED, [("one", *word_span("مرحبا، عندي حسابان"), "A")])
        box = page.locator(".jr-stripe").bounding_box()
        assert box is not None
        y = box["y"] + 2 if edge == "start" else box["y"] + box["height"] - 2
        page.mouse.move(box["x"] + box["width"] / 2, y)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, point(page, text.index(to))[1], steps=5)
        page.mouse.up()
        [[_, start, end]] = moved(page)
        words = text[start:end]
        assert words.endswith("sini") if edge == "end" else words.startswith("Saya"), words


def test_arrows_on_a_handle_move_its_edge(page: Page, reading: Any) -> None:
    text = reading(MIXED, [("one", 5, 14, "A")])
    page.evaluate("() => reader.setCurrent('one')")
    page.locator(".jr-handle[data-edge=end]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Alt+ArrowLeft")
    assert [text[start:end] for _, start, end in moved(page)] == ["pakai dua akun", "pakai dua aku"]


def test_an_edge_never_passes_the_other(page: Page, reading: Any) -> None:
    text = reading(MIXED, [("one", 5, 14, "A")])
    page.evaluate("() => reader.setCurrent('one')")
    drag(page, "start", text.index("Begitu"))
    [[_, start, end]] = moved(page)
    assert text[start:end] == "dua"
