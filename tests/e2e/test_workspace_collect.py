"""Collecting in a real browser: the table, imports looked at first, cases in a grid."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from support.served import serving, violations

Opened = Callable[[str, str], Page]
TALK = "[10:01:00] P: Apa kabar?\n[10:01:30] W: Baik, saya pakai dua akun supaya aman saja.\n"


def line(page: Page, name: str) -> Locator:
    return page.locator(".table-line", has=page.get_by_role("link", name=name, exact=True))


def choose(page: Page, at: Locator, label: str, option: str) -> None:
    at.get_by_role("button", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def offer(page: Page, *files: Path) -> Locator:
    """Gives files to the import, and answers its sheet."""
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Import").first.click()
    asked.value.set_files([str(file) for file in files])
    return page.get_by_role("dialog", name="Import files")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("place", ["/collect", "/collect/cases"])
def test_the_place_is_open_to_everybody(
    demo_address: str, at: Opened, page: Page, place: str, language: str, scheme: Any
) -> None:
    chosen = {"state": {"language": language}, "version": 1}
    page.add_init_script(f"localStorage.jejak ??= {json.dumps(json.dumps(chosen))}")
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    at(demo_address, place)
    expect(page.get_by_role("row").nth(2)).to_be_visible()
    assert violations(page) == []


def test_the_table_is_sorted_and_filtered(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/collect")
    first = page.locator(".table-line .codings").first
    page.get_by_role("button", name="Codings").click()
    header = page.get_by_role("columnheader", name="Codings")
    expect(header).to_have_attribute("aria-sort", "ascending")
    expect(first).to_have_text(re.compile(r"^\d+$"))
    least = int(first.inner_text())
    page.get_by_role("button", name="Codings").click()
    expect(header).to_have_attribute("aria-sort", "descending")
    expect(first).not_to_have_text(str(least))
    page.get_by_role("searchbox", name="Filter by name").fill("obs-")
    expect(page.locator(".table-line")).to_have_count(6)
    choose(page, page.locator(".filters"), "Kind", "Interview")
    expect(page.get_by_role("heading", name="No source is like that")).to_be_visible()
    page.get_by_role("searchbox", name="Filter by name").fill("")
    expect(page.locator(".table-line")).to_have_count(3)


def test_the_keyboard_walks_chooses_and_opens(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/collect")
    page.locator(".table-line").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    second = page.locator(".table-line").nth(1)
    expect(second).to_be_focused()
    expect(second).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="2 sources chosen")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".jr-block").first).to_be_visible()


def test_a_source_is_corrected_beside_the_table(own_address: str, at: Opened) -> None:
    page = at(own_address, "/collect")
    line(page, "OBS-1").click()
    about = page.get_by_role("region", name="About the selected source")
    choose(page, about, "Kind", "Document")
    expect(line(page, "OBS-1")).to_contain_text("Document")
    choose(page, about, "Status", "Coded")
    expect(line(page, "OBS-1")).to_contain_text("Coded")
    choose(page, about, "Add a case", "G")
    expect(line(page, "OBS-1")).to_contain_text("G")
    name = about.get_by_role("textbox", name="Name")
    name.fill("Pasar malam")
    name.press("Enter")
    expect(line(page, "Pasar malam")).to_be_visible()
    about.get_by_role("button", name="No longer of case G").click()
    expect(line(page, "Pasar malam").locator(".case")).to_have_text("")


def test_several_sources_are_changed_removed_and_brought_back(own_address: str, at: Opened) -> None:
    page = at(own_address, "/collect")
    for name in ("OBS-1", "OBS-2"):
        page.get_by_role("checkbox", name=f"Choose {name}", exact=True).check()
    choose(page, page.get_by_role("region", name="About"), "Kind", "Document")
    expect(line(page, "OBS-2")).to_contain_text("Document")
    choose(page, page.get_by_role("region", name="About"), "Status", "In progress")
    expect(line(page, "OBS-2")).to_contain_text("In progress")
    page.get_by_role("button", name="Remove 2 sources").click()
    expect(line(page, "OBS-1")).to_have_count(0)
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("2 sources were removed")
    notices.get_by_role("button", name="Undo").click()
    expect(line(page, "OBS-1")).to_have_count(1)


def test_files_are_looked_at_before_they_are_written(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    page = at(own_address, "/collect")
    talk, broken, again = (tmp_path / name for name in ("W-02.txt", "rusak.bin", "S-lagi.txt"))
    talk.write_text(TALK * 5, "utf-8")
    again.write_text(TALK * 5, "utf-8")
    broken.write_bytes(bytes(range(32)) * 40)
    sheet = offer(page, talk, broken)
    expect(sheet).to_contain_text("speakers: P, W")
    expect(sheet).to_contain_text("1 file can come in · 1 file cannot be read")
    expect(sheet).to_contain_text("The file is not text")
    assert violations(page) == []
    choose(page, sheet, "Kind", "Focus group")
    choose(page, sheet, "Case", "G")
    sheet.get_by_role("button", name="Import 1 file").click()
    expect(line(page, "W-02")).to_contain_text("Focus group")
    expect(line(page, "W-02")).to_contain_text("G")

    sheet = offer(page, again)
    expect(sheet).to_contain_text("in the study already, as “W-02”")
    expect(sheet.get_by_role("button", name=re.compile("^Import"))).to_have_count(0)


def test_files_may_be_dropped_anywhere(own_address: str, at: Opened) -> None:
    page = at(own_address, "/settings")
    page.evaluate(
        """(text) => {
          const held = new DataTransfer();
          held.items.add(new File([text], "jatuh.txt", { type: "text/plain" }));
          const at = { dataTransfer: held, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent("dragover", at));
          document.body.dispatchEvent(new DragEvent("drop", at));
        }""",
        TALK,
    )
    sheet = page.get_by_role("dialog", name="Import files")
    expect(sheet).to_contain_text("jatuh.txt")
    sheet.get_by_role("button", name="Import 1 file").click()
    expect(line(page, "jatuh")).to_be_visible()


def test_an_empty_study_begins_with_an_import(
    empty_address: str, at: Opened, tmp_path: Path
) -> None:
    page = at(empty_address, "/collect")
    expect(page.get_by_role("heading", name="No material yet")).to_be_visible()
    assert violations(page) == []
    file = tmp_path / "catatan.md"
    file.write_text("# Pasar\n\nRamai sekali malam itu.\n", "utf-8")
    offer(page, file).get_by_role("button", name="Import 1 file").click()
    expect(line(page, "catatan")).to_be_visible()


def test_language_and_theme_are_switched_live_and_kept(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/collect")
    page.get_by_role("button", name="Language: EN").click()
    page.get_by_role("menuitem", name="Bahasa Indonesia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kumpulkan")
    page.get_by_role("button", name="Tampilan").click()
    page.get_by_role("menuitem", name="Gelap").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kumpulkan")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert violations(page) == []


def test_anything_with_a_name_is_one_key_away(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/collect")
    page.keyboard.press("Control+k")
    page.keyboard.type("DS-01")
    expect(page.get_by_role("option").first).to_contain_text("DS-01")
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".desk-bar h1")).to_have_text("DS-01")


def test_a_window_without_the_token_says_how_to_sign_in(demo_address: str, page: Page) -> None:
    page.goto(demo_address.split("?", maxsplit=1)[0])
    expect(page.get_by_role("heading", name="This window is not signed in")).to_be_visible()
    assert "token" not in page.url


def test_a_lost_connection_is_said_and_what_is_typed_stays(
    demo: Path, tmp_path: Path, at: Opened, page: Page
) -> None:
    copy = tmp_path / "study.jejak"
    shutil.copy(demo, copy)
    with serving(copy) as address:
        at(address, "/collect/cases")
        page.get_by_role("grid").focus()
        page.keyboard.press("Control+ArrowDown")
        page.keyboard.type("Wulan")
        expect(page.get_by_role("textbox", name="Write Case")).to_have_value("Wulan")
    expect(page.locator(".banners")).to_contain_text("The connection is lost")
    expect(page.get_by_role("textbox", name="Write Case")).to_have_value("Wulan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Notices")).to_contain_text("does not answer")
    expect(page.get_by_role("grid").get_by_role("rowheader").last).to_have_text("Wulan")
