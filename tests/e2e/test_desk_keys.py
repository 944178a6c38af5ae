"""The desk by keys alone: from source to source, from block to block, and what is shown of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.served import saved, violations
from support.written import open_study

Opened = Callable[[str, str], Page]


@pytest.fixture
def reading(own_address: str, at: Opened) -> Page:
    page = at(own_address, "/reduce")
    expect(page.locator(".jr-block").first).to_be_visible()
    return page


def test_sources_and_blocks_are_gone_through_by_keys(reading: Page, tmp_path: Path) -> None:
    title = reading.locator(".desk-bar h1")
    first = title.inner_text()
    reading.keyboard.press("J")
    expect(title).not_to_have_text(first)
    expect(reading.locator(".jr-block").first).to_be_visible()
    second = title.inner_text()
    reading.keyboard.press("K")
    expect(title).to_have_text(first)
    reading.keyboard.press("K")
    expect(reading.locator(".desk-said")).to_have_text("This is the first source of the list.")
    reading.keyboard.press("J")
    expect(title).to_have_text(second)
    reading.keyboard.press("t")
    expect(reading.locator(".desk-said")).to_have_text(re.compile("^How far it is: "))
    expect(reading.locator(".source-line.open .source-mark")).to_have_class(re.compile("to-read"))
    with open_study(tmp_path / "study.jejak") as study:
        assert study.sources[second].status == "to read"
    reading.keyboard.press("g")
    reading.get_by_role("textbox", name="Number of the block").fill("99999")
    expect(reading.get_by_text("No block has this number.")).to_be_visible()
    assert violations(reading) == []
    reading.get_by_role("textbox", name="Number of the block").fill("9")
    reading.keyboard.press("Enter")
    expect(reading.locator(".jr-block[data-number='9']")).to_be_in_viewport()


def test_nothing_but_the_text_and_all_again(reading: Page) -> None:
    reading.keyboard.press("f")
    expect(reading.get_by_role("navigation", name="Sources")).to_have_count(0)
    expect(reading.get_by_role("tree")).to_have_count(0)
    assert violations(reading) == []
    reading.keyboard.press("Escape")
    expect(reading.get_by_role("tree")).to_be_visible()


def test_a_passage_is_copied_as_a_citation(reading: Page) -> None:
    reading.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reading.locator(".source-line[title='DS-01']").press("Enter")
    expect(reading.locator(".desk-bar h1")).to_have_text("DS-01")
    expect(reading.locator(".jr-block").first).to_be_visible()
    reading.keyboard.press("g")
    reading.get_by_role("textbox", name="Number of the block").fill("3")
    reading.keyboard.press("Enter")
    expect(reading.get_by_role("dialog")).to_have_count(0)
    reading.keyboard.press("y")
    expect(reading.locator(".desk-said")).to_have_text("Copied as a citation.")
    copied = reading.evaluate("() => navigator.clipboard.readText()")
    assert re.fullmatch(r"“.*Silakan.*” \(DS-01, ¶ 3\)", copied)


PRESS_AT_ONCE = """([key, times]) => {
  const text = document.querySelector(".jr-text");
  for (let at = 0; at < times; at += 1)
    text.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}"""


def stretches(file: Path) -> dict[str, tuple[int, int]]:
    with open_study(file) as study:
        return {one.guid: (one.passage.start, one.passage.end) for one in study.codings}


def ends_of_words(text: str, end: int, count: int) -> int:
    """Where the end of a coding is when it was moved over so many words."""
    places = [one.end() for one in re.finditer(r"\w+", text) if one.end() > end]
    return places[count - 1]


def test_an_edge_is_moved_as_quickly_as_keys_are_pressed(reading: Page, tmp_path: Path) -> None:
    file = tmp_path / "study.jejak"
    before = stretches(file)
    with open_study(file) as study:
        head = study.store.head
    reading.locator(".jr-text").focus()
    reading.keyboard.press("n")
    for _ in range(4):
        reading.keyboard.press("]")
    saved(reading)
    # Quicker than anything can be drawn.
    reading.evaluate(PRESS_AT_ONCE, ["]", 4])
    saved(reading)
    expect(reading.locator(".contested, .toast.danger")).to_have_count(0)
    [(coding, now)] = [one for one in stretches(file).items() if before[one[0]] != one[1]]
    start, end = before[coding]
    with open_study(file) as study:
        assert study.store.head == head + 8
        [one] = [one for one in study.codings if one.guid == coding]
        text = study.sources[one.passage.source.name].text
    assert now == (start, ends_of_words(text, end, 8))


def test_only_one_code_faded_then_hidden(reading: Page) -> None:
    reading.keyboard.press("n")
    reading.keyboard.press("h")
    chip = reading.locator(".desk-bar .chip")
    expect(chip).to_contain_text("Only")
    all_ = reading.locator(".jr-stripe").count()
    reading.get_by_role("button", name="Hide the others, do not only fade them").click()
    expect(reading.locator(".jr-stripe")).not_to_have_count(all_)
    assert violations(reading) == []
    reading.keyboard.press("h")
    expect(chip).to_have_count(0)
    expect(reading.locator(".jr-stripe")).to_have_count(all_)


def test_sources_stand_together_and_are_narrowed_down(reading: Page) -> None:
    settings = reading.get_by_role("button", name="How sources are listed")
    settings.click()
    reading.get_by_role("menuitem", name="Group by: Kind").click()
    expect(reading.locator(".source-group").first).to_be_visible()
    assert violations(reading) == []
    settings.click()
    reading.get_by_role("menuitem", name="Coded").click()
    expect(reading.locator(".source-line")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 320])
def test_a_narrow_window_reads_codes_and_searches(own_address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(f"{own_address}#/reduce")
    expect(page.locator(".jr-block").first).to_be_visible()
    page.get_by_role("button", name="Sources", exact=True).click()
    page.locator(".source-line[title='DS-01']").click()
    expect(page.locator(".desk-bar h1")).to_have_text("DS-01")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("n")
    page.keyboard.press("d")
    card = page.get_by_role("dialog")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Find in all sources").click()
    page.get_by_role("searchbox", name="Words to find").fill("razia")
    page.locator(".search-hit a").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("toolbar", name="Code the selected passage")).to_be_visible()


def test_the_card_of_a_coding_leaves_the_desk_to_the_keys_and_the_pointer(reading: Page) -> None:
    reading.locator(".jr-stripe").first.click()
    card = reading.get_by_role("dialog")
    expect(card).to_be_visible()
    # The first press outside grabs the edge; keys mean what they mean at the desk.
    handle = reading.locator(".jr-handle[data-edge=end]")
    box = handle.bounding_box()
    assert box is not None
    with reading.expect_request("**/codings/*"):
        reading.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        reading.mouse.down()
        reading.mouse.move(box["x"] + 90, box["y"] + box["height"] / 2, steps=6)
        reading.mouse.up()
    expect(card).to_have_count(0)
    saved(reading)
    reading.locator(".jr-stripe").first.click()
    expect(card).to_be_visible()
    with reading.expect_request("**/codings/*"):
        reading.keyboard.press("]")
    reading.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(reading.locator(".jr-text")).to_be_focused()
    reading.keyboard.press("d")
    expect(card).to_be_focused()
    assert violations(reading) == []
    reading.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(reading.locator(".jr-text")).to_be_focused()
