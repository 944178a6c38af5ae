"""Words in the cells of a display: typed by keys, kept in the file, in the workbook, never lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from support.served import in_both_schemes, violations
from support.written import open_study

Opened = Callable[[str, str], Page]
FREQUENCIES = "/display/code-frequencies"


def named(page: Page, name: str = "Kerangka") -> Page:
    """Saves the display that is shown under a name, and shows its words."""
    expect(page.get_by_role("grid")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("textbox", name="Name").fill(name)
    page.get_by_role("dialog").get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_text("Words", exact=True).click()
    return page


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator(f'[data-line="{row}"][data-column="{column}"]')


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Words for")


def words(study: Path) -> list[tuple[str, str, str]]:
    with open_study(study, user="Rina") as opened:
        saved = opened.displays.get("Kerangka")
        return [
            (one.row_label, one.cell.text, one.cell.state) for one in opened.displays.cells(saved)
        ]


def test_words_are_typed_by_keys_and_are_in_the_file_and_the_workbook(
    own_address: str, at: Opened, tmp_path: Path, complaints: list[str]
) -> None:
    page = named(at(own_address, FREQUENCIES))
    cell(page, 0, 0).focus()
    page.keyboard.press("Enter")
    expect(editor(page)).to_be_focused()
    page.keyboard.type("Takut, tetapi merasa aman.")
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("article").first).to_be_visible()
    quote = beside.locator("mark").first.inner_text().split()[0]
    page.keyboard.press("Alt+1")
    expect(editor(page)).to_have_value(re.compile("Takut.*“.*”"))
    page.keyboard.press("Tab")
    expect(editor(page)).to_be_focused()
    page.keyboard.type("Lain lagi")
    page.keyboard.press("Escape")
    expect(editor(page)).to_have_count(0)
    expect(page.locator("[data-line]:focus")).to_have_attribute("data-column", "1")
    expect(cell(page, 0, 0)).to_contain_text("Takut, tetapi merasa aman.")
    expect(cell(page, 0, 0)).to_contain_text("draft · Rina")
    expect(cell(page, 0, 1)).not_to_contain_text("Lain lagi")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="State").select_option(label="checked")
    editor(page).focus()
    with page.expect_response(lambda one: one.request.method == "PUT"):
        page.keyboard.press("Enter")
    expect(cell(page, 0, 0)).not_to_contain_text("draft")
    expect(page.locator("[data-live-announcer] [role=img]")).to_have_count(0)
    assert violations(page) == []
    kept = words(tmp_path / "study.jejak")
    assert len(kept) == 1
    assert kept[0][1].startswith("Takut, tetapi merasa aman. “")
    assert quote in kept[0][1]
    assert kept[0][2] == "checked"
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as coming:
        page.get_by_role("menuitem", name="Spreadsheet (Excel)").click()
    book = load_workbook(io.BytesIO(coming.value.path().read_bytes()))
    assert kept[0][1] in [one.value for row in book["Words"].rows for one in row]
    assert complaints == []


def test_asked_and_absent_is_not_no_data_and_a_cell_is_emptied(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    page = named(at(own_address, FREQUENCIES))
    for row, state in ((0, "asked, absent"), (1, "no data")):
        cell(page, row, 0).focus()
        page.keyboard.press("Enter")
        page.get_by_role("combobox", name="State").select_option(label=state)
        editor(page).focus()
        with page.expect_response(lambda one: one.request.method == "PUT"):
            page.keyboard.press("Enter")
        expect(cell(page, row, 0)).to_contain_text(state)
    assert [state for *_, state in words(tmp_path / "study.jejak")] == ["checked", "no data"]
    cell(page, 1, 0).focus()
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="State").select_option(label="draft")
    with page.expect_response(lambda one: one.request.method == "DELETE"):
        page.get_by_role("button", name="Save", exact=True).last.click()
    expect(cell(page, 1, 0)).not_to_contain_text("no data")
    assert [state for *_, state in words(tmp_path / "study.jejak")] == ["checked"]


def test_words_whose_row_is_not_shown_are_listed_and_come_back(
    own_address: str, at: Opened
) -> None:
    page = named(at(own_address, FREQUENCIES))
    cell(page, 0, 0).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Tetap ada")
    page.keyboard.press("Enter")
    expect(cell(page, 0, 0)).to_contain_text("Tetap ada")
    cell(page, -1, 0).click()
    expect(page.locator(".grid-cell", has_text="Tetap ada")).to_have_count(1)
    page.get_by_role("button", name="Original order").click()
    # The settings are beside the table again when the segments are not.
    page.get_by_role("complementary", name="Segments").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("option", name="Source", exact=True).click()
    strays = page.get_by_text("1 text for a cell that is not shown")
    strays.click()
    stray = page.get_by_role("listitem").filter(has_text="Tetap ada")
    expect(stray).to_be_visible()
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("option", name="Case", exact=True).click()
    expect(cell(page, 0, 0)).to_contain_text("Tetap ada")
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("option", name="Source", exact=True).click()
    page.get_by_text("1 text for a cell that is not shown").click()
    stray.get_by_role("button", name="Move to another cell").click()
    stray.get_by_role("button", name="Source: Choose").click()
    page.get_by_role("listbox", name="Source").get_by_role("option").nth(2).click()
    assert violations(page) == []
    stray.get_by_role("button", name="Move", exact=True).click()
    expect(cell(page, 0, 2)).to_contain_text("Tetap ada")
    expect(stray).to_have_count(0)


def test_two_people_write_in_one_cell_and_neither_goes_unseen(
    own_address: str, at: Opened, context: Any
) -> None:
    page = named(at(own_address, FREQUENCIES))
    other = context.new_page()
    other.goto(page.url.replace("#", "#"))
    expect(other.get_by_role("grid")).to_be_visible()
    cell(page, 0, 0).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("punya saya")
    cell(other, 0, 0).focus()
    other.keyboard.press("Enter")
    other.keyboard.type("punya orang lain")
    other.keyboard.press("Enter")
    meanwhile = page.get_by_role("alert")
    expect(meanwhile).to_contain_text("“punya orang lain”")
    expect(editor(page)).to_have_value("punya saya")
    meanwhile.get_by_role("button", name="Go on with mine").click()
    editor(page).focus()
    page.keyboard.press("Enter")
    expect(cell(other, 0, 0)).to_contain_text("punya saya")


def test_words_are_open_to_everybody(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    page.get_by_text("Words", exact=True).click()
    expect(
        page.get_by_text("What you write in a cell belongs to a display with a name")
    ).to_be_visible()
    expect(cell(page, 0, 0)).to_have_text(re.compile(r"\b18(?!\d)"))
    assert in_both_schemes(page) == []
