"""From a display to the words and back: totals, Back to the same place, search, copies with names."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.served import violations

FREQUENCIES = "/display/code-frequencies"
Opened = Callable[[str, str], Page]


def test_a_total_opens_what_it_counts(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    total = page.locator(".grid-row .grid-total[data-opens]").first
    total.click()
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("heading")).to_contain_text("All columns")
    expect(beside.get_by_role("article").first).to_be_visible()
    page.locator(".grid-totals .grid-cell[data-opens]").first.click()
    expect(beside.get_by_role("heading")).to_contain_text("All rows")
    expect(beside.get_by_role("article").first).to_be_visible()
    assert violations(page) == []


def test_back_from_the_text_is_back_at_the_same_segment(demo_address: str, at: Opened) -> None:
    page = at(demo_address, f"{FREQUENCIES}?settings=%7B%22below%22%3Atrue%7D")
    page.locator(".grid-row .grid-cell[data-opens]").first.click()
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("article").nth(6)).to_be_attached()
    words = beside.locator("mark").first.inner_text()
    link = beside.get_by_role("article").nth(6).get_by_role("link")
    link.scroll_into_view_if_needed()
    href = link.get_attribute("href")
    scroll = "document.querySelector('.segments-list').scrollTop"
    down = page.evaluate(scroll)
    assert down > 0
    link.click()
    page.wait_for_url("**#/reduce/*?at=*")
    page.go_back()
    again = beside.get_by_role("article").nth(6).get_by_role("link")
    expect(again).to_be_focused()
    assert again.get_attribute("href") == href
    expect(beside.locator("mark").first).to_have_text(words)
    assert abs(page.evaluate(scroll) - down) < 2
    beside.get_by_role("button", name="Close").click()
    expect(page.get_by_role("checkbox", name="Count each code with all below it")).to_be_checked()


def test_a_finding_is_begun_from_a_cell_with_its_code(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    page.locator(".grid-row .grid-cell[data-opens]").nth(4).click()
    page.get_by_role("link", name="Begin a finding from here").click()
    dialog = page.get_by_role("dialog", name="A new finding")
    expect(dialog.get_by_role("button", name="Codes it is about: 1 code")).to_be_visible()


def test_a_filter_counts_and_shows_where_it_is_wrong(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    expect(page.get_by_role("grid")).to_be_visible()
    field = page.get_by_role("textbox", name="Only segments that match")
    field.fill("source.kind = interview and")
    wrong = page.get_by_role("alert")
    expect(wrong).to_contain_text("expected")
    expect(wrong.locator("mark")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("grid")).to_be_visible()
    assert violations(page) == []
    field.fill("source.kind = interview")
    expect(wrong).to_have_count(0)
    expect(page.get_by_text("codings fit")).to_be_visible()
    expect(page.locator(".display-caption")).to_contain_text("Filter: source.kind = interview")
