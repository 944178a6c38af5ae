"""Finding in all sources and by query, and coding what was found, checked in the study's file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support.desk import read
from support.served import violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="Find in all sources")


def choose_code(page: Page, name: str) -> None:
    field = panel(page).get_by_role("combobox", name="Code with")
    field.fill(name)
    field.press("Enter")


def by_rule(file: Path, code: str) -> list[tuple[str, int, int]]:
    """What was coded with a code by rule."""
    with open_study(file) as study:
        return sorted(
            (one.passage.source.name, one.passage.start, one.passage.end)
            for one in study.codings
            if one.code.rpartition("/")[2] == code and one.record.origin == "rule"
        )


def words_in(file: Path, pattern: str, **how: bool) -> list[tuple[str, int, int]]:
    with open_study(file) as study:
        return sorted((one.source_name, one.start, one.end) for one in study.words(pattern, **how))


def test_words_of_all_sources_are_counted_and_coded_in_one_step(
    reading: Page, file: Path, complaints: list[str]
) -> None:
    before = by_rule(file, "Razia")
    hits = words_in(file, "akun", within=True)
    sources = len({name for name, _, _ in hits})
    reading.keyboard.press("Control+Shift+F")
    expect(reading.get_by_role("searchbox", name="Words to find")).to_be_focused()
    reading.keyboard.type("akun")
    count = panel(reading).locator(".search-count")
    expect(count).to_have_text(f"{len(hits)} hits in {sources} sources")
    assert violations(reading) == []
    choose_code(reading, "Razia")
    expect(panel(reading)).to_contain_text(f"{len(hits)} new codings in {sources} sources")
    panel(reading).get_by_role("button", name=f"Code all {len(hits)} passages").click()
    notices = reading.get_by_role("region", name="Notices")
    expect(notices).to_contain_text(f"{len(hits)} passages coded with Razia")
    assert by_rule(file, "Razia") == sorted(before + hits)
    with reading.expect_response(lambda answer: answer.url.endswith("/undo")):
        reading.get_by_role("banner").get_by_role("button", name="Undo").click()
    expect(panel(reading)).to_contain_text(f"{len(hits)} new codings in {sources} sources")
    assert by_rule(file, "Razia") == before
    assert complaints == []


def test_chosen_hits_alone_are_coded_by_their_block(reading: Page, file: Path) -> None:
    before = by_rule(file, "Lelah")
    reading.keyboard.press("Control+Shift+F")
    reading.keyboard.type("akun")
    hit = panel(reading).locator(".search-hit")
    expect(hit.first).to_be_visible()
    hit.nth(0).get_by_role("link").press(" ")
    hit.nth(1).get_by_role("link").press(" ")
    choose_code(reading, "Lelah")
    panel(reading).locator("label", has_text="The block").click()
    expect(panel(reading)).to_contain_text("2 new codings in 1 sources")
    panel(reading).get_by_role("button", name="Code the 2 chosen").click()
    expect(reading.get_by_role("region", name="Notices")).to_contain_text("2 passages coded")
    new = [one for one in by_rule(file, "Lelah") if one not in before]
    assert len(new) == 2
    with open_study(file) as study:
        blocks = {(one.start, one.end) for one in study.sources[new[0][0]].blocks}
    assert {(start, end) for _, start, end in new} <= blocks


def test_a_query_is_counted_pointed_at_where_it_is_wrong_and_coded(
    reading: Page, file: Path
) -> None:
    reading.keyboard.press("q")
    query = reading.get_by_role("textbox", name="Query")
    expect(query).to_be_focused()
    query.fill("code:Anonimitas and nt")
    wrong = panel(reading).get_by_role("alert")
    expect(wrong.locator("mark")).to_have_text("n")
    expect(wrong).to_contain_text("expected")
    query.fill("code:Anonimitas")
    with open_study(file) as study:
        total = study.find("code:Anonimitas").total
    expect(panel(reading).locator(".search-count")).to_have_text(f"{total} passages")
    assert violations(reading) == []
    before = by_rule(file, "Takut")
    choose_code(reading, "Takut")
    panel(reading).get_by_role("button", name=f"Code all {total} passages").click()
    expect(reading.get_by_role("region", name="Notices")).to_contain_text("coded with Takut")
    assert len(by_rule(file, "Takut")) > len(before)
    with open_study(file) as study:
        assert study.find("code:Anonimitas and code:Takut").total == total
        study.undo()
    assert by_rule(file, "Takut") == before


def test_words_are_found_in_the_open_text_and_by_expression(demo_address: str, at: Opened) -> None:
    reading = at(demo_address, "/reduce")
    read(reading, "DS-01")
    reading.keyboard.press("/")
    reading.keyboard.type("tagar")
    bar = reading.locator(".find-bar")
    count = bar.get_by_role("status")
    expect(count).to_have_text(re.compile(r"^1 of \d+$"))
    reading.keyboard.press("Enter")
    expect(count).to_have_text(re.compile(r"^2 of \d+$"))
    found = reading.get_by_role("searchbox", name="Find in this text")
    found.fill("ta[gk]ar")
    expect(count).to_have_text("Not in this text")
    bar.get_by_role("button", name="Regular expression").click()
    expect(count).to_have_text(re.compile(r"^\d+ of \d+$"))
    assert violations(reading) == []
    found.fill("(")
    expect(count).to_have_text("This is no regular expression")
    reading.keyboard.press("Escape")
    expect(bar).to_have_count(0)


def test_whole_words_case_and_expressions_narrow_what_is_found_and_enter_goes_there(
    demo: Path, demo_address: str, at: Opened
) -> None:
    reading = at(demo_address, "/reduce")
    read(reading, "DS-01")
    reading.keyboard.press("Control+Shift+F")
    reading.keyboard.type("Akun")
    count = panel(reading).locator(".search-count")
    for name, how in (
        ("Whole words", {}),
        ("Match case", {"case_sensitive": True}),
    ):
        panel(reading).get_by_role("button", name=name).click()
        found = words_in(demo, "Akun", **how)
        expect(count).to_have_text(re.compile(f"^{len(found)} hits? in"))
    field = reading.get_by_role("searchbox", name="Words to find")
    field.fill("(")
    panel(reading).get_by_role("button", name="Regular expression").click()
    expect(count).to_contain_text("is not valid")
    for name in ("Whole words", "Match case", "Regular expression"):
        panel(reading).get_by_role("button", name=name).click()
    field.fill("razia")
    hit = panel(reading).locator(".search-hit a").first
    expect(hit.locator("mark")).to_have_text(re.compile("razia", re.IGNORECASE))
    words = hit.locator("mark").inner_text()
    hit.press("Enter")
    expect(reading.get_by_role("toolbar", name="Code the selected passage")).to_be_visible()
    assert reading.evaluate("() => document.getSelection().toString()") == words
