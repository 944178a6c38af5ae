"""A source in German, Arabic and Han with emoji, coded by mouse and compared letter by letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jejak.model import Coding, Segment
from jejak.study import create_study
from support.served import build_workspace, serving
from support.written import open_study

Opened = Callable[[str, str], Page]
LINES = [
    "Größe ändern? Das Mädchen fährt über die Straße – „naïve“ Fußgänger, e\u0301clair.",
    "مرحبا، عندي حسابان على الإنترنت، وهذا سرّي جداً. شكرا لكم",
    "我有兩個帳號，𠮷野家在東京。你知道嗎？這是秘密。",
    "Emoji: 👩🏽‍🔬 und 👨‍👩‍👧‍👦 sowie 🇮🇩 und ❤️ – fertig 😀😀 hier.",
]
TEXT = "\n".join(LINES)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    build_workspace()
    path = tmp_path / "study.jejak"
    (tmp_path / "M-01.txt").write_text(TEXT, "utf-8")
    with create_study(path, "Gemischt", user="Rina") as made:
        made.sources.add([tmp_path / "M-01.txt"])
        made.codebook.add("Wort")
    return path


@pytest.fixture
def desk(study: Path, at: Opened) -> Iterator[Page]:
    with serving(study) as address:
        page = at(address, "/reduce")
        expect(page.locator(".jr-block").first).to_be_visible()
        yield page


def place(page: Page, words: str, letter: int) -> tuple[float, float, float]:
    """Left, right and middle height of a letter (in UTF-16 units) of some words."""
    box = page.evaluate(
        """([words, letter]) => {
          const walker = document.createTreeWalker(document.querySelector(".jr-text"), 4);
          let text = "";
          const nodes = [];
          while (walker.nextNode()) {
            nodes.push([walker.currentNode, text.length]);
            text += walker.currentNode.data;
          }
          let at = text.indexOf(words);
          at += letter < 0 ? words.length + letter : letter;
          const [node, from] = nodes.findLast(([, from]) => from <= at);
          const range = document.createRange();
          range.setStart(node, at - from);
          range.setEnd(node, at - from + 1);
          const box = range.getBoundingClientRect();
          return [box.left, box.right, box.top + box.height / 2];
        }""",
        [words, letter],
    )
    return tuple(box)


def code(page: Page) -> None:
    """Puts the code on what is selected."""
    with page.expect_response(lambda answer: answer.url.endswith("/codings")) as sent:
        page.keyboard.press("c")
        page.keyboard.type("Wort")
        page.keyboard.press("Enter")
    assert sent.value.ok
    page.keyboard.press("Escape")


def coded(path: Path) -> list[str]:
    """The words under every coding in the file, as Python counts them."""
    with open_study(path, user="Rina") as opened:
        text = opened.sources.text(opened.sources.get("M-01"))
        assert text == TEXT
        segments = {one.guid: one for one in opened.store.all(Segment)}
        spans = [segments[coding.segment] for coding in opened.store.all(Coding)]
        return [text[one.start : one.end] for one in spans]


def test_words_are_coded_by_a_double_click(desk: Page, study: Path) -> None:
    words = ["Mädchen", "حسابان", "Fußgänger", "naïve", "fertig"]
    for word in words:
        left, right, y = place(desk, word, 2)
        desk.mouse.dblclick((left + right) / 2, y)
        code(desk)
    assert sorted(one.strip() for one in coded(study)) == sorted(words)


def drag_over(page: Page, words: str) -> None:
    """Drags from the first letter to the last, whichever way the words run."""
    is_arabic = re.match(r"[\u0600-\u06ff]", words) is not None
    first, last = place(page, words, 0), place(page, words, -1)
    begin, end = (first[1] - 0.5, last[0] + 0.5) if is_arabic else (first[0] + 0.5, last[1] - 0.5)
    page.mouse.move(begin, first[2])
    page.mouse.down()
    page.mouse.move((begin + end) / 2, last[2], steps=3)
    page.mouse.move(end, last[2], steps=3)
    page.mouse.up()


def test_words_are_coded_by_dragging_over_them(desk: Page, study: Path) -> None:
    words = [
        "ändern? Das Mädchen",
        "عندي حسابان على",
        "兩個帳號，𠮷野家在",
        "👩🏽‍🔬 und 👨‍👩‍👧‍👦 sowie 🇮🇩",
        "❤️ – fertig 😀",
    ]
    for one in words:
        drag_over(desk, one)
        code(desk)
    assert sorted(coded(study)) == sorted(words)


def test_words_are_coded_by_a_click_and_a_shift_click(desk: Page, study: Path) -> None:
    left, _, y = place(desk, "Straße", 0)
    desk.mouse.click(left + 0.5, y)
    _, right, y = place(desk, "東京", -1)
    desk.keyboard.down("Shift")
    desk.mouse.click(right - 0.5, y)
    desk.keyboard.up("Shift")
    code(desk)
    assert coded(study) == [TEXT[TEXT.index("Straße") : TEXT.index("東京") + 2]]


def test_an_edge_is_dragged_from_one_script_into_another(desk: Page, study: Path) -> None:
    drag_over(desk, "Straße")
    code(desk)
    assert coded(study) == ["Straße"]
    desk.locator(".jr-text").focus()
    desk.keyboard.press("n")
    desk.locator(".jr-handle[data-edge=end]").hover()
    left, right, y = place(desk, "秘密", 1)
    desk.mouse.down()
    desk.mouse.move(right - 1, y, steps=6)
    with desk.expect_response(lambda answer: "/codings/" in answer.url) as sent:
        desk.mouse.up()
    assert sent.value.ok
    assert left < right
    assert coded(study) == [TEXT[TEXT.index("Straße") : TEXT.index("秘密") + 2]]
