"""Codings from tables."""

from __future__ import annotations

from pathlib import Path

from jejak.model import Coding
from support.studies import small_study


def test_a_row_with_an_origin_that_is_none_is_not_applied(tmp_path: Path) -> None:
    row = {"source": "S-01", "code": "Murah", "start": 0, "end": 3}
    with small_study(tmp_path) as study:
        before = len(study.store.all(Coding))
        told = study.batch_coding.apply([row | {"origin": "guess"}])
        assert [(one.row, one.code) for one in told.problems] == [(1, "bad-origin")]
        assert study.batch_coding.apply([row | {"origin": "in vivo"}]).applied == 1
        assert len(study.store.corpus().codings) == before + 1
