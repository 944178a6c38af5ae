"""What holds for every page: open to everybody, in both themes and languages, at every width."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from support.served import in_scheme, settle, still, violations
from support.written import open_study

CATALOGUES = Path(__file__).resolve().parent.parent.parent / "frontend" / "src" / "locales"
PAGES = (
    "/collect", "/collect/cases", "/collect/speakers", "/collect/coverage", "/collect/literature",
    "/reduce/{source}", "/display", "/display/code-frequencies",
    "/display/code-frequencies?view=chart", "/display/code-cooccurrence", "/display/causal-network",
    "/display/events", "/display/ratings", "/concordance?words=pulsa&sort=right1", "/conclude",
    "/conclude/{finding}", "/report", "/quality/coreq", "/quality/agreement", "/quality/agreement/open", "/audit", "/audit/remarks", "/audit/feedback", "/memos", "/memos/{memo}", "/memos/diary", "/memos/tasks",
    "/memos/forms", "/memos/new", "/retrieval?query=code:*%20and%20case.peran%20=%20penjual&by=code", "/history", "/history/merge", "/settings",
)  # fmt: skip
LANGUAGES = {"en": "en-GB", "id": "id-ID"}
SCHEMES: dict[str, Literal["light", "dark"]] = {"en": "light", "id": "dark"}
# Elements that carry a text of their own which does not fit, and say nothing of what is left out.
CUT = """
() => [...document.querySelectorAll("body *")].flatMap((element) => {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own || element.closest("[aria-hidden=true], .sr-only, option, textarea, iframe")) return [];
  const style = getComputedStyle(element);
  if (style.overflowX === "visible" || style.overflowX === "auto") return [];
  return element.scrollWidth > element.clientWidth + 1 ? [element.textContent.trim()] : [];
})
"""
TEXTS = """
() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) found.push(walk.currentNode.data.trim());
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
    found.push(...["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name)));
  }
  return found.filter(Boolean);
}
"""
# 720 x 450 is a window of 1440 x 900 at 200 %. Indonesian, the longer of the two, is looked at in each.
WINDOWS = {
    "id": ((1440, 900), (1024, 800), (768, 1024), (720, 450), (390, 844), (320, 800)),
    "en": ((1024, 800), (390, 844)),
}
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def _strings(texts: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(texts, dict):
        for name, below in texts.items():
            yield from _strings(below, f"{path}.{name}" if path else name)
    else:
        yield path, str(texts)


def _catalogue(language: str) -> dict[str, str]:
    """Every text of a language by its key; keys of all places together."""
    found: dict[str, str] = {}
    for path in sorted((CATALOGUES / language).glob("*.json")):
        found |= _strings(json.loads(path.read_text("utf-8")))
    return found


@pytest.fixture(scope="module")
def guids(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One of each that a page may be about."""
    copy = tmp_path_factory.mktemp("copy") / "study.jejak"
    copy.write_bytes(demo.read_bytes())
    with open_study(copy) as study:
        return {
            "source": study.sources["S-01"].guid,
            "finding": study.findings["F1"].guid,
            "memo": next(iter(study.memos)).guid,
        }


@pytest.fixture
def window(browser: Browser, language: str) -> Iterator[Page]:
    """A window of a person who reads that language."""
    context = browser.new_context(
        locale=LANGUAGES[language], viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def visits(
    window: Page, demo_address: str, guids: dict[str, str]
) -> Callable[[], Iterator[tuple[str, Page]]]:
    """Every page in one window, one after the other, each once it is quiet."""

    def every() -> Iterator[tuple[str, Page]]:
        for place in PAGES:
            # Loaded anew: of a change of the address alone nobody knows when it has come to an end.
            window.goto("about:blank")
            window.emulate_media(color_scheme="light")
            window.set_viewport_size({"width": 1440, "height": 900})
            window.goto(f"{demo_address}#{place.format(**guids)}")
            settle(window)
            yield place, window

    return every


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_open_to_everybody_in_its_language_and_fits_every_window(
    window: Page, visits: Callable[[], Iterator[tuple[str, Page]]], language: str
) -> None:
    keys = {key for key in _catalogue("en") if "." in key}
    own = set(_catalogue(language).values())
    wrong: list[str] = []
    here = "before the first page"

    def complained(said: str) -> None:
        wrong.append(f"{here}: the page complains: {said}")

    window.on("pageerror", lambda error: complained(str(error)))
    window.on("console", lambda line: complained(line.text) if line.type == "error" else None)
    for place, page in visits():
        here = place
        wrong += [f"{place}, {one}" for one in in_scheme(page, SCHEMES[language])]
        unsaid = set(page.evaluate(TEXTS)) & keys
        wrong += [f"{place}: {key} stands where its text should" for key in sorted(unsaid)]
        spoken = page.locator("html").get_attribute("lang")
        wrong += [f"{place}: it says it is in {spoken}"] if spoken != language else []
        wrong += [f"{place} {one}" for one in _too_wide(page, language, own)]
    assert not wrong, "\n".join(wrong)


def _too_wide(page: Page, language: str, own: set[str]) -> Iterator[str]:
    """At which widths the page is wider than its window, or cuts texts of its own."""
    page.emulate_media(color_scheme="light")
    for width, height in WINDOWS[language]:
        page.set_viewport_size({"width": width, "height": height})
        still(page)
        wider = page.evaluate(WIDER)
        cut = [text for text in page.evaluate(CUT) if text in own]
        if wider or cut:
            yield f"at {width}: {wider} px wider, cut: {cut}"


def test_an_empty_study_says_everywhere_where_to_begin(
    empty_address: str, page: Page, complaints: list[str]
) -> None:
    page.goto(empty_address)
    for place, said in (
        ("/display/code-frequencies", "Nothing to show"), ("/conclude", "No findings yet"),
        ("/history", "History"), ("/memos", "Nothing is written yet"),
    ):  # fmt: skip
        page.evaluate("(to) => { location.hash = to; }", place)
        expect(page.get_by_role("heading", name=said)).to_be_visible()
        if place.startswith("/display"):
            expect(page.get_by_role("link", name="Go to Reduce")).to_be_visible()
        assert violations(page) == [], place
    page.evaluate("location.hash = '/reduce'")
    collect = page.get_by_role("link", name="Collect material")
    expect(collect).to_be_visible()
    assert violations(page) == []
    collect.click()
    expect(page.get_by_role("heading", name="No material yet")).to_be_visible()
    assert complaints == []
