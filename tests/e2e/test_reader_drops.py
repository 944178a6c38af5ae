"""Codes dropped on text and stripes, and words dragged onto codes: in the reader alone and in a study."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from jejak.model import Code, Coding, Segment
from support.reading import MIXED, open_reader, settled, words_of
from support.written import open_study

DROP = """
([what, position, alt]) => {
  window.carried = ["code-1", "code-2"];
  window.drops ??= (reader.onCodesDropped((drop) => drops.push(drop)), []);
  const box = typeof position === "string"
    ? document.querySelector(position).getBoundingClientRect()
    : reader.rectOf({ start: position, end: position + 1 });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const target = document.elementFromPoint(x, y);
  const event = new DragEvent(what, { bubbles: true, cancelable: true, clientX: x, clientY: y,
    altKey: alt, dataTransfer: new DataTransfer() });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
"""


@pytest.fixture
def text(page: Page, reader_page: str) -> str:
    found = open_reader(page, reader_page, MIXED, [("one", 5, 14, "A")])
    settled(page)
    return found


def hover(page: Page, at: Any, *, alt: bool = False) -> str:
    """Hovers with two codes; answers what the reader says they would do."""
    assert page.evaluate(DROP, ["dragover", at, alt])
    return page.locator(".jr-drop").inner_text()


def let_go(page: Page, at: Any, *, alt: bool = False) -> dict:
    page.evaluate(DROP, ["drop", at, alt])
    return dict(page.evaluate("() => drops.at(-1)"))


def marked(page: Page) -> list[str]:
    return words_of(page, "drop")


def test_without_a_selection_the_block_under_the_pointer_is_meant(page: Page, text: str) -> None:
    at = text.index("عندي")
    assert hover(page, at) == "block 2"
    assert marked(page) == [MIXED[1]]
    drop = let_go(page, at)
    assert drop["codes"] == ["code-1", "code-2"]
    span = drop["target"]["span"]
    assert text[span["start"] : span["end"]] == MIXED[1]
    assert marked(page) == []
    assert page.locator(".jr-drop").count() == 0


def test_with_a_selection_it_is_meant_wherever_the_pointer_is(page: Page, text: str) -> None:
    start = text.index("𠮷野家")
    page.evaluate("(start) => reader.setSelection({ start, end: start + 3 })", start)
    assert hover(page, 0) == "selection 2"
    span = let_go(page, 0)["target"]["span"]
    assert text[span["start"] : span["end"]] == "𠮷野家"


def test_on_a_stripe_its_passage_is_meant_and_with_alt_its_place(page: Page, text: str) -> None:
    assert text
    assert hover(page, ".jr-stripe") == "add Code A 2"
    assert marked(page) == ["pakai dua"]
    assert let_go(page, ".jr-stripe")["target"] == {"coding": "one", "replace": False}
    assert hover(page, ".jr-stripe", alt=True) == "replace Code A 2"
    assert let_go(page, ".jr-stripe", alt=True)["target"] == {"coding": "one", "replace": True}


def test_what_is_no_code_is_let_through(page: Page, text: str) -> None:
    assert text
    page.evaluate("() => { window.carried = null; }")
    stayed = page.evaluate(
        """() => {
          const event = new DragEvent("dragover", { bubbles: true, cancelable: true,
            dataTransfer: new DataTransfer() });
          document.querySelector(".jr-block").dispatchEvent(event);
          return event.defaultPrevented;
        }"""
    )
    assert stayed is False


def test_a_selection_is_dragged_with_its_place(page: Page, text: str) -> None:
    page.evaluate(
        """() => {
          window.dragged = [];
          reader.onDragStart((selection) => dragged.push(selection));
          reader.setSelection({ start: 5, end: 10 });
          document.querySelector(".jr-block").dispatchEvent(
            new DragEvent("dragstart", { bubbles: true, dataTransfer: new DataTransfer() }));
        }"""
    )
    [found] = page.evaluate("() => dragged")
    assert (found["start"], found["end"], found["quote"]) == (5, 10, text[5:10])


def codings_in(file: Path) -> list[tuple[str, int, int]]:
    with open_study(file, user="Rina") as study:
        segments = {one.guid: one for one in study.store.all(Segment)}
        names = {code.guid: code.name for code in study.store.all(Code)}
        return [
            (names[one.code], segments[one.segment].start, segments[one.segment].end)
            for one in study.store.all(Coding)
        ]


def test_in_a_study_an_edge_is_dragged_and_undone(reading: Page, file: Path) -> None:
    before = sorted(codings_in(file))
    reading.locator(".jr-text").focus()
    reading.keyboard.press("n")
    handle = reading.locator(".jr-handle[data-edge=end]")
    expect(handle).to_be_visible()
    expect(handle).to_have_accessible_name(re.compile("^End of "))
    handle.hover()
    box = handle.bounding_box()
    assert box is not None
    reading.mouse.down()
    reading.mouse.move(box["x"] - 60, box["y"] + box["height"] / 2, steps=4)
    with reading.expect_response(lambda answer: "/codings/" in answer.url) as sent:
        reading.mouse.up()
    assert sent.value.ok
    after = sorted(codings_in(file))
    [gone], [came] = set(before) - set(after), set(after) - set(before)
    assert (gone[0], gone[1]) == (came[0], came[1])
    assert came[2] < gone[2]
    reading.locator(".jr-text").focus()
    with reading.expect_response(lambda answer: answer.url.endswith("/undo")):
        reading.keyboard.press("z")
    assert sorted(codings_in(file)) == before


def test_in_a_study_a_code_is_dragged_onto_the_text(reading: Page, file: Path) -> None:
    before = codings_in(file)
    reading.get_by_role("searchbox", name="Search codes").fill("Anonimitas")
    line = reading.get_by_role("treeitem", name=re.compile("^Anonimitas ?[0-9]"))
    block = reading.locator(".jr-block[data-number='3']")
    with reading.expect_response(lambda answer: answer.url.endswith("/codings")) as sent:
        line.drag_to(block)
    assert sent.value.ok
    [came] = set(codings_in(file)) - set(before)
    with open_study(file, user="Rina") as study:
        text = study.store.text(study.sources.get("DS-01").text)
    assert came[0] == "Anonimitas"
    assert text[came[1] : came[2]] == "[20:11:26] P: Silakan. Kalau perlu jeda, bilang saja."
