"""The gallery of displays: what suits the study first, a picture of each kind, and its one command."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.served import saved, violations

Opened = Callable[[str, str], Page]


# Quotations that end in the middle of a line, or below their cell.
CUT = """
(all) => all.filter((one) => {
  const lines = one.clientHeight / parseFloat(getComputedStyle(one).lineHeight);
  const below = one.getBoundingClientRect().bottom - one.parentElement.getBoundingClientRect().bottom;
  return Math.abs(lines - Math.round(lines)) > 0.1 || below > 0;
}).map((one) => one.textContent)
"""


def test_a_display_is_found_in_the_gallery_read_in_quotations_and_written_in(
    own_address: str, at: Opened, complaints: list[str]
) -> None:
    page = at(own_address, "/display")
    first = page.get_by_role("region", name="For your study").get_by_role("link")
    expect(first.first).to_contain_text("Conceptually clustered matrix")
    expect(first).not_to_have_count(1)
    page.get_by_role("searchbox", name="Find a display").fill("ritchie")
    expect(first).to_have_count(0)
    card = page.get_by_role("listitem").filter(
        has=page.get_by_role("link", name="Framework matrix")
    )
    expect(card.locator(".glimpse[data-state=drawn] .sketch-cell").first).to_be_attached()
    card.get_by_text("Source and command").click()
    expect(card.get_by_text("After Ritchie & Spencer")).to_be_visible()
    expect(card.locator("pre")).to_have_text(
        "jejak display study.jejak framework-matrix --set top=6"
    )
    assert violations(page) == []
    card.get_by_role("link", name="See the example").click()
    expect(page.get_by_role("columnheader", name=re.compile("Anonimitas"))).to_be_visible()
    cell = page.locator('[data-line="0"][data-column="0"]')
    expect(cell.locator(".cell-said")).to_contain_text("(S-01)")
    assert page.locator(".cell-said").evaluate_all(CUT) == []
    cell.click()
    expect(page.get_by_role("textbox", name="Words for")).to_have_count(0)
    expect(page.get_by_role("complementary", name="Segments")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("textbox", name="Name").fill("Kerangka")
    page.get_by_role("dialog").get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kerangka")
    cell.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Nama palsu membuatnya berani.")
    page.keyboard.press("Enter")
    expect(cell).to_contain_text("draft · Rina")
    expect(cell.locator(".cell-said")).to_contain_text("(S-01)")
    saved(page)
    page.reload()
    expect(cell).to_contain_text("Nama palsu membuatnya berani.")
    assert page.locator(".cell-said").evaluate_all(CUT) == []
    assert complaints == []
