"""Displays in a real browser: chosen, set up, read, followed to the words, saved and exported."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.served import violations

pytestmark = pytest.mark.xfail(reason="written for the places as they were", strict=False)

FREQUENCIES = "/display/code-frequencies"
COOCCURRENCE = "/display/code-cooccurrence"
Opened = Callable[[str, str], Page]


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("button", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_the_gallery_leads_to_a_display(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/display")
    assert violations(page) == []
    page.get_by_role("link", name="Code co-occurrence").click()
    expect(page.get_by_role("grid")).to_be_visible()
    expect(page).to_have_url(f"{page.url.split('#')[0]}#{COOCCURRENCE}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [FREQUENCIES, COOCCURRENCE, f"{FREQUENCIES}?view=chart"])
def test_a_display_is_open_to_everybody(
    demo_address: str, at: Opened, page: Page, place: str, scheme: Any, complaints: list[str]
) -> None:
    page.emulate_media(color_scheme=scheme)
    at(demo_address, place)
    shown = page.get_by_role("grid").or_(page.locator(".chart[data-state=drawn]"))
    expect(shown.first).to_be_visible()
    assert violations(page) == []
    assert complaints == []


def test_the_keyboard_leads_from_a_number_to_its_words_and_back(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, FREQUENCIES)
    first = page.get_by_role("gridcell").first
    expect(first).to_be_visible()
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    here = page.locator("[data-line]:focus")
    expect(here).to_have_attribute("data-line", "1")
    expect(here).to_have_attribute("data-column", "1")
    page.keyboard.press("Enter")
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("heading")).to_be_focused()
    expect(beside.get_by_role("article").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(beside).to_have_count(0)
    expect(here).to_have_attribute("data-line", "1")


def test_as_many_segments_as_the_number_says(demo_address: str, at: Opened) -> None:
    page = at(demo_address, f"{FREQUENCIES}?settings=%7B%22measure%22%3A%22segments%22%7D")
    cell = page.locator(".grid-row .grid-cell[data-opens]").first
    number = cell.inner_text()
    cell.click()
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.locator("header")).to_contain_text(f"{number} segments")
    expect(beside.get_by_role("article")).to_have_count(int(number))


def test_a_segment_is_one_step_from_its_place_and_back_leads_back(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, f"{COOCCURRENCE}?settings=%7B%22below%22%3Atrue%7D")
    page.locator(".grid-cell[data-opens]").first.click()
    beside = page.get_by_role("complementary", name="Segments")
    words = beside.locator("mark").first.inner_text()
    beside.get_by_role("link").first.click()
    page.wait_for_url("**#/reduce/*?at=*")
    page.go_back()
    expect(beside.locator("mark").first).to_have_text(words)
    expect(page.get_by_role("checkbox", name="Count each code with all below it")).to_be_checked()


def test_settings_show_at_once_and_stand_in_the_address(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    choose(page, "Columns", "Coder")
    expect(page.get_by_role("columnheader", name="Rina")).to_be_visible()
    assert "coder" in page.url
    page.reload()
    expect(page.get_by_role("columnheader", name="Rina")).to_be_visible()
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_role("columnheader", name="Rina")).to_have_count(0)


def test_totals_are_written_as_what_they_count(demo_address: str, at: Opened) -> None:
    address = f"{COOCCURRENCE}?settings=%7B%22unit%22%3A%22case%22%2C%22measure%22%3A%22phi%22%7D"
    page = at(demo_address, address)
    first = page.get_by_role("row").nth(1)
    expect(first.get_by_role("gridcell").last).to_have_text("3")


def test_a_few_codes_are_chosen_from_the_tree(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    page.get_by_role("button", name="Codes (none chosen: all)").click()
    page.get_by_role("searchbox", name="Find a code").fill("anonim")
    page.get_by_role("option", name="Anonimitas").click()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("rowheader", name="Anonimitas")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Keterjangkauan")).to_have_count(0)


def test_a_filter_that_is_not_understood_says_so_in_its_place(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, FREQUENCIES)
    expect(page.get_by_role("grid")).to_be_visible()
    field = page.get_by_role("textbox", name="Only segments that match")
    field.fill("source.kind = interview and")
    expect(page.locator(".field-error")).not_to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert violations(page) == []
    field.fill("source.kind = interview")
    expect(page.locator(".field-error")).to_have_count(0)
    expect(page.locator(".display-caption")).to_contain_text("Filter: source.kind = interview")


def test_a_heading_puts_the_table_in_order(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    heading = page.get_by_role("columnheader", name="G", exact=True)
    heading.click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    shown = page.locator(".grid-row .grid-cell[data-column='1']").all_inner_texts()
    numbers = [int(text) for text in shown]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) > 1
    page.get_by_role("button", name="Original order").click()
    expect(heading).not_to_have_attribute("aria-sort", "descending")


def test_the_table_is_copied_as_a_spreadsheet_takes_it(demo_address: str, at: Opened) -> None:
    page = at(demo_address, FREQUENCIES)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy table").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0].split("\t")[1:4] == ["S", "G", "DS"]
    assert {line.count("\t") for line in lines} == {4}


def test_a_mark_of_the_chart_opens_the_same_words(demo_address: str, at: Opened) -> None:
    page = at(demo_address, f"{FREQUENCIES}?view=chart")
    page.locator(".chart[data-state=drawn] .mark-text text", has_text="22").first.click()
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("article").first).to_be_visible()


def test_a_display_is_saved_changed_renamed_and_deleted(own_address: str, at: Opened) -> None:
    page = at(own_address, FREQUENCIES)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    page.keyboard.type("Kode menurut kasus")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kode menurut kasus", level=1)).to_be_visible()
    choose(page, "Columns", "Coder")
    expect(page.get_by_text("Changed since it was saved")).to_be_visible()
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_text("Changed since it was saved")).to_have_count(0)
    page.get_by_role("button", name="More about this display").click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_role("textbox", name="Name").fill("Kode menurut pengode")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="All displays").click()
    page.get_by_role("link", name="Kode menurut pengode").click()
    expect(page.get_by_role("columnheader", name="Rina")).to_be_visible()
    page.get_by_role("button", name="More about this display").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(page.get_by_text("Nothing saved yet")).to_be_visible()


def test_a_display_is_exported_as_shown(demo_address: str, at: Opened, tmp_path: Path) -> None:
    page = at(demo_address, f"{FREQUENCIES}?settings=%7B%22by%22%3A%22coder%22%7D")
    for item, ending in (("Table (CSV)", ".csv"), ("Picture (SVG)", ".svg")):
        page.get_by_role("button", name="Export").click()
        with page.expect_download() as coming:
            page.get_by_role("menuitem", name=item).click()
        file = tmp_path / f"display{ending}"
        coming.value.save_as(file)
        assert coming.value.suggested_filename.endswith(ending)
    rows = list(csv.reader((tmp_path / "display.csv").read_text("utf-8-sig").splitlines()))
    assert any("Rina" in row for row in rows)
    assert "<svg" in (tmp_path / "display.svg").read_text("utf-8")


def test_an_empty_study_says_where_to_begin(
    empty_address: str, at: Opened, complaints: list[str]
) -> None:
    page = at(empty_address, FREQUENCIES)
    expect(page.get_by_role("heading", name="Nothing to show")).to_be_visible()
    expect(page.get_by_role("link", name="Go to Reduce")).to_be_visible()
    assert violations(page) == []
    assert complaints == []
