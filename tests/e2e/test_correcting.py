"""A text corrected in its place: what happens to the codings around it, on the screen and in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from jejak.model import Coding, Segment
from jejak.study import create_study
from support.reading import words_of
from support.served import build_workspace, serving, violations
from support.written import open_study

Opened = Callable[[str, str], Page]
LINES = [
    "P: Bagaimana kamu memakai akun itu setiap hari?",
    "G: Saya pakai dua akun 😀 supaya aman, lalu saya bikin akun baru lagi setiap bulan karena takut.",
    "P: Lalu bagaimana dengan teman-temanmu di kampus?",
    "G: Teman saya juga begitu, tidak ada yang pakai nama asli di sana.",
]
TEXT = "\n".join(LINES)
# What a person does to the second block: words taken out, put in, and written anew.
CHANGES = [("lalu saya bikin ", ""), ("bulan", "akhir bulan"), ("takut", "khawatir")]


def place_of(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


CUT = place_of("lalu saya bikin ")
WRITTEN = place_of("takut")


def spans() -> list[tuple[int, int]]:
    """Two hundred stretches around the edit: before, after, across, inside, and touching its ends."""
    start, end = CUT
    chosen = [(start, end), (start - 6, start), (end, end + 8), (start, start + 4), (end - 4, end)]
    chosen += [
        (start - 5, end + 5),
        (start + 2, end - 2),
        (start - 3, start + 7),
        (end - 3, end + 9),
    ]
    start, end = WRITTEN
    chosen += [(start, end), (start + 1, end - 1), (start - 4, start), (end, end + 1)]
    at = 0
    while len(chosen) < 200:
        at += 1
        begin = (at * 7) % (len(TEXT) - 24)
        one = (begin, begin + 2 + (at * 5) % 21)
        if one not in chosen:
            chosen.append(one)
    return chosen


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    build_workspace()
    path = tmp_path / "study.jejak"
    (tmp_path / "DS-01.txt").write_text(TEXT, "utf-8")
    with create_study(path, "Teks", user="Rina") as study:
        study.sources.add([tmp_path / "DS-01.txt"])
        source = study.sources.get("DS-01")
        for number in range(5):
            study.codebook.add(f"Kode {number}")
        with study.change("Code all over"):
            for number, (start, end) in enumerate(spans()):
                study.coding.apply(source, start, end, [f"Kode {number % 5}"])
    with serving(path) as address:
        yield address, path


def in_file(path: Path) -> dict[str, tuple[int, int, str | None]]:
    """Every coding's stretch, and the words it lost."""
    with open_study(path, user="Rina") as study:
        segments = {one.guid: one for one in study.store.all(Segment)}
        return {
            coding.guid: (
                segments[coding.segment].start, segments[coding.segment].end,
                segments[coding.segment].lost,
            )
            for coding in study.store.all(Coding)
        }  # fmt: skip


def text_in(path: Path) -> str:
    with open_study(path, user="Rina") as study:
        return study.sources.text(study.sources.get("DS-01"))


def corrected() -> tuple[str, dict[int, int], set[int]]:
    """The new text, where each letter of the old one is in it, and where letters were put in."""
    letters: list[tuple[str, int | None]] = [(letter, at) for at, letter in enumerate(TEXT)]
    for old, new in CHANGES:
        now = "".join(letter for letter, _ in letters)
        at = now.index(old)
        keeps = len(old) if new.endswith(old) else 0  # put in before
        head = new[: len(new) - keeps]
        letters[at : at + len(old) - keeps] = [(letter, None) for letter in head]
    place = {old: now for now, (_, old) in enumerate(letters) if old is not None}
    put_in = {now for now, (_, old) in enumerate(letters) if old is None}
    return "".join(letter for letter, _ in letters), place, put_in


def is_right(start: int, end: int, found: tuple[int, int, str | None]) -> bool:
    """Whether a stretch has all of its letters that are left, and besides only ones put in."""
    new, place, put_in = corrected()
    kept = {place[at] for at in range(start, end) if at in place}
    begin, finish, lost = found
    inside = set(range(begin, finish))
    rewritten = start <= WRITTEN[0] and WRITTEN[1] <= end
    if not kept and not rewritten:
        return lost == TEXT[start:end]
    return lost is None and kept <= inside and inside - kept <= put_in and finish <= len(new)


def quotes_on_screen(page: Page) -> set[str]:
    """The words that the reader colours, each stretch by itself."""
    return set(words_of(page, "-colour-"))


def opened(page: Page, number: int = 2, *, moves: int = 2) -> Any:
    """The editor of a block, come to by keys."""
    page.locator(".jr-text").focus()
    for _ in range(moves):
        page.keyboard.press("j")
    page.keyboard.press("e")
    field = page.get_by_role("textbox", name=f"Words of block {number}")
    expect(field).to_be_focused()
    return field


@pytest.fixture
def reading(coded: tuple[str, Path], at: Opened) -> Page:
    page = at(coded[0], "/reduce")
    expect(page.locator(".jr-stripe").first).to_be_visible()
    return page


