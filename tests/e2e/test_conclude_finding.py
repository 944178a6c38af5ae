"""A finding's page: evidence dragged and weighed by keys, rivals, its history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from jejak.study import open_study
from support.served import violations

Opened = Callable[[str, str], Page]
THIN = "Pelanggan kebanyakan mahasiswa."


def finding(page: Page, words: str = THIN) -> Page:
    page.get_by_role("link", name=words).click()
    expect(page.get_by_role("heading", name="Checks", exact=True)).to_be_visible()
    expect(page.get_by_role("article").nth(1)).to_be_visible()
    return page


def group(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name=title)


def evidence(study: Path, words: str = THIN) -> list[tuple[str, str]]:
    with open_study(study, user="Rina") as opened:
        one = next(one for one in opened.findings.all() if one.statement == words)
        cards = opened.findings.evidence(one)
        return [(card.evidence.stance, card.segment.text) for card in cards if card.segment]


def test_evidence_is_dragged_from_one_stance_to_another(
    own_address: str, at: Opened, tmp_path: Path, complaints: list[str]
) -> None:
    page = finding(at(own_address, "/conclude"))
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
    found = evidence(tmp_path / "study.jejak")
    assert ("contradicts", words) in found
    assert ("qualifies", new) in found
    assert complaints == []


def test_what_is_not_weighed_is_weighed_by_keys_alone(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    page = finding(at(own_address, "/conclude"))
    before = evidence(tmp_path / "study.jejak")
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
    after = evidence(tmp_path / "study.jejak")
    assert sorted(set(after) - set(before)) == sorted(
        [("supports", words[0]), ("contradicts", words[3])]
    )
    piece = group(page, "What contradicts it").get_by_role("listitem").first
    piece.focus()
    page.keyboard.press("q")
    expect(page.get_by_text("4 for · 1 qualifying · 0 against")).to_be_visible()


def test_rivals_are_set_with_a_reason_and_the_history_tells(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    page = finding(at(own_address, "/conclude"))
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
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        rival = study.findings.card(study.findings.get("F6")).rivals[0]
        assert (rival.finding.label, rival.why) == ("F1", "Terlalu sedikit suara.")
