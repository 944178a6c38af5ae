"""The codebook walked and changed by keys alone, and as a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from support.codebook import ax_tree, file_paths, focused_code, kept, line
from support.desk import in_language
from support.served import in_both_schemes, saved, violations

Opened = Callable[[str, str], Page]


@pytest.fixture
def reading(own_address: str, at: Opened) -> Page:
    page = at(own_address, "/reduce")
    expect(page.get_by_role("tree", name="Codes")).to_be_visible()
    return page


def focus_tree(page: Page) -> None:
    """Comes to the tree by Tab, as somebody without a pointer does."""
    page.get_by_role("searchbox", name="Search codes").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".tree-line:focus")).to_have_count(1)


def test_a_screen_reader_is_told_a_tree(reading: Page) -> None:
    tree = ax_tree(reading)
    assert tree[0] == {
        "name": "Triple-A 0 codings, 71 with those below",
        "focusable": True, "level": 1, "expanded": True, "selected": False,
    }  # fmt: skip
    assert (tree[1]["level"], "expanded" in tree[1]) == (2, False)
    first = line(reading, "Triple-A/Aksesibilitas")
    expect(first).to_have_attribute("aria-posinset", "1")
    expect(first).to_have_attribute("aria-setsize", "3")
    expect(reading.get_by_role("tree")).to_have_attribute("aria-multiselectable", "true")
    # What is said of the tree stands outside it.
    assert reading.locator("[role=tree] [role=status], [role=tree] [aria-live]").count() == 0
    focus_tree(reading)
    reading.keyboard.press("Space")
    reading.keyboard.press("ArrowLeft")
    told = ax_tree(reading)[0]
    assert (told["selected"], told["expanded"], told["focused"]) == (True, False, True)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_view_of_the_panel_is_open_to_everybody(
    demo_address: str, at: Opened, page: Page, language: str
) -> None:
    in_language(page, language)
    page.emulate_media(reduced_motion="reduce")
    at(demo_address, "/reduce")
    lines = page.locator(".tree-line")
    expect(lines.first).to_be_visible()
    lines.nth(1).click(modifiers=["Control"])
    lines.nth(2).click(modifiers=["Control"])
    page.locator(".sets-fold").click()
    expect(page.locator(".selection-bar")).to_be_visible()
    assert in_both_schemes(page) == []
    page.keyboard.press("Escape")
    lines.nth(1).click()
    views = page.locator(".code-views label")
    expect(views).to_have_count(4)
    for number in range(4):
        views.nth(number).click()
        expect(views.nth(number)).to_have_attribute("data-selected", "true")
        assert in_both_schemes(page) == []


def test_arrows_letters_and_ends_walk_the_tree(reading: Page) -> None:
    focus_tree(reading)
    assert focused_code(reading) == "Triple-A"
    steps = [
        ("ArrowDown", "Triple-A/Aksesibilitas"),
        ("ArrowLeft", "Triple-A"),
        ("End", None),
        ("Home", "Triple-A"),
        ("k", "Triple-A/Keterjangkauan"),
    ]
    for key, path in steps:
        reading.keyboard.press(key)
        if path:
            expect(reading.locator(f".tree-line[data-path='{path}']")).to_be_focused()
    reading.keyboard.press("Home")
    reading.keyboard.press("ArrowLeft")
    expect(line(reading, "Triple-A")).to_have_attribute("aria-expanded", "false")
    # What is folded is remembered.
    reading.reload()
    expect(line(reading, "Triple-A")).to_have_attribute("aria-expanded", "false")
    expect(reading.locator(".tree-line[data-path='Triple-A/Aksesibilitas']")).to_have_count(0)


AT_ONCE = """async (keys) => {
  const paths = [];
  for (const { key, code, altKey } of keys) {
    const at = document.activeElement;
    const event = { key, code: code ?? key, altKey, bubbles: true, cancelable: true };
    at.dispatchEvent(new KeyboardEvent("keydown", event));
    await Promise.resolve();
    // A key is let go where the focus is by then: the line it was on may be gone.
    document.activeElement.dispatchEvent(new KeyboardEvent("keyup", event));
    await new Promise((done) => { const { port1, port2 } = new MessageChannel();
      port1.onmessage = done; port2.postMessage(null); });
    paths.push(document.activeElement.dataset.path ?? document.activeElement.className);
  }
  return paths;
}"""


def pressed_at_once(page: Page, *keys: str) -> list[str]:
    """Where the focus is after each key, each pressed before anything could wait for a moment."""
    events = [
        {"key": key.removeprefix("Alt+"), "altKey": key.startswith("Alt+")}
        | ({"code": f"Key{key.upper()}"} if len(key) == 1 else {})
        for key in keys
    ]
    return list(page.evaluate(AT_ONCE, events))


def test_the_focus_is_there_before_the_next_key(reading: Page) -> None:
    focus_tree(reading)
    came = pressed_at_once(reading, "ArrowDown", "ArrowLeft", "End", "Home", "k", "Home")
    assert came[0] == "Triple-A/Aksesibilitas"
    assert came[1] == "Triple-A"
    assert came[2] not in {"Triple-A", ""}
    assert came[3:] == ["Triple-A", "Triple-A/Keterjangkauan", "Triple-A"]


def test_a_code_steps_as_quickly_as_keys_are_pressed(reading: Page, tmp_path: Path) -> None:
    file = tmp_path / "study.jejak"
    focus_tree(reading)
    pressed_at_once(reading, "ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown", "F2")
    expect(reading.get_by_role("textbox", name="New name")).to_be_focused()
    reading.keyboard.press("Escape")
    expect(reading.locator(".tree-line:focus")).to_have_attribute(
        "data-path", "Triple-A/Aksesibilitas"
    )
    saved(reading)
    with kept(file) as study:
        assert study.codes["Triple-A"].below[-1].name == "Aksesibilitas"


def test_a_change_is_taken_back_though_it_is_not_answered_yet(
    reading: Page, tmp_path: Path
) -> None:
    file, before = tmp_path / "study.jejak", file_paths(tmp_path / "study.jejak")
    held: list[Route] = []
    reading.route("**/codes/move", lambda route: held.append(route))  # noqa: PLW0108  (its signature is read)
    focus_tree(reading)
    reading.keyboard.press("ArrowDown")
    with reading.expect_request("**/codes/move"):
        reading.keyboard.press("Alt+ArrowDown")
    reading.keyboard.press("Control+z")
    with reading.expect_response("**/undo"):
        held.pop().continue_()
    saved(reading)
    assert file_paths(file) == before
    with kept(file) as study:
        verbs = [change["change"] for change in study.history(limit=2, language="en").rows()]
    assert verbs == ["Undo: Move the code “Aksesibilitas”", "Move the code “Aksesibilitas”"]


def test_leaving_the_field_of_a_name_leaves_the_tree(reading: Page) -> None:
    focus_tree(reading)
    reading.keyboard.press("F2")
    expect(reading.get_by_role("textbox", name="New name")).to_be_focused()
    reading.get_by_role("searchbox", name="Search codes").click()
    expect(reading.get_by_role("textbox", name="New name")).to_have_count(0)
    expect(reading.get_by_role("searchbox", name="Search codes")).to_be_focused()


def test_codes_are_managed_by_keys_alone(reading: Page, tmp_path: Path) -> None:
    file, before = tmp_path / "study.jejak", file_paths(tmp_path / "study.jejak")
    focus_tree(reading)
    reading.keyboard.press("ArrowDown")
    # Down among its siblings, then out, then in again under the one above.
    reading.keyboard.press("Alt+ArrowDown")
    expect(reading.locator(".codebook > [role=status]")).to_contain_text("place 2")
    expect(reading.locator(".tree-line").nth(1)).to_contain_text("Keterjangkauan")
    expect(reading.locator(".tree-line:focus")).to_contain_text("Aksesibilitas")
    reading.keyboard.press("Alt+ArrowLeft")
    expect(reading.locator(".tree-line:focus")).to_have_attribute("aria-level", "1")
    reading.keyboard.press("Alt+ArrowRight")
    expect(reading.locator(".tree-line:focus")).to_have_attribute("aria-level", "2")
    reading.keyboard.press("F2")
    expect(reading.get_by_role("textbox", name="New name")).to_be_focused()
    reading.keyboard.type("Akses saja")
    reading.keyboard.press("Enter")
    expect(reading.locator(".tree-line:focus")).to_contain_text("Akses saja")
    expect(reading.locator(".saving, .toast.danger")).to_have_count(0)
    now = reading.locator(".tree-line:focus")
    expect(now).to_have_attribute("data-path", "Triple-A/Akses saja")
    reading.keyboard.press("Delete")
    dialog = reading.get_by_role("alertdialog")
    expect(dialog).to_contain_text("17 codings go with it")
    reading.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    for _ in range(4):
        reading.keyboard.press("Control+z")
    expect(reading.locator(".toast", has_text="Undone").first).to_be_visible()
    expect(line(reading, "Triple-A/Aksesibilitas")).to_be_visible()
    saved(reading)
    assert file_paths(file) == before


def test_several_are_chosen_by_keys_and_moved_in_one_step(reading: Page, tmp_path: Path) -> None:
    focus_tree(reading)
    reading.keyboard.press("ArrowDown")
    reading.keyboard.press("Space")
    reading.keyboard.press("Shift+ArrowDown")
    expect(reading.locator(".selection-bar")).to_contain_text("2 codes")
    reading.get_by_role("button", name="Move …").click()
    reading.get_by_role("combobox", name="Under which code?").fill("Saluran")
    reading.keyboard.press("Enter")
    expect(reading.locator(".toast")).to_contain_text("moved to Saluran")
    with kept(tmp_path / "study.jejak") as study:
        below = [code.name for code in study.codes["Saluran"].below]
        assert below[-2:] == ["Aksesibilitas", "Keterjangkauan"]
        verbs = [change["change"] for change in study.history(limit=1, language="en").rows()]
        assert verbs == ["Move 2 codes"]


def test_a_filter_and_an_order_leave_the_codebook_as_it_is(reading: Page, tmp_path: Path) -> None:
    before = file_paths(tmp_path / "study.jejak")
    reading.get_by_role("button", name="More for the codebook").click()
    reading.get_by_role("menuitem", name="Sorted by name").click()
    names = [
        text.split()[0] for text in reading.locator(".tree-line[aria-level='1']").all_inner_texts()
    ]
    assert names == sorted(names, key=str.casefold)
    reading.get_by_role("searchbox", name="Search codes").fill("Triple-A/Anon")
    expect(reading.locator(".tree-line")).to_have_count(2)
    reading.get_by_role("searchbox", name="Search codes").fill("tidakada")
    expect(reading.get_by_text("No code is called so.")).to_be_visible()
    assert file_paths(tmp_path / "study.jejak") == before


def test_no_codes_yet_has_three_ways_to_begin(
    empty_address: str, at: Opened, tmp_path: Path
) -> None:
    with kept(tmp_path / "empty.jejak") as study:
        file = tmp_path / "S-01.txt"
        file.write_text("Halo.\n", encoding="utf-8")
        study.add(file)
    page = at(empty_address, "/reduce")
    ways = page.locator(".codebook .empty .doings button")
    expect(ways).to_have_count(3)
    assert violations(page) == []
    page.get_by_role("button", name="New code").last.click()
    page.get_by_role("textbox", name="Name").fill("Pertama")
    page.keyboard.press("Enter")
    expect(page.get_by_role("treeitem", name="Pertama")).to_be_visible()
    assert file_paths(tmp_path / "empty.jejak") == ["Pertama"]
