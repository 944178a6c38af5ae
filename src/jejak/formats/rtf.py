"""Rich Text Format, its words only."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import MissingExtra, UnreadableSource
from ..model import Reading
from .decoding import even_lines
from .format import Format, ReadOptions
from .paragraphs import reading_of_text

__all__ = ["FORMAT"]


def read(data: bytes, _options: ReadOptions) -> Reading:
    """The text of the document; characters above the first plane are put together again."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise MissingExtra("files", "Reading RTF") from None
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableSource("corrupt", "The file is no RTF.")
    convert: Callable[..., str] = rtf_to_text
    raw = convert(data.decode("latin-1"), encoding="cp1252", errors="replace")
    whole = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = even_lines(whole)
    if not text.strip():
        raise UnreadableSource("empty", "The document holds no words.")
    return reading_of_text("rtf", text)


FORMAT = Format("rtf", (".rtf",), read, apart=True)
