"""Coding blind: others' codings are hidden, and do not even reach the browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from jejak.model import Coding
from jejak.study import open_study
from support.served import violations

Opened = Callable[[str, str], Page]
STUDY = "study.jejak"


def of_others(file: Path) -> set[str]:
    with open_study(file, user="Rina") as study:
        me = study.user.guid
        return {one.guid for one in study.store.all(Coding) if one.user != me}


def test_blind_coding_keeps_others_codings_out_of_the_browser(
    own_address: str, at: Opened, page: Page, tmp_path: Path, complaints: list[str]
) -> None:
    others = of_others(tmp_path / STUDY)
    assert others
    at(own_address, "/reduce")
    page.locator(".source-line[title='S-01']").click()
    theirs = page.locator(".jr-stripe[aria-label*='coded by Bayu']")
    expect(theirs.first).to_be_attached()
    page.keyboard.press("b")
    badge = page.get_by_role("button", name="Blind: only your codings")
    expect(badge).to_be_visible()
    expect(theirs).to_have_count(0)
    expect(page.locator(".jr-stripe[aria-label*='coded by Rina']").first).to_be_attached()
    assert violations(page) == []
    # Kept for the study: the page comes back blind, and nothing of theirs comes with it.
    bodies: list[str] = []
    page.on(
        "response",
        lambda answer: (
            bodies.append(answer.text()) if "/api/" in answer.url and answer.status == 200 else None
        ),
    )
    page.reload()
    expect(badge).to_be_visible()
    expect(page.locator(".jr-stripe").first).to_be_attached()
    page.keyboard.press("n")
    page.keyboard.press("s")
    panel = page.locator(".segment-row")
    expect(panel.first).to_be_visible()
    expect(panel.filter(has_text=re.compile("coded by .*Bayu"))).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.get_by_role("textbox", name="Query").fill("code:*")
    expect(panel.first).to_be_visible()
    assert len(bodies) > 5
    reached = [guid for guid in others if any(guid in body for body in bodies)]
    assert reached == []
    with open_study(tmp_path / STUDY, user="Rina") as study:
        own = sum(1 for one in study.sources["S-01"].codings if one.coder == "Rina")
    expect(page.locator(".desk-facts")).to_contain_text(f"{own} codings")
    badge.click()
    expect(theirs.first).to_be_attached()
    assert complaints == []


def test_one_coder_is_hidden_and_shown_again(own_address: str, at: Opened, page: Page) -> None:
    at(own_address, "/reduce")
    page.locator(".source-line[title='S-01']").click()
    theirs = page.locator(".jr-stripe[aria-label*='coded by Bayu']")
    expect(theirs.first).to_be_attached()
    page.get_by_role("button", name="Whose codings are seen").click()
    page.get_by_role("menuitem", name="Bayu").click()
    expect(theirs).to_have_count(0)
    page.get_by_role("button", name="1 coder hidden").click()
    expect(theirs.first).to_be_attached()
