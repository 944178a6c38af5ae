"""Tables as files: for spreadsheets, programs and people.

A cell of text that a spreadsheet would take for a formula is written with an apostrophe before it,
which :mod:`jejak.formats.table_in` takes away again; in .xlsx cells are marked as text instead.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from html import escape
from pathlib import Path
from typing import Any

from ..errors import InvalidInput, MissingExtra
from .file_writing import write_whole

__all__ = ["TABLE_ENDINGS", "guarded_cell", "table_bytes", "write_table"]

Rows = Sequence[Mapping[str, object]]
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MOST_CELL = 32_767
_MOST_ROWS = 1_048_576
_PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color-scheme: light dark; }}
table {{ border-collapse: collapse; }} td, th {{ padding: .4rem .8rem; text-align: start;
vertical-align: top; border-bottom: 1px solid #8886; }} td {{ white-space: pre-line; }}
</style></head><body><table><thead><tr>{head}</tr></thead><tbody>
{body}
</tbody></table></body></html>
"""


def guarded_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def write_table(path: Path, names: Sequence[str], rows: Rows) -> None:
    """Write rows with those columns to a file; its ending decides the format.

    Raises :class:`InvalidInput` (ending, place, a text too long for a spreadsheet),
    :class:`MissingExtra` (``report``: .xlsx), :class:`StoreFailure` (disk full).
    """
    write_whole(path, table_bytes(path.suffix, names, rows, title=path.stem))


def table_bytes(ending: str, names: Sequence[str], rows: Rows, *, title: str = "") -> bytes:
    """The same as bytes."""
    form = _FORMS.get(ending.lower())
    if form is None:
        raise InvalidInput(
            "unknown-ending",
            f"A table cannot be written as {ending or 'a file without an ending'}.",
            f"Use one of: {', '.join(TABLE_ENDINGS)}.",
        )
    return form(names, rows, title)


def _csv(names: Sequence[str], rows: Rows, _title: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([guarded_cell(name) for name in names])
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    text = _text(value)
    return guarded_cell(text) if isinstance(value, str | list | tuple) else text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _json(names: Sequence[str], rows: Rows, _title: str) -> bytes:
    plain = [{name: _plain(row.get(name)) for name in names} for row in rows]
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _json_lines(names: Sequence[str], rows: Rows, _title: str) -> bytes:
    lines = (
        json.dumps({name: _plain(row.get(name)) for name in names}, ensure_ascii=False)
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _plain(value: object) -> object:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _markdown(names: Sequence[str], rows: Rows, _title: str) -> bytes:
    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(map(_one_line, cells))} |\n"

    head = line(names) + "|" + "---|" * len(names) + "\n"
    return (head + "".join(line([_text(row.get(name)) for name in names]) for row in rows)).encode()


def _one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>")


def _html(names: Sequence[str], rows: Rows, title: str) -> bytes:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "\n".join(
        f"<tr>{''.join(f'<td>{escape(_text(row.get(name)))}</td>' for name in names)}</tr>"
        for row in rows
    )
    return _PAGE.format(title=escape(title), head=head, body=body).encode()


def _xlsx(names: Sequence[str], rows: Rows, title: str) -> bytes:
    try:
        import xlsxwriter
    except ImportError:
        raise MissingExtra("report", "Writing spreadsheets") from None
    _check_size(names, rows)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip() or "Table")
        bold = book.add_format({"bold": True})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, bold)
            sheet.set_column(column, column, _width(name, rows), wrap)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, 1):
            for column, name in enumerate(names):
                _write_cell(sheet, number, column, row.get(name))
    return stream.getvalue()


def _check_size(names: Sequence[str], rows: Rows) -> None:
    if len(rows) >= _MOST_ROWS:
        raise InvalidInput(
            "too-large-for-xlsx",
            f"A spreadsheet holds {_MOST_ROWS - 1:,} rows, not {len(rows):,}.",
            "Nothing was written. Use .csv or .jsonl.",
        )
    for number, row in enumerate(rows, 1):
        # Numbers, days and the like are never so long.
        cells = (row.get(name) for name in names)
        long = (cell for cell in cells if isinstance(cell, str | list | tuple))
        if any(len(_text(cell)) > _MOST_CELL for cell in long):
            raise InvalidInput(
                "too-large-for-xlsx",
                f"A text of row {number} is longer than a spreadsheet's cell can be ({_MOST_CELL:,}).",
                "Nothing was written. Use .csv or .jsonl.",
            )


def _write_cell(sheet: Any, row: int, column: int, value: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, _text(value))


def _width(name: str, rows: Rows) -> int:
    longest = max((len(_text(row.get(name))) for row in rows[:200]), default=0)
    return min(max(len(name), longest, 6) + 2, 60)


_FORMS: dict[str, Callable[[Sequence[str], Rows, str], bytes]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".json": _json,
    ".jsonl": _json_lines,
    ".md": _markdown,
    ".html": _html,
}
TABLE_ENDINGS = tuple(_FORMS)
