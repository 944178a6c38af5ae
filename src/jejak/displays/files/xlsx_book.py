"""A display as a workbook: the table, the words in its cells, and what it says of itself."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module
from itertools import groupby
from typing import Any

from ...errors import MissingExtra
from ...i18n import translate
from ...model.message import say
from ...model.shape import Matrix
from ..writing import label
from .caption import caption_lines
from .grid import Entry, Grid, grid_of, stray_lines

__all__ = ["as_xlsx"]

_FORMATS = {"count": "#,##0", "share": "0%", "decimal": "0.00", "signed": "0.00;−0.00;0",
            "chance": "0.000", "mixed": "#,##0.##"}  # fmt: skip
# The same display makes the same file, byte for byte.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_DEEP, _BROWN, _PLAIN = "#52A6A5", "#D0A557", "#FFFFFF"


def as_xlsx(matrix: Matrix, language: str) -> bytes:
    """Numbers as numbers, shaded by the sheet itself; heads stay in view. Texts are never formulas.

    Raises :class:`MissingExtra` without XlsxWriter.
    """
    try:
        xlsxwriter: Any = import_module("xlsxwriter")
    except ImportError:
        raise MissingExtra("report", "Writing a workbook") from None
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": label(matrix.caption.title, language), "created": _CREATED})
    _table(book, matrix, language)
    if matrix.worded or matrix.strays:
        _words(book, matrix, language)
    _about(book, matrix, language)
    book.close()
    return out.getvalue()


def _table(book: Any, matrix: Matrix, language: str) -> None:
    grid = grid_of(matrix, language)
    sheet = book.add_worksheet(translate(say("Table"), language))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "bottom", "align": "center"})
    sheet.write_string(0, 0, grid.corner, book.add_format({"bold": True, "valign": "bottom"}))
    for number, name in enumerate(grid.columns, 1):
        sheet.write_string(0, number, name, head)
    looks = _Looks(book)
    depths = [*(heading.depth for heading in matrix.rows), 0]
    nested = any(depths)
    for number, (name, entries) in enumerate(zip(grid.rows, grid.entries, strict=True), 1):
        depth = depths[number - 1]
        bold = grid.summed_rows[number - 1] or (nested and depth == 0)
        sheet.write_string(number, 0, name, looks.head(depth, bold=bold))
        for column, entry in enumerate(entries, 1):
            _write(sheet, number, column, entry, looks)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, min(max(map(len, grid.rows), default=10) + 6, 60))
    sheet.set_column(1, max(len(grid.columns), 1), 12)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    _shade(sheet, matrix, grid)


class _Looks:
    """Formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Any] = {}

    def head(self, depth: int, *, bold: bool) -> Any:
        return self._of(indent=min(depth, 15), bold=bold)

    def cell(self, entry: Entry) -> Any:
        if entry.state != "value":
            return self._of(italic=True, font_color="#54615F", align="center")
        form = _FORMATS.get(entry.form, "General")
        return self._of(num_format=form, bold=entry.total, align="center")

    def _of(self, **values: object) -> Any:
        key = tuple(sorted((name, str(value)) for name, value in values.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(values)
        return self._made[key]


def _write(sheet: Any, row: int, column: int, entry: Entry, looks: _Looks) -> None:
    if entry.value is None or entry.form == "presence":
        sheet.write_string(row, column, entry.text, looks.cell(entry))
    else:
        sheet.write_number(row, column, entry.value, looks.cell(entry))
    if entry.note:
        sheet.write_comment(row, column, entry.note, {"x_scale": 2})


def _shade(sheet: Any, matrix: Matrix, grid: Grid) -> None:
    if (
        not matrix.rows
        or not matrix.columns
        or not grid.entries
        or matrix.number in ("mixed", "chance")
    ):
        return
    if matrix.number == "signed":
        scale = {"type": "3_color_scale", "min_color": _BROWN, "mid_color": _PLAIN,
                 "max_color": _DEEP, "mid_type": "num", "mid_value": 0}  # fmt: skip
    else:
        scale = {"type": "2_color_scale", "min_color": _PLAIN, "max_color": _DEEP,
                 "min_type": "num", "min_value": 0}  # fmt: skip
    ranges = [
        (top + 1, left + 1, bottom, right)
        for top, bottom in _runs(grid.summed_rows[: len(matrix.rows)])
        for left, right in _runs(grid.summed_columns[: len(matrix.columns)])
    ]
    if ranges:
        sheet.conditional_format(*ranges[0], scale | _all_of(ranges))


def _runs(summed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches ``[start, end)`` without a subtotal, which is great beside what it is of."""
    end = 0
    for is_summed, run in groupby(summed):
        start, end = end, end + len(list(run))
        if not is_summed:
            yield start, end


def _all_of(ranges: Sequence[tuple[int, int, int, int]]) -> dict[str, str]:
    """What makes of several ranges one, with one scale."""
    cells: Any = import_module("xlsxwriter.utility")
    return {"multi_range": " ".join(cells.xl_range(*one) for one in ranges)}


def _words(book: Any, matrix: Matrix, language: str) -> None:
    """A sheet of the same shape with what an analyst wrote; below it, what is not shown."""
    grid = grid_of(matrix, language)
    sheet = book.add_worksheet(translate(say("Words"), language))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    width = len(matrix.columns)
    for number, name in enumerate((grid.corner, *grid.columns[:width])):
        sheet.write_string(0, number, name, bold)
    lines = zip(grid.rows[: len(matrix.rows)], grid.entries, strict=False)
    for number, (name, entries) in enumerate(lines, 1):
        sheet.write_string(number, 0, name, bold)
        for column, entry in enumerate(entries[:width], 1):
            sheet.write_string(number, column, entry.written, wrapped)
    for number, line in enumerate(stray_lines(matrix, language), len(matrix.rows) + 2):
        sheet.write_string(number, 0, line)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, max(width, 1), 36)


def _about(book: Any, matrix: Matrix, language: str) -> None:
    sheet = book.add_worksheet(translate(say("Notes"), language))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    title = label(matrix.caption.title, language)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for number, line in enumerate(caption_lines(matrix, language), 2):
        sheet.write_string(number, 0, line, wrapped)
    sheet.set_column(0, 0, 100)
