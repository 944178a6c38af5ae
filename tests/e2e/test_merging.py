"""A copy that somebody worked on apart is brought in: looked at, chosen of, written, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from jejak.study import open_study
from support.apart import copies
from support.dropped import drop
from support.served import build_workspace, in_both_schemes, serving

Opened = Callable[[str, str], Page]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A study as Rina has it, and a copy that Bayu went on with; they clash three times."""
    build_workspace()
    with copies(tmp_path) as (ours, theirs):
        by_title = {one.title: one for one in ours.memos.all()}
        for study, doubt, title in (
            (ours, "I am sure.", "Mine"),
            (theirs, "I doubt it.", "Theirs"),
        ):
            study.memos.update(by_title["Awal"], body=f"kata pertama. {doubt}")
            study.memos.update(by_title["Kedua"], title=title)
        ours.sources["S-01"].select("Pakai akun").code("Murah")
        theirs.codebook.remove(theirs.codes["Triple-A/Murah"].record)
        theirs.codebook.add("Made by Bayu")
    return tmp_path / "small.jejak", tmp_path / "theirs.jejak"


def sent(page: Page, file: Path) -> Locator:
    """The clashes of a copy that was sent."""
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name=f"What “{file.name}” would bring")).to_be_visible()
    return page.locator(".clash")


def test_a_copy_that_is_dropped_anywhere_is_looked_at(
    pair: tuple[Path, Path], at: Opened, complaints: list[str]
) -> None:
    ours, theirs = pair
    with serving(ours, "--user", "Rina") as address:
        page = at(address, "/collect")
        page.get_by_role("heading", level=1).first.wait_for()
        drop(page, theirs)
        expect(page.get_by_role("heading", name="What “theirs.jejak” would bring")).to_be_visible()
        expect(page.locator(".clash")).to_have_count(3)
    assert complaints == []


def told(file: Path) -> tuple[set[str], set[str], set[str]]:
    """Titles and words of memos, and codes."""
    with open_study(file, user="Rina") as study:
        memos = study.memos.all()
        return {one.title for one in memos}, {one.body for one in memos}, set(study.codes.keys())


def test_a_copy_is_looked_at_chosen_of_written_and_taken_back(
    pair: tuple[Path, Path], at: Opened, complaints: list[str]
) -> None:
    ours, theirs = pair
    before = told(ours)
    with serving(ours, "--user", "Rina") as address:
        page = at(address, "/history")
        page.get_by_role("button", name="Bring in a copy").click()
        clashes = sent(page, theirs)
        expect(clashes).to_have_count(3)
        assert in_both_schemes(page) == []
        write = page.get_by_role("button", name="Bring it in")
        expect(write).to_be_disabled()
        # What each side alone wrote is marked, and what was there before is told.
        words = clashes.filter(has_text="I doubt it")
        expect(words.locator("ins").first).to_contain_text("am sure")
        expect(words).to_contain_text("Before: kata pertama")
        page.get_by_role("button", name="All theirs").click()
        expect(page.get_by_text("Nothing is left to be chosen.")).to_be_visible()
        # Looking elsewhere loses nothing; the mouse chooses, too.
        page.evaluate("location.hash = '/memos'")
        expect(page.get_by_role("heading", name="Memos").first).to_be_visible()
        page.evaluate("location.hash = '/history/merge'")
        words.get_by_text("Both", exact=True).click()
        clashes.filter(has_text="Removed it.").get_by_text("Mine", exact=True).click()
        write.click()
        expect(page.get_by_text("3 things that both had changed")).to_be_visible()
        assert in_both_schemes(page) == []
        titles, bodies, codes = told(ours)
        assert any("I am sure." in body and "I doubt it." in body for body in bodies)
        assert "Theirs" in titles
        assert codes >= {"Made by Bayu", "Triple-A/Murah"}
        page.get_by_role("button", name="Take it back").click()
        expect(page.get_by_role("heading", name="Which copy?")).to_be_visible()
        assert told(ours) == before
    assert complaints == []


def test_keys_choose_and_go_on_and_what_is_put_away_is_gone(
    pair: tuple[Path, Path], at: Opened
) -> None:
    ours, theirs = pair
    with serving(ours, "--user", "Rina") as address:
        page = at(address, "/history/merge")
        clashes = sent(page, theirs)
        clashes.first.get_by_role("radio").first.focus()
        for left in ("2 things are", "1 thing is"):
            page.keyboard.press("2")
            expect(page.get_by_text(f"{left} still to be chosen.")).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_text("Nothing is left to be chosen.")).to_be_visible()
        assert clashes.get_by_role("radio", name="Theirs", checked=True).count() == 3
        page.get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("heading", name="Which copy?")).to_be_visible()
        (ours.parent / "notes.jejak").write_text("Catatan", "utf-8")
        page.locator("input[type=file]").set_input_files(ours.parent / "notes.jejak")
        expect(page.get_by_text("“notes.jejak” is not a Jejak study.")).to_be_visible()
        expect(page.get_by_role("button", name="Choose the file")).to_be_enabled()
