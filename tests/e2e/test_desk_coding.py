"""Coding at the desk: blocks, weights, comments, codes at hand, and two people at one coding."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from jejak.model import Memo
from jejak.study import Study
from jejak.study import open_study as open_now
from support.desk import in_language, read
from support.served import in_both_schemes, violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def written(page: Page, method: str) -> AbstractContextManager[object]:
    """Lasts until the study's file has what is done within."""
    return page.expect_response(
        lambda answer: "/codings" in answer.url and answer.request.method == method
    )


def said(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator(".desk-said")).to_have_text(words)


def to_block(page: Page, number: int) -> None:
    page.keyboard.press("g")
    page.get_by_role("textbox", name="Number of the block").fill(str(number))
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".jr-text")).to_be_focused()


def on_block(study: Study, number: int) -> list[tuple[str, int | None]]:
    """The codes and weights that lie on exactly the words of a block of DS-01."""
    source = study.sources["DS-01"]
    block = next(one for one in source.blocks if one.number == number and one.kind != "page")
    return sorted(
        (one.code.rpartition("/")[2], one.weight)
        for one in source.codings
        if (one.passage.start, one.passage.end) == (block.start, block.end)
    )


def test_a_block_is_coded_with_weights_without_selecting_anything(
    reading: Page, file: Path, complaints: list[str]
) -> None:
    to_block(reading, 4)
    reading.keyboard.press("c")
    expect(reading.get_by_role("combobox", name="Find or make a code")).to_be_focused()
    reading.keyboard.type("razia")
    reading.keyboard.press("Shift+Enter")
    reading.keyboard.type("lelah 70")
    expect(reading.locator(".code-search-lit")).to_contain_text("Weight 70")
    assert violations(reading) == []
    with written(reading, "POST"):
        reading.keyboard.press("Enter")
    said(reading, "Coded: Razia, Lelah")
    expect(
        reading.locator(".jr-stripe[aria-label^='Lelah, coded by Rina, weight 70']")
    ).to_have_count(1)
    with open_study(file) as study:
        assert on_block(study, 4) == [("Lelah", 70), ("Razia", 70)]
    assert complaints == []


def test_keys_that_can_do_nothing_say_why(demo_address: str, at: Opened) -> None:
    reading = at(demo_address, "/reduce")
    read(reading, "DS-01")
    reading.keyboard.press("x")
    said(reading, re.compile("^No coding here"))
    reading.keyboard.press("r")
    said(reading, re.compile("^Nothing was coded yet"))
    reading.keyboard.press("5")
    said(reading, re.compile("^No code has that number"))
    reading.keyboard.press("p")
    said(reading, "There is no coding before this.")
    reading.keyboard.press("v")
    said(reading, re.compile("^Select the words first"))


def test_a_pinned_code_keeps_its_number(reading: Page, file: Path) -> None:
    for number, name in ((4, "razia"), (6, "lelah")):
        to_block(reading, number)
        reading.keyboard.press("c")
        reading.keyboard.type(name)
        reading.keyboard.press("Enter")
        said(reading, re.compile(f"^Coded: {name}", re.IGNORECASE))
    to_block(reading, 8)
    reading.keyboard.press("c")
    reading.get_by_role("button", name="Keep Razia at hand").click()
    hand = reading.get_by_role("list", name="Codes used last")
    expect(hand.get_by_role("listitem").first).to_contain_text("1Razia")
    assert violations(reading) == []
    reading.keyboard.press("Escape")
    reading.keyboard.press("Escape")
    to_block(reading, 10)
    with written(reading, "POST"):
        reading.keyboard.press("1")
    said(reading, "Coded: Razia")
    with open_study(file) as study:
        assert on_block(study, 10) == [("Razia", None)]


def test_a_coding_is_weighed_and_commented_by_keys(reading: Page, file: Path) -> None:
    reading.keyboard.press("n")
    coding = reading.locator(".jr-stripe.jr-lit").first.get_attribute("data-coding")
    assert coding is not None
    reading.keyboard.press("w")
    expect(reading.get_by_role("textbox", name="Weight")).to_be_focused()
    reading.keyboard.type("35")
    with written(reading, "PATCH"):
        reading.keyboard.press("Enter")
    expect(
        reading.locator(f".jr-stripe[data-coding='{coding}'][aria-label*='weight 35']")
    ).to_have_count(1)
    reading.keyboard.press("Escape")
    reading.keyboard.press("o")
    comment = reading.get_by_role("textbox", name="Comment on this coding")
    expect(comment).to_be_focused()
    reading.keyboard.type("Ragu **sekali**.")
    assert violations(reading) == []
    reading.keyboard.press("Control+Enter")
    card = reading.get_by_role("dialog")
    expect(card.locator("strong", has_text="sekali")).to_be_visible()
    card.get_by_role("button", name="Edit the comment").click()
    comment.fill("Sudah yakin.")
    reading.keyboard.press("Control+Enter")
    expect(card.locator(".coding-memo")).to_contain_text("Sudah yakin.")
    with open_study(file) as study:
        assert study.codings[coding].weight == 35
        (memo,) = (one for one in study.store.all(Memo) if one.body == "Sudah yakin.")
        assert memo.kind == "jotting"
        assert study.memos.links(memo) == [("coding", coding)]
    card.get_by_role("button", name="Remove the comment").click()
    expect(card.locator(".coding-memo")).to_have_count(0)


