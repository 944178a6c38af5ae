from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.servers import Browser, served


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Browser]:
    with served(tmp_path) as browser:
        yield browser
