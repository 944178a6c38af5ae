"""How twelve screens look: every part is where it was."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from support.looks import difference, look_of
from support.served import settle
from support.written import open_study

KEPT = Path(__file__).parent / "looks"
# The share of tiles that may differ. Any two of these screens are nearly twice as far apart.
MOST = 0.05


def _stay(_page: Page) -> None:
    """Shows the place as it is."""


def _cell(page: Page) -> None:
    page.get_by_role("gridcell").nth(1).click()
    page.get_by_role("complementary", name="Segments").wait_for()


def _palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("option").first.wait_for()


SCREENS: dict[str, tuple[str, str, Callable[[Page], None]]] = {
    "sources": ("/collect", "light", _stay),
    "cases": ("/collect/cases", "light", _stay),
    "reading": ("/reduce/{source}?at=900-960", "light", _stay),
    "reading-dark": ("/reduce/{source}?at=900-960", "dark", _stay),
    "gallery": ("/display", "light", _stay),
    "matrix": ("/display/code-frequencies", "light", _cell),
    "board": ("/conclude", "light", _stay),
    "finding": ("/conclude/{finding}", "dark", _stay),
    "report": ("/report", "light", _stay),
    "memos": ("/memos", "light", _stay),
    "history": ("/history", "dark", _stay),
    "palette": ("/settings", "light", _palette),
}


@pytest.fixture(scope="module")
def guids(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One of each that a screen may be about."""
    copy = tmp_path_factory.mktemp("looks") / "study.jejak"
    copy.write_bytes(demo.read_bytes())
    with open_study(copy) as study:
        return {"source": study.sources["S-01"].guid, "finding": study.findings["F1"].guid}


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window in which nothing moves and no hour is that of today."""
    context = browser.new_context(
        locale="en-GB",
        timezone_id="UTC",
        viewport={"width": 1440, "height": 900},
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def taken(window: Page, address: str, screen: str, guids: dict[str, str]) -> bytes:
    """A picture of a screen, once it is quiet."""
    place, scheme, doing = SCREENS[screen]
    window.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    # Loaded anew: of a change of the address alone nobody knows when it has come to an end.
    window.goto("about:blank")
    window.goto(f"{address}#{place.format(**guids)}")
    settle(window)
    doing(window)
    settle(window)
    return window.screenshot(animations="disabled")


def test_every_screen_looks_as_it_did(
    window: Page, demo_address: str, guids: dict[str, str]
) -> None:
    wrong = []
    for screen in SCREENS:
        shot = taken(window, demo_address, screen, guids)
        look, kept = look_of(shot), KEPT / f"{screen}.png"
        if folder := os.environ.get("JEJAK_KEEP_LOOKS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            (Path(folder) / f"{screen}.png").write_bytes(shot)
            look.save(kept, optimize=True)
        if (apart := difference(look, kept)) > MOST:
            wrong.append(f"{screen}: {apart:.1%} of it is elsewhere")
    assert not wrong, "\n".join(wrong)


def test_the_screens_are_told_apart() -> None:
    looks = {screen: Image.open(KEPT / f"{screen}.png").convert("L") for screen in SCREENS}
    for (one, first), (two, second) in itertools.combinations(looks.items(), 2):
        assert difference(first, second) > 1.8 * MOST, f"{one} and {two}"
