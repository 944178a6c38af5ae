"""Cases in a real browser: a grid like a spreadsheet's, speakers, consent, literature, coverage."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.served import saved, serving, settle, violations
from support.written import open_study

Opened = Callable[[str, str], Page]

PASTED = 'Nama\tusia baru\tcatatan\nWulan\t31\t"dua\nbaris"\nBudi\t40\tمرحبا\nG\t29\tlama'
BIB = """@article{sari2019, title={Membaca tanpa dibaca}, author={Sari, Dewi}, year=2019,
  doi={10.1234/jkr.7}, abstract={Studi rekaan.}}
@book{broken, title = {x
"""


def grid(page: Page) -> Locator:
    found = page.get_by_role("grid", name="Cases and what is known of them")
    found.wait_for()
    return found


def cell(page: Page, case: str, column: str) -> Locator:
    head = grid(page).get_by_role("columnheader").filter(has_text=re.compile(rf"^\s*{column}"))
    at = int(head.first.get_attribute("aria-colindex") or 0) - 1
    row = grid(page).get_by_role("row").filter(
        has=page.get_by_role("rowheader", name=case, exact=True)
    )  # fmt: skip
    return row.locator(f"[data-column='{at}']")


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo, tmp_path / "study.jejak"))


def put_on_clipboard(page: Page, text: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", text)


def test_a_table_is_pasted_from_a_spreadsheet_and_undone(
    own: Path, at: Opened, complaints: list[str]
) -> None:
    with serving(own) as address:
        page = at(address, "/collect/cases")
        put_on_clipboard(page, PASTED)
        cell(page, "S", "Case").click()
        page.keyboard.press("Control+v")
        dialog = page.get_by_role("dialog", name="Paste cases")
        expect(dialog.get_by_text("2 new cases")).to_be_visible()
        expect(dialog.get_by_text("usia baru")).to_be_visible()
        dialog.get_by_role("button", name="Write them").click()
        grid(page).get_by_role("columnheader", name="catatan").wait_for()
        expect(cell(page, "Wulan", "usia baru")).to_have_text("31")
        expect(cell(page, "G", "catatan")).to_have_text("lama")
        assert complaints == []
    with open_study(own) as study:
        assert study.cases["Wulan"].attributes == {"usia baru": "31", "catatan": "dua\nbaris"}
        assert study.cases["Budi"].attributes["catatan"] == "مرحبا"
        assert {a.name: a.type for a in study.attributes.all()}["usia baru"] == "number"
        study.undo()
        assert "Wulan" not in study.cases
        assert "catatan" not in study.cases["G"].attributes


def test_the_grid_is_worked_by_keys_alone_and_refuses_cell_by_cell(own: Path, at: Opened) -> None:
    with serving(own) as address:
        page = at(address, "/collect/cases")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        table = grid(page)
        table.focus()
        page.keyboard.press("Control+Home")
        for _ in range(6):
            page.keyboard.press("ArrowRight")
        page.keyboard.type("dua puluh")
        page.keyboard.press("Enter")
        wrong = cell(page, "S", "lama_bulan")
        expect(wrong).to_have_attribute("aria-invalid", "true")
        expect(wrong).to_have_text("dua puluh")
        page.keyboard.press("ArrowUp")
        expect(page.get_by_text("Not written: “dua puluh” is no number")).to_be_visible()
        page.keyboard.press("F2")
        page.keyboard.press("Control+a")
        page.keyboard.type("20,5")
        page.keyboard.press("Enter")
        expect(cell(page, "S", "lama_bulan")).to_have_text("20.5")
    with open_study(own) as study:
        assert study.cases["S"].attributes["lama_bulan"] == "20.5"


def test_a_cell_that_two_people_write_at_once_loses_nobody_s_words(own: Path, at: Opened) -> None:
    with open_study(own, user="Bayu") as study:
        study.attributes.add("kota", "text")
    with serving(own) as address:
        page = at(address, "/collect/cases")
        place = cell(page, "S", "kota")
        place.dblclick()
        page.keyboard.type("Senja")
        with open_study(own, user="Bayu") as study:
            study.cases.update(study.cases.get("S"), {"kota": "Fajar"})
        expect(page.locator(".presence")).to_contain_text("Bayu")
        page.keyboard.press("Enter")
        expect(place).to_have_attribute("aria-invalid", "true")
        expect(place).to_have_text("Senja")
        page.keyboard.press("ArrowUp")
        expect(page.get_by_text("Somebody else wrote “Fajar” here meanwhile")).to_be_visible()
        with open_study(own) as study:
            assert study.cases["S"].attributes["kota"] == "Fajar"
        page.keyboard.press("F2")
        page.keyboard.press("Enter")
        expect(place).not_to_have_attribute("aria-invalid", "true")
        saved(page)
    with open_study(own) as study:
        assert study.cases["S"].attributes["kota"] == "Senja"


def test_rectangles_are_copied_and_the_last_line_makes_a_case(own: Path, at: Opened) -> None:
    with serving(own) as address:
        page = at(address, "/collect/cases")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        grid(page).focus()
        page.keyboard.press("Control+Home")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Control+c")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == "perantara\t30–34"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Control+v")
        expect(cell(page, "G", "peran")).to_have_text("perantara")
        expect(cell(page, "G", "usia")).to_have_text("30–34")
        page.keyboard.press("Delete")
        expect(cell(page, "G", "peran")).to_have_text("")
        # The last line makes a case.
        page.keyboard.press("Control+ArrowDown")
        page.keyboard.press("Home")
        page.keyboard.type("Wulan")
        page.keyboard.press("Enter")
        expect(grid(page).get_by_role("rowheader", name="Wulan")).to_be_visible()
        saved(page)
    with open_study(own) as study:
        assert "peran" not in study.cases["G"].attributes
        assert study.cases["G"].attributes["usia"] == "30–34"
        assert "Wulan" in study.cases


def test_speakers_are_tied_by_key_and_by_drag(own: Path, at: Opened) -> None:
    with serving(own) as address:
        page = at(address, "/collect/speakers")
        settle(page)
        drop = page.get_by_role("region", name="Cases to drop speakers on")
        page.get_by_role("row").filter(has_text="~lampu_teras").hover()
        page.mouse.down()
        # Only from the second move on is the case told of what is over it.
        for _ in range(2):
            drop.get_by_text("DS", exact=True).hover()
        expect(drop.locator("li.over")).to_have_text("DS")
        page.mouse.up()
        expect(page.get_by_text("~lampu_teras is tied to DS")).to_be_visible()
        page.get_by_label("Case of ~kertaslipat").select_option("S")
        expect(page.get_by_text("~kertaslipat is tied to S")).to_be_visible()
        page.get_by_role("checkbox", name="Choose ~tehmelati", exact=True).press(" ")
        page.get_by_role("button", name="Make cases from 1 speaker").or_(
            page.get_by_role("button", name="Make a case from 1 speaker")
        ).click()
        expect(page.get_by_text("1 case was made and tied")).to_be_visible()
    with open_study(own) as study:
        assert "~kertaslipat" in study.cases["S"].speakers
        assert "~lampu_teras" in study.cases["DS"].speakers
        assert study.cases["~tehmelati"].speakers == ("~tehmelati",)


def test_consent_is_recorded_and_a_withdrawal_wants_the_name(own: Path, at: Opened) -> None:
    with serving(own) as address:
        page = at(address, "/collect/cases")
        cell(page, "G", "Case").click()
        about = page.get_by_role("region", name="About the selected case")
        about.get_by_role("button", name="Record consent").click()
        about.get_by_label("What was agreed to").fill("analisis ulang")
        about.get_by_role("button", name="Save consent").click()
        expect(about.get_by_text("analisis ulang")).to_be_visible()
        about.get_by_role("button", name="Withdraw this case").click()
        asking = page.get_by_role("alertdialog", name="G withdraws")
        expect(asking.get_by_text("The source G-01, whole, with its original file")).to_be_visible()
        go = asking.get_by_role("button", name="Withdraw for good")
        expect(go).to_be_disabled()
        asking.get_by_label("Type G to withdraw it").fill("G")
        go.click()
        expect(page.get_by_text("Done. What is left of the case")).to_be_visible()
    with open_study(own) as study:
        assert "G" not in study.cases
        assert "G-01" not in study.sources
        assert study.store.verify() == []


def test_literature_comes_in_with_what_is_broken_told(
    own: Path, at: Opened, tmp_path: Path
) -> None:
    library = tmp_path / "library.bib"
    library.write_text(BIB, "utf-8")
    with serving(own) as address:
        page = at(address, "/collect/literature")
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Import literature").click()
        chooser.value.set_files(library)
        dialog = page.get_by_role("dialog", name="Import literature")
        expect(dialog.get_by_text("library.bib, line 3")).to_be_visible()
        dialog.get_by_role("button", name="Import 1 work").click()
        page.get_by_role("button", name="Sari 2019").click()
        about = page.get_by_role("region", name="About the selected work")
        about.get_by_role("button", name="Make a source from the abstract").click()
        expect(page.get_by_text("The source Sari 2019 was made")).to_be_visible()
        about.get_by_role("combobox", name="Find a source, code").fill("G-01")
        page.get_by_role("option", name="G-01").first.click()
        expect(about.get_by_role("link", name="G-01")).to_be_visible()
        assert violations(page) == []
    with open_study(own) as study:
        assert [kind for kind, _ in study.references["sari2019"].cited_by] == ["source", "source"]
        assert study.sources["Sari 2019"].record.kind == "literature"


def test_a_hole_is_planned_and_filled_by_an_import(own: Path, at: Opened, tmp_path: Path) -> None:
    note = tmp_path / "O-DS.txt"
    note.write_text("Catatan lapangan rekaan tentang DS.\n", "utf-8")
    with serving(own) as address:
        page = at(address, "/collect/coverage")
        expect(page.get_by_text("DS has no observation.")).to_be_visible()
        page.get_by_role("button", name="DS, Observation: nothing").click()
        page.get_by_label("Reason").fill("bulan depan")
        page.get_by_role("button", name="Plan it").click()
        expect(
            page.get_by_role("button", name="DS, Observation: nothing yet, planned")
        ).to_be_visible()
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Import material for DS").click()
        chooser.value.set_files(note)
        page.get_by_role("button", name="Import 1 file").click()
        expect(page.get_by_text("1 file was imported").first).to_be_visible()
    with open_study(own) as study:
        made = study.sources["O-DS"]
        assert made.record.kind == "observation"
        assert "O-DS" in [one.name for one in study.cases["DS"].sources]


def test_on_a_telephone_cases_are_cards(demo_address: str, at: Opened, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    at(demo_address, "/collect/cases")
    page.get_by_role("button", name="DS").first.click()
    expect(page.get_by_role("region", name="About the selected case")).to_be_visible()


def test_what_is_typed_while_the_server_is_away_stays_and_is_written(
    own: Path, at: Opened, page: Page
) -> None:
    with serving(own) as address:
        at(address, "/collect/cases")
        grid(page).focus()
        page.keyboard.press("Control+ArrowDown")
        page.keyboard.type("Wulan")
        written = page.get_by_role("textbox", name="Write Case")
        expect(written).to_have_value("Wulan")
    banners = page.locator(".banners")
    expect(banners).to_contain_text("The connection is lost")
    expect(written).to_have_value("Wulan")
    page.keyboard.press("Enter")
    expect(banners).to_contain_text("1 change is not saved yet")
    expect(grid(page).get_by_role("rowheader").last).to_have_text("Wulan")
    cell(page, "G", "pekerjaan").dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type("lain")
    page.keyboard.press("Enter")
    expect(banners).to_contain_text("2 changes are not saved yet")
    expect(cell(page, "G", "pekerjaan")).to_have_text("lain")
    with serving(own):
        expect(banners).to_be_empty(timeout=60_000)
        expect(cell(page, "G", "pekerjaan")).to_have_text("lain")
        expect(grid(page).get_by_role("rowheader", name="Wulan", exact=True)).to_have_count(1)
        expect(grid(page).get_by_role("rowheader").last).to_contain_text("New case")
    with open_study(own) as study:
        assert "Wulan" in study.cases
        assert study.cases["G"].attributes["pekerjaan"] == "lain"
