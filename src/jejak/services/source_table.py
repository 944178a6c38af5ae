"""The table of sources as a file or for the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..errors import InvalidInput
from ..formats.table_out import guarded_cell, table_bytes
from ..i18n import translate
from ..model import Message, say
from .leaving import Leaving
from .listing import SourceRow
from .source_columns import ATTRIBUTE

__all__ = ["TABLE_FORMATS", "table_of_sources"]

TABLE_FORMATS = ("csv", "xlsx", "tsv")
_HEADINGS: Mapping[str, Message] = {
    "name": say("Name"),
    "kind": say("Kind"),
    "medium": say("Medium"),
    "case": say("Case"),
    "language": say("Language"),
    "length": say("Length"),
    "codings": say("Codings"),
    "coders": say("Coders"),
    "status": say("Status"),
    "collected": say("Collected"),
    "collector": say("Collected by"),
    "method": say("How it was collected"),
    "created": say("Brought in"),
    "original_name": say("File"),
}
_CELLS: Mapping[str, Callable[[SourceRow], object]] = {
    "case": lambda row: [name for _, name in row.cases],
    "codings": lambda row: row.codings,
    "coders": lambda row: [name for _, name in row.coders],
}


def table_of_sources(
    rows: Sequence[SourceRow],
    columns: Sequence[str],
    format: str,
    language: str,
    leaving: Leaving,
) -> bytes:
    """Sources as one of :data:`TABLE_FORMATS`, with a line of headings in that language, as they may
    leave the study.

    Columns are those of the table, or ``attribute:NAME``. Raises :class:`InvalidInput`,
    :class:`MissingExtra` (``report``: xlsx).
    """
    stay = {f"{ATTRIBUTE}{name}" for name in leaving.hidden_names}
    names = {
        column: _heading(column, language)
        for column in dict.fromkeys(columns)
        if column not in stay
    }
    lines = [{names[one]: _fit(_cell(row, one), leaving) for one in names} for row in rows]
    headings = list(names.values())
    if format == "tsv":
        return _tabbed(headings, lines)
    return table_bytes(f".{format}", headings, lines, title="sources")


def _heading(column: str, language: str) -> str:
    if column.startswith(ATTRIBUTE):
        return column.removeprefix(ATTRIBUTE)
    if column not in _HEADINGS:
        raise InvalidInput(
            "unknown-column",
            f"The table of sources has no column “{column}”.",
            f"Use: {', '.join(_HEADINGS)}, or {ATTRIBUTE}NAME.",
        )
    return translate(_HEADINGS[column], language)


def _fit(value: object, leaving: Leaving) -> object:
    if isinstance(value, list):
        return [leaving.text(str(one)) for one in value]
    return leaving.text(value) if isinstance(value, str) else value


def _cell(row: SourceRow, column: str) -> object:
    if column.startswith(ATTRIBUTE):
        return row.values.get(column.removeprefix(ATTRIBUTE))
    if column in _CELLS:
        return _CELLS[column](row)
    return getattr(row.source, column)


def _tabbed(headings: Sequence[str], lines: Sequence[Mapping[str, object]]) -> bytes:
    table = [[guarded_cell(one) for one in headings]]
    table += [[_plain(line[heading]) for heading in headings] for line in lines]
    return "\n".join("\t".join(cells) for cells in table).encode()


def _plain(value: object) -> str:
    """A value on one line, between two tabs."""
    if value is None:
        return ""
    words = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(words.split())
    return text if isinstance(value, int) else guarded_cell(text)
