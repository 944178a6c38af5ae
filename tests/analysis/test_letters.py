from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.letters import folded, is_word_sign, marks


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


def test_folding_makes_one_sigma_and_leaves_what_would_grow() -> None:
    assert folded("ΟΔΟΣ") == folded("οδος") == "οδοσ"
    assert folded("İSTANBUL") == "İstanbul"


@given(st.characters(max_codepoint=0x1FFFF))
def test_marks_are_all_marks(sign: str) -> None:
    is_mark = unicodedata.category(sign)[0] == "M"
    assert bool(re.fullmatch(f"[{marks()}]", sign)) == is_mark
    assert is_word_sign(sign) or not (is_mark or sign.isalnum())
