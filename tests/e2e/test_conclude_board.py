"""The board of findings: cards dragged and moved by keys, order kept, filters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support.conclude import THIN, group, open_finding
from support.served import in_both_schemes
from support.written import open_study

Opened = Callable[[str, str], Page]


def labels(where: Locator) -> list[str]:
    return where.locator(".finding-label strong").all_inner_texts()


def statuses(study: Path) -> dict[str, str]:
    with open_study(study, user="Rina") as opened:
        return {one.label: one.status for one in opened.findings.all()}


def test_a_card_is_dragged_to_another_status_and_its_place_is_kept(
    own_address: str, at: Opened, file: Path, complaints: list[str]
) -> None:
    page = at(own_address, "/conclude")
    qualified = group(page, "Qualified")
    expect(qualified.get_by_role("article").first).to_be_visible()
    card = page.get_by_role("article").filter(has_text=THIN)
    label = card.locator(".finding-label strong").inner_text()
    first = qualified.get_by_role("article").first
    card.drag_to(first, target_position={"x": 40, "y": 4})
    expect(qualified.locator(".finding-label strong").first).to_have_text(label)
    order = labels(qualified)
    assert order[0] == label
    page.reload()
    expect(qualified.locator(".finding-label strong").first).to_have_text(label)
    assert labels(qualified) == order
    assert statuses(file)[label] == "qualified"
    page.keyboard.press("Control+z")
    expect(group(page, "Proposition").get_by_role("article").filter(has_text=THIN)).to_be_visible()
    assert statuses(file)[label] == "proposition"
    assert complaints == []


def test_a_card_is_moved_by_keys_and_keeps_the_focus(
    own_address: str, at: Opened, file: Path
) -> None:
    page = at(own_address, "/conclude")
    link = page.get_by_role("link", name=THIN)
    link.focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.get_by_text("cannot be supported yet")).to_be_visible()
    expect(group(page, "Proposition").get_by_role("link", name=THIN)).to_be_visible()
    link.focus()
    page.keyboard.press("Alt+ArrowLeft")
    expect(group(page, "Hunch").get_by_role("link", name=THIN)).to_be_focused()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("“Hunch”")
    before = labels(group(page, "Hunch"))
    page.keyboard.press("Alt+ArrowUp")
    moved = [*before[:-2], before[-1], before[-2]]
    expect(group(page, "Hunch").locator(".finding-label strong")).to_have_text(moved)
    expect(link).to_be_focused()
    page.reload()
    expect(group(page, "Hunch").locator(".finding-label strong")).to_have_text(moved)
    page.get_by_role("button", name=f"Move {before[-1]}").click()
    with page.expect_response(lambda answer: answer.request.method in {"PATCH", "POST", "PUT"}):
        page.get_by_role("menuitem", name="To “Rejected”").click()
    expect(group(page, "Rejected").get_by_role("link", name=THIN)).to_be_visible()
    assert statuses(file)[before[-1]] == "rejected"
    rejected = group(page, "Rejected").get_by_role("article").filter(has_text=THIN)
    expect(rejected).to_contain_text(
        "Not borne out as “Rejected”: Nothing is on record that speaks"
    )


def test_the_board_is_filtered_and_a_finding_begun_by_keys(own_address: str, at: Opened) -> None:
    page = at(own_address, "/conclude")
    cards = page.get_by_role("article")
    expect(cards.first).to_be_visible()
    page.keyboard.press("f")
    page.keyboard.type("mahasiswa")
    expect(cards).to_have_count(1)
    page.keyboard.press("Escape")
    expect(cards).not_to_have_count(1)
    page.get_by_role("button", name="Confidence").click()
    page.get_by_role("option", name="High").click()
    high = cards.filter(has_text="confidence: High")
    expect(cards.filter(has_not_text="confidence: High")).to_have_count(0)
    expect(high.first.or_(page.get_by_text("No finding fits these filters."))).to_be_visible()
    page.get_by_role("button", name="Show all").first.click()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("n")
    expect(page.get_by_role("textbox", name="What do you conclude?")).to_be_focused()
    page.keyboard.type("Pulsa adalah saringan.")
    page.get_by_role("button", name="Add finding").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pulsa adalah saringan.")


def test_the_board_says_how_each_finding_stands_and_leads_to_its_words(
    demo_address: str, at: Opened
) -> None:
    page = at(demo_address, "/conclude")
    expect(group(page, "Qualified").get_by_role("link")).to_have_count(1)
    card = group(page, "Proposition").get_by_role("article").filter(has_text=THIN)
    expect(card).to_contain_text("3 for · 0 qualifying · 0 against")
    expect(card).to_contain_text("Fails")
    expect(card).to_contain_text("segments not weighed")
    for width in (900, 390):
        page.set_viewport_size({"width": width, "height": 800})
        expect(card).to_be_visible()
        assert in_both_schemes(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1440, "height": 900})
    open_finding(page).get_by_role("link", name="Read in DS-01").first.click()
    page.wait_for_url("**#/reduce/*?at=*")
    page.go_back()
    expect(page.get_by_role("heading", name="Checks", exact=True)).to_be_visible()
