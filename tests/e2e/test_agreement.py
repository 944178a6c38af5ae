"""Where two people differ is looked at, settled by mouse and by keys, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jejak.model import Settlement
from support.coders import coded_study
from support.served import build_workspace, saved, serving
from support.written import open_study

CODINGS = (
    ("Rina", "S-1", 11, 30, "A"), ("Rina", "S-2", 0, 10, "B"), ("Bayu", "S-2", 4, 16, "B"),
    ("Rina", "S-1", 0, 5, "B"), ("Bayu", "S-1", 0, 5, "B"),
)  # fmt: skip


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    build_workspace()
    coded_study(tmp_path, CODINGS).close()
    with serving(tmp_path / "coders.jejak") as served:
        yield served


def test_disagreements_are_settled_one_after_the_other_and_undone(
    address: str, at: Callable[[str, str], Page], tmp_path: Path, complaints: list[str]
) -> None:
    page = at(address, "/quality/agreement")
    before = page.get_by_role("region", name="All codes jointly: Krippendorff’s alpha").locator(
        "strong"
    )
    figure = before.inner_text()
    page.get_by_role("link", name="They differ at 2 places: look at them").click()
    expect(page.get_by_text("2 disagreements are open.")).to_be_visible()

    # By keys: its reason, then Rina's version.
    panel = page.get_by_role("region", name="A in S-1")
    expect(panel).to_be_focused()
    rina = panel.get_by_role("listitem").filter(has_text="Rina")
    expect(rina.locator("mark")).to_have_text("abcdefghij KLMNOPQR")
    page.keyboard.press("r")
    page.keyboard.type("bn1 it is")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    expect(page.get_by_text("1 disagreement is open.")).to_be_visible()
    saved(page)
    page.keyboard.press("Control+z")
    expect(page.get_by_text("2 disagreements are open.")).to_be_visible()
    page.keyboard.press("Control+Shift+z")
    expect(page.get_by_text("1 disagreement is open.")).to_be_visible()

    # By mouse: the next one stands there already.
    panel = page.get_by_role("region", name="B in S-2")
    expect(panel.locator("mark")).to_have_text(["0123456789", "456789 abcde"])
    page.get_by_role("button", name="Inner boundaries").click()
    expect(page.get_by_text("Nobody differs over what several people read.")).to_be_visible()
    saved(page)
    page.get_by_text("Settled", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("bn1 it is")
    expect(page.get_by_role("main")).to_contain_text("Before: Rina 11–30; Bayu did not code it.")
    page.get_by_text("Figures", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text(
        "Now 1.000, after 2 disagreements were settled."
    )
    assert before.inner_text() == figure

    page.keyboard.press("Control+z")
    expect(page.get_by_role("link", name="They differ at 1 place: look at it")).to_be_visible()
    saved(page)
    with open_study(tmp_path / "coders.jejak") as study:
        assert [one.reason for one in study.store.all(Settlement)] == ["bn1 it is"]
    assert complaints == []


def test_a_coefficient_is_told_how_to_weigh_and_what_it_did_is_said(
    address: str, at: Callable[[str, str], Page], complaints: list[str]
) -> None:
    page = at(address, "/quality/agreement?measure=cohen-kappa")
    page.get_by_role("button", name="Weights").click()
    page.get_by_role("option", name="linear").click()
    page.get_by_text("For the methods section").click()
    expect(page.get_by_role("main")).to_contain_text("Its settings are weights linear.")
    expect(page).to_have_url(re.compile(r"set\.weights=linear"))
    page.get_by_role("button", name="Coefficient").click()
    page.get_by_role("option", name="F1 of stretches").click()
    expect(page.get_by_role("button", name="Unit")).to_have_count(0)
    share = page.get_by_label("Share to overlap")
    share.fill("0,8")
    share.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Its settings are overlap 0.8.")
    share.fill("0.2")
    share.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("The overlap must be more than 0.5")
    assert [one for one in complaints if "422" not in one] == []


def test_several_codes_at_one_place_are_settled_at_once(
    at: Callable[[str, str], Page], tmp_path: Path, complaints: list[str]
) -> None:
    codings = [
        ("Rina", "S-1", 11, 21, "A"), ("Bayu", "S-1", 11, 21, "B"), ("Bayu", "S-1", 11, 21, "C"),
        ("Rina", "S-2", 0, 5, "C"), ("Bayu", "S-2", 0, 5, "A"),
    ]  # fmt: skip
    coded_study(tmp_path, codings).close()
    with serving(tmp_path / "coders.jejak") as address:
        page = at(address, "/quality/agreement/open")
        expect(page.get_by_text("5 disagreements are open.")).to_be_visible()
        panel = page.get_by_role("region", name="A in S-1")
        beside = panel.get_by_role("group", name="At the same place; settle alike (a)")
        expect(beside.get_by_role("checkbox")).to_have_count(2)
        expect(panel.get_by_role("button", name="Every version")).to_have_count(0)
        page.keyboard.press("a")
        expect(
            beside.get_by_role("checkbox", name="C Bayu coded it; Rina did not.")
        ).to_be_checked()
        expect(panel.get_by_role("button", name="Every version")).to_be_visible()
        beside.get_by_role("checkbox", name="C Bayu").focus()
        page.keyboard.press("Space")
        panel.get_by_role("button", name="Keep Bayu’s").click()
        expect(page.get_by_text("2 disagreements are settled")).to_be_visible()
        expect(page.get_by_role("region", name="C in S-1")).to_be_focused()
        expect(page.get_by_text("3 disagreements are open.")).to_be_visible()
        saved(page)
        page.keyboard.press("Control+z")
        expect(page.get_by_text("5 disagreements are open.")).to_be_visible()
        saved(page)
        page.keyboard.press("Control+Shift+z")
        expect(page.get_by_text("3 disagreements are open.")).to_be_visible()
        saved(page)
        assert complaints == []
    with open_study(tmp_path / "coders.jejak") as study:
        corpus = study.store.corpus()
        found = zip(corpus.codings.start, corpus.codings.coder, corpus.codings.code, strict=True)
        left = {
            (corpus.users.name[who], corpus.codes.name[code]) for at, who, code in found if at == 11
        }
        assert left == {("Rina", "B"), ("Bayu", "B"), ("Bayu", "C")}
