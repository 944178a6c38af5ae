"""A manuscript in the workspace: brought in, walked by keys, tied, and taken out with notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.manuscripts import members, written
from support.served import in_both_schemes, saved

pytestmark = pytest.mark.browser

TEXT = [
    "Perantara bercerita: “Di Cuapan orang tidak perlu follow, tinggal ketik tagarnya, keluar semua.”",
    "Kata lain, “orang nggak perlu follow […] keluar semua” dan “ini tidak pernah dikatakan siapa pun”.",
]


def test_a_manuscript_is_compared_tied_and_annotated(
    at: Callable[..., Page], own_address: str, tmp_path: Path
) -> None:
    file = tmp_path / "bab 4.docx"
    file.write_bytes(written(TEXT))
    page = at(own_address, "/conclude/manuscripts")
    page.get_by_label("Bring a Word file in").first.set_input_files(file)
    panel = page.get_by_role("complementary", name="The passage")
    expect(panel.locator("ins").first).to_have_text("tidak")
    expect(panel.locator("del").first).to_have_text("nggak")
    expect(panel.get_by_text("not in the words of its source")).to_be_visible()
    page.keyboard.press("j")
    expect(panel.get_by_role("heading", name="Passage 2")).to_be_visible()
    page.keyboard.press("t")
    expect(panel.get_by_text("tied", exact=True)).to_be_visible()
    saved(page)
    assert in_both_schemes(page) == []
    page.get_by_role("button", name="Take out").click()
    with page.expect_download() as coming:
        page.get_by_role("menuitem", name="The Word file with comments").click()
    out = Path(coming.value.path()).read_bytes()
    assert "orang nggak perlu follow" in members(out)["word/comments.xml"].decode()
    page.get_by_role("button", name="Take out").click()
    with page.expect_download() as coming:
        page.get_by_role("menuitem", name="The Word file as it was brought in").click()
    assert Path(coming.value.path()).read_bytes() == file.read_bytes()
    page.get_by_role("button", name="Take out").click()
    with page.expect_download() as coming:
        page.get_by_role("menuitem", name="Bundle for transparent inquiry").click()
    assert "sources.csv" in members(Path(coming.value.path()).read_bytes())
