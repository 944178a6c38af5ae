"""Which format a file is of: by its content first, then by its ending."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import PurePath

from ..errors import UnreadableSource
from ..model import Problem, say

__all__ = ["detect"]

_BY_ENDING = {
    ".txt": "text", ".text": "text", ".log": "text", ".md": "markdown", ".markdown": "markdown",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".odt": "odt", ".ott": "odt", ".rtf": "rtf",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".csv": "csv", ".tsv": "csv",
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".srt": "srt", ".vtt": "vtt", ".eaf": "eaf",
    ".textgrid": "textgrid", ".otr": "otranscribe",
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0"
_MEDIA = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"ID3",
    b"OggS",
    b"RIFF",
    b"fLaC",
    b"\x7fELF",
    b"MZ",
)


def detect(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The name of the format, and a problem where the ending says another.

    Raises :class:`UnreadableSource` for a format that cannot be read.
    """
    ending = PurePath(name).suffix.lower()
    by_ending = _BY_ENDING.get(ending)
    by_content = _by_content(data)
    if by_content is None:
        if by_ending in {"docx", "odt", "xlsx", "pdf", "rtf"} and not _looks_like_text(data):
            return by_ending, ()
        if by_ending in {"docx", "odt", "xlsx", "pdf", "rtf"}:
            return "text", (_mismatch(ending, "text"),)
        return by_ending or "text", ()
    if by_ending in {None, by_content}:
        return by_content, ()
    if by_content == "html" and by_ending in {"markdown", "text"}:
        return by_ending or "text", ()
    return by_content, (_mismatch(ending, by_content),)


def _mismatch(ending: str, found: str) -> Problem:
    message = say("The ending says {ending}, the content is {format}.", ending=ending, format=found)
    return Problem("wrong-ending", message)


def _looks_like_text(data: bytes) -> bool:
    return b"\0" not in data[:4096] and not data.startswith((b"PK", _OLE))


def _by_content(data: bytes) -> str | None:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"WEBVTT"):
        return "vtt"
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if data.startswith(_MEDIA):
        raise UnreadableSource(
            "unknown-format", "Pictures, sound, film and programs cannot be read as text.",
            "It was left out.",
        )  # fmt: skip
    return None


def _archive(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist()[:2000])
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    for sign, format in (
        ("word/document.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
        ("content.xml", "odt"),
    ):
        if sign in names:
            return format
    raise UnreadableSource(
        "unknown-format", "This archive is no document that can be read.",
        "Unpack it and add what is inside.",
    )  # fmt: skip
