"""Numbers and states of cells as people read them."""

from __future__ import annotations

from ..i18n import show, translate
from ..model.message import Message, say
from ..model.shape import Cell, CellText, Matrix, NumberForm

__all__ = ["STATE_SIGNS", "STATE_WORDS", "cell_text", "label", "number_text", "written_text"]

STATE_WORDS: dict[str, Message] = {
    "no data": say("no data"),
    "not applicable": say("not applicable"),
}
# Where there is no room for words; a legend says what they mean.
STATE_SIGNS = {"no data": "×", "not applicable": "–"}


def label(text: str | Message | None, language: str) -> str:
    """A heading or message in a language; names stay as they are."""
    return "" if text is None else show(text, language)


def number_text(value: float | None, form: NumberForm, language: str) -> str:
    """A number in the manner of its form and language: ``12``, ``45%``, ``0,30``, ``yes``."""
    if value is None:
        return translate(STATE_WORDS["no data"], language)
    if form == "presence":
        return translate(Message("yes" if value else "no"), language)
    if form == "share":
        return _percent(value, language)
    if form == "count":
        return show(int(value), language)
    if value == 0:
        return "0"
    text = f"{abs(value):.2f}"
    minus = "−" if value < 0 and float(text) else ""
    return minus + (text.replace(".", ",") if language == "id" else text)


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
