"""Events and ratings in the workspace: noted, changed, taken back and rated by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from support.desk import select
from support.served import violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def test_events_are_noted_changed_and_come_back(own_address: str, at: Opened) -> None:
    page = at(own_address, "/display")
    page.get_by_role("link", name="Events", exact=True).click()
    listed = page.get_by_role("list", name="Events")
    expect(listed.get_by_role("listitem")).to_have_count(15)
    assert violations(page) == []
    page.get_by_role("button", name="New event").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What happened").fill("Sidang skripsi")
    dialog.get_by_label("When").fill("after August 2020")
    dialog.get_by_text("DS", exact=True).click()
    assert violations(page) == []
    dialog.get_by_role("button", name="Save").click()
    made = listed.get_by_role("listitem").filter(has_text="Sidang skripsi")
    expect(made).to_contain_text("September 2020 or later")
    expect(made).to_contain_text("DS")
    made.get_by_role("button", name="Sidang skripsi").click()
    dialog.get_by_label("When").fill("soon")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("“soon” is no date.")).to_be_visible()
    dialog.get_by_role("button", name="Remove").click()
    expect(made).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(made).to_be_visible()
    page.get_by_label("Find events").fill("sidang")
    expect(listed.get_by_role("listitem")).to_have_count(1)


def test_words_become_an_event_and_evidence_for_one(reading: Page, file: Path) -> None:
    reading.keyboard.press("n")
    reading.keyboard.press("d")
    reading.get_by_role("button", name="Event", exact=True).click()
    reading.get_by_placeholder("Type to find an event").press("Enter")
    dialog = reading.get_by_role("dialog", name="New event")
    dialog.get_by_label("What happened").fill("Dari kata-kata")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    # Words that nobody coded show the same event.
    select(reading)
    reading.keyboard.press("E")
    reading.get_by_placeholder("Type to find an event").fill("dari kata")
    assert violations(reading) == []
    reading.get_by_role("option", name="Dari kata-kata").click()
    expect(reading.get_by_text("It shows “Dari kata-kata” now")).to_be_visible()
    with open_study(file) as study:
        event = study.events["Dari kata-kata"]
        assert len(event.passages) == 2
        assert event.passages[0].source.name == "DS-01"


def test_a_case_is_rated_beside_its_words(own_address: str, at: Opened) -> None:
    page = at(own_address, "/display/ratings")
    expect(page.get_by_text("highest: S, G")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="DS, kehati-hatian: sedang").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("list", name="Ratings").locator("> li")).to_have_count(2)
    expect(dialog.get_by_role("link", name="DS-01")).to_be_visible()
    dialog.get_by_role("button", name="Change the rating").last.press("Enter")
    dialog.get_by_role("group").get_by_label("Why").fill("Ia tak lagi menulis nama.")
    dialog.get_by_role("group").get_by_role("button", name="Save").click()
    expect(dialog.get_by_text("Ia tak lagi menulis nama.")).to_be_visible()
    shown = dialog.get_by_role("list", name="Ratings").locator("> li").last
    before = shown.get_by_role("link").count()
    shown.get_by_role("button", name="Add evidence").press("Enter")
    shown.get_by_label("Find coded passages").fill("teman")
    shown.get_by_role("list", name="Passages").get_by_role("button").first.press("Enter")
    expect(shown.get_by_role("link")).to_have_count(before + 1)
    shown.get_by_role("button", name="Take away").last.press("Enter")
    expect(shown.get_by_role("link")).to_have_count(before)
    assert violations(page) == []
    dialog.get_by_role("button", name="Level").click()
    page.get_by_role("option", name="tinggi").click()
    dialog.get_by_role("button", name="Rate", exact=True).click()
    expect(page.get_by_role("button", name="DS, kehati-hatian: tinggi")).to_be_visible()
    expect(page.get_by_text("highest: S, G, DS")).to_have_count(0)
    page.get_by_label("Find in levels and reasons").fill("tak lagi menulis")
    expect(page.get_by_text("1 rating in 1 of 3 cases.")).to_be_visible()


def test_a_case_shows_its_ratings_and_is_related(own_address: str, at: Opened) -> None:
    page = at(own_address, "/collect/cases")
    beside = page.get_by_role("region", name="About the selected case")
    expect(beside.get_by_role("region", name="Ratings")).to_contain_text("kehati-hatian")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").get_by_role("combobox").fill("rate this case")
    expect(page.get_by_role("option").first).to_contain_text("Rate this case")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_accessible_name("Rate a case")
    page.keyboard.press("Escape")
    ties = beside.get_by_role("region", name="Relations")
    ties.get_by_role("button", name="Add a relation").press("Enter")
    ties.get_by_label("What it is to the other").fill("mengenal")
    ties.get_by_role("combobox", name="Other case").fill("DS")
    ties.get_by_role("option", name="DS").click()
    ties.get_by_role("button", name="Relate").click()
    tie = ties.get_by_role("listitem").filter(has_text="mengenal")
    expect(tie).to_contain_text("DS")
    assert violations(page) == []
    tie.get_by_role("button", name="Remove the relation").press("Enter")
    expect(tie).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(tie).to_have_count(1)


def test_evidence_is_added_and_taken_away_after_an_event_was_made(
    own_address: str, at: Opened
) -> None:
    page = at(own_address, "/display/events")
    listed = page.get_by_role("list", name="Events")
    page.get_by_role("checkbox", name="Only critical").press("Space")
    expect(listed.get_by_role("listitem")).to_have_count(3)
    page.get_by_label("From", exact=True).fill("soon")
    expect(page.get_by_role("alert")).to_contain_text("is no date")
    page.get_by_label("From", exact=True).fill("")
    first = listed.get_by_role("listitem").first
    shown = first.get_by_role("link")
    before = shown.count()
    first.get_by_role("button").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Description").fill("Diceritakan dua kali.")
    dialog.get_by_role("button", name="Add evidence").press("Enter")
    dialog.get_by_label("Find coded passages").fill("teman")
    found = dialog.get_by_role("list", name="Passages").get_by_role("button").first
    found.press("Enter")
    evidence = dialog.get_by_role("region", name="Evidence").get_by_role("link")
    expect(evidence).to_have_count(before + 1)
    assert violations(page) == []
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    expect(first).to_contain_text("Diceritakan dua kali.")
    expect(shown).to_have_count(before + 1)
    undo = page.get_by_role("button", name="Undo", exact=True).first
    undo.click()
    expect(first).not_to_contain_text("Diceritakan dua kali.")
    undo.click()
    expect(shown).to_have_count(before)
    page.get_by_role("button", name="Redo", exact=True).first.click()
    expect(shown).to_have_count(before + 1)
    first.get_by_role("button").press("Enter")
    dialog.get_by_role("button", name="Take away").last.press("Enter")
    expect(evidence).to_have_count(before)


def test_a_state_is_made_led_to_and_found(own_address: str, at: Opened) -> None:
    page = at(own_address, "/display/events")
    states = page.get_by_role("list", name="States")
    page.get_by_role("button", name="New state").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("How things stood").fill("Bersembunyi")
    dialog.get_by_label("When").fill("after 2020")
    dialog.get_by_role("button", name="Save").click()
    made = states.get_by_role("listitem").filter(has_text="Bersembunyi")
    expect(made).to_contain_text("2021 or later")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").get_by_role("combobox").fill("bersembunyi")
    page.get_by_role("option", name="Bersembunyi").click()
    expect(dialog).to_have_accessible_name("Change the state")
    dialog.get_by_role("button", name="Add what leads to what").press("Enter")
    dialog.get_by_role("button", name="How").click()
    page.get_by_role("option", name="Follows from").click()
    dialog.get_by_role("button", name="Event or state").click()
    page.get_by_role("option").first.click()
    dialog.get_by_label("Why", exact=True).fill("takut")
    dialog.get_by_role("button", name="Say so").click()
    expect(dialog.get_by_role("button", name="No more: Follows from")).to_be_visible()
    assert violations(page) == []
    dialog.get_by_role("button", name="Cancel").click()
    expect(made).to_contain_text("(takut)")
    undo = page.get_by_role("button", name="Undo", exact=True).first
    undo.click()
    expect(made).not_to_contain_text("(takut)")
    undo.click()
    expect(made).to_have_count(0)
