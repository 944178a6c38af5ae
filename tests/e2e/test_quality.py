"""The lists of quality: filled by the study, answered by keys, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from jejak.model import Item
from support.served import saved
from support.written import open_study

Opened = Callable[[str, str], Page]


def answers(study: Path, number: str) -> list[str]:
    with open_study(study, user="Rina") as opened:
        return [one.text for one in opened.store.all(Item, checklist="srqr", item=number)]


def test_what_is_missing_is_found_and_answered_by_keys(
    own_address: str, at: Opened, file: Path, complaints: list[str]
) -> None:
    page = at(own_address, "/quality/srqr")
    funding = page.get_by_role("article", name="Funding")
    expect(funding).to_contain_text("not on record")
    page.keyboard.press("m")
    expect(page.get_by_role("article", name="Conflicts of interest")).to_have_count(0)
    funding.focus()
    page.keyboard.press("e")
    page.get_by_label("What you tell a reader").fill("Nobody but ourselves.")
    page.get_by_label("Where in your report").fill("p. 2")
    page.keyboard.press("Control+Enter")
    expect(funding).to_have_count(0)
    saved(page)
    assert answers(file, "S21") == ["Nobody but ourselves."]
    page.keyboard.press("m")
    expect(funding).to_contain_text("in the report: p. 2")
    expect(funding).to_contain_text("on record")
    page.keyboard.press("Control+z")
    expect(funding).to_contain_text("not on record")
    assert answers(file, "S21") == []
    assert complaints == []
