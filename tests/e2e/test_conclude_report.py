"""The report: parts remembered, what leaves the study, and the way from a quotation to its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.served import violations

Opened = Callable[[str, str], Page]


def report(page: Page) -> Any:
    return page.frame_locator("iframe[data-front]")


def test_parts_are_remembered(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/report")
    expect(report(page).locator("section#codebook")).to_be_attached()
    page.get_by_role("checkbox", name="Codebook").uncheck(force=True)
    expect(report(page).locator("section#codebook")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("checkbox", name="Codebook")).not_to_be_checked()
    expect(report(page).locator("section#findings")).to_be_attached()
    expect(report(page).locator("section#codebook")).to_have_count(0)
    expect(page.get_by_text("Participants stand under their pseudonyms")).to_be_visible()


def test_a_quotation_opens_in_its_source_and_a_finding_on_its_page(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, "/report")
    quote = report(page).locator("details[id^=evidence-]").first
    expect(quote).to_be_attached()
    quote.locator("a.way").first.click()
    page.wait_for_url("**#/reduce/*?at=*")
    page.go_back()
    report(page).locator("section#finding-F1 a.way").first.click()
    page.wait_for_url("**#/conclude/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("F1")


@pytest.mark.parametrize("width", [390, 900])
def test_the_report_fits_narrow_windows(
    demo_address: str, at: Opened, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    at(demo_address, "/report")
    expect(report(page).locator("h1")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
