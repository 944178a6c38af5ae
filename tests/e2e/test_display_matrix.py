"""A matrix of one's own in a real browser: built of facets, turned round, put in order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Page, expect

from support.conclude import open_finding
from support.served import violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def settings(page: Page) -> dict[str, object]:
    """What is chosen, as the address has it."""
    query = urlsplit(page.url.split("#")[1]).query
    return json.loads(parse_qs(query).get("settings", ["{}"])[0])


def test_rows_and_columns_are_made_of_facets_by_key(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/display/matrix")
    expect(page.get_by_role("columnheader", name="DS", exact=True)).to_be_visible()
    page.get_by_role("button", name="Add to “Columns”").click()
    page.get_by_role("searchbox", name="Find what it can be made of").fill("kind of s")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    columns = page.get_by_role("grid", name="Columns", exact=True)
    expect(columns.get_by_role("row")).to_have_count(2)
    expect(page.get_by_text("within Case")).to_be_visible()
    page.get_by_role("button", name="Put Kind of source before Case").press("Enter")
    expect(page.get_by_text("within Kind of source")).to_be_visible()
    assert settings(page)["columns"] == ["source.kind", "case"]
    expect(page.get_by_role("grid").last.get_by_text("Interview").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Leave out Case").click()
    expect(columns.get_by_role("row")).to_have_count(1)
    page.get_by_role("button", name="Swap rows and columns").click()
    expect(page.get_by_role("rowheader", name="Interview")).to_be_visible()
    assert (settings(page)["rows"], settings(page)["columns"]) == (["source.kind"], ["code"])


def test_an_order_that_is_pressed_is_kept_with_the_display(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/display/matrix")
    heading = page.get_by_role("columnheader", name="G", exact=True)
    heading.click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert str(settings(page)["row_order"]).startswith("-=")
    page.reload()
    expect(heading).to_have_attribute("aria-sort", "descending")
    shown = page.locator(".grid-row .grid-cell[data-column='1']").all_inner_texts()
    numbers = [int(text) for text in shown]
    assert numbers == sorted(numbers, reverse=True)
    own = page.get_by_role("textbox", name="Rows of your own")
    expect(own).to_have_count(0)
    page.get_by_role("button", name="Leave out Code").click()
    page.get_by_role("button", name="Add to “Rows”").click()
    page.get_by_role("option", name="Headings of my own").click()
    own.fill("Biaya = code:Keterjangkauan\nSiasat")
    expect(page.get_by_role("rowheader", name="Siasat")).to_be_visible()
    expect(page.locator(".grid-mark[data-state='open']").first).to_be_visible()


def test_a_cited_display_stands_beside_what_it_is_now(
    own_address: str, at: Opened, file: Path
) -> None:
    with open_study(file, user="Rina") as study:
        saved = study.displays.save("Siapa apa", "matrix", {"columns": ["source"]})
    asked = quote(json.dumps(dict(saved.settings)))
    page = at(own_address, f"/display/matrix?settings={asked}&saved={saved.guid}")
    cell = page.locator("[data-line='1'][data-column='1']")
    cell.click(button="right")
    page.get_by_role("menuitem", name="Cite this cell as evidence").click()
    expect(page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    cell.press(".")
    expect(page.get_by_role("dialog")).to_contain_text("×")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Shift+Enter")
    page.get_by_role("button", name="Open F").click()
    against = page.locator("#evidence-contradicts")
    expect(against.get_by_role("link", name="Siapa apa")).to_be_visible()
    expect(against.get_by_text("As cited at change")).to_be_visible()
    page = open_finding(at(own_address, "/conclude"))
    page.get_by_role("button", name="Cite a saved display").click()
    page.get_by_role("option", name="Siapa apa").click()
    expect(page.get_by_role("link", name="Siapa apa")).to_be_visible()
    expect(
        page.get_by_text(re.compile(r"As of change [\d,]+, \w+ \d+, \d{4}, \d+:\d\d.*; codebook"))
    ).to_be_visible()
    compare = page.get_by_role("button", name="Compare “Siapa apa” with now")
    compare.click()
    expect(page.get_by_text("Nothing has changed since.")).to_be_visible()
    page.keyboard.press("Escape")
    with open_study(file, user="Rina") as study:
        source = study.sources.get("S-01")
        study.coding.apply(source, 0, 20, ["Anonimitas"])
    page.reload()
    expect(page.get_by_text("cells say something else now")).to_be_visible()
    compare.click()
    expect(page.get_by_text("Since then")).to_be_visible()
    then, now = (page.get_by_role("region", name=name) for name in ("As cited", "As it is now"))
    expect(then.get_by_role("grid")).to_be_visible()
    expect(now.get_by_role("grid")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Cite it as it is now").click()
    expect(page.get_by_text("Nothing has changed since.")).to_be_visible()
