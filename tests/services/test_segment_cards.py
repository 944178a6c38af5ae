from __future__ import annotations

from pathlib import Path

import pytest

from jejak.services import segment_cards
from support.studies import small_study


def test_many_segments_are_told_like_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with small_study(tmp_path) as study:
        (tmp_path / "S-02.txt").write_text("Akun palsu 😀 lagi.", "utf-8")
        study.add(tmp_path / "S-02.txt")
        query = 'code:Triple-A or text:"palsu"'
        few = study.retrieval.find(query, context=7)
        monkeypatch.setattr(segment_cards, "_MANY", 2)
        many = study.retrieval.find(query, context=7)
        assert few == many
        assert few.total == 5
