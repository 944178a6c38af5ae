"""Blocks of a text that was edited: by their words, and by those beside them."""

from __future__ import annotations

from jejak.formats.plain.block_places import spans_in
from jejak.formats.plain.placing import AROUND

LINES = [
    "P: Pakai akun apa?",
    "G: Bikin akun baru lagi, gampang sekali.",
    "P: Ya?",
    "G: Takut, tapi namanya palsu.",
]


def words(changed: str) -> list[str | None]:
    """What each of the lines became, as a block, in the changed text."""
    blocks, at = [], 0
    for line in LINES:
        told = {
            "start": at,
            "end": at + len(line),
            "opens": line[:AROUND],
            "closes": line[-AROUND:],
        }
        blocks.append(told)
        at += len(line) + 1
    return [None if span is None else changed[slice(*span)] for span in spans_in(changed, blocks)]


def test_blocks_that_were_not_changed_are_where_they_went() -> None:
    assert words("Baru.\n" + "\n".join(LINES) + "\n") == LINES


def test_a_block_whose_words_were_changed_takes_what_stands_between_those_beside_it() -> None:
    for number in range(len(LINES)):
        changed = [
            f"X: Lain {line[3:9]} lagi" if number == at else line for at, line in enumerate(LINES)
        ]
        assert words("\n".join(changed) + "\n") == changed


def test_a_block_that_is_gone_is_nowhere() -> None:
    assert words("\n".join([LINES[0], *LINES[2:]]) + "\n") == [LINES[0], None, *LINES[2:]]


def test_a_long_block_may_change_inside() -> None:
    changed = [LINES[0], LINES[1].replace("baru lagi", "baru sekali lagi"), *LINES[2:]]
    assert words("\n".join(changed) + "\n") == changed
