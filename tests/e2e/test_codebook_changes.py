"""Splitting, sets, colours, entries and files in the codebook, checked in the study's file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from jejak.model import Coding, Surprise
from support.codebook import file_paths, kept, line
from support.served import saved, violations

Opened = Callable[[str, str], Page]


@pytest.fixture
def reading(own_address: str, at: Opened) -> Page:
    page = at(own_address, "/reduce")
    expect(page.get_by_role("tree", name="Codes")).to_be_visible()
    return page


def menu(page: Page, path: str, name: str) -> None:
    line(page, path).click(button="right")
    expect(page.get_by_role("menu")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("menuitem", name=name, exact=True).click()


def codings(file: Path, code: str) -> set[str]:
    with kept(file) as study:
        guid = study.codes[code].guid
        return {one.guid for one in study.store.all(Coding, code=guid)}


def test_chosen_passages_get_a_new_code_and_the_rest_stay(reading: Page, file: Path) -> None:
    before = codings(file, "Keterjangkauan")
    menu(reading, "Triple-A/Keterjangkauan", "Split …")
    boxes = reading.locator(".code-split-list label")
    expect(boxes.first).to_be_visible()
    words = [boxes.nth(number).locator(".code-split-text").inner_text() for number in (0, 2)]
    boxes.nth(0).click()
    boxes.nth(2).click()
    reading.get_by_role("textbox", name="Name of the new code").fill("Murah sekali")
    reading.locator(".code-split-foot button[type=submit]").click()
    expect(reading.locator(".toast", has_text="to Murah sekali")).to_be_visible()
    with kept(file) as study:
        made = study.codes["Triple-A/Murah sekali"]
        texts = {passage.text for passage in made.segments()}
        assert {word.split("\n")[0] for word in words} == {text.split("\n")[0] for text in texts}
    now = codings(file, "Keterjangkauan")
    assert now | codings(file, "Murah sekali") == before
    assert now
    reading.locator(".toast").get_by_role("button", name="Undo").first.click()
    expect(reading.locator(".toast", has_text="Undone")).to_be_visible()
    assert codings(file, "Keterjangkauan") == before


def test_those_a_query_finds_get_a_new_code(reading: Page, file: Path) -> None:
    before = codings(file, "Keterjangkauan")
    menu(reading, "Triple-A/Keterjangkauan", "Split …")
    reading.get_by_role("textbox", name="Find among them").fill("murah")
    reading.keyboard.press("Enter")
    every = reading.get_by_role("checkbox", name=re.compile(r"^All \d+ passages$"))
    expect(every).to_be_attached()
    reading.locator(".code-split > label.checkbox").click()
    reading.get_by_role("textbox", name="Name of the new code").fill("Murah")
    reading.locator(".code-split-foot button[type=submit]").click()
    expect(reading.locator(".toast", has_text="to Murah")).to_be_visible()
    with kept(file) as study:
        texts = [passage.text.casefold() for passage in study.codes["Triple-A/Murah"].segments()]
        assert texts
        assert all("murah" in text for text in texts)
    assert codings(file, "Keterjangkauan") | codings(file, "Triple-A/Murah") == before


def test_a_set_is_made_and_filled_by_keys_and_shown_alone(reading: Page, file: Path) -> None:
    reading.get_by_role("searchbox", name="Search codes").focus()
    reading.keyboard.press("Tab")
    reading.keyboard.press("ArrowDown")
    reading.keyboard.press("Shift+F10")
    reading.get_by_role("menuitem", name="Sets …").press("Enter")
    reading.get_by_role("textbox", name="Name of the set").fill("Ruang")
    reading.keyboard.press("Enter")
    expect(reading.get_by_role("checkbox", name=re.compile("^Ruang"))).to_be_checked()
    reading.keyboard.press("Escape")
    expect(reading.get_by_role("dialog")).to_have_count(0)
    with kept(file) as study:
        assert study.sets["Ruang"].members == (study.codes["Triple-A/Aksesibilitas"].guid,)
    reading.get_by_role("button", name="Show only Ruang").click()
    expect(reading.locator(".tree-line")).to_have_count(2)
    expect(reading.get_by_text("Only the codes of a set are shown.")).to_be_visible()
    reading.get_by_role("button", name="Show all codes").first.click()
    expect(reading.locator(".tree-line").nth(5)).to_be_visible()
    reading.locator(".code-set .sets-fold").click()
    reading.get_by_role("button", name="Take Aksesibilitas out of the set").click()
    expect(reading.get_by_text("No codes in it yet.")).to_be_visible()
    expect(reading.locator(".toast", has_text="was taken out of Ruang")).to_be_visible()
    with kept(file) as study:
        assert study.sets["Ruang"].members == ()


def test_a_code_gives_shades_to_those_below(reading: Page, file: Path) -> None:
    menu(reading, "Triple-A", "Colour …")
    dialog = reading.get_by_role("dialog", name="Colour of Triple-A")
    dialog.get_by_role("radio", name="Wine red").check(force=True)
    dialog.get_by_label("get shades of it").check()
    dialog.get_by_role("button", name="Use this colour").click()
    expect(reading.locator(".toast", has_text="Triple-A has another colour")).to_be_visible()
    with kept(file) as study:
        assert study.codes["Triple-A"].record.colour == "#882255"
        assert len({code.record.colour for code in study.codes["Triple-A"].below}) == 3


def test_an_entry_is_written_in_its_place_and_a_conflict_is_shown(
    reading: Page, file: Path
) -> None:
    menu(reading, "Triple-A/Anonimitas", "Entry …")
    field = reading.get_by_role("textbox", name="When to use it")
    field.fill("Bila nama disembunyikan.")
    field.press("Control+Enter")
    words = reading.get_by_role("textbox", name="In a few words")
    words.fill("Tanpa nama asli.")
    words.press("Control+Enter")
    expect(reading.locator(".toast.danger")).to_have_count(0)
    saved(reading)
    with kept(file) as study:
        record = study.codes["Anonimitas"].record
        assert (record.when_to_use, record.short) == (
            "Bila nama disembunyikan.", "Tanpa nama asli.",
        )  # fmt: skip
        field.fill("Punya saya")
        study.codes["Anonimitas"].update(when_to_use="Punya orang lain")
    expect(reading.get_by_role("alert")).to_contain_text("Punya orang lain")
    expect(field).to_have_value("Punya saya")


def test_a_pasted_outline_is_looked_at_and_taken_in(reading: Page, file: Path) -> None:
    before = file_paths(file)
    reading.get_by_role("button", name="More for the codebook").click()
    reading.get_by_role("menuitem", name="Codebook from a file or text …").click()
    reading.get_by_role("textbox", name="Or paste it here").fill("Triple-A\n  Baru: sesuatu\nLain")
    reading.get_by_role("button", name="Look at it").click()
    expect(reading.get_by_role("dialog")).to_contain_text("2 new, 0 changed, 1 as they are.")
    assert file_paths(file) == before
    reading.get_by_role("button", name="Take it in").click()
    expect(reading.locator(".toast", has_text="2 codes were made")).to_be_visible()
    with kept(file) as study:
        assert study.codes["Triple-A/Baru"].record.short == "sesuatu"
        study.undo()
    assert file_paths(file) == before


def test_what_one_window_does_to_the_codebook_is_in_the_other(
    reading: Page, own_address: str, browser: Browser
) -> None:
    other = browser.new_context().new_page()
    other.goto(f"{own_address}#/reduce")
    expect(other.get_by_role("tree", name="Codes")).to_be_visible()
    line(reading, "Triple-A/Anonimitas").focus()
    reading.keyboard.press("F2")
    reading.keyboard.type("Tak bernama")
    reading.keyboard.press("Enter")
    expect(other.locator(".tree-line[data-path='Triple-A/Tak bernama']")).to_be_visible()
    other.context.close()


def test_codes_merge_and_come_apart_again(reading: Page, file: Path) -> None:
    before = file_paths(file)
    menu(reading, "Perasaan/Takut", "Merge into …")
    reading.get_by_role("combobox", name="Into which code?").fill("Lelah")
    reading.keyboard.press("Enter")
    expect(reading.get_by_role("dialog")).to_contain_text("codings get the other code")
    reading.get_by_role("button", name="Merge", exact=True).click()
    expect(reading.get_by_role("dialog")).to_have_count(0)
    gone = reading.locator(".tree-line[data-path='Perasaan/Takut']")
    expect(gone).to_have_count(0)
    notices = reading.get_by_role("region", name="Notices")
    notices.get_by_role("button", name="Undo").click()
    expect(gone).to_have_count(1)
    saved(reading)
    assert file_paths(file) == before


def test_two_codes_make_a_pattern_once_its_recurrence_was_seen(reading: Page, file: Path) -> None:
    for path in ("Triple-A/Anonimitas", "Triple-A/Keterjangkauan"):
        line(reading, path).click(modifiers=["Control"])
    reading.get_by_role("button", name="Make a pattern code …").click()
    dialog = reading.get_by_role("dialog", name="A pattern code")
    table = dialog.get_by_role("region", name="How often it recurs")
    expect(table.get_by_role("row")).to_have_count(4)
    assert violations(reading) == []
    dialog.get_by_role("textbox", name="Name of the pattern").fill("Kedok murah")
    dialog.get_by_role("textbox", name="Why they belong together").fill("Satu alasan.")
    shown = table.get_by_role("row").last.get_by_role("cell").all_inner_texts()
    dialog.get_by_role("button", name="Make the pattern code").click()
    expect(reading.locator(".toast", has_text="Kedok murah")).to_be_visible()
    with kept(file) as study:
        made = study.codes["Kedok murah"]
        assert (made.record.kind, made.definition) == ("pattern", "Satu alasan.")
        found = made.recurs
        assert {one.name for one in found.members} == {"Anonimitas", "Keterjangkauan"}
        counts = (len(found.cases), len(found.sources), found.segments)
        assert [str(count) for count in counts] == shown


def test_passages_go_to_the_codes_below_one_by_one(reading: Page, file: Path) -> None:
    before, below = codings(file, "Produksi"), codings(file, "Produksi/Pesanan")
    menu(reading, "Produksi–distribusi–konsumsi/Produksi", "Show its segments")
    reading.get_by_role("radio", name="One by one").check(force=True)
    queue = reading.get_by_role("region", name="The passages of Produksi, one by one")
    expect(queue).to_be_focused()
    assert violations(reading) == []
    for key in ("0", "Backspace", "2"):
        reading.keyboard.press(key)
    expect(reading.locator(".toast", has_text="Pesanan")).to_be_visible()
    saved(reading)
    moved = before - codings(file, "Produksi")
    assert moved
    assert codings(file, "Produksi/Pesanan") == below | moved


def test_words_that_surprise_go_on_record_without_leaving_the_text(
    reading: Page, file: Path
) -> None:
    reading.keyboard.press("j")
    reading.keyboard.press("c")
    reading.keyboard.press("Escape")
    reading.keyboard.press("!")
    dialog = reading.get_by_role("dialog", name="A surprise")
    assert violations(reading) == []
    dialog.get_by_role("textbox", name="What was expected").fill("Tidak ada yang berani.")
    dialog.get_by_role("button", name="Put it on record").click()
    expect(reading.locator(".toast", has_text="is on record of F")).to_be_visible()
    with kept(file) as study:
        one = next(s for s in study.store.all(Surprise) if s.expectation.startswith("Tidak ada"))
        assert len(study.verification.shown([one.guid])[one.guid]) == 1


def test_a_code_is_put_between_two_that_are_related(reading: Page, file: Path) -> None:
    menu(reading, "Triple-A/Anonimitas", "Entry …")
    ties = reading.get_by_role("region", name="Relations")
    ties.get_by_role("button", name="Add a relation").press("Enter")
    ties.get_by_role("combobox", name="What it is to the other").fill("memungkinkan")
    ties.get_by_role("combobox", name="Other code").fill("Keterjangkauan")
    ties.get_by_role("option", name="Keterjangkauan").first.click()
    ties.get_by_role("button", name="Relate").click()
    tie = ties.get_by_role("listitem").filter(has_text="memungkinkan")
    between = tie.get_by_role("region", name="Put something between")
    between.get_by_role("button", name="Put something between").press("Enter")
    offered = between.get_by_role("listitem").first
    expect(offered).to_contain_text("times together")
    assert violations(reading) == []
    path = offered.get_by_role("button").inner_text()
    offered.get_by_role("button").press("Enter")
    expect(ties.get_by_role("link", name=path.split("/")[-1])).to_be_visible()
    saved(reading)
    with kept(file) as study:
        halves = [(one.origin.label, one.target.label) for one in study.relations.cards()
                  if one.relation.type == "memungkinkan"]  # fmt: skip
    assert len(halves) == 2
    assert ("Anonimitas", "Keterjangkauan") not in halves
