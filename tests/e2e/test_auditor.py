"""An auditor walks through a copy and remarks; the remarks come back to where they were made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from support.conclude import report
from support.served import run, saved, serving

Opened = Callable[[str, str], Page]


def test_an_auditor_remarks_in_a_copy_and_is_answered_in_the_study(
    demo: Path, tmp_path: Path, at: Opened
) -> None:
    study, copy, sent = (tmp_path / name for name in ("s.jejak", "c.jejak", "remarks.json"))
    shutil.copy(demo, study)
    run("audit", study, "--copy", copy, "--texts", "evidence")
    with serving(copy, "--user", "Dr. Tari") as address:
        page = at(address, "/report")
        expect(page.locator(".banner")).to_contain_text("copy for an auditor")
        report(page).locator("section#finding-F1 a.way").first.click()
        page.wait_for_url("**#/conclude/*")
        expect(page.get_by_role("button", name="Delete finding")).to_have_count(0)
        piece = page.locator("li.evidence").first
        piece.get_by_role("button", name="Remark").click()
        piece.get_by_label("What do you want to say?").fill("Is this irony?")
        piece.get_by_role("button", name="Keep").click()
        expect(piece.locator(".remark")).to_contain_text("Is this irony?")
        saved(page)
        page.goto(f"{page.url.partition('#')[0]}#/audit/remarks")
        with page.expect_download() as taken:
            page.get_by_role("button", name="Send remarks back").click()
        taken.value.save_as(sent)
    with serving(study) as address:
        page = at(address, "/audit/remarks")
        page.locator("input[type=file]").set_input_files(sent)
        card = page.locator(".remark").filter(has_text="Dr. Tari")
        expect(card).to_contain_text("Dr. Tari")
        card.get_by_label("Answer").click()
        page.keyboard.type("No, she says so twice.")
        page.keyboard.press("Control+Enter")
        saved(page)
        card.get_by_role("button", name="Settle").click()
        expect(card).to_contain_text("settled")
        saved(page)
    assert "No, she says so twice." in run("remarks", study)