def test_two_hundred_codings_around_an_edit(coded: tuple[str, Path], reading: Page) -> None:
    path = coded[1]
    before, field = in_file(path), opened(reading)
    assert len(before) == 200
    expect(field).to_have_value(LINES[1])
    new, _, _ = corrected()
    field.fill(new.split("\n")[1])
    expect(reading.locator(".correct-effect")).to_contain_text("move with their words")
    expect(reading.locator(".correct-effect")).to_contain_text("would lose all")
    assert violations(reading) == []
    reading.keyboard.press("Control+Enter")
    expect(reading.get_by_text("The text was corrected")).to_be_visible()
    assert text_in(path) == new
    after = in_file(path)
    assert set(after) == set(before)
    wrong = {
        TEXT[start:end]: after[guid]
        for guid, (start, end, _) in before.items()
        if not is_right(start, end, after[guid])
    }
    assert wrong == {}
    words = place_of("takut")
    written = next(guid for guid, one in before.items() if one[:2] == words)
    assert new[after[written][0] : after[written][1]] == "khawatir"
    settled = {new[a:b] for a, b, lost in after.values() if lost is None and "\n" not in new[a:b]}
    reading.wait_for_function("() => !document.querySelector('.jr-edit')")
    shown = quotes_on_screen(reading)
    assert {quote for quote in settled if quote not in shown} == set()
    expect(reading.locator(".jr-note[data-kind=lost]").first).to_be_visible()
    reading.locator(".jr-text").focus()
    reading.keyboard.press("z")
    expect(reading.locator(".jr-block").nth(1)).to_have_text(LINES[1])
    assert (text_in(path), in_file(path)) == (TEXT, before)
    assert {TEXT[a:b] for a, b, _ in before.values() if "\n" not in TEXT[a:b]} <= quotes_on_screen(
        reading
    )


def test_words_typed_are_asked_for_before_they_are_thrown_away(reading: Page) -> None:
    field = opened(reading)
    reading.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(reading.locator(".jr-text")).to_be_focused()
    field = opened(reading, moves=0)
    reading.keyboard.type("Baru. ")
    reading.keyboard.press("Escape")
    expect(reading.get_by_text("Throw away what was typed?")).to_be_visible()
    reading.get_by_role("button", name="Go on typing").click()
    expect(field).to_be_focused()
    reading.keyboard.press("Escape")
    reading.get_by_role("button", name="Throw away").click()
    expect(field).to_have_count(0)
    expect(reading.locator(".jr-block").nth(1)).to_have_text(LINES[1])


def test_what_another_window_corrects_meanwhile_is_shown_beside_what_was_typed(
    coded: tuple[str, Path], reading: Page
) -> None:
    address, path = coded
    field = opened(reading)
    field.fill(LINES[1] + " Sungguh.")
    other = reading.context.new_page()
    other.goto(f"{address}#/reduce")
    expect(other.locator(".jr-stripe").first).to_be_visible()
    theirs = opened(other)
    theirs.fill("G: Lain sama sekali.")
    other.keyboard.press("Control+Enter")
    expect(other.get_by_text("The text was corrected")).to_be_visible()
    expect(reading.get_by_text("Somebody corrected this block meanwhile.")).to_be_visible()
    expect(reading.locator(".correct-conflict blockquote")).to_have_text("G: Lain sama sekali.")
    expect(field).to_have_value(LINES[1] + " Sungguh.")
    reading.get_by_role("button", name="Put mine in its place").click()
    reading.get_by_role("button", name="Save the text").click()
    expect(reading.get_by_text("The text was corrected")).to_be_visible()
    assert text_in(path).split("\n")[1] == LINES[1] + " Sungguh."
    expect(other.locator(".jr-block").nth(1)).to_have_text(LINES[1] + " Sungguh.")


def test_a_long_text_does_not_jump_when_a_word_of_it_is_corrected(
    tmp_path: Path, at: Opened
) -> None:
    build_workspace()
    path = tmp_path / "long.jejak"
    lines = [
        f"{'PG'[at % 2]}: Kalimat {at} yang cukup panjang untuk dibaca. " * 3 for at in range(400)
    ]
    (tmp_path / "L.txt").write_text("\n".join(lines), "utf-8")
    with create_study(path, "Panjang", user="Rina") as study:
        study.sources.add([tmp_path / "L.txt"])
    with serving(path) as address:
        page = at(address, "/reduce")
        block = page.locator(".jr-block[data-number='201']")
        page.evaluate("() => document.querySelector('.reader').scrollTop = 9000")
        block.scroll_into_view_if_needed()
        block.click()
        page.keyboard.press("e")
        field = page.get_by_role("textbox", name="Words of block 201")
        expect(field).to_be_focused()
        after = page.locator(".jr-block[data-number='199']")
        before = after.bounding_box()
        field.fill(field.input_value().replace("panjang", "singkat"))
        page.keyboard.press("Control+Enter")
        expect(block).to_contain_text("singkat")
        page.wait_for_timeout(400)
        now = after.bounding_box()
        assert before is not None
        assert now is not None
        assert abs(before["y"] - now["y"]) < 2
        assert page.evaluate("() => document.querySelector('.reader').scrollTop") > 1000
