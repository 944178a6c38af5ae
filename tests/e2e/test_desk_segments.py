"""The segments of a code beside the text: several changed at once, and coded further."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.served import violations
from support.written import open_study

Opened = Callable[[str, str], Page]
CODE = "Anonimitas"


@pytest.fixture
def panel(own_address: str, at: Opened) -> Locator:
    """The segments of a code."""
    page = at(own_address, "/reduce")
    expect(page.locator(".jr-stripe").first).to_be_attached()
    page.get_by_role("searchbox", name="Search codes").fill(CODE)
    page.get_by_role("treeitem", name=CODE).first.click()
    found = page.get_by_role("region", name=f"Segments of {CODE}")
    expect(found.locator(".segment-row").first).to_be_visible()
    return found


def state(file: Path) -> list[tuple[str, str, int | None]]:
    with open_study(file) as study:
        return sorted((one.guid, one.code.rpartition("/")[2], one.weight) for one in study.codings)


@pytest.mark.slow
def test_many_segments_get_another_code_and_back(
    panel: Locator, page: Page, file: Path, complaints: list[str]
) -> None:
    before = state(file)
    with open_study(file) as study:
        own = {one.guid for one in study.codings if one.code.endswith(f"/{CODE}")}
    panel.get_by_role("checkbox", name="Choose all that are shown").check(force=True)
    expect(panel.locator(".segment-doings")).to_contain_text("chosen")
    assert violations(page) == []
    panel.get_by_role("button", name="Other code …").click()
    page.get_by_role("combobox", name="Which code?").fill("Takut")
    page.keyboard.press("Enter")
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("Takut")
    left = [one for one in state(file) if one[1] == CODE]
    assert left == []
    assert any(guid in own and code == "Takut" for guid, code, _ in state(file))
    page.get_by_role("banner").get_by_role("button", name="Undo").click()
    expect(panel.locator(".segment-row").first).to_be_visible()
    assert state(file) == before
    assert complaints == []


def test_chosen_segments_are_weighed_coded_more_and_uncoded(
    panel: Locator, page: Page, file: Path
) -> None:
    line = panel.locator(".segment-row")
    line.nth(0).get_by_role("link").press(" ")
    line.nth(1).get_by_role("link").press(" ")
    panel.get_by_role("button", name="Weigh …").click()
    panel.get_by_role("textbox", name="Weight").fill("90")
    page.keyboard.press("Enter")
    notices = page.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("weighed")
    weighed = [one for one in state(file) if one[1:] == (CODE, 90)]
    assert len(weighed) >= 2
    count = len(state(file))
    line.nth(0).get_by_role("link").press(" ")
    panel.get_by_role("button", name="One code more …").click()
    page.get_by_role("combobox", name="Which code?").fill("Lelah")
    page.keyboard.press("Enter")
    expect(notices).to_contain_text("Lelah put on 1 passage")
    assert len(state(file)) == count + 1
    line.nth(0).get_by_role("checkbox").check(force=True)
    panel.get_by_role("button", name="Un-code").click()
    expect(notices).to_contain_text("taken away")
    assert len(state(file)) <= count


def test_segments_stand_together_by_case_and_lead_back(panel: Locator, page: Page) -> None:
    expect(panel.locator(".segments-count")).to_have_text(re.compile(r"^\d+ segments$"))
    panel.locator("label", has_text="Case").click()
    expect(panel.get_by_role("heading", level=3).first).to_be_visible()
    here = page.locator(".desk-bar h1").inner_text()
    there = panel.locator(".segment-row").filter(has_not_text=here).first
    quote = there.locator("mark").inner_text()[:24]
    address = there.get_by_role("link").get_attribute("href")
    assert address is not None
    there.get_by_role("link").click()
    expect(page).to_have_url(re.compile(re.escape(address)))
    expect(page.locator(".desk-bar h1")).not_to_have_text(here)
    expect(page.locator(".jr-block", has_text=quote).first).to_be_in_viewport()
    panel.get_by_role("button", name="Back to where you read").click()
    expect(page.locator(".desk-bar h1")).to_have_text(here)
    page.keyboard.press("Escape")
    expect(page.get_by_role("tree")).to_be_visible()


def test_words_selected_in_a_segment_are_coded_in_the_text(
    panel: Locator, page: Page, file: Path
) -> None:
    mark = panel.locator(".segment-row mark").first
    mark.scroll_into_view_if_needed()
    words = mark.inner_text()[4:11]
    box = mark.evaluate(
        """(mark) => {
          const range = document.createRange();
          range.setStart(mark.firstChild, 4);
          range.setEnd(mark.firstChild, 11);
          const box = range.getClientRects()[0];
          return { x: box.x, y: box.y + box.height / 2, end: box.right };
        }"""
    )
    page.mouse.move(box["x"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["end"], box["y"], steps=5)
    page.mouse.up()
    expect(page.get_by_role("toolbar", name="Code the selected passage")).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.type("Dalam segmen")
    with page.expect_response(lambda answer: answer.url.endswith("/codings")):
        page.keyboard.press("Enter")
    expect(page.locator(".desk-said")).to_have_text("Coded: Dalam segmen")
    with open_study(file) as study:
        (coded,) = (one for one in study.codings if one.code == "Dalam segmen")
        assert coded.passage.text == words