def test_whoever_comes_second_to_a_coding_is_asked(reading: Page, file: Path) -> None:
    reading.keyboard.press("n")
    coding = reading.locator(".jr-stripe.jr-lit").first.get_attribute("data-coding")
    assert coding is not None

    def somebody_else_first(route: Route) -> None:
        if route.request.method == "PATCH" and "if-match" in route.request.headers:
            with open_now(file, user="Bayu") as study:
                study.codings[coding].update(weight=10)
        route.fallback()

    reading.route(f"**/codings/{coding}", somebody_else_first)
    reading.keyboard.press("w")
    expect(reading.get_by_role("textbox", name="Weight")).to_be_focused()
    reading.keyboard.type("80")
    reading.keyboard.press("Enter")
    asked = reading.get_by_role("dialog").get_by_role("alert")
    expect(asked).to_contain_text("Weight 10")
    expect(asked).to_contain_text("You wanted: Weight 80")
    assert violations(reading) == []
    with open_study(file) as study:
        assert study.codings[coding].weight == 10
    with written(reading, "PATCH"):
        asked.get_by_role("button", name="Do mine all the same").click()
    expect(
        reading.locator(f".jr-stripe[data-coding='{coding}'][aria-label*='weight 80']")
    ).to_have_count(1)
    expect(asked).to_have_count(0)
    with open_study(file) as study:
        assert study.codings[coding].weight == 80


def test_the_codings_of_one_place_are_a_list_to_choose_from(reading: Page) -> None:
    to_block(reading, 12)
    for name in ("razia", "lelah"):
        reading.keyboard.press("c")
        reading.keyboard.type(name)
        reading.keyboard.press("Enter")
        said(reading, re.compile(name, re.IGNORECASE))
        to_block(reading, 12)
    reading.keyboard.press("c")
    reading.keyboard.press("Escape")
    reading.keyboard.press("d")
    card = reading.get_by_role("dialog")
    here = card.get_by_role("list").get_by_role("button")
    expect(here.filter(has_text="Lelah")).to_have_count(1)
    here.filter(has_text="Razia").press("Enter")
    expect(card.get_by_role("heading", level=3)).to_have_text("Razia")
    assert violations(reading) == []


def test_a_path_makes_the_codes_above_it_too_in_one_change(reading: Page, file: Path) -> None:
    with open_study(file) as study:
        head = study.store.head
    to_block(reading, 4)
    reading.keyboard.press("c")
    expect(reading.get_by_role("combobox", name="Find or make a code")).to_be_focused()
    reading.keyboard.type("Keluarga/Ibu/Diam")
    with written(reading, "POST"):
        reading.keyboard.press("Enter")
    said(reading, "Coded: Diam")
    with open_study(file) as study:
        assert on_block(study, 4) == [("Diam", None)]
        assert {"Keluarga", "Keluarga/Ibu", "Keluarga/Ibu/Diam"} <= set(study.codes.keys())
        assert study.store.head == head + 2
        study.undo()
        assert on_block(study, 4) == []
        study.undo()
        assert not [path for path in study.codes.keys() if path.startswith("Keluarga")]  # noqa: SIM118


def test_the_card_of_a_coding_is_beside_it_where_no_movement_is_wanted(reading: Page) -> None:
    reading.emulate_media(reduced_motion="reduce")
    stripe = reading.locator(".jr-stripe").first
    stripe.click()
    card = reading.get_by_role("dialog").bounding_box()
    beside = stripe.bounding_box()
    assert card
    assert beside
    assert card["x"] - 24 <= beside["x"] <= card["x"] + card["width"]
    assert abs(card["y"] - beside["y"]) < card["height"] + beside["height"] + 24


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_card_and_the_keys_are_open_to_everybody(
    demo_address: str, at: Opened, page: Page, language: str
) -> None:
    in_language(page, language)
    page.emulate_media(reduced_motion="reduce")
    at(demo_address, "/reduce")
    expect(page.locator(".jr-stripe").first).to_be_visible()
    page.keyboard.press("n")
    page.keyboard.press("d")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert in_both_schemes(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert in_both_schemes(page) == []
