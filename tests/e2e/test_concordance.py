"""Words in their context: sorted, chosen by keys and coded where they stand."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from support.served import saved, violations


def test_lines_are_sorted_chosen_by_keys_coded_and_taken_back(
    own_address: str, page: Page, complaints: list[str]
) -> None:
    page.goto(own_address)
    page.goto(f"{own_address.split('#', maxsplit=1)[0]}#/concordance")
    page.get_by_role("searchbox", name="Word or words").fill("akun")
    told = page.locator(".concordance-told")
    expect(told).to_contain_text("74 lines")
    page.get_by_role("button", name="Sorted by").click()
    page.get_by_role("option", name="1 word before").click()
    before = page.locator(".concordance-before")
    expect(before.nth(8)).to_contain_text("Foto bunga. P: Berapa")
    expect(page).to_have_url(re.compile("sort=left1"))
    assert violations(page) == []
    page.get_by_role("row").nth(3).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    expect(told).to_contain_text("3 chosen")
    expect(page.get_by_role("row", selected=True)).to_have_count(3)
    page.get_by_role("combobox", name="Code with").click()
    page.keyboard.type("lelah")
    page.keyboard.press("Enter")
    expect(page.get_by_text("3 new codings")).to_be_visible()
    page.get_by_role("button", name="Code the 3 chosen").click()
    saved(page)
    expect(page.get_by_role("row").filter(has_text="Lelah")).to_have_count(3)
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_role("row").filter(has_text="Lelah")).to_have_count(0)
    page.get_by_role("row").nth(3).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".jr-text")).to_be_visible()
    assert complaints == []
