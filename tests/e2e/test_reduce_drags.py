"""Codings dragged onto codes, and passages onto findings, from the text and from the segments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from jejak.model import Coding
from support.codebook import kept, line
from support.conclude import evidence_of
from support.desk import select
from support.served import saved

Opened = Callable[[str, str], Page]
OPENED = "Takut"


def first_segment(page: Page) -> Locator:
    """The first segment of the code that is opened."""
    line(page, f"Perasaan/{OPENED}").click()
    found = page.get_by_role("region", name=f"Segments of {OPENED}").locator(".segment-row")
    expect(found.first).to_be_visible()
    return found.first


def codes_of(file: Path) -> dict[str, str]:
    """The name of the code of every coding."""
    with kept(file) as study:
        return {one.guid: one.code.rpartition("/")[2] for one in study.codings}


def drag_onto_anonymity(reading: Page, file: Path, key: str) -> dict[str, str]:
    """Drags the first segment onto a code; answers the codings that it changed."""
    before = codes_of(file)
    start = first_segment(reading).locator(".segment-foot").bounding_box()
    assert start is not None
    reading.mouse.move(start["x"] + 20, start["y"] + start["height"] / 2)
    reading.mouse.down()
    reading.mouse.move(start["x"] + 40, start["y"] + start["height"] / 2 + 12, steps=4)
    # The tree comes over the segments for as long as they are dragged.
    target = reading.locator(".beside-tree .tree-line[data-path='Triple-A/Anonimitas']")
    expect(target).to_be_visible()
    to = target.bounding_box()
    assert to is not None
    if key:
        reading.keyboard.down(key)
    reading.mouse.move(to["x"] + 90, to["y"] + 12, steps=6)
    reading.mouse.move(to["x"] + 90, to["y"] + 15, steps=3)
    expect(reading.locator(".drop-frame")).to_be_visible()
    reading.mouse.up()
    if key:
        reading.keyboard.up(key)
    expect(target).to_have_count(0)
    expect(reading.locator(".toast", has_text="Anonimitas").first).to_be_visible()
    saved(reading)
    after = codes_of(file)
    turned = {guid: code for guid, code in after.items() if before.get(guid) != code}
    assert turned
    assert set(turned.values()) == {"Anonimitas"}
    assert (set(after) == set(before)) == (not key)
    return turned


@pytest.mark.slow
def test_codings_dragged_onto_a_code_get_it_and_with_alt_besides(reading: Page, file: Path) -> None:
    before = codes_of(file)
    for key in ("", "Alt"):
        turned = drag_onto_anonymity(reading, file, key)
        if key:
            assert not set(turned) & set(before)
            assert {guid: code for guid, code in codes_of(file).items() if guid in before} == before
        else:
            assert {before[guid] for guid in turned} == {OPENED}
        with reading.expect_response(lambda answer: answer.url.endswith("/undo")):
            reading.get_by_role("banner").get_by_role("button", name="Undo").click()
        saved(reading)
        assert codes_of(file) == before
        reading.keyboard.press("Escape")
        expect(reading.locator(".segment-row")).to_have_count(0)


def lay_in_tray(page: Page, stance: str) -> None:
    """Lets go of what is dragged over a stance of the first finding."""
    tray = page.get_by_role("complementary", name="Evidence for …")
    zone = tray.get_by_role("group", name=f"F1: {stance}")
    zone.hover()
    zone.hover()
    page.mouse.up()
    expect(tray).to_have_count(0)
    expect(page.get_by_role("region", name="Notices")).to_contain_text("F1 now")


def test_a_passage_is_dragged_from_the_text_to_a_finding(reading: Page, file: Path) -> None:
    spot = select(reading)
    reading.mouse.move(spot["x"] + spot["width"] / 2, spot["y"])
    reading.mouse.down()
    reading.mouse.move(spot["x"] + spot["width"] / 2 + 30, spot["y"] + 12, steps=5)
    lay_in_tray(reading, "Supports")
    assert ("supports", "Boring parah") in evidence_of(file, "F1")
    with kept(file) as study:
        study.undo()
    assert ("supports", "Boring parah") not in evidence_of(file, "F1")


def test_a_segment_of_the_list_is_dragged_to_a_finding(reading: Page, file: Path) -> None:
    with kept(file) as study:
        codings = study.store.count(Coding)
    segment = first_segment(reading)
    words = segment.locator("mark").inner_text()
    foot = segment.locator(".segment-foot")
    box = foot.bounding_box()
    assert box is not None
    reading.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    reading.mouse.down()
    reading.mouse.move(box["x"] + 50, box["y"] + box["height"] / 2 + 14, steps=5)
    lay_in_tray(reading, "Qualifies")
    assert ("qualifies", words) in evidence_of(file, "F1")
    with kept(file) as study:
        assert study.store.count(Coding) == codings
