"""What people do with findings in a browser, and what stands in the study's file then."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page, expect

from jejak.study import open_study

__all__ = ["THIN", "choose", "evidence_of", "group", "open_finding", "report"]

# A finding of the demo that rests on little.
THIN = "Pelanggan kebanyakan mahasiswa."


def open_finding(page: Page, words: str = THIN) -> Page:
    """Opens a finding from the board."""
    page.get_by_role("link", name=words).click()
    expect(page.get_by_role("heading", name="Checks", exact=True)).to_be_visible()
    expect(page.get_by_role("article").nth(1)).to_be_visible()
    return page


def group(page: Page, title: str) -> Locator:
    """A part of the place by its heading."""
    return page.get_by_role("region", name=title)


def choose(page: Page, button: Locator, option: str) -> None:
    """Chooses from the list that a button opens."""
    button.click()
    page.get_by_role("option", name=option, exact=True).click()


def report(page: Page) -> FrameLocator:
    """The report as it is shown."""
    return page.frame_locator("iframe[data-front]")


def evidence_of(study: Path, label: str) -> list[tuple[str, str]]:
    """Stance and words of all evidence of a finding (by label or statement), from the file."""
    with open_study(study, user="Rina") as opened:
        one = next(one for one in opened.findings.all() if label in {one.label, one.statement})
        cards = opened.findings.evidence(one)
        return [(card.evidence.stance, card.segment.text) for card in cards if card.segment]
