"""The workspace as people meet it: a study, `jejak open` on it, and a browser at its address."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect

from support.warm import Program, start

__all__ = [
    "build_workspace",
    "in_both_schemes",
    "in_scheme",
    "run",
    "saved",
    "serving",
    "settle",
    "started",
    "still",
    "violations",
]

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
JEJAK = [sys.executable, "-c", "from jejak.cli import main; main()"]
RUN_AXE = """
async (rules) => {
  const { violations } = await axe.run({ resultTypes: ["violations"], ...rules });
  const parts = (one) => one.nodes.map((node) => node.html.slice(0, 160)).join(" | ");
  return violations.map((one) => `${one.id}: ${parts(one)}`);
}
"""


def run(*words: object) -> str:
    """What a command prints; fails where it fails."""
    command = [*JEJAK, *map(str, words)]
    surroundings = {**os.environ, "JEJAK_LANG": "en"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings)
    return done.stdout


def build_workspace() -> None:
    """Builds the front end unless what is there is fresh; one at a time."""
    lock = Path(tempfile.gettempdir()) / f"jejak-front-end-{os.getuid()}.lock"
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        command = [sys.executable, "hatch_build.py", "static"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def started(*words: str) -> tuple[Program, str]:
    """`jejak open` with some words, and the address it prints; whoever starts it ends it."""
    server = start(["open", *words, "--no-browser"], {**os.environ, "JEJAK_LANG": "en"})
    return server, server.stdout.readline().strip()


@contextmanager
def serving(study: Path, *words: str) -> Iterator[str]:
    """The address of a study that `jejak open` serves for as long as the block lasts."""
    server, address = started(str(study), *words)
    try:
        yield address
    finally:
        server.terminate()
        server.wait()


def saved(page: Page) -> None:
    """Waits until the server has answered whatever the page asked it to write."""
    expect(page.locator("html[data-saving]")).to_have_count(0)


# Nothing is read or written, no part of the place is awaited, nothing moves, five looks in a row: what
# comes in makes the page ask for more only once it is drawn. Looking at every frame would have it drawn.
QUIET = """
() => {
  const busy = "html[data-reading], html[data-saving], main .spinner, main [role=progressbar]"
    + ", main .chart[data-state=drawing]";
  const quiet = document.querySelector("main h1") && document.readyState === "complete"
    && document.fonts.status === "loaded" && !document.querySelector(busy)
    && document.getAnimations().every((one) => one.playState !== "running");
  window.quietLooks = quiet ? (window.quietLooks ?? 0) + 1 : 0;
  return window.quietLooks > 4;
}
"""


def settle(page: Page) -> None:
    """Waits until the place is there, nothing is being fetched for it and nothing moves."""
    page.locator("main h1").first.wait_for(state="attached")
    page.evaluate("() => { window.quietLooks = 0; }")
    page.wait_for_function(QUIET, polling=30)


def still(page: Page) -> None:
    """Waits until the place shows no progress and nothing moves."""
    page.wait_for_function(
        "() => !document.querySelector('main .spinner, main [role=progressbar]')"
        " && document.getAnimations().every((one) => one.playState !== 'running')"
    )


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds wrong with the page as it stands, by some of its rules or by all."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    return list(page.evaluate(RUN_AXE, {"runOnly": list(rules)} if rules else {}))


def in_both_schemes(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, light, and with its colours when it is dark."""
    return [*in_scheme(page, "light"), *in_scheme(page, "dark", "color-contrast")]


def in_scheme(page: Page, scheme: Literal["light", "dark"], *rules: str) -> list[str]:
    """What axe finds wrong with the page in one scheme, by some of its rules or by all."""
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("data-theme", scheme)
    still(page)
    return [f"{scheme}: {one}" for one in violations(page, *rules)]
