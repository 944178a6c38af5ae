"""Words chosen and coded at the desk, by pointer and by keys, as people do it all day."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from support.desk import PASSAGE, code_line, read, select, stripes_of
from support.served import saved, settle, violations

Opened = Callable[[str, str], Page]


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Find or make a code")


def code(page: Page, *names: str) -> None:
    """Types names of codes for what is selected, all but the last with Shift."""
    page.keyboard.press("c")
    expect(field(page)).to_be_focused()
    for name in names[:-1]:
        page.keyboard.type(name)
        page.keyboard.press("Shift+Enter")
    page.keyboard.type(names[-1])
    page.keyboard.press("Enter")


def test_a_code_is_typed_at_the_selection_and_taken_back(
    reading: Page, complaints: list[str]
) -> None:
    before = stripes_of(reading, "Anonimitas").count()
    select(reading)
    reading.keyboard.press("c")
    expect(field(reading)).to_be_focused()
    reading.keyboard.type("anon")
    assert violations(reading) == []
    # Esc backs out one level at a time.
    reading.keyboard.press("Escape")
    expect(field(reading)).to_have_value("")
    reading.keyboard.press("Escape")
    expect(reading.locator(".jr-text")).to_be_focused()
    expect(field(reading)).to_be_visible()
    reading.keyboard.press("Escape")
    expect(field(reading)).to_have_count(0)
    select(reading)
    code(reading, "anon")
    expect(stripes_of(reading, "Anonimitas")).to_have_count(before + 1)
    expect(reading.locator(".jr-text")).to_be_focused()
    expect(reading.get_by_role("button", name="Undo")).to_be_enabled()
    reading.keyboard.press("z")
    expect(stripes_of(reading, "Anonimitas")).to_have_count(before)
    reading.keyboard.press("Shift+Z")
    expect(stripes_of(reading, "Anonimitas")).to_have_count(before + 1)
    assert complaints == []


def test_several_codes_at_once_then_again_by_digit_and_repeat(reading: Page) -> None:
    select(reading)
    code(reading, "razia", "lelah")
    expect(stripes_of(reading, "Lelah")).to_have_count(1)
    razia = stripes_of(reading, "Razia").count()
    select(reading, "Skripsi mentok")
    reading.keyboard.press("r")
    expect(stripes_of(reading, "Lelah")).to_have_count(2)
    expect(stripes_of(reading, "Razia")).to_have_count(razia + 1)
    select(reading, "Silakan")
    expect(reading.get_by_role("list", name="Codes used last")).to_contain_text("Lelah")
    reading.keyboard.press("2")
    expect(stripes_of(reading, "Lelah")).to_have_count(3)


def test_a_new_code_and_one_in_vivo_and_one_without_a_pointer(reading: Page) -> None:
    select(reading)
    code(reading, "Risiko/Kebosanan")
    expect(stripes_of(reading, "Kebosanan")).to_have_count(1)
    expect(code_line(reading, "Kebosanan")).to_have_attribute("aria-level", "2")
    select(reading, "Boleh saya catat")
    reading.keyboard.press("v")
    expect(stripes_of(reading, "Boleh saya catat")).to_have_count(1)
    expect(code_line(reading, "Boleh saya catat")).to_have_attribute("aria-level", "1")
    reading.locator(".source-line[title='OBS-1']").focus()
    reading.keyboard.press("Enter")
    expect(reading.locator(".desk-bar h1")).to_have_text("OBS-1")
    expect(reading.locator(".jr-stripe").first).to_be_visible()
    reading.keyboard.press("j")
    expect(reading.locator(".jr-text")).to_be_focused()
    for _ in range(4):
        reading.keyboard.press("Control+Shift+ArrowRight")
    code(reading, "Tangan saja")
    expect(stripes_of(reading, "Tangan saja")).to_have_count(1)


def test_codings_are_walked_through_moved_taken_away_and_looked_at(reading: Page) -> None:
    expect(reading.locator(".jr-stripe").first).to_be_visible()
    reading.keyboard.press("n")
    coding = reading.locator(".jr-stripe.jr-lit").first.get_attribute("data-coding")
    stripe = reading.locator(f".jr-stripe[data-coding='{coding}']")
    before = stripe.get_attribute("aria-label") or ""
    reading.keyboard.press("}")
    expect(stripe).not_to_have_attribute("aria-label", before)
    reading.keyboard.press("{")
    expect(stripe).to_have_attribute("aria-label", before)
    reading.keyboard.press("x")
    expect(stripe).to_have_count(0)
    reading.keyboard.press("z")
    expect(stripe).to_have_count(1)
    # A memo by its key is about the coding, and its card shows it.
    reading.keyboard.press("n")
    settle(reading)
    lit = reading.locator(".jr-stripe.jr-lit").first
    expect(lit).to_be_visible()
    meant = reading.locator(f".jr-stripe[data-coding='{lit.get_attribute('data-coding')}']")
    reading.keyboard.press("m")
    reading.get_by_label("What do you think?").fill("Kebetulan yang tidak kebetulan.")
    reading.keyboard.press("Control+Enter")
    expect(reading.get_by_role("region", name="Notices")).to_contain_text("memo is saved")
    settle(reading)
    meant.click()
    card = reading.get_by_role("dialog")
    expect(card).to_contain_text("Rina")
    expect(card).to_contain_text("Kebetulan yang tidak kebetulan.")
    assert violations(reading) == []


def test_esc_leaves_an_empty_memo_and_keeps_a_written_one(reading: Page) -> None:
    reading.keyboard.press("m")
    written = reading.get_by_label("What do you think?")
    expect(written).to_be_focused()
    reading.keyboard.press("Escape")
    expect(reading.get_by_role("dialog")).to_have_count(0)
    reading.keyboard.press("m")
    expect(written).to_be_focused()
    reading.keyboard.type("Sepi yang ramai.")
    reading.keyboard.press("Escape")
    reading.mouse.click(10, 400)
    expect(written).to_have_value("Sepi yang ramai.")
    reading.get_by_role("button", name="Cancel").click()
    expect(reading.get_by_role("dialog")).to_have_count(0)


def test_evidence_is_given_from_the_selected_words_by_key(reading: Page) -> None:
    select(reading)
    reading.keyboard.press(".")
    picker = reading.get_by_role("dialog", name="For which finding?")
    expect(picker.get_by_role("option").first).to_be_visible()
    expect(picker).to_contain_text(PASSAGE)
    assert violations(reading) == []
    reading.keyboard.press("Shift+Enter")
    expect(reading.get_by_role("region", name="Notices")).to_contain_text("It contradicts")


def test_reading_goes_on_where_it_stopped(demo_address: str, at: Opened) -> None:
    reading = at(demo_address, "/reduce")
    read(reading, "DS-01")
    reading.locator(".reader").evaluate("(reader) => reader.scrollTo(0, 2400)")
    reading.wait_for_function(
        "() => Object.keys(JSON.parse(localStorage.jejak).state.positions)[0]"
    )
    shown = reading.evaluate(
        "() => [...document.querySelectorAll('.jr-block')].find((block) =>"
        " block.getBoundingClientRect().top > 200).dataset.number"
    )
    read(reading, "OBS-1")
    read(reading, "DS-01")
    expect(reading.locator(f".jr-block[data-number='{shown}']")).to_be_in_viewport()


def test_what_the_server_refuses_is_rolled_back_and_said(reading: Page) -> None:
    before = reading.locator(".jr-stripe").count()
    problem = (
        '{"title":"No","status":409,"detail":"The study is locked.","code":"x","hint":"Wait."}'
    )
    reading.route(
        "**/codings",
        lambda route: (
            route.fulfill(status=409, content_type="application/problem+json", body=problem)
            if route.request.method == "POST"
            else route.fallback()
        ),
    )
    select(reading)
    code(reading, "anon")
    notices = reading.get_by_role("region", name="Notices")
    expect(notices).to_contain_text("Not coded: Anonimitas")
    expect(notices).to_contain_text("The study is locked. Wait.")
    expect(reading.locator(".jr-stripe")).to_have_count(before)
    saved(reading)


def test_a_narrow_window_has_everything_in_drawers(
    demo_address: str, at: Opened, page: Page
) -> None:
    page.set_viewport_size({"width": 600, "height": 800})
    at(demo_address, "/reduce")
    page.get_by_role("button", name="Codebook").click()
    expect(page.get_by_role("tree")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Sources", exact=True).click()
    read(page, "OBS-2")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert violations(page) == []
