"""The reader in a real browser: what jsdom cannot show, because it neither lays out nor selects."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from support.reading import MIXED, long_lines, open_reader, settled


@pytest.fixture
def reading(page: Page, reader_page: str) -> Any:
    def opened(lines: list[str], codings: list[tuple[str, int, int, str]] | None = None) -> str:
        return open_reader(page, reader_page, lines, codings or [])

    return opened


def test_selections_count_code_points_in_any_script(page: Page, reading: Any) -> None:
    text = reading(MIXED)
    for start in range(0, len(text), 5):
        end = min(start + 17, len(text))
        page.evaluate("([start, end]) => reader.setSelection({ start, end })", [start, end])
        found = page.evaluate("() => reader.getSelection()")
        quote = found["quote"]
        assert quote == text[found["start"] : found["end"]]
        assert quote.strip("\n") == text[start:end].strip("\n")


def test_a_double_click_takes_a_word_three_the_sentence_four_the_block(
    page: Page, reading: Any
) -> None:
    text = reading(MIXED)
    start = text.index("supaya")
    box = page.evaluate("(s) => reader.rectOf({ start: s, end: s + 3 }).toJSON()", start)
    taken = []
    for clicks in (2, 3, 4):
        page.mouse.click(box["x"] + 4, box["y"] + 8, click_count=clicks)
        taken.append(page.evaluate("() => reader.getSelection().quote").strip())
    assert taken == ["supaya", "Saya pakai dua akun 😀 supaya aman.", MIXED[0]]


def test_everything_is_selected_by_its_key(page: Page, reading: Any) -> None:
    text = reading(long_lines(300), [("one", 3, 40, "A")])
    page.evaluate("() => reader.focus()")
    page.keyboard.press("Control+a")
    found = page.evaluate("() => reader.getSelection()")
    assert (found["start"], found["end"]) == (0, len(text))
    assert found["quote"] == text


def test_the_keyboard_alone_selects(page: Page, reading: Any) -> None:
    text = reading(MIXED)
    page.evaluate(
        "() => { reader.focus(); window.said = []; reader.onSelection((s) => said.push(s)); }"
    )
    page.keyboard.press("j")
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    page.wait_for_function("() => said.at(-1)?.quote === 'Saya'")
    page.keyboard.press("Shift+Control+ArrowRight")
    quote = page.evaluate("() => reader.getSelection().quote")
    assert text.startswith(quote)
    assert "pakai" in quote
    page.keyboard.press("j")
    second = page.evaluate("() => reader.nextBlock()")
    assert text[second["start"] : second["end"]] == MIXED[2]


def test_overlapping_codings_show_as_colours_underline_and_lanes(page: Page, reading: Any) -> None:
    reading(MIXED, [("one", 0, 30, "A"), ("two", 10, 60, "B"), ("three", 20, 25, "A")])
    settled(page)
    stripes = page.eval_on_selector_all(
        ".jr-stripe", "all => all.map((s) => [s.dataset.coding, s.getBoundingClientRect().left])"
    )
    assert [name for name, _ in stripes] == ["one", "two", "three"]
    assert len({left for _, left in stripes}) == 3
    both = page.evaluate(
        """() => ranges('overlap').map((one) => {
          const range = document.createRange();
          range.setStart(one.startContainer, one.startOffset);
          range.setEnd(one.endContainer, one.endOffset);
          return range.toString();
        })"""
    )
    assert both == [MIXED[0][10:30]]  # the pair of 😀 lies within
    assert page.evaluate("() => ranges('colour-').length") == 3
    names = page.eval_on_selector_all(".jr-stripe", "all => all.map((s) => s.ariaLabel)")
    assert names[0].startswith("Code A: Saya pakai")


def test_codings_come_and_go_one_by_one(page: Page, reading: Any) -> None:
    reading(MIXED, [("one", 0, 30, "A")])
    page.evaluate(
        "() => reader.addCodings({ coding: ['new'], start: [5], end: [9], code: ['C'], coder: ['me'] })"
    )
    page.wait_for_selector(".jr-stripe[data-coding=new]")
    assert page.evaluate("() => reader.codingsAt(6)") == ["new", "one"]
    page.evaluate("() => reader.removeCodings(['one'])")
    page.wait_for_selector(".jr-stripe[data-coding=one]", state="detached")
    assert page.evaluate("() => reader.codingsAt(6)") == ["new"]
    page.evaluate("() => reader.setDimmed((coding) => coding.code === 'C')")
    page.wait_for_selector(".jr-stripe[data-dimmed]")
    assert page.evaluate("() => [ranges('colour-').length, ranges('dim').length]") == [0, 1]


def test_a_click_on_words_or_stripe_says_which_codings(page: Page, reading: Any) -> None:
    reading(MIXED, [("one", 0, 30, "A"), ("two", 10, 19, "B")])
    page.evaluate("() => { window.said = []; reader.onCodingClick((p) => said.push(p.codings)); }")
    box = page.evaluate("() => reader.rectOf({ start: 12, end: 13 }).toJSON()")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 8)
    page.click(".jr-stripe[data-coding=two]")
    assert page.evaluate("() => said") == [["two", "one"], ["two"]]


def test_a_jump_lands_in_the_middle(page: Page, reading: Any) -> None:
    text = reading(long_lines(3000), [("one", 3, 40, "A")])
    height = page.viewport_size["height"] if page.viewport_size else 0
    for part in (0.02, 0.35, 0.8):
        top, bottom = page.evaluate(
            """async (start) => {
              await reader.goTo({ start, end: start + 5 }, { align: "center", flash: true });
              const box = reader.rectOf({ start, end: start + 5 });
              return [box.top, box.bottom];
            }""",
            int(len(text) * part),
        )
        assert abs((top + bottom) / 2 - height / 2) < 20, part
        assert page.evaluate("() => ranges('flash').length") == 1, part


def test_a_flick_and_back_loses_no_highlight(page: Page, reading: Any) -> None:
    codings = [(f"c{at}", at * 90, at * 90 + 40, "ABC"[at % 3]) for at in range(900)]
    reading(long_lines(1500), codings)
    settled(page)
    before = page.eval_on_selector_all(".jr-stripe", "all => all.length")
    page.evaluate(
        """async () => {
          const host = document.querySelector("#host");
          const frame = () => new Promise(requestAnimationFrame);
          for (const to of [4000, 30000, 60000, 30000, 9000, 0]) { host.scrollTop = to; await frame(); }
        }"""
    )
    page.wait_for_function(
        """(least) => document.querySelectorAll(".jr-stripe").length >= least
          && [...document.querySelectorAll(".jr-stripe")].some((s) => s.dataset.coding === "c0")
          && ranges("colour-").length >= least""",
        arg=before,
    )


def test_one_endless_block_opens_all_the_same(page: Page, reading: Any) -> None:
    text = reading(["kata yang panjang 😀 " * 20_000])
    start = len(text) - 100
    page.evaluate("(start) => reader.goTo({ start, end: start + 9 })", start)
    assert page.evaluate("(s) => reader.rectOf({ start: s, end: s + 9 }) !== null", start)


def test_the_gutter_is_neither_selected_nor_counted(page: Page, reading: Any) -> None:
    text = reading(MIXED)
    assert (
        page.evaluate("() => document.querySelector('.jr-text').innerText").split() == text.split()
    )


def test_a_second_document_takes_the_place_of_the_first(page: Page, reading: Any) -> None:
    reading(MIXED, [("one", 0, 30, "A")])
    page.evaluate(
        "() => reader.setDocument({ text: 'baru', blocks: { number: [1], kind: ['paragraph'],"
        " start: [0], end: [4] } })"
    )
    page.wait_for_function("() => ranges('').length === 0 && !document.querySelector('.jr-stripe')")
    assert page.evaluate("() => reader.find('BAR')") == [{"start": 0, "end": 3}]
    page.evaluate("() => reader.destroy()")
    assert page.inner_html("#host") == ""
