"""The study as it stood at an earlier change: everything can be looked at, nothing written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from jejak.model import Memo
from support.served import settle, violations
from support.written import open_study

Opened = Callable[[str, str], Page]
# What can be typed into or chosen in, but for what only looks, sorts and narrows down.
WRITABLE = """() => [...document.querySelectorAll(
  "input, textarea, select, button, [contenteditable=true], .jr-handle, .tree-line[draggable=true]"
)].filter((one) => one.getClientRects().length > 0 && !one.matches(":disabled, [type=search]")
  && !one.readOnly && !one.closest("[aria-readonly=true]")
  && one.getAttribute("aria-disabled") !== "true")
  .map((one) => [one.matches("button") ? "button" : one.type ?? one.className,
    (one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent).trim()])"""
FIELDS = {
    "At most so many rows and columns", "Only segments that match", "From", "To",
    "Width of the text", "Size of letters", "Size of everything",
}  # fmt: skip
TYPED = {"text", "textarea", "number", "range", "date", "jr-handle"}
WRITING = (
    "Add", "Beginning one", "Comment", "Delete", "End one", "Evidence", "Import", "Make ", "Merge",
    "New", "No longer", "Other code", "Put", "Record", "Remove", "Rename", "Save", "Split",
    "Start of", "Tie", "Un-code", "Write", "How far",
)  # fmt: skip
CHOSEN = {
    "by name", "by initials", "as numbers", "peran", "usia", "To read", "In progress", "Case of P",
}  # fmt: skip


def writable(page: Page) -> list[str]:
    """The names of what would change the study and is not off."""
    return [
        name
        for kind, name in page.evaluate(WRITABLE)
        if (kind in TYPED and not any(name.startswith(field) for field in FIELDS))
        or (kind == "button" and name.startswith(WRITING))
        or "tree-line" in kind
        or name in CHOSEN
    ]


def test_nothing_can_be_written_in_any_place_at_an_earlier_moment(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    with open_study(tmp_path / "study.jejak") as study:
        seq = study.store.head
        study.codebook.add("Kelak")
        source, finding = study.sources.get("S-01").guid, study.findings.all()[0].guid
        memo = study.store.all(Memo)[0].guid
    page.add_init_script(f"sessionStorage['jejak-moment'] = '{seq}'")
    at(own_address, "/collect")
    expect(page.get_by_role("button", name="Back to now")).to_be_visible()
    page.locator(".table-line").first.click()
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_be_visible()
    settle(page)
    assert writable(page) == []
    page.locator(".table-line").first.press("F2")
    expect(page.locator(".cell-input")).to_have_count(0)
    places = (
        "/collect/cases", "/collect/speakers", "/collect/coverage", "/collect/literature",
        f"/reduce/{source}", "/display", "/display/code-frequencies?view=words", "/conclude",
        f"/conclude/{finding}", "/memos", f"/memos/{memo}", "/memos/diary", "/memos/tasks",
        "/memos/forms", "/history", "/settings",
    )  # fmt: skip
    for place in places:
        page.goto(f"{own_address}#{place}")
        settle(page)
        if place == "/collect/cases":
            page.get_by_role("rowheader").nth(1).click()
            page.keyboard.press("F2")
        assert writable(page) == [], place
    assert violations(page) == []


def test_nothing_can_be_written_at_the_desk_at_an_earlier_moment(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    with open_study(tmp_path / "study.jejak") as study:
        seq = study.store.head
        code = study.codebook.add("Kelak")
    page.add_init_script(f"sessionStorage['jejak-moment'] = '{seq}'")
    at(own_address, "/reduce")
    expect(page.locator(".jr-block").first).to_be_visible()
    expect(page.get_by_role("tree")).not_to_contain_text(code.name)
    page.keyboard.press("n")
    page.keyboard.press("d")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert writable(page) == []
    page.keyboard.press("Escape")
    page.locator(".tree-line").nth(1).focus()
    for key in ("F2", "Delete", "Alt+ArrowDown"):
        page.keyboard.press(key)
    expect(page.get_by_role("textbox", name="New name")).to_have_count(0)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    page.locator(".tree-line").nth(1).click()
    views = page.locator(".code-views label")
    for number in range(views.count()):
        views.nth(number).click()
        settle(page)
        assert writable(page) == []
