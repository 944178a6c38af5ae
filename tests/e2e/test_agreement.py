"""Where two people differ is looked at, settled by mouse and by keys, and taken back."""

from __future__ import annotations

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
