"""A finding's page: written, evidence weighed by click, drag and key, checks, rivals, its history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from jejak.displays import DISPLAYS
from support.conclude import THIN, choose, evidence_of, group, open_finding
from support.served import violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def test_evidence_is_dragged_from_one_stance_to_another(
    own_address: str, at: Opened, file: Path, complaints: list[str]
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    quote = group(page, "What supports it").locator("blockquote").first
    words = quote.locator("mark").inner_text()
    quote.drag_to(group(page, "What contradicts it").get_by_role("heading"))
    against = group(page, "What contradicts it").get_by_role("article")
    expect(against.locator("mark")).to_have_text(words)
    offered = group(page, "Not yet weighed").locator("blockquote").first
    new = offered.locator("mark").inner_text()
    offered.drag_to(
        page.get_by_role("navigation", name="Evidence at a glance").get_by_role(
            "button", name="Qualifies"
        )
    )
    qualifying = group(page, "What qualifies it").get_by_role("article")
    expect(qualifying.locator("mark")).to_have_text(new)
    expect(page.get_by_text("2 for · 1 qualifying · 1 against")).to_be_visible()
    found = evidence_of(file, THIN)
    assert ("contradicts", words) in found
    assert ("qualifies", new) in found
    assert complaints == []


def test_what_is_not_weighed_is_weighed_by_keys_alone(
    own_address: str, at: Opened, file: Path
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    before = evidence_of(file, THIN)
    offered = group(page, "Not yet weighed").get_by_role("listitem")
    words = [offered.nth(n).locator("mark").inner_text() for n in range(6)]
    page.keyboard.press("j")
    expect(offered.first).to_be_focused()
    page.keyboard.press("s")
    # What overlaps the one that was weighed goes with it, and the keyboard goes on.
    expect(offered.first.locator("mark")).to_have_text(words[2])
    expect(offered.first).to_be_focused()
    page.keyboard.press("x")
    expect(offered.nth(1)).to_be_focused()
    page.keyboard.press("c")
    expect(offered.nth(1).locator("mark")).to_have_text(words[5])
    expect(offered.nth(1)).to_be_focused()
    expect(page.get_by_text("4 for · 0 qualifying · 1 against")).to_be_visible()
    after = evidence_of(file, THIN)
    assert sorted(set(after) - set(before)) == sorted(
        [("supports", words[0]), ("contradicts", words[3])]
    )
    piece = group(page, "What contradicts it").get_by_role("listitem").first
    piece.focus()
    page.keyboard.press("q")
    expect(page.get_by_text("4 for · 1 qualifying · 0 against")).to_be_visible()


def test_rivals_are_set_with_a_reason_and_the_history_tells(
    own_address: str, at: Opened, file: Path
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    rivals = group(page, "Rivals")
    rivals.get_by_role("button", name="Set a finding against it").click()
    page.get_by_role("option", name="F1").click()
    why = rivals.get_by_role("textbox", name="Why not F1?")
    why.fill("Terlalu sedikit suara.")
    page.keyboard.press("Control+Enter")
    story = group(page, "History of this finding")
    expect(story).to_contain_text("Set F1 as a rival of F6")
    rivals.get_by_role("link", name="F1").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("F1")
    expect(group(page, "Rivals").get_by_role("textbox", name="Why not F6?")).to_have_value(
        "Terlalu sedikit suara."
    )
    assert violations(page) == []
    with open_study(file, user="Rina") as study:
        rival = study.findings.card(study.findings.get("F6")).rivals[0]
        assert (rival.finding.label, rival.why) == ("F1", "Terlalu sedikit suara.")


def test_a_finding_is_begun_edited_and_deleted_with_a_way_back(
    own_address: str, at: Opened
) -> None:
    page = at(own_address, "/conclude")
    page.get_by_role("button", name="New finding").click()
    page.get_by_role("textbox", name="What do you conclude?").fill("Pulsa adalah saringan.")
    page.get_by_role("button", name="Add finding").click()
    statement = page.get_by_role("textbox", name="Statement")
    expect(statement).to_have_value("Pulsa adalah saringan.")
    statement.fill("Pulsa adalah tiket dan saringan.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("tiket dan saringan")
    choose(page, page.get_by_role("button", name="Status"), "Qualified True within limits")
    page.reload()
    expect(statement).to_have_value("Pulsa adalah tiket dan saringan.")
    expect(page.get_by_role("button", name="Status")).to_contain_text("Qualified")
    page.get_by_role("button", name="Delete finding").click()
    card = page.get_by_role("link", name="tiket dan saringan")
    expect(page.get_by_role("heading", name="Conclude", level=1)).to_be_visible()
    expect(card).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).last.click()
    expect(card).to_be_visible()


def test_words_written_in_two_windows_at_once_are_not_lost(
    own_address: str, at: Opened, context: Any
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    other = context.new_page()
    other.goto(f"{own_address}{page.url[page.url.index('#') :]}")
    mine = page.get_by_role("textbox", name="Statement")
    theirs = other.get_by_role("textbox", name="Statement")
    mine.fill("Pelanggan yang terwawancarai adalah mahasiswa.")
    theirs.fill("Seorang pelanggan adalah mahasiswa.")
    other.keyboard.press("Control+Enter")
    meanwhile = page.get_by_role("alert")
    expect(meanwhile).to_contain_text("“Seorang pelanggan adalah mahasiswa.”")
    mine.focus()
    page.keyboard.press("Control+Enter")
    expect(mine).to_have_value("Pelanggan yang terwawancarai adalah mahasiswa.")
    assert violations(page) == []
    expect(theirs).to_have_value("Seorang pelanggan adalah mahasiswa.")
    meanwhile.get_by_role("button", name="Save mine").click()
    expect(theirs).to_have_value("Pelanggan yang terwawancarai adalah mahasiswa.")
    expect(meanwhile).to_have_count(0)


def test_a_segment_is_weighed_at_one_click_and_taken_back(own_address: str, at: Opened) -> None:
    page = open_finding(at(own_address, "/conclude"))
    offered = group(page, "Not yet weighed").get_by_role("listitem")
    words = offered.first.locator("mark").inner_text()
    before = group(page, "What contradicts it").get_by_role("article")
    expect(before).to_have_count(0)
    offered.first.get_by_role("textbox").fill("Usianya lain.")
    offered.first.get_by_role("button", name="Contradicts").click()
    against = group(page, "What contradicts it").get_by_role("article")
    expect(against).to_have_count(1)
    expect(against.locator("mark")).to_have_text(words)
    expect(against.get_by_role("textbox", name="Why it counts")).to_have_value("Usianya lain.")
    expect(page.get_by_text("3 for · 0 qualifying · 1 against")).to_be_visible()
    against.get_by_title("Qualifies").click()
    expect(page.get_by_text("3 for · 1 qualifying · 0 against")).to_be_visible()
    qualifying = group(page, "What qualifies it").get_by_role("article")
    choose(page, qualifying.get_by_role("button", name="Weight"), "5")
    expect(qualifying.get_by_role("button", name="Weight")).to_contain_text("5")
    qualifying.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("3 for · 0 qualifying · 0 against")).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).last.click()
    expect(page.get_by_text("3 for · 1 qualifying · 0 against")).to_be_visible()


def test_a_check_is_judged_and_grows_stale_when_what_it_rests_on_changes(
    own_address: str, at: Opened
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    check = page.get_by_role("region", name="Checks").get_by_role("listitem")
    check = check.filter(has_text="Several participants")
    expect(check).to_contain_text("Fails")
    check.get_by_text("What it rests on").click()
    expect(check.get_by_text("Limit used (Jejak’s own)")).to_be_visible()
    check.get_by_role("button", name="Judge it yourself").click()
    choose(page, check.get_by_role("button", name="Verdict"), "Weak")
    check.get_by_role("textbox", name="Your reasons").fill("Baru satu suara.")
    check.get_by_role("button", name="Save judgement").click()
    expect(check).to_contain_text("Rina judged: Weak")
    expect(check).to_contain_text("Shown today: Fails")
    expect(check).not_to_contain_text("Out of date")
    group(page, "What supports it").get_by_role("button", name="Remove").first.click()
    expect(check).to_contain_text("Out of date")


def test_what_people_must_say_is_put_on_record_changed_and_taken_back(
    own_address: str, at: Opened, file: Path, complaints: list[str]
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    checks = page.get_by_role("region", name="Checks").get_by_role("listitem")
    check = checks.filter(has_text="Negative evidence")
    check.get_by_role("button", name="Put a search on record").click()
    form = check.get_by_role("form", name="A search for what speaks against it")
    expect(form.get_by_role("textbox", name="Query")).to_be_focused()
    page.keyboard.type("coder:Rina")
    page.keyboard.press("Control+Enter")
    expect(form.get_by_role("alert")).to_contain_text("Segments looked through")
    form.get_by_role("textbox", name="Segments looked through").fill("12")
    form.get_by_role("textbox", name="Of them against it").fill("0")
    page.keyboard.press("Control+Enter")
    expect(check).to_contain_text("12 segments were looked through, none speaks against it")
    expect(check.get_by_role("button", name="Put a search on record")).to_be_focused()
    check.get_by_role("button", name="Change coder:Rina").click()
    form.get_by_role("textbox", name="Of them against it").fill("2")
    page.keyboard.press("Control+Enter")
    expect(check).to_contain_text("2 speak against it")
    check.get_by_role("button", name="Take off the record").click()
    expect(check).to_contain_text("No search for what speaks against it is on record")
    page.get_by_role("button", name="Undo", exact=True).last.click()
    expect(check).to_contain_text("2 speak against it")
    words = checks.filter(has_text="Words of quantity")
    words.get_by_role("button", name="Bind a word to a count").click()
    expect(words.get_by_role("combobox", name="Word of the statement")).to_have_value("kebanyakan")
    words.get_by_role("textbox", name="Query").fill("case in (G)")
    page.keyboard.press("Control+Enter")
    expect(words.get_by_role("list", name="On record")).to_contain_text("50%")
    assert violations(page) == []
    assert complaints == []
    assert on_record(file) == {"search": 1, "quantity": 1}


def test_what_is_merely_plausible_is_marked_and_reasoned_step_by_step(
    own_address: str, at: Opened, file: Path
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    page.get_by_role("button", name="Mark as plausible only").click()
    expect(page.get_by_text("Plausible only", exact=True)).to_be_visible()
    choose(page, page.get_by_role("button", name="Status"), "Qualified True within limits")
    expect(page.get_by_text("It is marked as merely plausible").last).to_be_visible()
    surprises = page.get_by_role("region", name="Checks").get_by_role("listitem")
    surprises = surprises.filter(has_text="Surprises")
    surprises.get_by_role("button", name="Put a surprise on record").click()
    page.keyboard.type("Semua mengaku.")
    page.keyboard.press("Control+Enter")
    expect(surprises).to_contain_text("Surprises on record: 1; without a result yet: 1")
    reasoning = page.get_by_role("region", name="Reasoning")
    reasoning.get_by_role("button", name="Add a step").click()
    reasoning.get_by_role("textbox", name="Proposition").fill("Jam ramai mengikuti kuliah.")
    page.keyboard.press("Control+Enter")
    expect(reasoning).to_contain_text("nothing on record shows it")
    reasoning.get_by_role("button", name="Tie words of the evidence").click()
    page.get_by_role("option").first.click()
    expect(reasoning).to_contain_text("words show it, but nothing it predicts was seen")
    assert violations(page) == []
    assert on_record(file) == {"plausible": 1, "surprise": 1, "step": 1}


def test_what_could_be_evidence_is_looked_for_in_other_ways(
    own_address: str, at: Opened, file: Path
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    before = len(evidence_of(file, THIN))
    offers = group(page, "Not yet weighed")
    offers.get_by_text("Alike in words").click()
    first = offers.get_by_role("listitem").first
    expect(first).to_contain_text("It shares with the evidence: mahasiswa")
    words = first.locator("mark").inner_text()
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("c")
    against = group(page, "What contradicts it").get_by_role("article")
    expect(against.locator("mark")).to_have_text(words)
    offers.get_by_text("By a query").click()
    offers.get_by_role("textbox", name="Query").fill('text:"kampus"')
    offers.get_by_role("button", name="Look", exact=True).click()
    expect(offers.get_by_role("listitem").first).to_contain_text("finds it")
    offers.get_by_role("button", name="Put on record").click()
    checks = page.get_by_role("region", name="Checks").get_by_role("listitem")
    expect(checks.filter(has_text="Negative evidence")).to_contain_text("none speaks against it")
    assert violations(page) == []
    assert on_record(file) == {"search": 1}
    assert len(evidence_of(file, THIN)) == before + 1


def test_circumstances_make_a_weight_words_are_translated_and_components_of_confidence_are_explained(
    own_address: str, at: Opened, file: Path
) -> None:
    page = open_finding(at(own_address, "/conclude"))
    offered = group(page, "Not yet weighed").get_by_role("listitem").first
    offered.get_by_role("button", name="Contradicts").click()
    piece = group(page, "What contradicts it").locator("li.evidence")
    piece.focus()
    page.keyboard.press("1")
    expect(piece).to_contain_text("1 by circumstances")
    piece.locator("summary", has_text="Circumstances").click()
    expect(piece.get_by_role("radio", name="yes").first).to_be_checked()
    piece.get_by_role("radiogroup", name="Observed").get_by_text("yes").click()
    expect(piece).to_contain_text("2 by circumstances")
    piece.locator("summary", has_text="Translation").click()
    piece.get_by_role("textbox", name="In English").fill("It would show at once.")
    page.keyboard.press("Control+Enter")
    expect(piece.locator(".translated[lang=en]")).to_have_text("It would show at once.")
    relevance = page.get_by_role("region", name="Relevance")
    relevance.get_by_role("button", name="Appraise").click()
    choose(page, relevance.get_by_role("button", name="Concerns"), "minor concerns")
    relevance.get_by_role("textbox", name="Why").fill("Satu suara saja.")
    page.keyboard.press("Control+Enter")
    expect(relevance).to_contain_text("minor concerns")
    expect(relevance.get_by_role("button", name="Appraise")).to_have_count(0)
    assert violations(page) == []
    assert on_record(file) == {"appraisal": 1}


def on_record(file: Path) -> dict[str, int]:
    """How many records of each kind the thin finding has, from the file."""
    with open_study(file, user="Rina") as study:
        found = study.verification.of(study.findings.get("F6"))
        counts = {kind: len(records) for kind, records in found.items() if records}
    # Three are there from the beginning.
    return {
        kind: n - 3 * (kind == "appraisal")
        for kind, n in counts.items()
        if kind != "appraisal" or n > 3
    }


def test_each_way_to_find_meaning_leads_to_tools_that_are_there(
    own_address: str, at: Opened
) -> None:
    page = at(own_address, "/conclude/meaning")
    ways = page.locator(".meaning-tactics > li")
    expect(ways).to_have_count(13)
    expect(page.get_by_role("link", name="Contrast table")).to_be_visible()
    links = [one.get_attribute("href") or "" for one in ways.get_by_role("link").all()]
    asked = {one.split("/display/")[1] for one in links if "/display/" in one}
    assert asked <= set(DISPLAYS.names())
    assert violations(page) == []
    page.get_by_role("link", name="Begin a finding about a pattern").click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Kind")).to_contain_text("Pattern")
