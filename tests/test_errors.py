from __future__ import annotations

import pytest

from jejak.errors import InvalidInput


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("satu", "“satu” is no value."),
        ("baris\n  lain\tlagi", "“baris lain lagi” is no value."),
        ("x" * 20_000, f"“{'x' * 100}…” is no value."),
    ],
)
def test_what_was_given_is_told_in_one_line_and_not_at_length(given: str, told: str) -> None:
    error = InvalidInput("bad-value", f"“{given}” is no value.", f"Not “{given}”.")
    assert error.message == told
    assert str(error) == f"{told} Not {told.removesuffix(' is no value.')}."


def test_lines_that_are_meant_stay() -> None:
    assert InvalidInput("bad-query", "Unread.\n  code:\n  ^").message.count("\n") == 2
