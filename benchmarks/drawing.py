"""How long a browser takes to draw what was computed: pictures, large tables, drawings by hand.

``python -m benchmarks drawing [KIND …]``: in a real Chromium, on a study of 10,000 codings and 2,000
codes. Each is opened twice in one page, so that scripts are there; the figure is the second time's,
from the moment the last byte was there (or the place was asked for, where nothing had to come) to the
frame that shows it. By the clock, so it wants a quiet machine. Every picture is at its bounds.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from benchmarks.happenings import SIZES, made
from benchmarks.studies import study_file
from benchmarks.workspace import _at, _browser, _page

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["main"]

LIMIT = 300.0
_CHART = "figure.chart[data-state=drawn]"
_CELLS, _LINES, _BOXES = ".grid-row .grid-cell", ".concordance-before", ".net-sketch text"
BOUNDS: dict[str, dict[str, object]] = {"word-cloud": {"top": 300}, "word-tree": {"top": 500}}
WIDE = {"rows": ["code"], "columns": ["code"], "unused": True, "top": 2_000}
LATEST = """
(since) => Math.max(since, ...performance.getEntriesByType("resource").filter((one) =>
  one.initiatorType === "fetch" && one.startTime >= since && one.responseEnd <= watched.marks.shown)
  .map((one) => one.responseEnd))
"""
GO = """
([to, selector]) => { delete watched.marks.shown; window.waiting = [["shown", selector, 1]];
  performance.clearResourceTimings(); location.hash = to; return performance.now(); }
"""


def _drawn(page: Page, address: str, to: str, selector: str) -> float:
    """Milliseconds to the frame with what was asked for, the second time."""
    page.goto(f"{address}#/collect")
    page.locator("main h1").wait_for()
    for last in (False, True):
        since = float(page.evaluate(GO, [to, selector]))
        shown = _at(page, "shown")
        if not last:
            page.wait_for_timeout(500)
            page.evaluate("() => { location.hash = '#/collect'; }")
            page.wait_for_timeout(500)
    return shown - float(page.evaluate(LATEST, since))


def _places(kinds: Sequence[str]) -> list[tuple[str, str, str]]:
    """What is drawn in the study of codings: what it is, its address, what shows that it is there."""
    from jejak.displays import DISPLAYS

    pictures = [name for name in DISPLAYS.names() if DISPLAYS.get(name).shown == "chart"]
    found = [(name, _address(name, BOUNDS.get(name, {})), _CHART) for name in pictures]
    found.append(("matrix, 2,000 by 2,000", _address("matrix", WIDE), _CELLS))
    found.append(("concordance of a frequent word", "#/concordance?words=akun", _LINES))
    return [one for one in found if not kinds or one[0].startswith(tuple(kinds))]


def _address(kind: str, settings: dict[str, object]) -> str:
    return f"#/display/{kind}?settings={quote(json.dumps(settings))}"


def _measure(study: Path, places: Sequence[tuple[str, str, str]]) -> int:
    from playwright.sync_api import TimeoutError as TooLong

    from support.served import serving

    missed = 0
    with _browser() as browser, serving(study) as address:
        for name, to, selector in places:
            page = _page(browser)
            try:
                took = _drawn(page, address.split("#")[0], to, selector)
            except TooLong:
                print(f"{name:<34} nothing to draw in this study", flush=True)
                continue
            finally:
                page.close()
            missed += took >= LIMIT
            print(
                f"{name:<34}{took:8.0f} ms  <{LIMIT:.0f}{'  OVER' if took >= LIMIT else ''}",
                flush=True,
            )
    return missed


def main(arguments: Sequence[str] = ()) -> int:
    """Print a line for each; how many took longer than their limit."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
    from jejak.study import open_study
    from support.served import build_workspace

    build_workspace()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "codings.jejak"
        shutil.copy(study_file(10_000), copy)
        missed = _measure(copy, _places(arguments))
        if not arguments or "network" in arguments:
            drawn = Path(folder) / "happenings.jejak"
            made(drawn, SIZES[0])
            with open_study(drawn) as study:
                to = f"#/display/saved/{study.displays.get('Drawing').guid}"
            missed += _measure(drawn, [("network, 500 boxes", to, _BOXES)])
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; {missed} limits missed")
    return missed


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
