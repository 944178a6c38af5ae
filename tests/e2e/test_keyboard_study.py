"""A whole study without a pointer: from files to the report, by keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Response, expect

from support.served import build_workspace, run, serving, settle
from support.written import open_study

FIRST = """Rina: Why do you use two accounts?
Gita: So that nobody knows my name. It costs nothing to begin again.
Rina: And where do people find you?
Gita: By the hashtag. Everybody can see it.
"""
SECOND = """Rina: Who pays?
Dimas: I send phone credit first, then they open the closed group.
Rina: Do you know them?
Dimas: No. It is safer that way for both of us.
"""
# Nothing here may move, press or tap: the page refuses what a pointer would do.
NO_POINTER = """
for (const name of ["pointerdown", "mousedown", "touchstart"]) {
  addEventListener(name, (event) => { if (event.isTrusted) throw new Error("a pointer"); }, true);
}
"""
MOST_TABS = 150


class Keys:
    """Hands that know a keyboard only."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def tab_to(self, wanted: Locator, key: str = "Tab") -> None:
        """Goes on with Tab until the focus is there; fails where it never comes."""
        wanted.first.wait_for()
        for _ in range(MOST_TABS):
            if wanted.first.evaluate("(element) => element.contains(document.activeElement)"):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"Tab never comes to {wanted}")

    def button(self, name: str | re.Pattern[str]) -> None:
        self.tab_to(self.page.get_by_role("button", name=name))
        self.press("Enter")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two interviews."""
    (tmp_path / "G-01.txt").write_text(FIRST, "utf-8")
    (tmp_path / "D-01.txt").write_text(SECOND, "utf-8")
    return tmp_path


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """An empty study with a question."""
    build_workspace()
    study = folder / "study.jejak"
    run("new", study, "--title", "Two accounts", "--question", "Why two?", "--lang", "en")
    with serving(study) as served:
        yield served


def _import(keys: Keys, folder: Path) -> None:
    page = keys.page
    keys.press("i")
    with page.expect_file_chooser() as chosen:
        keys.button(re.compile("^Import|Choose files"))
    chosen.value.set_files([folder / "G-01.txt", folder / "D-01.txt"])
    expect(page.get_by_role("button", name="Import 2 files")).to_be_enabled()
    keys.button("Import 2 files")
    expect(page.get_by_role("row").filter(has_text="G-01")).to_be_visible()


def _cases(keys: Keys) -> None:
    """Cases from whoever speaks, but for the interviewer."""
    page = keys.page
    keys.tab_to(page.get_by_role("link", name="Cases"))
    keys.press("Enter")
    keys.button("Make cases from speakers")
    for name in ("Dimas", "Gita"):
        box = page.get_by_role("row").filter(has_text=name).get_by_role("checkbox")
        keys.tab_to(box)
        keys.press(" ")
    keys.button("Make cases from 2 speakers")
    keys.tab_to(page.get_by_role("link", name="Cases"), "Shift+Tab")
    keys.press("Enter")
    expect(page.get_by_role("grid").get_by_text("Gita", exact=True).first).to_be_visible()


def _written(to: str) -> Callable[[Response], bool]:
    """Whether something was written to the end of an address."""
    return lambda one: one.request.method == "POST" and one.url.endswith(to)


def _code(keys: Keys, name: str) -> None:
    page = keys.page
    keys.press("c")
    expect(page.get_by_role("combobox", name="Find or make a code")).to_be_focused()
    keys.type(name)
    with page.expect_response(_written("/codings")) as answer:
        keys.press("Enter")
    assert answer.value.ok


def _read_and_code(keys: Keys) -> None:
    page = keys.page
    keys.press("Control+Alt+2")
    line = page.get_by_role("main").get_by_text("G-01").first
    line.wait_for()
    keys.tab_to(page.locator(".source-line[title='G-01']"))
    keys.press("Enter")
    expect(page.locator(".desk-bar h1")).to_have_text("G-01")
    keys.tab_to(page.locator(".reader"))
    keys.press("j", "j")
    _code(keys, "Anonymity")
    keys.press("j", "j")
    _code(keys, "Reach")
    keys.press("k", "k")
    with page.expect_response(_written("/codings")):
        keys.press("r")
    with page.expect_response(_written("/undo")):
        keys.press("z")
    settle(page)


@pytest.mark.slow
def test_a_study_is_carried_from_files_to_the_report_by_keys_alone(
    page: Page, address: str, folder: Path, tmp_path: Path
) -> None:
    page.add_init_script(NO_POINTER)
    page.goto(f"{address}#/collect")
    page.get_by_role("main").locator("h1").wait_for()
    keys = Keys(page)
    _import(keys, folder)
    _cases(keys)
    _read_and_code(keys)
    _finding(keys)
    _evidence(keys)
    _display(keys)
    report = _report(keys, tmp_path)
    words = report.read_text("utf-8")
    assert "Two accounts keep the name apart." in words
    assert "So that nobody knows my name. It costs nothing to begin again." in words
    with open_study(folder / "study.jejak") as study:
        assert {source.name for source in study.sources.all()} == {"G-01", "D-01"}
        found = study.find("code:Anonymity").rows()
        assert [row["text"] for row in found] == [FIRST.splitlines()[1]]
        assert len(study.findings.all()) == 1


def _finding(keys: Keys) -> None:
    page = keys.page
    keys.press("Control+Alt+4")
    expect(page.get_by_role("heading", name="Conclude", level=1)).to_be_visible()
    keys.press("n")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.type("Two accounts keep the name apart.")
    keys.button("Add finding")
    expect(page.get_by_role("heading", name="Two accounts keep the name apart.")).to_be_visible()


def _evidence(keys: Keys) -> None:
    page = keys.page
    keys.press("Control+Alt+2")
    keys.tab_to(page.locator(".reader"))
    keys.press("n", ".")
    expect(page.get_by_placeholder("Type to find a finding")).to_be_focused()
    expect(page.get_by_role("option", name=re.compile("Two accounts"))).to_be_visible()
    with page.expect_response(_written("/evidence")):
        keys.press("Enter")


def _display(keys: Keys) -> None:
    page = keys.page
    keys.press("Control+Alt+3")
    keys.tab_to(page.get_by_role("link", name="Code frequencies by case"))
    keys.press("Enter")
    keys.tab_to(page.get_by_role("grid"))
    keys.press("ArrowRight", "Enter")
    expect(page.get_by_role("complementary", name="Segments")).to_be_visible()
    keys.press("Escape")


def _report(keys: Keys, tmp_path: Path) -> Path:
    page = keys.page
    keys.press("Control+Alt+4")
    keys.tab_to(page.get_by_role("link", name="Report"))
    keys.press("Enter")
    expect(page.locator("iframe[data-front=true]")).to_be_visible()
    keys.button("Export")
    with page.expect_download() as taken:
        keys.tab_to(page.get_by_role("menuitem", name=re.compile("HTML")), "ArrowDown")
        keys.press("Enter")
    written = tmp_path / taken.value.suggested_filename
    taken.value.save_as(written)
    return written
