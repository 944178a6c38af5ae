"""A display as a Markdown table with its caption."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.shape import Matrix
from ..writing import label
from .caption import caption_lines, cell_lines
from .grid import Entry, grid_of

__all__ = ["as_markdown"]

_INDENT = "\u2003"


def as_markdown(matrix: Matrix, language: str) -> bytes:
    """Title, table, and what a reader has to know."""
    grid = grid_of(matrix, language)
    depths = [*(heading.depth for heading in matrix.rows), 0]
    lines = [f"## {_safe(label(matrix.caption.title, language))}", ""]
    lines.append(_line([grid.corner, *grid.columns]))
    lines.append("|" + "|".join([" --- ", *[" ---: "] * len(grid.columns)]) + "|")
    for depth, name, total, entries in zip(
        depths, grid.rows, grid.summed_rows, grid.entries, strict=False
    ):
        strong = [total, *(entry.total for entry in entries)]
        lines.append(_line([_INDENT * depth + name, *map(_told, entries)], strong))
    lines.append("")
    told = [*caption_lines(matrix, language), *cell_lines(matrix, language)]
    lines += [f"- {_safe(line)}" for line in told]
    return ("\n".join(lines) + "\n").encode()


def _told(entry: Entry) -> str:
    text = entry.text + ("*" if entry.note else "")
    return f"{text} · {entry.written}" if entry.written else text


def _line(cells: Sequence[str], strong: Sequence[bool] = ()) -> str:
    marks = ["**" if one else "" for one in strong or [False] * len(cells)]
    told = (f"{m}{_safe(c)}{m}" if c else "" for c, m in zip(cells, marks, strict=True))
    return f"| {' | '.join(told)} |"


def _safe(text: str) -> str:
    """Letters that Markdown would take for its own, as themselves; one line."""
    for letter in "\\`*_[]<>|#":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", " ")
