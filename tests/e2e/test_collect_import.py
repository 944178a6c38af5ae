"""Bringing files in, in a real browser: looked at, corrected, written as one change, stopped, kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support.collect import choose, line
from support.served import in_both_schemes, saved, serving, violations
from support.written import open_study

Opened = Callable[[str, str], Page]
TALK = "[10:01:00] P: Apa kabar?\n[10:01:30] W: Baik, saya pakai dua akun supaya aman saja.\n"


def offer(page: Page, *files: Path) -> Locator:
    """Gives files to the import, and answers its sheet."""
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Import", exact=True).first.click()
    asked.value.set_files([str(file) for file in files])
    return page.get_by_role("region", name="Import files")


def drop(page: Page, text: str, name: str) -> None:
    page.evaluate(
        """([text, name]) => {
          const held = new DataTransfer();
          held.items.add(new File([text], name, { type: "text/plain" }));
          const at = { dataTransfer: held, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent("dragover", at));
          document.body.dispatchEvent(new DragEvent("drop", at));
        }""",
        [text, name],
    )


def test_files_are_corrected_before_they_are_written(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    page.emulate_media(reduced_motion="reduce")
    at(own_address, "/collect")
    talk, cafe, broken = (tmp_path / name for name in ("W-02.txt", "kafe.txt", "rusak.bin"))
    talk.write_text(TALK * 5, "utf-8")
    cafe.write_bytes("Kafé “Melati” – malam.\n".encode("cp1252"))
    broken.write_bytes(bytes(range(32)) * 40)
    sheet = offer(page, talk, cafe, broken)
    expect(sheet).to_contain_text("2 files can come in · 1 file cannot be read")
    expect(sheet).to_contain_text("speakers: P, W")
    expect(sheet).to_contain_text("10 time stamps")
    assert in_both_schemes(page) == []
    choose(page, sheet, "Kind", "Focus group")
    sheet.get_by_role("combobox", name="Case").fill("Kelompok A")
    sheet.get_by_role("combobox", name="Case").press("Enter")
    sheet.get_by_role("combobox", name="W", exact=True).fill("Wati")
    sheet.get_by_role("combobox", name="W", exact=True).press("Enter")
    sheet.get_by_role("option", name=re.compile("kafe")).click()
    choose(page, sheet, "Encoding", "windows-1252")
    expect(sheet.get_by_role("textbox", name="How the text begins")).to_have_value(
        "Kafé “Melati” – malam.\n"
    )
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        head = study.store.head
    sheet.get_by_role("button", name="Import 2 files").click()
    expect(line(page, "W-02")).to_contain_text("Focus group")
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("2 files were imported")
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        assert study.store.head == head + 1
        assert study.sources.text(study.sources.get("kafe")) == "Kafé “Melati” – malam.\n"
        card = study.sources.card(study.sources.get("W-02"))
        assert {one.name: one.case and one.case[1] for one in card.speakers} == {
            "P": None, "W": "Wati",
        }  # fmt: skip
        assert study.sources["W-02"].cases == ["Kelompok A"]
        assert study.sources.get("W-02").kind == "focus group"


def test_what_could_not_be_read_is_kept_and_read_another_way(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    at(own_address, "/collect")
    odd, locked = tmp_path / "aneh.pdf", tmp_path / "sandi.docx"
    odd.write_bytes(b"%PDF-1.4 sebenarnya hanya teks biasa tentang pasar malam")
    locked.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(range(64)) * 40)
    sheet = offer(page, odd, locked)
    expect(sheet).to_contain_text("2 files cannot be read")
    sheet.get_by_role("button", name="Fold the sheet").click()
    expect(sheet).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="2 files cannot be read").click()
    sheet.get_by_role("option", name=re.compile("aneh.pdf")).click()
    expect(sheet.get_by_role("alert")).not_to_be_empty()
    choose(page, sheet, "Read as", "text")
    expect(sheet).to_contain_text("1 file can come in")
    sheet.get_by_role("button", name="Import 1 file").click()
    expect(line(page, "aneh")).to_be_visible()
    expect(sheet).to_contain_text("1 file cannot be read")
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        assert "pasar malam" in study.sources.text(study.sources.get("aneh"))
    sheet.get_by_role("button", name="Put away").click()
    expect(sheet).to_have_count(0)
    page.reload()
    expect(line(page, "aneh")).to_be_visible()
    expect(page.get_by_role("button", name="1 file cannot be read")).to_have_count(0)


def test_two_files_of_one_name_and_two_that_are_the_same(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    at(own_address, "/collect")
    first, second, again = (tmp_path / way for way in ("a/T.txt", "b/T.txt", "c/lain.txt"))
    for file, text in ((first, "Satu."), (second, "Dua."), (again, "Satu.")):
        file.parent.mkdir()
        file.write_text(text, "utf-8")
    sheet = offer(page, first, second, again)
    sheet.get_by_role("option", name=re.compile("lain")).click()
    expect(sheet).to_contain_text("comes in once")
    sheet.get_by_role("button", name="Import 3 files").click()
    expect(line(page, "T (2)")).to_be_visible()
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        assert study.sources.text(study.sources.get("T")) == "Satu."
        assert study.sources.text(study.sources.get("T (2)")) == "Dua."
        assert len(study.sources) == 21


def test_files_may_be_dropped_anywhere_and_texts_pasted(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    at(own_address, "/settings")
    drop(page, TALK, "مقابلة 😀.txt")
    sheet = page.get_by_role("region", name="Import files")
    sheet.get_by_role("button", name="Import 1 file").click()
    expect(line(page, "مقابلة 😀")).to_be_visible()
    page.evaluate(
        """() => {
          const held = new DataTransfer();
          held.setData("text/plain", "Catatan pasar\\nRamai sekali malam itu.");
          document.body.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true }));
        }"""
    )
    sheet.get_by_role("button", name="Import 1 file").click()
    expect(line(page, "Catatan pasar")).to_be_visible()
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        text = study.sources.text(study.sources.get("Catatan pasar"))
        assert text == "Catatan pasar\nRamai sekali malam itu."


def test_an_import_that_is_stopped_says_what_stayed(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    at(own_address, "/collect")
    files = []
    for number in range(24):
        file = tmp_path / f"T-{number:02}.txt"
        file.write_text(f"Kalimat {number}. " + "Kata demi kata di pasar malam. " * 12_000, "utf-8")
        files.append(file)
    sheet = offer(page, *files)
    sheet.get_by_role("button", name="Import 24 files").click()
    sheet.get_by_role("button", name="Stop").click()
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("imported")
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        there = {source.name for source in study.sources.all() if source.name.startswith("T-")}
    expect(notices).to_contain_text(re.compile(rf"\b{len(there)} files? w"))
    left = 24 - len(there)
    if left:
        expect(notices).to_contain_text(f"{left} file")
        expect(sheet).to_contain_text(re.compile(rf"{left} files? can come in"))


def test_the_server_goes_away_while_files_are_looked_at(
    demo: Path, tmp_path: Path, at: Opened, page: Page
) -> None:
    copy = tmp_path / "study.jejak"
    shutil.copy(demo, copy)
    file = tmp_path / "W-03.txt"
    file.write_text(TALK * 3, "utf-8")
    with serving(copy) as address:
        at(address, "/collect")
        sheet = offer(page, file)
        expect(sheet).to_contain_text("1 file can come in")
    sheet.get_by_role("button", name="Import 1 file").click()
    expect(sheet).to_contain_text("The connection is lost")
    with open_study(copy, user="Rina") as study:
        assert len(study.sources) == 19
    with serving(copy):
        expect(sheet).to_contain_text("1 file can come in", timeout=60_000)
        sheet.get_by_role("button", name="Import 1 file").click()
        expect(line(page, "W-03")).to_be_visible()
    with open_study(copy, user="Rina") as study:
        assert len(study.sources) == 20


def test_an_empty_study_begins_with_an_import(
    empty_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    at(empty_address, "/collect")
    expect(page.get_by_role("heading", name="No material yet")).to_be_visible()
    assert violations(page) == []
    file = tmp_path / "catatan.md"
    file.write_text("# Pasar\n\nRamai sekali malam itu.\n", "utf-8")
    sheet = offer(page, file)
    page.set_viewport_size({"width": 390, "height": 800})
    expect(sheet.get_by_role("button", name="Import 1 file")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    sheet.get_by_role("button", name="Import 1 file").click()
    expect(line(page, "catatan")).to_be_visible()


def test_literature_that_is_dropped_is_shown_before_it_comes_in(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    at(own_address, "/collect")
    bib = "@book{sari2019, title = {Jejak}, author = {Sari, Dewi}, year = {2019}}"
    ris = "TY  - JOUR\nAU  - Okta, Budi\nTI  - Ruang malam\nPY  - 2018\nER  - \n"
    for text, name, title, count in (
        (bib, "pustaka.bib", "Jejak", 1),
        (ris, "pustaka 😀.ris", "Ruang malam", 2),
    ):
        with open_study(tmp_path / "study.jejak") as study:
            before = len(study.references.all())
        drop(page, text, name)
        dialog = page.get_by_role("dialog", name="Import literature")
        expect(dialog.get_by_text(title)).to_be_visible()
        assert violations(page) == []
        dialog.get_by_role("button", name="Import 1 work").click()
        expect(dialog).to_have_count(0)
        saved(page)
        expect(page).to_have_url(re.compile("#/collect/literature"))
        with open_study(tmp_path / "study.jejak") as study:
            assert len(study.references.all()) == before + 1, count
            assert title in {one.csl["title"] for one in study.references.all()}
