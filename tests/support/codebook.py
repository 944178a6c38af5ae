"""What people do with the codebook in a browser, and what stands in the study's file then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from jejak.study import Study, open_study

__all__ = ["ax_tree", "drag", "file_paths", "focused_code", "kept", "line"]

LINE = 30


@contextmanager
def kept(path: Path) -> Iterator[Study]:
    """The study as its file has it, beside the server."""
    with open_study(path) as study:
        yield study


def file_paths(path: Path) -> list[str]:
    """The paths of all codes, in the order of the tree."""
    with kept(path) as study:
        return study.codes.keys()


def line(page: Page, path: str) -> Locator:
    """A code's line in the tree, brought into view by scrolling."""
    found = page.locator(f".tree-line[data-path='{path}']")
    scroller = page.locator(".tree-scroll")
    for _ in range(80):
        if found.count():
            break
        scroller.evaluate("(one) => one.scrollBy(0, 240)")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => done()))")
    found.scroll_into_view_if_needed()
    return found


def drag(
    page: Page, start: Locator, to: Locator, *, at: float = 0.5, x: float = 90, key: str = ""
) -> None:
    """Drags one thing to a place on another: ``at`` of its height, ``x`` pixels from its left."""
    source, target = start.bounding_box(), to.bounding_box()
    assert source is not None
    assert target is not None
    page.mouse.move(source["x"] + min(80, source["width"] / 2), source["y"] + source["height"] / 2)
    page.mouse.down()
    page.mouse.move(target["x"] + x, target["y"] + target["height"] * at - 4, steps=6)
    if key:
        page.keyboard.down(key)
    page.mouse.move(target["x"] + x, target["y"] + target["height"] * at, steps=3)
    expect(page.locator(".drop-line, .drop-frame, .code-set.over, .jr-drop").first).to_be_visible()
    page.mouse.up()
    if key:
        page.keyboard.up(key)


def focused_code(page: Page) -> str | None:
    """The path of the code whose line has the focus."""
    found = page.evaluate("document.activeElement?.dataset?.path ?? null")
    return None if found is None else str(found)


def ax_tree(page: Page) -> list[dict]:
    """The codes as a screen reader is told them: name, level, place among siblings and states."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    items = [one for one in nodes if one.get("role", {}).get("value") == "treeitem"]
    return [
        {"name": one.get("name", {}).get("value", "")}
        | {prop["name"]: prop["value"].get("value") for prop in one.get("properties", [])}
        for one in items
        if not one.get("ignored")
    ]
