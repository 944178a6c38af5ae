"""What comes onto paper: everything, and nothing that is there to be pressed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from support.served import settle
from support.written import open_study

Opened = Callable[[str, str], Page]
LUMINANCE = """
() => getComputedStyle(document.body).color.match(/[0-9]+/g).slice(0, 3)
  .reduce((sum, part) => sum + Number(part), 0)
"""


@pytest.fixture(autouse=True)
def in_the_dark(page: Page) -> None:
    """Who works in dark colours prints dark letters on white paper all the same."""
    page.emulate_media(color_scheme="dark")


@pytest.fixture
def source(demo: Path, tmp_path: Path) -> str:
    """An interview that is longer than a window."""
    copy = tmp_path / "copy.jejak"
    copy.write_bytes(demo.read_bytes())
    with open_study(copy) as study:
        return study.sources["S-01"].guid


def print_begins(page: Page) -> None:
    settle(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def print_ends(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


def test_a_display_is_printed_with_all_its_rows_and_columns(at: Opened, demo_address: str) -> None:
    page = at(demo_address, "/display/code-cooccurrence")
    grid = page.get_by_role("grid")
    rows = int(grid.get_attribute("aria-rowcount") or 0) - 1
    columns = int(grid.get_attribute("aria-colcount") or 0) - 2
    print_begins(page)
    expect(page.locator(".grid-row")).to_have_count(rows)
    expect(page.locator(".grid-row").first.get_by_role("gridcell")).to_have_count(columns + 1)
    box = page.locator(".grid-sizer").bounding_box()
    assert box
    assert box["width"] <= 701
    for hidden in (".rail", ".bar", ".panel-side", ".panel-doings"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.evaluate(LUMINANCE) < 200
    print_ends(page)
    assert page.locator(".grid-row").count() < rows


def test_pictures_and_drawings_fit_the_paper(at: Opened, demo_address: str) -> None:
    page = at(demo_address, "/display/code-sankey")
    page.set_viewport_size({"width": 720, "height": 900})
    print_begins(page)
    drawing = page.locator(".chart-host svg").bounding_box()
    assert drawing
    assert drawing["x"] + drawing["width"] <= 720
    print_ends(page)
    network = {"settings": json.dumps({"network": "G: mengapa berganti akun"})}
    page.evaluate(
        "(to) => { location.hash = to; }", f"/display/causal-network?{urlencode(network)}"
    )
    box = page.locator(".react-flow__node").last
    box.wait_for()
    page.get_by_role("button", name="Closer").dblclick()
    print_begins(page)
    places = [one.bounding_box() for one in page.locator(".react-flow__node").all()]
    assert all(place and place["x"] >= 0 and place["x"] + place["width"] <= 720 for place in places)
    print_ends(page)


def test_a_source_is_printed_with_the_names_of_its_codes(
    at: Opened, demo_address: str, source: str
) -> None:
    page = at(demo_address, f"/reduce/{source}")
    words = page.locator(".jr-text").text_content()
    print_begins(page)
    named = page.locator(".jr-printed").evaluate_all("(all) => all.map((one) => one.dataset.codes)")
    assert len(named) > 50
    assert any("Anonimitas" in names for names in named)
    expect(page.locator(".jr-printed").last).to_be_visible()
    for hidden in (".source-list", ".codebook", ".desk-line", ".jr-margin"):
        expect(page.locator(hidden).first).to_be_hidden()
    print_ends(page)
    expect(page.locator(".jr-printed")).to_have_count(0)
    assert page.locator(".jr-text").text_content() == words


def titles(headings: Locator) -> list[str]:
    """What headings say, without the buttons beside them."""
    without = """(all) => all.map((one) => {
      const bare = one.cloneNode(true);
      for (const button of bare.querySelectorAll("button")) button.remove();
      return bare.textContent.trim();
    })"""
    return list(headings.evaluate_all(without))


def test_the_report_is_printed_to_its_end(at: Opened, demo_address: str) -> None:
    page = at(demo_address, "/report")
    inside = page.frame_locator("iframe[data-front]")
    expect(inside.locator("h1")).to_be_visible()
    headings = titles(inside.locator("h2"))
    print_begins(page)
    printed = page.locator(".report-printed")
    assert titles(printed.locator("h2")) == headings
    expect(printed.locator("h2").last).to_be_visible()
    for hidden in (".report .panel-side", "iframe[data-front]"):
        expect(page.locator(hidden)).to_be_hidden()
    print_ends(page)
    expect(printed).to_have_count(0)
