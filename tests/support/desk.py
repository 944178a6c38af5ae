"""What people do at the desk in a browser: open a text, point at its words, find a code."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Locator, Page, expect

__all__ = ["PASSAGE", "code_line", "in_language", "read", "select", "spot_of", "stripes_of"]

PASSAGE = "Boring parah"
SPOT = """
(words) => {
  const walker = document.createTreeWalker(document.querySelector(".jr-text"), 4);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    walker.currentNode.parentElement.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    const box = range.getBoundingClientRect();
    return { x: box.x, y: box.y + box.height / 2, width: box.width };
  }
}
"""


def in_language(page: Page, language: str) -> None:
    """Whoever sits at the page has chosen that language."""
    chosen = json.dumps({"state": {"language": language}, "version": 1})
    page.add_init_script(f"localStorage.jejak ??= {json.dumps(chosen)}")


def read(page: Page, source: str) -> None:
    """Opens a source from the list beside the desk."""
    page.locator(f".source-line[title='{source}']").click()
    expect(page.locator(".desk-bar h1")).to_have_text(source)
    expect(page.locator(".jr-block").first).to_be_visible()


def spot_of(page: Page, words: str) -> dict[str, float]:
    """Where some words of the text are, in the middle of the window: left, middle height, width."""
    return dict(page.evaluate(SPOT, words))


def select(page: Page, words: str = PASSAGE) -> dict[str, float]:
    """Drags over some words, and answers where they are."""
    spot = spot_of(page, words)
    page.mouse.move(spot["x"] + 1, spot["y"])
    page.mouse.down()
    page.mouse.move(spot["x"] + spot["width"] + 2, spot["y"], steps=5)
    page.mouse.up()
    expect(page.get_by_role("toolbar", name="Code the selected passage")).to_be_visible()
    return spot


def stripes_of(page: Page, code: str, coder: str = "Rina") -> Locator:
    """The stripes of a code beside the text."""
    return page.locator(f".jr-stripe[aria-label^='{code}, coded by {coder}']")


def code_line(page: Page, name: str) -> Locator:
    """A code's line in the tree, brought into view by searching for it."""
    page.get_by_role("searchbox", name="Search codes").fill(name)
    return page.get_by_role("treeitem", name=re.compile(f"^{re.escape(name)} ?[0-9]"))
