"""What several tests of commands begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.coders import coded_study


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """Three sources of which Rina and Bayu coded two, and differ over two places in the first."""
    codings = [
        ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 12, "A"), ("Rina", "S-1", 11, 21, "B"),
        ("Rina", "S-2", 0, 5, "A"), ("Bayu", "S-2", 0, 5, "A"),
    ]  # fmt: skip
    with coded_study(tmp_path, codings) as study:
        return study.store.path
