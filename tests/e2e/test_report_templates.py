"""A report of one's own: another template, its parts in another order, and words that stay in it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.conclude import choose, report
from support.served import saved, violations

Opened = Callable[[str, str], Page]


def test_a_template_is_arranged_and_written_in(own_address: str, at: Opened) -> None:
    page = at(own_address, "/report")
    choose(page, page.get_by_role("button", name="Template"), "Journal article")
    paper = report(page)
    expect(paper.locator("section.abstract")).to_have_count(2)
    page.get_by_role("button", name="Move “Conclusions” up").click()
    expect(paper.locator("main > section").nth(3)).to_have_attribute("id", "conclusions")
    asks = paper.locator("section#discussion .notice")
    expect(asks).to_be_attached()
    paper.locator("section#discussion > h3 button.write").click()
    editor = page.get_by_role("textbox", name="Text in Markdown")
    editor.fill("Temuan ini **penting**.")
    assert violations(page) == []
    editor.press("Control+Enter")
    expect(paper.locator("section#discussion").get_by_text("Temuan ini penting.")).to_be_attached()
    expect(asks).to_have_count(0)
    written = page.get_by_role("region", name="Your texts")
    expect(written).to_contain_text("What the findings mean")
    saved(page)
    page.reload()
    expect(paper.locator("main > section").nth(3)).to_have_attribute("id", "conclusions")
    written.get_by_role("button", name="Remove the text").click()
    expect(asks).to_be_attached()
