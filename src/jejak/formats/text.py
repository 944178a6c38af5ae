"""Plain text in any encoding, with speaker turns and chat exports."""

from __future__ import annotations

from ..model import Reading
from .decoding import decode
from .format import Format, ReadOptions
from .paragraphs import reading_of_text

__all__ = ["FORMAT"]


def read(data: bytes, options: ReadOptions) -> Reading:
    """The text as it came, its line ends made even."""
    text, encoding, problems = decode(data, options.encoding)
    return reading_of_text("text", text, encoding=encoding, problems=problems)


FORMAT = Format("text", (".txt", ".text", ".log"), read)
