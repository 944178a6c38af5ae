"""What people do with the table of sources in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

__all__ = ["choose", "line"]


def line(page: Page, name: str) -> Locator:
    """A source's line in the table."""
    return page.locator(".table-line", has=page.get_by_role("link", name=name, exact=True))


def choose(page: Page, at: Locator, label: str, option: str) -> None:
    """Chooses from the list that a button opens, whatever is chosen now."""
    at.get_by_role("button", name=re.compile(f"{label}$")).click()
    page.get_by_role("option", name=option, exact=True).click()
