"""What a display says of itself, as lines of text."""

from __future__ import annotations

from ...i18n import show, translate
from ...model.message import say
from ...model.shape import Matrix
from ..writing import STATE_SIGNS, STATE_WORDS, label, whole_label, words_in
from .grid import stray_lines

__all__ = ["caption_lines", "cell_lines", "word_lines"]


_NOTHING = say("Nothing to show: nothing is coded here yet.")


def caption_lines(matrix: Matrix, language: str) -> list[str]:
    """What a display says of itself below its title, line by line."""
    caption = matrix.caption
    lines = [translate(say("In the cells: {unit}.", unit=caption.unit), language)]
    if caption.filter:
        lines.append(translate(say("Filter: {query}", query=caption.filter), language))
    counted = say("Codings counted, each once: {count}.", count=caption.n)
    if caption.counted is not None:
        counted = say("{what}: {count}.", what=caption.counted, count=caption.n)
    lines.append(translate(counted, language))
    if not (matrix.rows and matrix.columns) and not caption.reasons:
        nothing = say("Nothing to show: the filter leaves nothing, or nothing is coded here yet.")
        lines.append(translate(nothing if caption.filter else _NOTHING, language))
    return [*lines, *(show(note, language) for note in caption.notes)]


def word_lines(matrix: Matrix, language: str) -> list[str]:
    """The words in the cells, what the study says there and what an analyst wrote, a line a cell."""
    lines = []
    for row, column in sorted({*matrix.said, *matrix.texts}):
        names = (
            label(whole_label(one), language) for one in (matrix.rows[row], matrix.columns[column])
        )
        told = words_in(matrix, row, column, language).replace("\n", " / ")
        lines.append(f"{' × '.join(names)}: {told}")
    return lines


def cell_lines(matrix: Matrix, language: str, *, signs: bool = False) -> list[str]:
    """What the star on a cell means, each note once, and what is written for cells that are not shown;
    with ``signs``, what those of states mean."""
    cells = matrix.cells.values()
    states = sorted({cell.state for cell in cells} - {"value"}) if signs else []
    told = [f"{STATE_SIGNS[state]} {label(STATE_WORDS[state], language)}" for state in states]
    notes = {label(cell.note, language) for cell in cells if cell.note}
    told += [f"* {note}" for note in sorted(notes)]
    if matrix.strays:
        told.append(translate(say("Written for cells that are not shown:"), language))
        told += stray_lines(matrix, language)
    return told
