"""The table of sources in a real browser: sorted, filtered, grouped, chosen, changed, taken away."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from support.collect import choose, line
from support.desk import in_language
from support.served import in_both_schemes, violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def sources_in(file: Path) -> dict[str, Any]:
    with open_study(file, user="Rina") as study:
        return {source.name: source for source in study.sources.all()}


def facet(page: Page, label: str, value: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{label}")).first.click()
    box = page.get_by_role("dialog", name=f"Filter by {label}")
    box.get_by_text(value, exact=True).click()
    page.keyboard.press("Escape")


def test_the_table_is_sorted_by_two_columns_and_filtered(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/collect")
    page.get_by_role("button", name="Kind", exact=True).last.click()
    header = page.get_by_role("columnheader", name="Kind")
    expect(header).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Codings").click(modifiers=["Shift"])
    page.get_by_role("button", name=re.compile("^Codings")).click(modifiers=["Shift"])
    expect(page.locator(".table-line .kind").first).to_have_text("Document")
    interviews = page.locator(".table-line", has_text="Interview").locator(".codings")
    expect(interviews).to_have_text(["168", "165", "140"])
    page.get_by_role("searchbox", name="Filter by name").fill("obs-")
    expect(page.locator(".table-line")).to_have_count(6)
    facet(page, "Kind", "Interview")
    expect(page.get_by_role("heading", name="No source is like that")).to_be_visible()
    page.get_by_role("searchbox", name="Filter by name").fill("")
    expect(page.locator(".table-line")).to_have_count(3)
    page.get_by_role("button", name="No filters").click()
    expect(page.get_by_text("19 sources", exact=True)).to_be_visible()


def test_groups_are_counted_and_folded_and_the_view_is_remembered(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, "/collect")
    page.get_by_role("button", name="View").click()
    view = page.get_by_role("dialog", name="How the table looks")
    choose(page, view, "Group by", "Kind")
    view.get_by_role("group", name="Columns").get_by_text("Coders").click()
    page.keyboard.press("Escape")
    groups = page.locator(".table-group")
    expect(groups.first).to_contain_text("Document")
    expect(groups.nth(1)).to_contain_text("3 sources")
    expect(page.get_by_role("columnheader", name="Coders")).to_have_count(0)
    groups.nth(1).focus()
    page.keyboard.press("ArrowLeft")
    expect(groups.nth(1)).to_have_attribute("aria-expanded", "false")
    expect(line(page, "S-01")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(line(page, "S-01")).to_have_count(1)
    assert violations(page) == []
    page.reload()
    expect(page.locator(".table-group").first).to_contain_text("Document")
    expect(page.get_by_role("columnheader", name="Coders")).to_have_count(0)


def test_the_keyboard_alone_walks_chooses_writes_and_opens(
    own_address: str, at: Opened, file: Path
) -> None:
    page = at(own_address, "/collect")
    page.locator(".table-line").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator(".table-line").nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.get_by_role("heading", name="3 sources chosen")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("F2")
    field = page.get_by_role("textbox", name="Name of OBS-1")
    expect(field).to_be_focused()
    page.keyboard.type("Pasar malam")
    page.keyboard.press("Enter")
    expect(line(page, "Pasar malam")).to_be_focused()
    page.keyboard.press("F2")
    page.keyboard.type("bukan ini")
    page.keyboard.press("Escape")
    expect(line(page, "Pasar malam")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Kind of Pasar malam").select_option("Document")
    page.keyboard.press("Enter")
    expect(line(page, "Pasar malam")).to_contain_text("Document")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator(".jr-block").first).to_be_visible()
    assert sources_in(file)["Pasar malam"].kind == "document"


def test_all_that_match_are_changed_in_one_step_and_back(
    own_address: str, at: Opened, file: Path
) -> None:
    page = at(own_address, "/collect")
    facet(page, "Kind", "Literature")
    expect(page.get_by_text("8 sources", exact=True)).to_be_visible()
    page.locator(".table-line").first.focus()
    page.keyboard.press("Control+a")
    about = page.get_by_role("region", name="About the selected source")
    expect(about.get_by_role("heading", name="8 sources chosen")).to_be_visible()
    about.get_by_role("textbox", name="How").fill("pencarian pustaka")
    about.get_by_role("textbox", name="How").press("Enter")
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("8 sources were changed")
    changed = [one.name for one in sources_in(file).values() if one.method == "pencarian pustaka"]
    assert len(changed) == 8
    about.get_by_role("combobox", name="Add to a set").fill("Pustaka inti")
    about.get_by_role("combobox", name="Add to a set").press("Enter")
    expect(notices.get_by_text("8 sources were changed")).to_have_count(2)
    page.keyboard.press("Escape")
    with open_study(file, user="Rina") as study:
        head = study.store.head
        study.trail.undo()
        study.trail.undo()
        assert study.store.head == head + 2
    assert not [one for one in sources_in(file).values() if one.method == "pencarian pustaka"]


def test_what_goes_along_is_told_and_all_of_it_comes_back(
    own_address: str, at: Opened, file: Path
) -> None:
    page = at(own_address, "/collect")
    line(page, "OBS-1").locator("td").nth(2).click()
    line(page, "OBS-2").locator("td").nth(2).click(modifiers=["Shift"])
    page.keyboard.press("Delete")
    asked = page.get_by_role("alertdialog", name="Remove 2 sources?")
    expect(asked).to_contain_text("34 codings")
    assert violations(page) == []
    asked.get_by_role("button", name="Remove 2 sources").click()
    expect(line(page, "OBS-1")).to_have_count(0)
    assert "OBS-1" not in sources_in(file)
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("2 sources were removed")
    notices.get_by_role("button", name="Undo").click()
    expect(line(page, "OBS-1")).to_have_count(1)
    assert "OBS-1" in sources_in(file)


def test_a_source_is_corrected_beside_the_table(own_address: str, at: Opened, file: Path) -> None:
    page = at(own_address, "/collect")
    line(page, "OBS-1").locator("td").nth(2).click()
    about = page.get_by_role("region", name="About the selected source")
    choose(page, about, "Kind", "Document")
    expect(line(page, "OBS-1")).to_contain_text("Document")
    choose(page, about, "Add a case", "G")
    expect(line(page, "OBS-1").locator(".case")).to_have_text("G")
    name = about.get_by_role("textbox", name="Name")
    name.fill("Pasar malam")
    name.press("Control+Enter")
    expect(line(page, "Pasar malam")).to_be_visible()
    about.get_by_role("button", name="No longer of case G").click()
    expect(line(page, "Pasar malam").locator(".case")).to_have_text("")
    expect(
        about.get_by_role("region", name="Codes used here").get_by_role("link")
    ).not_to_have_count(0)
    source = sources_in(file)["Pasar malam"]
    assert source.kind == "document"


def test_somebody_else_s_change_is_shown_and_nothing_is_lost(
    own_address: str, at: Opened, file: Path
) -> None:
    page = at(own_address, "/collect")
    line(page, "OBS-1").focus()
    page.keyboard.press("F2")
    expect(page.get_by_role("textbox", name="Name of OBS-1")).to_be_focused()
    with open_study(file, user="Bayu") as study:
        study.sources.update(study.sources.get("OBS-1"), name="Nama Bayu")
    page.keyboard.type("Nama Rina")
    page.keyboard.press("Enter")
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("Nama Bayu")
    assert "Nama Bayu" in sources_in(file)
    notices.get_by_role("button", name="Save mine").click()
    expect(line(page, "Nama Rina")).to_be_visible()


def test_the_table_is_taken_away(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/collect")
    line(page, "S-01").locator("td").nth(2).click()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.get_by_role("heading", name="2 sources chosen")).to_be_visible()
    page.get_by_role("button", name="Take away").click()
    with page.expect_download() as saved:
        page.get_by_role("menuitem", name="As CSV").click()
    assert saved.value.suggested_filename == "sources.csv"
    assert len(saved.value.path().read_text("utf-8-sig").splitlines()) == 3


def test_less_important_columns_give_way_where_there_is_little_room(
    demo_address: str, at: Opened, page: Page
) -> None:
    page.emulate_media(reduced_motion="reduce")
    at(demo_address, "/collect")
    first, table = line(page, "S-01"), page.locator(".table")
    for width in (1024, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        expect(first).to_contain_text("Interview")
        expect(first).to_contain_text("Coded")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth"), width
        assert in_both_schemes(page) == [], width


def test_indonesian_is_whole(demo_address: str, at: Opened, page: Page) -> None:
    in_language(page, "id")
    at(demo_address, "/collect")
    page.get_by_role("button", name="Tampilan tabel").click()
    expect(page.get_by_role("dialog", name="Tampilan tabel")).to_contain_text("Kelompokkan menurut")
    page.keyboard.press("Escape")
    assert violations(page) == []


def test_chosen_rows_are_copied_as_a_spreadsheet_takes_them(
    demo_address: str, at: Opened, page: Page
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    at(demo_address, "/collect")
    lines = page.locator(".table-line")
    lines.nth(0).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("Control+c")
    expect(page.get_by_text("2 sources were copied")).to_be_visible()
    read = "(type) => navigator.clipboard.read().then(async ([one]) => (await one.getType(type)).text())"
    rows = [row.split("\t") for row in str(page.evaluate(read, "text/plain")).strip().splitlines()]
    names = [name.strip() for name in lines.locator(".table-name").all_inner_texts()[:2]]
    assert rows[0][0] == "Name"
    assert [row[0] for row in rows[1:]] == names
    table = str(page.evaluate(read, "text/html"))
    assert table.count("<tr>") == len(rows)
    assert all(f"<td>{name}</td>" in table for name in names)
