"""Material: texts keep the form that all texts have."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from support.studies import everything, small_study


def test_what_is_put_into_a_text_has_its_line_ends(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        text = study.sources.text(source)
        corrected = study.sources.correct(source, 0, 0, "a\r\nb\r")
        assert study.sources.text(corrected) == "a\nb\n" + text
        assert corrected.length == len(text) + 4


def test_half_a_character_is_not_kept(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = everything(study.store)
        with pytest.raises(InvalidInput, match="half of a character"):
            study.sources.add_text("x", "\ud83d")
        with pytest.raises(InvalidInput, match="half of a character"):
            study.sources.correct(study.sources.get("S-01"), 0, 1, "\udc00")
        with pytest.raises(InvalidInput, match="half of a character"):
            study.words("\ud83d").frame()
        assert everything(study.store) == before
