"""Tables in CSV and TSV, whatever separates their cells."""

from __future__ import annotations

import csv
import io

from ..errors import UnreadableSource
from ..model import Reading
from .decoding import decode
from .format import Format, ReadOptions
from .tables import reading_of_table

__all__ = ["FORMAT"]

_MOST_CELL = 10_000_000


def read(data: bytes, options: ReadOptions) -> Reading:
    """A survey or a table of posts."""
    text, encoding, problems = decode(data, options.encoding)
    csv.field_size_limit(_MOST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), _dialect(text), strict=True))
    except csv.Error as error:
        raise UnreadableSource("corrupt", f"The table is broken: {error}.") from None
    return reading_of_table("csv", rows, encoding=encoding, problems=problems)


def _dialect(text: str) -> type[csv.Dialect]:
    first = text.split("\n", 1)[0]
    sign = max(",;\t|", key=first.count)

    class Found(csv.excel):
        delimiter = sign

    return Found


FORMAT = Format("csv", (".csv", ".tsv"), read)
