"""Numbers and states of cells as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import NotFound
from ..i18n import show, translate
from ..model.message import Message, say
from ..model.shape import Cell, CellText, Heading, Matrix, NumberForm

__all__ = [
    "STATE_SIGNS",
    "STATE_WORDS",
    "cell_text",
    "label",
    "number_text",
    "place_of",
    "whole_label",
    "words_in",
    "written_text",
]

STATE_WORDS: dict[str, Message] = {
    "no data": say("no data"),
    "not applicable": say("not applicable"),
    "open": say("to be written"),
}
# Where there is no room for words; a legend says what they mean.
STATE_SIGNS = {"no data": "×", "not applicable": "–", "open": "…"}


def label(text: str | Message | None, language: str) -> str:
    """A heading or message in a language; names stay as they are."""
    return "" if text is None else show(text, language)


def whole_label(heading: Heading, *, path: bool = False) -> str | Message:
    """A heading with what it is nested in; with ``path``, a code by its whole path."""
    found = (path and heading.path) or heading.label
    for outer in reversed(heading.above):
        found = say("{outer} · {inner}", outer=outer, inner=found)
    return found


def place_of(headings: Sequence[Heading], wanted: str, language: str) -> int:
    """Where a heading stands, by its key, path or label. Raises :class:`NotFound`."""
    for number, heading in enumerate(headings):
        if wanted in (heading.key, heading.path, label(whole_label(heading), language)):
            return number
    raise NotFound("no-such-heading", f"This display has no row or column “{wanted}”.")


def number_text(value: float | None, form: NumberForm, language: str) -> str:
    """A number in the manner of its form and language: ``12``, ``45%``, ``0,30``, ``yes``."""
    if value is None:
        return translate(STATE_WORDS["no data"], language)
    if form == "presence":
        return translate(Message("yes" if value else "no"), language)
    if form == "share":
        return _percent(value, language)
    if form == "count" or (form == "mixed" and value == int(value)):
        return show(int(value), language)
    if form == "chance":
        return _pointed("<0.001" if value < 0.001 else f"{value:.3f}", language)
    if value == 0:
        return "0"
    text = f"{abs(value):.2f}"
    minus = "−" if value < 0 and float(text) else ""
    return minus + _pointed(text, language)


def _pointed(text: str, language: str) -> str:
    return text.replace(".", ",") if language == "id" else text


def _percent(value: float, language: str) -> str:
    percent = value * 100
    if 0 < percent < 1:
        return "<1%"
    if 99 < percent < 100:
        return ">99%"
    return f"{show(round(percent), language)}%"


def cell_text(matrix: Matrix, cell: Cell, language: str) -> str:
    """What stands in a cell: its number, or its state in words."""
    if cell.state != "value":
        return translate(STATE_WORDS[cell.state], language)
    return number_text(cell.value, matrix.number, language)


def words_in(matrix: Matrix, row: int, column: int, language: str) -> str:
    """The words in a cell, line by line: what the study says there, then what an analyst wrote."""
    said = [label(one, language) for one in matrix.said.get((row, column), ())]
    written = written_text(matrix.texts.get((row, column)), language)
    return "\n".join([*said, written] if written else said)


def written_text(written: CellText | None, language: str) -> str:
    """What an analyst wrote in a cell, with its state in words unless it is a checked text."""
    if written is None:
        return ""
    text, state = written.text, written.state
    if state == "draft":
        return translate(say("{text} (draft)", text=text), language)
    if state == "checked":
        return text or translate(say("asked, absent"), language)
    words = translate(STATE_WORDS[state], language)
    return f"{words}: {text}" if text else words
