"""The codebook as a file, on its way in and out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Base64Bytes, Field

from .form import Form, Name, Out

__all__ = ["CodebookFile", "CodebookRead", "EntryOut", "FieldOut"]


class CodebookFile(Form):
    """A codebook file: its name (.yaml, .csv, .xlsx, .docx or .qdc) and its content in base64.

    Of codes that are there only gaps are filled, or (``replace``) everything the file says is
    taken. With ``dry_run`` nothing is changed.
    """

    name: Name
    content: Annotated[Base64Bytes, Field(max_length=50_000_000, strict=False)]
    replace: bool = False
    dry_run: bool = False


class FieldOut(Out):
    """A field of an entry, what it holds and what it would hold."""

    field: str
    before: str
    after: str


class EntryOut(Out):
    """What becomes of an entry: its code is ``new``, ``changed`` or the ``same``."""

    path: str
    state: str
    fields: list[FieldOut]


class CodebookRead(Out):
    """What a codebook file changes, and the change (``null``: nothing was changed)."""

    title: str
    entries: list[EntryOut]
    seq: int | None
