"""Tables of Word files, as rows of named values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import zip_longest
from typing import Any

from ..errors import InvalidInput
from .docx import below, words_in
from .zipped import check_archive, local, open_archive, parse_xml, part

__all__ = ["rows_of_word"]


def rows_of_word(data: bytes, wanted: Collection[str]) -> list[Mapping[str, object]]:
    """The rows of the first table whose head names one of the ``wanted`` columns (in small letters); the
    paragraphs of a cell are its lines.

    Raises :class:`InvalidInput` where there is no such table, :class:`.UnreadableSource`,
    :class:`MissingExtra`.
    """
    check_archive(data)
    with open_archive(data) as archive:
        body = part(archive, "word/document.xml")
    root = parse_xml(body or b"<none/>")
    for table in (one for one in root.iter() if local(one.tag) == "tbl"):
        head, *rows = [
            [_told(cell) for cell in below(row, "tc")] for row in below(table, "tr")
        ] or [[]]
        names = [name.strip() for name in head]
        if {name.casefold() for name in names} & set(wanted):
            return [
                dict(zip_longest(names, row[: len(names)], fillvalue=""))
                for row in rows
                if any(text.strip() for text in row)
            ]
    raise InvalidInput(
        "bad-table", f"The document has no table with a column {', '.join(f'“{name}”' for name in sorted(wanted))}."
    )  # fmt: skip


def _told(cell: Any) -> str:
    return "\n".join("".join(words_in(line, [])) for line in below(cell, "p"))
