"""Memos."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from support.studies import small_study


def test_a_memo_keeps_a_title(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        memo = study.memos.add("Catatan", "isi")
        with pytest.raises(InvalidInput, match="empty"):
            study.memos.update(memo, title="  ")
        with pytest.raises(InvalidInput, match="no field"):
            study.memos.update(memo, colour="red")
        assert study.memos.update(memo, title=" dua\nbaris ").title == "dua baris"
