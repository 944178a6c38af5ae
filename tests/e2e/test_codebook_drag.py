"""Every drag of the codebook, and what the study's file holds after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from jejak.model import Coding
from support.codebook import drag, file_paths, kept, line
from support.desk import select
from support.served import saved

Opened = Callable[[str, str], Page]


def codings_of(file: Path, code: str) -> int:
    with kept(file) as study:
        return study.store.count(Coding, code=study.codes[code].guid)


def test_a_code_goes_under_another_and_back_by_one_undo(reading: Page, file: Path) -> None:
    before = file_paths(file)
    drag(reading, line(reading, "Triple-A/Anonimitas"), line(reading, "Triple-A/Aksesibilitas"))
    toast = reading.locator(".toast", has_text="Anonimitas moved to Aksesibilitas")
    expect(toast).to_be_visible()
    assert "Triple-A/Aksesibilitas/Anonimitas" in file_paths(file)
    toast.get_by_role("button", name="Undo").click()
    expect(line(reading, "Triple-A/Anonimitas")).to_be_visible()
    expect(reading.locator(".toast", has_text="Undone").first).to_be_visible()
    assert file_paths(file) == before


def test_a_code_goes_between_its_siblings(reading: Page, file: Path) -> None:
    drag(
        reading,
        line(reading, "Triple-A/Anonimitas"),
        line(reading, "Triple-A/Aksesibilitas"),
        at=0.15,
    )
    expect(reading.locator(".toast", has_text="moved")).to_be_visible()
    assert file_paths(file)[:4] == [
        "Triple-A", "Triple-A/Anonimitas", "Triple-A/Aksesibilitas", "Triple-A/Keterjangkauan",
    ]  # fmt: skip


def test_after_the_last_of_a_group_it_goes_out_of_it(reading: Page, file: Path) -> None:
    last = line(reading, "Triple-A/Anonimitas")
    drag(reading, line(reading, "Triple-A/Aksesibilitas"), last, at=0.9, x=12)
    expect(reading.locator(".toast", has_text="moved to the top")).to_be_visible()
    assert file_paths(file)[3] == "Aksesibilitas"


def test_several_codes_are_dragged_in_one_step(reading: Page, file: Path) -> None:
    line(reading, "Triple-A/Aksesibilitas").click(modifiers=["Control"])
    line(reading, "Triple-A/Anonimitas").click(modifiers=["Control"])
    head = _head(file)
    drag(reading, line(reading, "Triple-A/Anonimitas"), line(reading, "Triple-A/Keterjangkauan"))
    expect(reading.locator(".toast", has_text="moved to Keterjangkauan")).to_be_visible()
    assert _head(file) == head + 1
    paths = file_paths(file)
    assert paths[1:4] == [
        "Triple-A/Keterjangkauan", "Triple-A/Keterjangkauan/Aksesibilitas",
        "Triple-A/Keterjangkauan/Anonimitas",
    ]  # fmt: skip


def test_with_ctrl_a_code_is_merged_once_its_outcome_was_told(reading: Page, file: Path) -> None:
    gone, into = codings_of(file, "Triple-A/Aksesibilitas"), codings_of(file, "Anonimitas")
    drag(
        reading, line(reading, "Triple-A/Aksesibilitas"), line(reading, "Triple-A/Anonimitas"),
        key="Control",
    )  # fmt: skip
    dialog = reading.get_by_role("dialog", name="Merge Aksesibilitas into Anonimitas?")
    expect(dialog).to_contain_text("codings get the other code")
    dialog.get_by_role("button", name="Merge", exact=True).click()
    expect(reading.locator(".toast", has_text="is now part of Anonimitas")).to_be_visible()
    with kept(file) as study:
        code = study.codes["Anonimitas"]
        now = study.store.count(Coding, code=code.guid)
        assert into < now <= into + gone
        assert "Triple-A/Aksesibilitas" not in study.codes.keys()  # noqa: SIM118  (paths, not names)
        study.undo()
    assert codings_of(file, "Anonimitas") == into


def test_a_drag_that_is_given_up_leaves_everything_as_it_was(reading: Page, file: Path) -> None:
    before = file_paths(file)
    aims = reading.locator(".drop-frame, .drop-line")
    start, to = (line(reading, path).bounding_box() for path in ("Triple-A/Anonimitas", "Triple-A"))
    assert start
    assert to
    reading.mouse.move(start["x"] + 60, start["y"] + 15)
    reading.mouse.down()
    reading.mouse.move(start["x"] + 60, start["y"] - 45, steps=6)
    expect(aims).to_have_count(1)
    reading.keyboard.press("Escape")
    reading.mouse.up()
    expect(aims).to_have_count(0)
    # Nothing goes into itself.
    reading.mouse.move(to["x"] + 60, to["y"] + 15)
    reading.mouse.down()
    reading.mouse.move(start["x"] + 90, start["y"] + 15, steps=6)
    reading.mouse.move(start["x"] + 92, start["y"] + 15, steps=3)
    expect(aims).to_have_count(0)
    reading.mouse.up()
    saved(reading)
    assert file_paths(file) == before
    # A folded code opens while it is hovered, and the tree scrolls.
    line(reading, "Saluran").locator(".tree-fold").click()
    expect(line(reading, "Saluran")).to_have_attribute("aria-expanded", "false")
    reading.locator(".tree-scroll").evaluate("(one) => one.scrollTo(0, 0)")
    start, to = (
        line(reading, "Triple-A/Anonimitas").bounding_box(),
        line(reading, "Saluran").bounding_box(),
    )
    scroller = reading.locator(".tree-scroll").bounding_box()
    assert start
    assert to
    assert scroller
    reading.mouse.move(start["x"] + 60, start["y"] + 15)
    reading.mouse.down()
    reading.mouse.move(to["x"] + 90, to["y"] + 15, steps=6)
    reading.mouse.move(to["x"] + 92, to["y"] + 15, steps=3)
    expect(line(reading, "Saluran")).to_have_attribute("aria-expanded", "true")
    for step in range(12):
        reading.mouse.move(to["x"] + 90, scroller["y"] + scroller["height"] - 6 - step % 2)
    assert reading.locator(".tree-scroll").evaluate("(one) => one.scrollTop") > 0
    reading.keyboard.press("Escape")
    reading.mouse.up()
    saved(reading)
    assert file_paths(file) == before


def test_a_passage_is_dropped_on_a_code(reading: Page, file: Path) -> None:
    before = codings_of(file, "Keterjangkauan")
    spot = select(reading)
    target = line(reading, "Triple-A/Keterjangkauan").bounding_box()
    assert target
    reading.mouse.move(spot["x"] + spot["width"] / 2, spot["y"])
    reading.mouse.down()
    reading.mouse.move(target["x"] + 60, target["y"] + 12, steps=8)
    reading.mouse.move(target["x"] + 60, target["y"] + 15, steps=2)
    expect(reading.locator(".drop-frame")).to_contain_text("Code the passage")
    reading.mouse.up()
    expect(reading.locator(".toast", has_text="Keterjangkauan")).to_be_visible()
    assert codings_of(file, "Keterjangkauan") == before + 1
    with kept(file) as study:
        texts = [passage.text for passage in study.codes["Keterjangkauan"].segments()]
        assert "Boring parah" in texts


def test_codes_are_dragged_into_a_set(reading: Page, file: Path) -> None:
    with kept(file) as study:
        study.sets.make("Biaya", "code")
    reading.reload()
    reading.get_by_role("button", name="Sets of codes").click()
    target = reading.locator(".code-set", has_text="Biaya")
    drag(reading, line(reading, "Triple-A/Anonimitas"), target)
    expect(reading.locator(".toast", has_text="Put into Biaya")).to_be_visible()
    with kept(file) as study:
        assert study.sets["Biaya"].members == (study.codes["Anonimitas"].guid,)
        assert study.codes["Anonimitas"].path == "Triple-A/Anonimitas"


def _head(file: Path) -> int:
    with kept(file) as study:
        return study.store.head
