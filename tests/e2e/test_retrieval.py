"""Retrieval: a query in text and rows, its results under headings, files and sets, checked in the file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.served import saved, violations
from support.written import open_study

Opened = Callable[[str, str], Page]


@pytest.fixture
def file(own_address: str, tmp_path: Path) -> Path:
    """The study that the page works on."""
    assert own_address
    return tmp_path / "study.jejak"


def test_a_query_is_built_in_rows_and_text_and_kept_as_a_set(
    file: Path, own_address: str, at: Opened, tmp_path: Path, complaints: list[str]
) -> None:
    page = at(own_address, "/retrieval")
    with open_study(file) as study:
        found = study.find("code:Anonimitas", by="case")
        total, groups = found.total, [(one.name, one.count) for one in found.groups]
        fewer = study.find("code:Anonimitas and not source.kind = interview").total
        razia = study.find("code:Razia").total
    text = page.get_by_role("textbox", name="Query", exact=True)
    rows_follow_the_text_and_the_text_the_rows(page, text, total, fewer)
    what_cannot_be_shown_in_rows_stays_text(page, text)
    text.fill("code:Anonimitas")
    headings_count_and_fold(page, groups)
    assert violations(page) == []
    with page.expect_download() as taken:
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name="Table (.csv)").click()
    taken.value.save_as(tmp_path / "quotes.csv")
    with (tmp_path / "quotes.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == total
    a_query_is_kept_and_asked_for(page, text, total)
    with open_study(file) as study:
        kept = study.sets["Hidden names"]
        assert (kept.of, kept.query, kept.count) == ("segment", "code:Anonimitas", total)
    a_set_is_changed(page)
    with open_study(file) as study:
        assert study.find('in set:"Hidden names"').total == razia
    counted(page, razia)
    assert [line for line in complaints if "422" not in line and "404" not in line] == []


def counted(page: Page, total: int) -> None:
    expect(page.get_by_role("status").filter(has_text=f"{total} passages").first).to_be_visible()


def rows_follow_the_text_and_the_text_the_rows(
    page: Page, text: Locator, total: int, fewer: int
) -> None:
    rows = page.get_by_role("group", name="Query in rows")
    text.press_sequentially("code:Anoni")
    page.get_by_role("option", name="Anonimitas").first.click()
    expect(text).to_have_value("code:Anonimitas ")
    code = rows.get_by_role("combobox", name="Code", exact=True)
    expect(code).to_have_value("Anonimitas")
    counted(page, total)
    # What is built in rows shows in the text at once.
    rows.get_by_role("button", name="One condition more").press("Enter")
    kind = rows.get_by_role("button", name="What condition 2 asks for")
    expect(kind).to_be_focused()
    kind.press("Enter")
    page.get_by_role("option", name="Source", exact=True).press("Enter")
    second = rows.get_by_role("group", name="Condition 2", exact=True)
    second.get_by_role("combobox", name="Attribute").fill("kind")
    second.get_by_role("combobox", name="Value").fill("interview")
    expect(text).to_have_value("code:Anonimitas and source.kind = interview")
    second.get_by_role("button", name="Not", exact=True).press(" ")
    expect(text).to_have_value("code:Anonimitas and not source.kind = interview")
    counted(page, fewer)
    second.get_by_role("button", name="Remove 2").press("Enter")
    expect(text).to_have_value("code:Anonimitas")


def what_cannot_be_shown_in_rows_stays_text(page: Page, text: Locator) -> None:
    rows = page.get_by_role("group", name="Query in rows")
    text.fill("code:Anonimitas and")
    expect(page.get_by_role("alert").locator("mark")).to_be_visible()
    expect(rows).to_have_count(0)
    text.fill("not not code:Anonimitas")
    expect(rows.get_by_role("textbox", name="Part of a query")).to_have_value(
        "not not code:Anonimitas"
    )


def headings_count_and_fold(page: Page, groups: list[tuple[str | None, int]]) -> None:
    page.get_by_text("Case", exact=True).first.click()
    found_ = page.get_by_role("region", name="What was found")
    for name, count in groups[:2]:
        expect(
            found_.get_by_role("button", name=f"{name or 'No case'} {count}", exact=True)
        ).to_be_visible()
    expect(found_.locator("mark").first).to_be_visible()
    page.get_by_role("button", name="Fold all").click()
    expect(found_.locator("mark")).to_have_count(0)
    expect(found_.get_by_role("button")).to_have_count(len(groups))


def a_query_is_kept_and_asked_for(page: Page, text: Locator, total: int) -> None:
    sets = page.get_by_role("button", name="Sets", exact=True)
    sets.click()
    page.get_by_role("menuitem", name="Keep as a set").click()
    page.get_by_role("textbox", name="Name").fill("Hidden names")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_role("region", name="Notices")).to_contain_text("Hidden names")
    text.fill("")
    sets.click()
    page.get_by_role("menuitem", name="Hidden names").click()
    expect(text).to_have_value('in set:"Hidden names"')
    counted(page, total)


def a_set_is_changed(page: Page) -> None:
    page.get_by_role("button", name="Sets", exact=True).click()
    page.get_by_role("menuitem", name="All sets").click()
    page.get_by_role("button", name="Change Hidden names").click()
    query = page.get_by_role("textbox", name="Query", exact=True).last
    query.fill("code:Razia")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("code:Razia")
    saved(page)
    page.get_by_role("button", name="Close").click()
