"""Studies as REFI-QDA projects: what comes in goes out again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jejak
from support.refi import FULL, FULL_FILES, elements, qdpx


def test_a_project_of_another_program_goes_out_as_it_came(tmp_path: Path) -> None:
    came = qdpx(tmp_path / "came.qdpx", FULL, FULL_FILES)
    study, _ = jejak.import_study(came, tmp_path / "made.jejak")
    with study:
        assert study.store.verify() == []
        study.exchange.write(tmp_path / "went.qdpx")
    before, after = elements(came), elements(tmp_path / "went.qdpx")
    assert (before - after, after - before) == (Counter(), Counter())
