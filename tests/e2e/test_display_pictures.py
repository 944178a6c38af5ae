"""Displays that are pictures: drawn at once, told apart, each mark leading to its words."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.served import violations

Opened = Callable[[str, str], Page]
DRAWN = ".chart[data-state=drawn]"


def test_a_portrait_is_of_the_source_that_is_found_and_opens_its_places(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, "/display/document-portrait")
    picture = page.locator(DRAWN)
    expect(picture.get_by_text("Portrait of G-01")).to_be_visible()
    assert violations(page) == []
    # By the keyboard alone: found by its name, chosen, and told in the address.
    page.get_by_role("button", name="Source: The source with most codings").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox", name="Find a source")).to_be_focused()
    page.keyboard.type("s-01")
    expect(page.get_by_role("option", name="The source with most codings")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name=re.compile(r"^DS-01"))).to_be_visible()
    page.get_by_role("option", name=re.compile(r"^S-01")).click()
    expect(picture.get_by_text("Portrait of S-01")).to_be_visible()
    page.reload()
    expect(picture.get_by_text("Portrait of S-01")).to_be_visible()
    expect(page.get_by_role("button", name="Source: S-01")).to_be_visible()
    tile = picture.locator(".mark-rect path[cursor=pointer], .mark-rect path").nth(30)
    tile.click(force=True)
    expect(page.locator(".reader")).to_be_visible()
    assert "/reduce/" in page.url
    assert "at=" in page.url
    page.go_back()
    expect(picture.get_by_text("Portrait of S-01")).to_be_visible()
    # The same numbers as a table, for the keyboard and readers of screens.
    page.get_by_text("Table", exact=True).click()
    expect(page.get_by_role("rowheader", name=re.compile("^1–"))).to_be_visible()
    expect(page.get_by_role("columnheader", name="Anonimitas")).to_be_visible()


def test_marks_of_pictures_open_their_words(demo_address: str, at: Opened) -> None:
    page = at(demo_address, '/display/code-sankey?settings={"by":"source.kind"}')
    beside = page.get_by_role("complementary")
    page.locator(f"{DRAWN} .mark-path path").first.click(force=True)
    expect(beside.get_by_role("article").first).to_be_visible()
    page.evaluate("location.hash = '#/display/word-tree?settings=%7B%22words%22%3A%22akun%22%7D'")
    page.locator(f"{DRAWN} .mark-text text", has_text="baru").first.click()
    expect(beside.get_by_role("article").first).to_contain_text("Akun baru")
    page.mouse.move(0, 0)
    expect(page.locator("#vg-tooltip-element")).to_be_hidden()
    assert violations(page) == []
