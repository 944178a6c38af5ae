"""``jejak export``."""

from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_an_ending_that_nothing_has_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        path = study.store.path
    refused = call("export", path, "-o", tmp_path / "study.zzz")
    assert refused.code == 2
    assert ".zzz" in refused.err
    assert not (tmp_path / "study.zzz").exists()
