"""Whole projects of other programs: dropped on the first screen or into a study, and out again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jejak.study import create_study
from support.dropped import drop
from support.refi import CODES, USERS, project, qdpx, source, valid
from support.served import build_workspace, in_both_schemes, run, serving, settle, started
from support.written import open_study


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """`jejak open` without a study, in a folder of its own."""
    build_workspace()
    (tmp_path / "studies").mkdir()
    monkeypatch.chdir(tmp_path / "studies")
    server, address = started()
    yield address
    server.terminate()
    server.wait()


def test_a_study_that_is_dropped_on_the_first_screen_is_offered_to_be_opened(
    nothing: str, page: Page, tmp_path: Path, complaints: list[str]
) -> None:
    file = tmp_path / "studies" / "tesis.jejak"
    create_study(file, "Tesis", user="Rina").close()
    page.goto(nothing)
    page.get_by_role("heading", name="From another program").wait_for()
    drop(page, file)
    expect(page.get_by_text("“tesis.jejak” is a study.")).to_be_focused()
    assert in_both_schemes(page) == []
    # Its path is guessed from where the workspace was started.
    expect(page.get_by_label("Path of its file")).to_have_value(str(file))
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page).to_have_title(re.compile("Tesis"))
    assert complaints == []


@pytest.fixture
def pasar(tmp_path: Path) -> Path:
    text = source("Aku punya dua akun.", (10, 18, "dua akun"))
    return qdpx(tmp_path / "pasar.qdpx", project(f"{USERS}{CODES}{text}"))


def leaves(page: Page, out: Path) -> None:
    """The study as a file for another program, which is as the standard wants it."""
    page.evaluate("location.hash = '#/report'")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name="For another program…").click()
    leaving = page.get_by_role("dialog", name="The study for another program")
    leaving.get_by_text("Leave names out").click()
    expect(leaving).to_contain_text("the history stay here")
    leaving.get_by_text("Leave names out").click()
    leaving.get_by_role("button", name="Write the file").click()
    expect(leaving.get_by_role("row", name=re.compile("^codings 1 1"))).to_be_visible()
    with page.expect_download() as fetched:
        leaving.get_by_role("button", name=re.compile("^Download")).click()
    fetched.value.save_as(out)
    assert fetched.value.suggested_filename == "Pasar.qdpx"
    assert valid(out) == []


def test_a_project_is_dropped_told_of_opened_and_leaves_again(
    nothing: str, page: Page, pasar: Path, tmp_path: Path, complaints: list[str]
) -> None:
    page.goto(nothing)
    page.get_by_role("heading", name="From another program").wait_for()
    assert in_both_schemes(page) == []
    drop(page, pasar)
    told = page.get_by_role("region", name="Import of pasar.qdpx")
    made = tmp_path / "studies" / "pasar.jejak"
    expect(told).to_contain_text(f"“Pasar” is there, in {made}.")
    expect(told.get_by_role("row", name=re.compile("^codings 1 1"))).to_be_visible()
    assert in_both_schemes(page) == []
    # Answered otherwise it is read anew, and undone it is away; then it comes again.
    told.get_by_text("Something is not as it should be?").click()
    told.get_by_role("button", name=re.compile("Where a passage ends")).click()
    page.get_by_role("option", name="On its last sign").click()
    told.get_by_role("button", name="Import anew").click()
    expect(told.get_by_role("button", name="Open the study")).to_be_visible()
    told.get_by_role("button", name="Undo: put the study away").click()
    expect(page.get_by_role("heading", name="New study")).to_be_visible()
    assert list((tmp_path / "studies").iterdir()) == []
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Choose a file").click()
    chosen.value.set_files(pasar)
    told.get_by_role("button", name="Open the study").click()
    expect(page.get_by_role("heading", name="Collect", level=1)).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#/reduce'")
    page.locator(".source-line[title='S-01']").click()
    expect(page.locator(".jr-stripe[aria-label^='Akun']")).to_have_count(1)
    leaves(page, tmp_path / "out.qdpx")
    assert complaints == []


def test_what_cannot_be_read_says_why(nothing: str, page: Page, tmp_path: Path) -> None:
    page.goto(nothing)
    page.get_by_role("heading", name="From another program").wait_for()
    for name, why in (
        ("tesis.nvpx", "only NVivo reads"), ("rusak.qdpx", "is no archive"),
        ("catatan.txt", "is no project that can be read"),
    ):  # fmt: skip
        (tmp_path / name).write_text("Catatan", "utf-8")
        drop(page, tmp_path / name)
        told = page.get_by_role("region", name=f"Import of {name}")
        expect(told.get_by_role("alert")).to_contain_text(why)
        told.get_by_role("button", name="Back").click()
    assert list((tmp_path / "studies").iterdir()) == []


def test_a_project_comes_into_an_open_study_and_goes_again(
    page: Page, pasar: Path, tmp_path: Path
) -> None:
    build_workspace()
    run("new", tmp_path / "empty.jejak", "--title", "Kosong", "--lang", "en")
    with serving(tmp_path / "empty.jejak") as address:
        page.goto(f"{address}#/collect")
        settle(page)
        drop(page, pasar)
        told = page.get_by_role("dialog", name="Import of pasar.qdpx")
        expect(told).to_contain_text("came into this study, as one change")
        assert in_both_schemes(page) == []
        told.get_by_role("button", name="Undo the import").click()
        expect(told).to_have_count(0)
        with open_study(tmp_path / "empty.jejak") as study:
            assert study.counts()["sources"] == 0
        drop(page, pasar)
        expect(told).to_contain_text("came into this study, as one change")
        told.get_by_role("button", name="Close").last.click()
        expect(page.get_by_role("row", name=re.compile("S-01"))).to_be_visible()
