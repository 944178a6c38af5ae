"""Networks drawn in a real browser: by mouse, by keyboard, and seen in another window at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Response, expect

from support.served import saved, violations

Opened = Callable[[str, str], Page]


def box(page: Page, name: str) -> Locator:
    return page.locator(".react-flow__node").filter(has_text=name)


def middle(part: Locator) -> tuple[float, float]:
    place = part.bounding_box()
    assert place is not None
    return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2


def beside(page: Page) -> Locator:
    return page.get_by_role("region", name="Beside the canvas")


def show(page: Page, what: str) -> None:
    beside(page).get_by_role("radio", name=what).check(force=True)


def add(page: Page, name: str, of_study: str | None = None) -> None:
    page.get_by_role("button", name="Add a box").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Name").fill(name)
    if of_study is None:
        page.keyboard.press("Enter")
    else:
        dialog.get_by_role("button", name=of_study, exact=True).click()
    expect(dialog).to_have_count(0)
    expect(box(page, name)).to_be_visible()


def rest_on_words(page: Page) -> None:
    """The check leads to the arrow, which is given the first passage found."""
    show(page, "Checks: 1")
    beside(page).get_by_role("button", name="rests on no evidence").click()
    page.get_by_role("button", name="Add evidence").click()
    passages = beside(page).get_by_role("list", name="Passages").get_by_role("button")
    passages.first.click()
    expect(beside(page).get_by_role("link")).to_have_count(1)
    show(page, "Checks")
    expect(beside(page)).to_contain_text("Nothing to look at again.")


def by_hand(page: Page) -> None:
    """An arrow pulled from box to box, a box dragged, another moved by the arrow keys."""
    page.get_by_role("button", name="Fit").click()
    box(page, "Akun baru").hover()
    page.mouse.move(*middle(box(page, "Akun baru").locator(".net-start")))
    page.mouse.down()
    page.mouse.move(*middle(box(page, "Lelah batin")), steps=8)
    page.mouse.up()
    expect(page.locator(".react-flow__edge")).to_have_count(2)
    x, y = middle(box(page, "Takut"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 140, steps=6)
    page.mouse.up()
    saved(page)
    assert middle(box(page, "Takut"))[1] > y + 90
    box(page, "Lelah batin").focus()
    page.keyboard.press("Enter")
    before = middle(box(page, "Lelah batin"))[0]
    page.keyboard.press("ArrowLeft")
    expect(beside(page).get_by_role("textbox", name="Name")).to_have_value("Lelah batin")
    assert middle(box(page, "Lelah batin"))[0] < before
    saved(page)


@pytest.mark.slow
def test_a_network_is_drawn_by_keyboard_and_mouse_and_seen_elsewhere(
    own_address: str, at: Opened, complaints: list[str]
) -> None:
    page = at(own_address, "/display/causal-network")
    page.get_by_role("textbox", name="Name of the new network").fill("Mengapa")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mengapa", level=1)).to_be_visible()
    add(page, "Lelah batin")
    add(page, "Takut", "Takut code")
    expect(beside(page)).to_contain_text("code: Takut")
    # An arrow without a mouse, then its sign and what it rests on.
    page.get_by_role("button", name="Draw an arrow to").click()
    page.get_by_role("option", name="Lelah batin").click()
    expect(beside(page).get_by_role("heading", name="Arrow")).to_be_visible()
    negative = beside(page).get_by_role("radio", name="− negative")
    negative.click(force=True)
    expect(negative).to_be_checked()
    expect(page.locator(".net-words b")).to_have_text("−")
    rest_on_words(page)
    # What is drawn in one window is there in another.
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".react-flow__node")).to_have_count(2)
    add(page, "Akun baru")
    expect(box(other, "Akun baru")).to_be_visible()
    by_hand(page)
    expect(other.locator(".react-flow__edge")).to_have_count(2)
    # Removed with its arrows, and back again.
    box(page, "Lelah batin").focus()
    page.keyboard.press("Delete")
    expect(page.locator(".react-flow__node")).to_have_count(2)
    expect(page.locator(".react-flow__edge")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".react-flow__edge")).to_have_count(2)
    expect(box(other, "Lelah batin")).to_be_visible()
    show(page, "List")
    lines = beside(page).get_by_role("list", name="List")
    expect(lines).to_contain_text("→ Lelah batin: negative, rests on 1 passage")
    assert violations(page) == []
    page.get_by_role("radio", name="Table").check(force=True)
    expect(page.get_by_role("rowheader", name="→ Lelah batin: negative")).to_be_visible()
    assert complaints == []


def _written(answer: Response) -> bool:
    return answer.request.method != "GET"


def test_suggestions_begin_a_network_and_the_past_is_only_looked_at(
    own_address: str, at: Opened
) -> None:
    page = at(own_address, "/display/cognitive-map")
    page.get_by_role("textbox", name="Name of the new network").fill("Peta")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Suggestions").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Draw ").click()
    expect(page.locator(".react-flow__edge").first).to_be_attached()
    count = page.locator(".react-flow__node").count()
    assert count > 5
    # What is drawn is arranged already: only a box that was moved is put back.
    page.locator(".react-flow__node").first.click()
    with page.expect_response(_written):
        page.keyboard.press("ArrowLeft")
    with page.expect_response(_written):
        page.get_by_role("button", name="Arrange").click()
    for left in (count, count, 0):
        with page.expect_response(_written):
            page.get_by_role("button", name="Undo").click()
        expect(page.locator(".react-flow__node")).to_have_count(left)
    show(page, "List")
    expect(beside(page)).to_contain_text("Nothing is drawn yet")
