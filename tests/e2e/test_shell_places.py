"""Search, keys, the trail and its moments, settings, the first steps and the tour, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.served import build_workspace, saved, started, violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def search(page: Page, text: str) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill(text)


def test_a_misspelt_name_and_an_action_are_found_by_keys_alone(
    demo_address: str, at: Opened, complaints: list[str]
) -> None:
    page = at(demo_address, "/settings")
    search(page, "anonmitas")
    expect(page.get_by_role("option").first).to_contain_text("Anonimitas")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#/reduce.*code="))
    expect(page.locator(".desk-bar h1")).to_be_visible()
    search(page, "DS-01")
    expect(page.get_by_role("option").first).to_contain_text("DS-01Interview")
    page.keyboard.press("Enter")
    expect(page.locator(".desk-bar h1")).to_have_text("DS-01")
    search(page, "hisstory")
    expect(page.get_by_role("option").first).to_contain_text("History")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="History", level=1)
    expect(heading).to_be_focused()
    expect(page).to_have_title(re.compile("^History · "))
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option").first).to_contain_text("History")
    assert violations(page) == []
    assert complaints == []


def test_a_key_is_changed_refused_taken_and_given_back(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/history")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    change = dialog.get_by_role("button", name="Change the key of “Go to Collect”")
    change.click()
    page.keyboard.press("F5")
    expect(dialog.get_by_role("alert")).to_contain_text("belongs to the browser")
    dialog.get_by_role("button", name="Leave it").click()
    change.click()
    page.keyboard.press("Control+z")
    expect(dialog.get_by_role("alert")).to_contain_text("means “Undo” already")
    dialog.get_by_role("button", name="Leave it").click()
    change.click()
    page.keyboard.press("F2")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("F2")
    expect(page.get_by_role("heading", name="Collect", level=1)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Collect", level=1)).to_be_visible()
    page.keyboard.press("?")
    dialog.get_by_role("button", name="As it came: Go to Collect").click()
    expect(dialog.get_by_text("F2", exact=True)).to_have_count(0)


def change(page: Page, number: int, by: int = 600) -> Locator:
    """The line of a change; the list holds those near the window alone."""
    wanted = page.get_by_role("article", name=f"change {number}", exact=True)
    page.get_by_role("article").first.hover()
    for _ in range(60):
        if wanted.count():
            break
        page.mouse.wheel(0, by)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(null)))")
    return wanted


def test_the_study_is_seen_as_it_stood_and_as_it_is_again(
    own_address: str, at: Opened, complaints: list[str]
) -> None:
    page = at(own_address, "/history")
    line = change(page, 8)
    line.get_by_role("button", name="See the study then").click()
    banner = page.locator(".banner.moment")
    expect(banner).to_contain_text("after change 8")
    page.goto(f"{own_address}#/conclude")
    expect(page.locator(".banner.moment")).to_be_visible()
    for place, heading in (("collect", "Collect"), ("display", "Display"), ("reduce", None)):
        page.evaluate(f"location.hash = '#/{place}'")
        expect(banner).to_contain_text("after change 8")
        if heading:
            expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    expect(page.locator(".source-line").first).to_be_visible()
    expect(page.locator(".jr-stripe")).to_have_count(0)
    assert violations(page) == []
    banner.get_by_role("button", name="Back to now").click()
    expect(banner).to_have_count(0)
    expect(page.locator(".jr-stripe").first).to_be_visible()
    assert complaints == []


def test_a_chosen_change_is_taken_back_or_says_what_stands_in_the_way(
    demo: Path, own_address: str, at: Opened, tmp_path: Path
) -> None:
    page = at(own_address, "/history")
    made = change(page, 8)
    made.get_by_role("button", name="Undo this").click()
    why = made.locator(".why-not")
    expect(why).to_contain_text("Take that back first")
    expect(why.get_by_role("link", name=re.compile(r"^change \d+$")).first).to_be_visible()
    first = change(page, 1)
    expect(first).to_be_visible()
    expect(first.get_by_role("button", name="Undo this")).to_have_count(0)
    memos = change(page, 16, -600).filter(has_text="Write 12 memos")
    memos.get_by_role("button", name="Undo this").click()
    expect(page.get_by_text("Undone: Write 12 memos")).to_be_visible()
    with open_study(demo) as study:
        before = study.counts()["memos"]
    with open_study(tmp_path / "study.jejak") as study:
        assert study.counts()["memos"] == before - 12
    page.get_by_role("searchbox", name="What was done").fill("tidak ada")
    expect(page.get_by_text("Nothing in the trail answers to this.")).to_be_visible()
    page.get_by_role("button", name="Show everything").first.click()
    expect(page.get_by_role("article").first).to_be_visible()


def test_settings_change_people_questions_and_the_size_of_everything(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    page = at(own_address, "/settings")
    name = page.get_by_role("textbox", name="Name (you)")
    name.fill("Rina Sari")
    name.press("Control+Enter")
    page.get_by_role("textbox", name="Another question").fill("Sejak kapan?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove: Sejak kapan?")).to_be_visible()
    page.get_by_text("by initials").click()
    page.get_by_role("slider", name="Size of everything").press("End")
    expect(page.locator("html")).to_have_attribute("style", re.compile("200%"))
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    page.evaluate("location.hash = '#/history'")
    expect(page.get_by_role("article").filter(has_text="Rina Sari (you)").first).to_be_visible()
    with open_study(tmp_path / "study.jejak") as study:
        assert study.user.name == "Rina Sari"
        assert study.questions[-1].text == "Sejak kapan?"
        assert study.about.privacy.coders == "initials"


@pytest.fixture
def nothing() -> Iterator[str]:
    """`jejak open` without a study."""
    build_workspace()
    server, address = started()
    yield address
    server.terminate()
    server.wait()


def test_from_the_first_page_to_the_first_coding(nothing: str, page: Page, tmp_path: Path) -> None:
    page.goto(nothing)
    expect(page.get_by_role("heading", name="Welcome to Jejak")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Title").fill("Pasar malam")
    page.get_by_label("Research questions").fill("Siapa yang datang?")
    page.get_by_label("Your name").fill("Rina")
    page.get_by_label("File", exact=True).fill(str(tmp_path / "pasar"))
    page.get_by_role("button", name="Begin the study").click()
    tour = page.get_by_role("region", name=re.compile("^Collect Step 1 of 5"))
    expect(tour).to_be_visible()
    expect(page.get_by_role("heading", name="Collect", level=1)).to_be_visible()
    expect(page.get_by_text("One moment")).to_have_count(0)
    for place in ("Reduce", "Display", "Conclude", "The trail"):
        page.get_by_role("button", name="Next").press("Enter")
        expect(page.locator(".tour h2")).to_contain_text(place)
        expect(page.locator("[data-tour]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".tour")).to_have_count(0)
    with open_study(tmp_path / "pasar.jejak") as study:
        assert (study.info.title, study.user.name) == ("Pasar malam", "Rina")
        talk = tmp_path / "S-01.txt"
        talk.write_text("G: Ramai sekali malam ini.\n", "utf-8")
        study.add(talk)
    page.evaluate("location.hash = '#/reduce'")
    page.locator(".source-line[title='S-01']").click()
    text = page.locator(".jr-block").first
    expect(text).to_be_visible()
    box = text.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 10, steps=4)
    page.mouse.up()
    page.keyboard.press("c")
    page.get_by_role("combobox", name="Find or make a code").fill("Keramaian")
    page.keyboard.press("Enter")
    expect(page.locator(".jr-stripe[aria-label^='Keramaian']")).to_have_count(1)
    saved(page)
    with open_study(tmp_path / "pasar.jejak") as study:
        assert len(study.find("code:Keramaian").frame()) == 1


def test_the_demo_is_built_with_progress_and_opened(
    nothing: str, page: Page, tmp_path: Path
) -> None:
    page.goto(nothing)
    page.get_by_role("heading", name="Welcome to Jejak").wait_for()
    page.route(
        "**/api/beginnings/demo",
        lambda route: route.continue_(
            post_data=json.dumps({"path": str(tmp_path / "demo"), "language": "en"})
        ),
    )
    page.get_by_role("button", name="Build and open the demo").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("heading", name="Collect", level=1)).to_be_visible(timeout=60_000)
    with open_study(tmp_path / "demo.jejak") as study:
        assert study.counts()["sources"] == 19


def test_the_history_shows_what_changed_and_of_whom(own_address: str, at: Opened) -> None:
    page = at(own_address, "/settings")
    page.get_by_role("textbox", name="Title").fill("Judul baru")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("banner")).to_contain_text("Judul baru")
    page.get_by_role("link", name="History").click()
    newest = page.get_by_role("article").first
    newest.get_by_role("button", name="What changed").click()
    expect(newest.locator("ins")).to_have_text(["Judul", "baru"])
    assert violations(page) == []
    newest.get_by_role("button", name="Undo this").click()
    undone = page.locator("article[data-undone]").first
    expect(undone.locator("s")).to_be_visible()
    expect(undone).to_contain_text("undone")
    expect(page.get_by_role("banner")).not_to_contain_text("Judul baru")
    page.get_by_role("button", name="By").click()
    page.get_by_role("option", name="Bayu", exact=True).click()
    expect(page.locator(".change-who", has_text="Bayu").first).to_be_visible()
    expect(page.locator(".change-who", has_text="Rina")).to_have_count(0)


def test_language_and_theme_change_at_once_and_are_remembered(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, "/collect")
    heading = page.get_by_role("heading", level=1)
    page.get_by_role("button", name="Language: EN").click()
    page.get_by_role("menuitem", name="Bahasa Indonesia").click()
    expect(heading).to_have_text("Kumpulkan")
    page.get_by_role("button", name="Tampilan", exact=True).click()
    page.get_by_role("menuitem", name="Gelap").click()
    expect(page.locator("html[lang=id][data-theme=dark]")).to_be_attached()
    page.reload()
    expect(heading).to_have_text("Kumpulkan")
    expect(page.locator("html[lang=id][data-theme=dark]")).to_be_attached()
    assert violations(page) == []
    # The settings say the same, and change it back.
    at(demo_address, "/settings")
    expect(heading).to_have_text("Pengaturan")
    page.get_by_text("English", exact=True).click()
    expect(heading).to_have_text("Settings")
    page.get_by_text("Light", exact=True).click()
    expect(page.locator("html[lang=en][data-theme=light]")).to_be_attached()
    page.reload()
    expect(heading).to_have_text("Settings")
    expect(page.locator("html[lang=en][data-theme=light]")).to_be_attached()


def test_a_window_without_the_token_says_how_to_sign_in(demo_address: str, page: Page) -> None:
    page.goto(demo_address.split("?", maxsplit=1)[0])
    expect(page.get_by_role("heading", name="This window is not signed in")).to_be_visible()
    assert "token" not in page.url
