from __future__ import annotations

from collections.abc import Iterator

import pytest

from jejak.study import Study
from support.words import talked_study


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study to count words in; nobody changes it."""
    with talked_study(tmp_path_factory.mktemp("words")) as made:
        yield made
