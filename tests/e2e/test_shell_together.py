"""Two people on one study, and a server that goes away and comes back: nothing is lost or doubled."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.desk import PASSAGE, read, select, stripes_of
from support.served import serving, settle, started
from support.written import open_study


@pytest.fixture
def copy(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo's study."""
    shutil.copy(demo, tmp_path / "study.jejak")
    return tmp_path / "study.jejak"


class Kept:
    """A server that can be killed and started again at the same port."""

    def __init__(self, study: Path) -> None:
        self.study = study
        self.server, self.address = started(str(study))

    def kill(self) -> None:
        self.server.kill()
        self.server.wait()

    def again(self) -> None:
        """As a person would start it: no port is named, the token is another."""
        self.server, address = started(str(self.study))
        assert address.partition("?")[0] == self.address.partition("?")[0]
        assert address != self.address


@pytest.fixture
def kept(copy: Path) -> Iterator[Kept]:
    server = Kept(copy)
    yield server
    server.server.terminate()
    server.server.wait()


def read_interview(page: Page, address: str) -> None:
    page.goto(f"{address}#/reduce")
    read(page, "DS-01")


def code(page: Page, words: str, name: str) -> None:
    """Codes some words by typing the code's name at the selection."""
    select(page, words)
    page.keyboard.press("c")
    page.get_by_role("combobox", name="Find or make a code").fill(name)
    page.keyboard.press("Enter")


def coded(study: Path, name: str) -> int:
    """How many codings of a code the file holds."""
    with open_study(study, user="Rina") as opened:
        return len(opened.find(f'code:"{name}"').frame())


def test_what_one_person_does_the_other_sees_with_who_did_it(
    copy: Path, browser: Browser, browser_context_args: dict
) -> None:
    pages = [browser.new_context(**browser_context_args).new_page() for _ in range(2)]
    rina, bayu = pages
    with serving(copy, "--user", "Rina") as first, serving(copy, "--user", "Bayu") as second:
        read_interview(rina, first)
        read_interview(bayu, second)
        scroller = ".jr-text"
        before = rina.evaluate(f"document.querySelector('{scroller}').getBoundingClientRect().top")
        code(bayu, PASSAGE, "Bersama-sama")
        presence = rina.locator(".presence")
        expect(presence).to_contain_text("Bayu", timeout=5_000)
        expect(stripes_of(rina, "Bersama-sama", "Bayu")).to_have_count(1)
        after = rina.evaluate(f"document.querySelector('{scroller}').getBoundingClientRect().top")
        assert after == before
        expect(bayu.locator(".presence")).not_to_contain_text("Bayu")
    assert coded(copy, "Bersama-sama") == 1


def test_a_conflicting_edit_is_shown_and_not_lost(
    copy: Path, browser: Browser, browser_context_args: dict
) -> None:
    rina, bayu = (browser.new_context(**browser_context_args).new_page() for _ in range(2))
    with serving(copy, "--user", "Rina") as first, serving(copy, "--user", "Bayu") as second:
        rina.goto(f"{first}#/settings")
        bayu.goto(f"{second}#/settings")
        mine, other = (page.get_by_role("textbox", name="Description") for page in (rina, bayu))
        mine.fill("Kata Rina.")
        other.fill("Kata Bayu.")
        other.press("Control+Enter")
        alert = rina.get_by_role("alert")
        expect(alert).to_contain_text("Kata Bayu.")
        expect(mine).to_have_value("Kata Rina.")
        alert.get_by_role("button", name="Save mine").click()
        expect(other).to_have_value("Kata Rina.")
    with open_study(copy) as study:
        assert study.info.description == "Kata Rina."


def test_codings_made_while_the_server_is_away_are_saved_when_it_is_back(
    kept: Kept, page: Page
) -> None:
    read_interview(page, kept.address)
    before = coded(kept.study, "Anonimitas")
    kept.kill()
    banners = page.locator(".banners")
    expect(banners).to_contain_text("The connection is lost")
    code(page, PASSAGE, "Anonimitas")
    expect(banners).to_contain_text("1 change is not saved yet")
    code(page, "Kos dekat kampus", "Anonimitas")
    expect(banners).to_contain_text("2 changes are not saved yet")
    assert coded(kept.study, "Anonimitas") == before
    kept.again()
    expect(banners).to_be_empty()
    expect(
        page.locator(".jr-stripe[aria-label^='Anonimitas, coded by Rina']").first
    ).to_be_visible()
    assert coded(kept.study, "Anonimitas") == before + 2


def test_what_waits_outlives_a_reload_and_a_refusal_is_shown_with_its_words(
    kept: Kept, page: Page
) -> None:
    page.goto(f"{kept.address}#/settings")
    description = page.get_by_role("textbox", name="Description")
    expect(description).to_be_visible()
    settle(page)
    kept.kill()
    expect(page.locator(".banners")).to_contain_text("The connection is lost")
    description.fill("Ditulis tanpa server.")
    description.press("Control+Enter")
    expect(page.locator(".banners")).to_contain_text("1 change is not saved yet")
    with open_study(kept.study, user="Bayu") as study:
        study.about.update(description="Bayu lebih dahulu.")
    # The page goes while nobody answers, and comes when somebody does.
    page.on("dialog", lambda dialog: dialog.accept())
    kept.again()
    page.reload()
    expect(page.locator(".banners")).to_contain_text("1 change could not be saved")
    page.get_by_role("button", name="Show").click()
    told = page.get_by_role("dialog")
    expect(told).to_contain_text("Ditulis tanpa server.")
    expect(told).to_contain_text(re.compile("changed since"))
    told.get_by_role("button", name="Save it now").click()
    expect(page.locator(".banners")).to_be_empty()
    with open_study(kept.study) as study:
        assert study.info.description == "Ditulis tanpa server."
