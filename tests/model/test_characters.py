"""Characters that no file can hold."""

from __future__ import annotations

from jejak.model.characters import fit, fit_all


def test_only_what_no_file_can_hold_is_replaced() -> None:
    assert fit("a\x00\x0b\ud800\uffff\t\n é😀\u200b") == "a����\t\n é😀\u200b"


def test_every_text_in_a_value_is_fit() -> None:
    given = {"a": ["\x01", ("\ufffe", 1)], "b": {"c": None}}
    assert fit_all(given) == {"a": ["�", ["�", 1]], "b": {"c": None}}
