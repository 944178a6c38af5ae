"""Displays as files: one module an ending."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ...errors import InvalidInput, StoreFailure
from ...model.shape import Matrix

__all__ = ["ENDINGS", "shape_bytes", "write_shape"]

Write = Callable[[Matrix, str], bytes]

# Ending -> function of this room that makes the file.
_WRITERS = {
    ".svg": "picture:as_svg",
    ".png": "picture:as_png",
    ".pdf": "picture:as_pdf",
    ".html": "html_page:as_html",
    ".csv": "csv_table:as_csv",
    ".xlsx": "xlsx_book:as_xlsx",
    ".docx": "word_file:as_docx",
    ".json": "json_text:as_json",
    ".md": "markdown:as_markdown",
    ".sav": "spss:as_sav",
    ".zip": "for_r:as_r",
    ".gexf": "gexf:as_gexf",
    ".graphml": "graphml:as_graphml",
}
ENDINGS = tuple(_WRITERS)


def shape_bytes(shape: Matrix, ending: str, language: str) -> bytes:
    """The file of a display, by its ending.

    Raises :class:`InvalidInput` for another ending (and for a picture of nothing), and
    :class:`MissingExtra` where the library for it is not installed.
    """
    place = _WRITERS.get(ending.lower())
    if place is None:
        raise InvalidInput(
            "unknown-ending",
            f"A display cannot be written as “{ending}”.",
            f"It can be: {', '.join(ENDINGS)}.",
        )
    module, _, name = place.partition(":")
    write: Write = getattr(import_module(f".{module}", __name__), name)
    return write(shape, language)


def write_shape(shape: Matrix, path: Path, language: str) -> Path:
    """Write a display to a file of the kind that its ending names. Raises as :func:`shape_bytes`."""
    content = shape_bytes(shape, path.suffix, language)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreFailure(
            "cannot-write", f"{path} cannot be written: {error.strerror}.", "Nothing was written."
        ) from error
    return path
