"""Displays in a real browser: chosen, set up, read, saved and exported."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from support.served import violations
from support.written import open_study

FREQUENCIES = "/display/code-frequencies"
COOCCURRENCE = "/display/code-cooccurrence"
Opened = Callable[[str, str], Page]


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("button", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_display_is_chosen_set_up_and_put_in_order(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/display")
    page.get_by_role("link", name="Code co-occurrence").click()
    expect(page.get_by_role("grid")).to_be_visible()
    expect(page).to_have_url(f"{page.url.split('#')[0]}#{COOCCURRENCE}")
    at(demo_address, FREQUENCIES)
    heading = page.get_by_role("columnheader", name="G", exact=True)
    heading.click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    shown = page.locator(".grid-row .grid-cell[data-column='1']").all_inner_texts()
    numbers = [int(text) for text in shown]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) > 1
    page.get_by_role("button", name="Original order").click()
    expect(heading).not_to_have_attribute("aria-sort", "descending")
    # Settings show at once and stand in the address.
    choose(page, "Columns", "Coder")
    coder = page.get_by_role("columnheader", name="Rina")
    expect(coder).to_be_visible()
    assert "coder" in page.url
    page.reload()
    expect(coder).to_be_visible()
    page.get_by_role("button", name="Start over").click()
    expect(coder).to_have_count(0)
    page.get_by_role("button", name="Codes (none chosen: all)").click()
    page.get_by_role("searchbox", name="Find a code").fill("anonim")
    page.get_by_role("option", name="Anonimitas").click()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("rowheader", name="Anonimitas")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Keterjangkauan")).to_have_count(0)


def test_the_keyboard_leads_from_a_number_to_as_many_words_and_back(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, f"{FREQUENCIES}?settings=%7B%22measure%22%3A%22segments%22%7D")
    first = page.get_by_role("gridcell").first
    expect(first).to_be_visible()
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    here = page.locator("[data-line]:focus")
    expect(here).to_have_attribute("data-line", "1")
    expect(here).to_have_attribute("data-column", "1")
    number = here.inner_text()
    page.keyboard.press("Enter")
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("heading")).to_be_focused()
    expect(beside.get_by_role("article")).to_have_count(int(number))
    page.keyboard.press("Escape")
    expect(beside).to_have_count(0)
    expect(here).to_have_attribute("data-line", "1")
    cell = page.locator(".grid-row .grid-cell[data-opens]").first
    number = cell.inner_text()
    assert int(number) > 1
    cell.click()
    expect(beside.locator("header")).to_contain_text(f"{number} segments")
    expect(beside.get_by_role("article")).to_have_count(int(number))


def test_totals_are_written_as_what_they_count(demo_address: str, at: Opened) -> None:
    address = f"{COOCCURRENCE}?settings=%7B%22unit%22%3A%22case%22%2C%22measure%22%3A%22phi%22%7D"
    page = at(demo_address, address)
    first = page.get_by_role("row").nth(1)
    expect(first.get_by_role("gridcell").last).to_have_text("3")


def test_a_mark_of_the_chart_opens_the_same_words(demo_address: str, at: Opened) -> None:
    page = at(demo_address, f"{FREQUENCIES}?view=chart")
    page.locator(".chart[data-state=drawn] .mark-text text", has_text="22").first.click()
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("article").first).to_be_visible()


def test_a_name_on_a_map_or_a_tree_opens_its_words(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/display/code-map")
    page.locator(".chart[data-state=drawn] text", has_text="Anonimitas").click()
    beside = page.get_by_role("complementary", name="Segments")
    expect(beside.get_by_role("article").first).to_be_visible()
    at(demo_address, "/display/clusters")
    page.locator(".chart[data-state=drawn] text", has_text="Anonimitas").click()
    expect(beside.get_by_role("article").first).to_be_visible()
    page.mouse.move(0, 0)
    expect(page.locator(".vg-tooltip.visible")).to_have_count(0)
    assert violations(page) == []
    page.get_by_text("Table", exact=True).click()
    expect(page.get_by_role("columnheader", name="Joins the next at")).to_be_visible()


def test_a_display_is_copied_and_exported_as_shown(
    demo_address: str, at: Opened, tmp_path: Path
) -> None:
    page = at(demo_address, FREQUENCIES)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy table").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0].split("\t")[1:4] == ["S", "G", "DS"]
    assert {line.count("\t") for line in lines} == {4}
    choose(page, "Columns", "Coder")
    expect(page.get_by_role("columnheader", name="Rina")).to_be_visible()
    for item, ending in (("Table (CSV)", ".csv"), ("Picture (SVG)", ".svg")):
        page.get_by_role("button", name="Export").click()
        with page.expect_download() as coming:
            page.get_by_role("menuitem", name=item).click()
        coming.value.save_as(tmp_path / f"display{ending}")
        assert coming.value.suggested_filename.endswith(ending)
    rows = list(csv.reader((tmp_path / "display.csv").read_text("utf-8-sig").splitlines()))
    assert any("Rina" in row for row in rows)
    assert "<svg" in (tmp_path / "display.svg").read_text("utf-8")


def test_a_display_is_saved_changed_renamed_copied_found_and_deleted(
    own_address: str, at: Opened
) -> None:
    page = at(own_address, FREQUENCIES)
    title = page.get_by_role("heading", level=1)
    expect(page.get_by_role("grid")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    page.keyboard.type("Kode menurut kasus")
    page.keyboard.press("Enter")
    expect(title).to_have_text("Kode menurut kasus")
    choose(page, "Columns", "Coder")
    expect(page.get_by_text("Changed since it was saved")).to_be_visible()
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_text("Changed since it was saved")).to_have_count(0)
    more = page.get_by_role("button", name="More about this display")
    more.click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_role("textbox", name="Name").fill("Siapa apa")
    page.keyboard.press("Enter")
    expect(title).to_have_text("Siapa apa")
    more.click()
    page.get_by_role("menuitem", name="Duplicate").click()
    page.get_by_role("dialog").get_by_role("button", name="Save", exact=True).click()
    expect(title).to_have_text("Siapa apa (copy)")
    page.get_by_role("link", name="All displays").click()
    find = page.get_by_role("searchbox", name="Find a display")
    find.fill("copy")
    links = page.get_by_role("region", name="Your displays").get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_contain_text("Siapa apa (copy)")
    expect(page.locator("[data-live-announcer] [role=img]")).to_have_count(0)
    assert violations(page) == []
    for name in ("Siapa apa (copy)", "Siapa apa"):
        find.fill(name)
        links.first.click()
        expect(title).to_have_text(name)
        expect(page.get_by_role("columnheader", name="Rina")).to_be_visible()
        more.click()
        page.get_by_role("menuitem", name="Delete").click()
        expect(find).to_be_visible()
    find.fill("")
    expect(links.filter(has_text="Siapa apa")).to_have_count(0)


def test_a_saved_display_is_gone_to_by_its_name(own_address: str, file: Path, at: Opened) -> None:
    with open_study(file, user="Rina") as study:
        study.displays.save("Siapa apa", "code-frequencies", {"by": "coder"})
    page = at(own_address, "/collect")
    page.keyboard.press("Control+k")
    page.keyboard.type("Siapa apa")
    page.get_by_role("option", name="Siapa apa").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Siapa apa")
    expect(page.get_by_role("columnheader", name="Rina")).to_be_visible()
    expect(page.get_by_text("Changed since it was saved")).to_have_count(0)
    page.evaluate("location.hash = '/display/saved/gone'")
    expect(page.get_by_role("searchbox", name="Find a display")).to_be_visible()
