"""Studies in a browser: the demo built once, served whole to readers and as copies to writers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.desk import read
from support.reader_alone import build_reader, page_with_reader
from support.served import build_workspace, run, serving
from support.written import WINDOWS

# A busy machine may need longer than the usual five seconds; what never comes still fails.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def demo(reference_study: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's study; whoever writes takes a copy."""
    build_workspace()
    return Path(shutil.copy(reference_study, tmp_path_factory.mktemp("demo") / "demo.jejak"))


@pytest.fixture(scope="session")
def demo_address(demo: Path) -> Iterator[str]:
    """The demo's study, for tests that only look."""
    with serving(demo) as address:
        yield address


@pytest.fixture(scope="session")
def reader_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a reader by itself."""
    return page_with_reader(build_reader(tmp_path_factory.mktemp("reader")))


@pytest.fixture
def own_address(demo: Path, tmp_path: Path) -> Iterator[str]:
    """A copy of the demo's study, for a test that writes."""
    copy = tmp_path / "study.jejak"
    shutil.copy(demo, copy)
    with serving(copy) as address:
        yield address


@pytest.fixture
def empty_address(tmp_path: Path) -> Iterator[str]:
    """A study with nothing in it."""
    build_workspace()
    run("new", tmp_path / "empty.jejak", "--title", "Kosong", "--lang", "en")
    with serving(tmp_path / "empty.jejak") as address:
        yield address


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A window as on a small desk, in English unless a test says otherwise; nothing glides in it."""
    viewport = {"width": 1440, "height": 900}
    told = {"viewport": viewport, "locale": "en-US", "reduced_motion": "reduce"}
    return {**browser_context_args, **told}


@pytest.fixture
def context(context: BrowserContext) -> Iterator[BrowserContext]:
    """The test's windows; a file that is opened waits until they have written to it."""
    WINDOWS.append(context)
    yield context
    WINDOWS.remove(context)


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the page complains of; a test that ends well leaves it empty."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    return found


@pytest.fixture
def at(page: Page) -> Callable[[str, str], Page]:
    """Opens a place of a served study, such as ``/display``."""

    def opened(address: str, place: str) -> Page:
        page.goto(f"{address}#{place}")
        page.get_by_role("main").locator("h1").first.wait_for()
        return page

    return opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of the study that ``own_address`` serves."""
    return tmp_path / "study.jejak"


@pytest.fixture
def reading(own_address: str, at: Callable[[str, str], Page]) -> Page:
    """The interview DS-01 on the desk, in a copy of the demo."""
    page = at(own_address, "/reduce")
    read(page, "DS-01")
    return page
