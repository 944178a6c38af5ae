"""A study's file as it is once the windows at it have written what was done in them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, TimeoutError

from jejak import study
from jejak.study import Study

__all__ = ["WINDOWS", "open_study"]

# The windows of the test that runs: its contexts, as it opens them.
WINDOWS: list[BrowserContext] = []
# Where the server was taken away on purpose, what waits for it never goes.
PATIENCE = 5_000


def open_study(path: Path, user: str | None = None) -> Study:
    """Opens a study after whatever the test's windows were still sending has arrived."""
    for context in WINDOWS:
        for page in context.pages:
            try:
                page.wait_for_function(
                    "() => !('saving' in document.documentElement.dataset)", timeout=PATIENCE
                )
            except TimeoutError:
                continue
    return study.open_study(path, user=user)
