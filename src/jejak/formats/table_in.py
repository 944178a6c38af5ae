"""Tables of codings and codebooks as files hold them: rows of named values."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ..errors import InvalidInput, MissingExtra, NotFound
from .decoding import decode
from .zipped import check_archive

__all__ = ["ROW_ENDINGS", "bare_cell", "parse_rows", "read_rows", "read_table", "table_there"]

Row = Mapping[str, object]
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_MOST_CELL = 10_000_000


def read_rows(path: Path, what: str) -> list[Row]:
    """The rows of a table, a value by its column's name; ``what`` is what they hold, for errors.

    Raises :class:`NotFound`, :class:`InvalidInput` (ending, unreadable, broken),
    :class:`MissingExtra`.
    """
    ending = path.suffix.lower()
    if path.is_dir():
        raise InvalidInput("not-a-file", f"{path} is a folder.", "Name a file.")
    if not path.is_file():
        raise NotFound("no-such-file", f"There is no file {path}.")
    _form(ending, what)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidInput("unreadable", f"{path} cannot be read: {error.strerror}.") from None
    return parse_rows(str(path), content, what)


def parse_rows(name: str, content: bytes, what: str) -> list[Row]:
    """The same of a file's content; the ending of its name says what it is."""
    form = _form(Path(name).suffix.lower(), what)
    try:
        return form(content)
    except (ValueError, KeyError, csv.Error) as error:
        if isinstance(error, InvalidInput):
            raise
        raise InvalidInput("bad-table", f"{name} cannot be read: {error}.") from None


def _form(ending: str, what: str) -> Callable[[bytes], list[Row]]:
    if ending not in _FORMS:
        raise InvalidInput(
            "unknown-ending",
            f"{what} cannot be read from {ending or 'a file without an ending'}.",
            f"Use one of: {', '.join(ROW_ENDINGS)}.",
        )
    return _FORMS[ending]


def _csv(content: bytes) -> list[Row]:
    text, _, _ = decode(content)
    first = text.split("\n", 1)[0]
    sign = max(",;\t", key=first.count)
    csv.field_size_limit(_MOST_CELL)
    cells = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    return _named([[bare_cell(cell) for cell in row] for row in cells])


def bare_cell(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _named(cells: Sequence[Sequence[Any]]) -> list[Row]:
    if not cells:
        raise InvalidInput("bad-table", "The table is empty: its first row names the columns.")
    names = [str(name).strip() for name in cells[0]]
    return [
        dict(zip(names, row, strict=False))
        for row in cells[1:]
        if any(str(cell or "").strip() for cell in row)
    ]


def _json_lines(content: bytes) -> list[Row]:
    text = content.decode("utf-8-sig")
    return _mappings([json.loads(line) for line in text.splitlines() if line.strip()])


def _json(content: bytes) -> list[Row]:
    from .hypothesis import hypothesis_rows, is_hypothesis
    from .web_annotation import annotation_rows, is_web_annotation

    found = json.loads(content.decode("utf-8-sig"))
    if is_hypothesis(found):
        return list(hypothesis_rows(found))
    return list(annotation_rows(found)) if is_web_annotation(found) else _mappings(found)


def _mappings(found: object) -> list[Row]:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InvalidInput("bad-table", "The file does not hold one object a row.")
    return found


def _parquet(content: bytes) -> list[Row]:
    try:
        import polars as pl
    except ImportError:
        raise MissingExtra("frames", "Reading .parquet") from None
    try:
        return _mappings(pl.read_parquet(io.BytesIO(content)).to_dicts())
    except pl.exceptions.PolarsError as error:
        told = str(error).splitlines()[0]
        raise InvalidInput("bad-table", f"The file is no Parquet table: {told}.") from None


def _xlsx(content: bytes) -> list[Row]:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtra("files", "Reading spreadsheets") from None
    check_archive(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (KeyError, ValueError, OSError, SyntaxError) as error:
        raise InvalidInput("bad-table", f"The spreadsheet is broken: {error}.") from None
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    return _named([row for row in rows if any(cell is not None for cell in row)])


_FORMS: dict[str, Callable[[bytes], list[Row]]] = {
    ".csv": _csv,
    ".jsonl": _json_lines,
    ".json": _json,
    ".jsonld": _json,
    ".parquet": _parquet,
    ".xlsx": _xlsx,
}
ROW_ENDINGS = tuple(_FORMS)


def read_table(data: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a table file of that name (.csv, .tsv, .xlsx), every value as text.

    It is read in a process of its own. Raises :class:`InvalidInput`, :class:`UnreadableSource`,
    :class:`MissingExtra`.
    """
    from .worker import shared

    ending = Path(name).suffix.lower()
    if ending not in (".csv", ".tsv", ".txt", ".xlsx"):
        raise InvalidInput(
            "unknown-ending", f"“{name}” is no table that can be read.", "Use .csv, .tsv or .xlsx."
        )
    found: list[dict[str, str]] = shared.call("jejak.formats.table_in:table_there", data, ending)
    return found


def table_there(data: bytes, ending: str) -> list[dict[str, str]]:
    """The rows of a table, in the process that this is called in."""
    try:
        rows = _xlsx(data) if ending == ".xlsx" else _csv(data)
    except csv.Error as error:
        raise InvalidInput("bad-table", f"The table is broken: {error}.") from None
    return [{name: _told(value) for name, value in row.items() if name} for row in rows]


def _told(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ").removesuffix(" 00:00:00")
    return str(value)
