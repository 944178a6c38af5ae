"""Evidence from anywhere: dragged to the tray at the edge, or given by a key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from jejak.model import Evidence
from support.conclude import THIN, evidence_of
from support.served import violations
from support.written import open_study

Opened = Callable[[str, str], Page]
FREQUENCIES = "/display/code-frequencies"


def carry(page: Page, what: Locator, to: Callable[[], Locator]) -> None:
    """Drags by the mouse: the tray is there only once something is dragged."""
    what.hover()
    page.mouse.down()
    box = what.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 12, box["y"] + 12)
    page.mouse.move(box["x"] + 40, box["y"] + 30, steps=4)
    target = to()
    target.hover()
    target.hover()
    page.mouse.up()


def opened_cell(page: Page) -> Locator:
    page.locator(".grid-row .grid-cell[data-opens]").first.click()
    quotes = page.get_by_role("complementary", name="Segments").get_by_role("article")
    expect(quotes.first).to_be_visible()
    return quotes


def test_a_segment_is_dragged_from_a_display_to_a_finding(
    own_address: str, at: Opened, file: Path, complaints: list[str]
) -> None:
    page = at(own_address, FREQUENCIES)
    quote = opened_cell(page).first.locator("blockquote")
    words = quote.locator("mark").inner_text()
    tray = page.get_by_role("complementary", name="Evidence for …")
    expect(tray).to_have_count(0)
    carry(page, quote, lambda: tray.get_by_role("group", name="F1: Contradicts"))
    notice = page.get_by_role("region", name="Notices")
    expect(notice).to_contain_text("It contradicts F1 now")
    expect(tray).to_have_count(0)
    notice.get_by_role("button", name="Open F1").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("F1")
    assert ("contradicts", words) in evidence_of(file, "F1")
    page.keyboard.press("Control+z")
    expect(page.get_by_role("region", name="Notices")).to_contain_text("Undone")
    assert ("contradicts", words) not in evidence_of(file, "F1")
    assert complaints == []


def test_a_segment_is_given_to_a_finding_by_keys_alone(
    own_address: str, at: Opened, file: Path
) -> None:
    page = at(own_address, FREQUENCIES)
    quotes = opened_cell(page)
    link = quotes.nth(1).get_by_role("link")
    words = quotes.nth(1).locator("mark").inner_text()
    link.focus()
    page.keyboard.press(".")
    picker = page.get_by_role("dialog", name="For which finding?")
    expect(picker.get_by_role("option").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.type("mahasiswa")
    expect(picker.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Shift+Enter")
    expect(picker).to_have_count(0)
    expect(page.get_by_role("region", name="Notices")).to_contain_text("It contradicts")
    expect(link).to_be_focused()
    with open_study(file, user="Rina") as study:
        last = study.store.all(Evidence)[-1]
        finding = next(one for one in study.findings.all() if one.statement == THIN)
        assert (last.finding, last.stance) == (finding.guid, "contradicts")
        cards = study.findings.evidence(finding)
        assert words in [one.segment.text for one in cards if one.segment]
