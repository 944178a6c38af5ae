"""A round in the workspace: planned, opened, blind, read, closed, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from support.served import saved, violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def test_a_round_is_shared_out_coded_blind_and_closed(
    own_address: str, at: Opened, file: Path, complaints: list[str]
) -> None:
    page = at(own_address, "/quality/rounds")
    page.get_by_role("button", name="New round").click()
    dialog = page.get_by_role("dialog", name="New round")
    dialog.get_by_label("Name").fill("Pilot")
    dialog.get_by_label("Read by several, in percent").fill("100")
    expect(dialog).to_contain_text("of them for more than one.")
    expect(dialog.locator("[data-shared]").first).to_be_visible()
    dialog.get_by_role("button", name="Open the round").click()
    pilot = page.get_by_role("region", name="Pilot", exact=True)
    expect(pilot).to_contain_text("its coders do not see what the others coded")
    assert violations(page) == []
    row = pilot.locator("tr").filter(has=page.get_by_role("link", name="S-01", exact=True))
    row.get_by_text("I have read it").click()
    expect(row.get_by_role("checkbox")).to_be_checked()
    saved(page)
    # Others' work is kept from whoever codes, and nothing lets them see it before.
    page.get_by_role("link", name="Agreement", exact=True).click()
    expect(page.get_by_text("You code without seeing the others.")).to_be_visible()
    page = at(own_address, "/reduce")
    page.locator(".source-line[title='S-01']").click()
    badge = page.get_by_role("link", name="Blind in the round “Pilot”")
    expect(badge).to_be_visible()
    expect(page.locator(".jr-stripe").first).to_be_attached()
    expect(page.locator(".jr-stripe[aria-label*='coded by Bayu']")).to_have_count(0)
    page.keyboard.press("b")
    expect(badge).to_be_visible()
    expect(badge).to_have_attribute("href", "#/quality/rounds")
    page = at(own_address, "/quality/rounds")
    pilot.get_by_role("button", name="Close the round").click()
    closing = page.get_by_role("dialog", name="Close “Pilot”")
    closing.get_by_role("button", name="Close the round").click()
    over_time = page.get_by_role("region", name="Agreement over time").first
    expect(over_time).to_contain_text("Pilot")
    saved(page)
    with open_study(file, user="Rina") as study:
        (row_of,) = study.rounds.rows()
        assert row_of["value"] is not None
        shown = f"{row_of['value']:.3f}"
    expect(over_time).to_contain_text(shown)
    assert complaints == []


def test_the_list_of_sources_is_held_to_what_a_round_gives_me(
    own_address: str, at: Opened, file: Path, complaints: list[str]
) -> None:
    with open_study(file, user="Rina") as study:
        coders = [user.name for user in study.users][:2]
        plan = study.rounds.plan(coders, sources=["S-01", "G-01", "DS-01"], overlap=1)
        study.rounds.open("Pilot", plan)
        study.rounds.mark("Pilot", ["G-01"])
    page = at(own_address, "/reduce")
    expect(page.locator(".source-line[title='G-01']")).to_be_visible()
    page.get_by_role("button", name="How sources are listed").click()
    page.get_by_role("menuitem", name="Mine to read: 2").click()
    expect(page.locator(".source-line")).to_have_count(2)
    expect(page.locator(".source-line[title='G-01']")).to_have_count(0)
    assert complaints == []


def test_saturation_is_asked_in_other_ways_and_switched_off(
    own_address: str, at: Opened, complaints: list[str]
) -> None:
    page = at(own_address, "/quality/saturation")
    expect(page.get_by_role("heading", name="What is thin")).to_be_visible()
    page.get_by_role("button", name="Told by").click()
    page.get_by_role("option", name="Cases").click()
    expect(page.get_by_role("heading", name="Not reached by this rule")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Reckon no saturation").click()
    page.get_by_label("Why not").fill("We work reflexively.")
    page.get_by_role("button", name="Reckon none").click()
    expect(page.get_by_role("heading", name="This study reckons no saturation")).to_be_visible()
    expect(page.get_by_text("We work reflexively.")).to_be_visible()
    assert complaints == []
