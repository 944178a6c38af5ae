"""The widths of a table's columns on paper."""

from __future__ import annotations

from .document import Table, Text, plain

__all__ = ["column_widths", "lines_of"]

_MEASURED = 300
_LONGEST_WORD, _LONGEST_LINE = 20, 60
# The width of a letter, of one in a head, and of what stands around a cell, in twentieths of a point.
_LETTER, _BOLD, _PADDING = 118, 132, 170


def column_widths(block: Table, width: int) -> list[int]:
    """The widths of the columns in twentieths of a point: room for the longest word of each, and
    what is left by how long their texts are."""
    words, lines = [], []
    for number, column in enumerate(block.columns):
        texts = [column.label, *(plain(row[number]) for row in block.rows[:_MEASURED])]
        pieces = [line for text in texts for line in text.split("\n")]
        word = max((len(word) for line in pieces for word in line.split()), default=1)
        heads = max((len(word) for word in column.label.split()), default=1)
        line = max(map(len, pieces), default=1)
        words.append(
            max(min(word, _LONGEST_WORD) * _LETTER, min(heads, _LONGEST_WORD) * _BOLD) + _PADDING
        )
        lines.append(max(min(line, _LONGEST_LINE) * _LETTER + _PADDING - words[-1], 1))
    left = width - sum(words)
    if left < 0:
        return [width * word // sum(words) for word in words]
    return [word + left * line // sum(lines) for word, line in zip(words, lines, strict=True)]


def lines_of(text: Text, width: int) -> int:
    """About how many lines a text takes in a column of that width."""
    letters = max(1, (width - _PADDING) // _LETTER)
    return sum(1 + len(line) // letters for line in plain(text).split("\n"))
