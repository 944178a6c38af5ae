"""The report: parts remembered, what leaves the study, and the way from a quotation to its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.conclude import THIN, choose, open_finding, report
from support.served import violations

Opened = Callable[[str, str], Page]


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


@pytest.mark.slow
def test_the_report_has_the_parts_and_the_language_that_are_chosen_and_keeps_them(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, "/report")
    codebook = report(page).locator("section#codebook")
    expect(codebook).to_be_attached()
    page.get_by_role("checkbox", name="Codebook").uncheck(force=True)
    expect(codebook).to_have_count(0)
    page.reload()
    expect(page.get_by_role("checkbox", name="Codebook")).not_to_be_checked()
    expect(report(page).locator("section#findings")).to_be_attached()
    expect(codebook).to_have_count(0)
    expect(page.get_by_text("Participants stand under their pseudonyms")).to_be_visible()
    choose(page, page.get_by_role("button", name="Language of the report"), "Indonesian")
    expect(report(page).locator("html[lang=id]")).to_be_attached()
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as coming:
        page.get_by_role("menuitem", name="Word (DOCX)").click()
    assert coming.value.suggested_filename.endswith(".docx")
    assert coming.value.path().read_bytes()[:2] == b"PK"
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as coming:
        page.get_by_role("menuitem", name="For paper (PDF)").click()
    assert coming.value.path().read_bytes().startswith(b"%PDF")
    for width in (900, 390):
        page.set_viewport_size({"width": width, "height": 800})
        expect(report(page).locator("h1")).to_be_visible()
        assert violations(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_report_follows_the_study_without_losing_ones_place(
    own_address: str, at: Opened, page: Page
) -> None:
    at(own_address, "/report")
    expect(report(page).get_by_text(THIN).first).to_be_attached()
    frame = "() => document.querySelector('iframe[data-front]').contentWindow"
    scroll = f"({frame})().scrollY"
    page.evaluate(f"({frame})().scrollTo({{ top: 900, behavior: 'instant' }})")
    at_first = page.evaluate(scroll)
    assert at_first == 900
    other = page.context.new_page()
    other.goto(f"{own_address}#/conclude")
    open_finding(other)
    other.get_by_role("textbox", name="Statement").fill("Pelanggan dari segala umur.")
    other.keyboard.press("Control+Enter")
    expect(report(page).get_by_text("Pelanggan dari segala umur.").first).to_be_attached()
    assert page.evaluate(scroll) == at_first
