"""Coding blind: others' codings are hidden, and do not even reach the browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Response, expect

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
    theirs_only, mine = "Catatan rahasia Bayu", "Catatan milik Rina"
    with open_study(tmp_path / STUDY, user="Rina") as study:
        bayu = next(one.guid for one in study.users if one.name == "Bayu")
        source = study.sources["S-01"]
        place = [("source", source.guid, 0, 12)]
        study.memos.add(mine, "Punya saya.", "jotting", place)
        study.memos.add(theirs_only, "Jangan dibaca.", "jotting", place, user=bayu)
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
    answers: list[Response] = []
    frames: list[str] = []
    page.on("response", lambda answer: "/api/" in answer.url and answers.append(answer))
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))),
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
    page.keyboard.press("Escape")
    # One's own memo stands in the margin, and others' nowhere.
    expect(page.locator(".jr-note").first).to_be_attached()
    # What others do meanwhile is told without words.
    with open_study(tmp_path / STUDY, user="Bayu") as study:
        secret = study.codebook.add("Kode rahasia")
        study.coding.apply(study.sources["S-01"].record, 20, 60, [secret.guid])
        others |= of_others(tmp_path / STUDY)
    presence = page.locator(".presence")
    expect(presence).to_contain_text("worked on the study")
    page.keyboard.press("Control+k")
    page.keyboard.type("catatan")
    expect(page.get_by_role("option", name=re.compile(mine))).to_be_visible()
    page.keyboard.press("Escape")
    page.goto(f"{own_address}#/history")
    expect(page.get_by_text("You code blind")).to_be_visible()
    page.goto(f"{own_address}#/reduce")
    expect(page.locator(".jr-stripe").first).to_be_attached()
    told = [answer.text() for answer in answers if answer.ok] + frames
    assert len(frames) > 1
    assert [one for one in told if mine in one]
    assert [one for one in told if theirs_only in one or "Jangan dibaca" in one] == []
    assert [one for one in frames if "S-01" in one or "rahasia" in one] == []
    assert [guid for guid in others if any(guid in one for one in told)] == []
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
