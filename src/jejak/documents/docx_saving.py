"""Saving a Word file whose text was made apart from the library."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

__all__ = ["saved_with"]


def saved_with(file: Any, written: Iterable[str]) -> bytes:
    """The file with what was written (XML in the form in which the library would write it) in it, before
    what the library says of its pages."""
    empty, kept = BytesIO(), BytesIO()
    file.save(empty)
    text = str(file.part.partname)[1:]
    with ZipFile(empty) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for one in old.infolist():
            content = old.read(one)
            if one.filename == text:
                before, pages, after = content.decode().rpartition("<w:sectPr")
                content = "".join((before, *written, pages, after)).encode()
            new.writestr(one.filename, content)
    return kept.getvalue()
