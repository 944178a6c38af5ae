"""The text of PDF files, page by page."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

from ..errors import MissingExtra, UnreadableSource
from ..model import Problem, ReadBlock, Reading, say
from .decoding import even_lines
from .format import Format, ReadOptions
from .language import guess_language
from .paragraphs import blocks_of_lines

__all__ = ["FORMAT"]


def read(data: bytes, _options: ReadOptions) -> Reading:
    """A page block for each page and the paragraphs within it.

    Raises :class:`UnreadableSource`: ``encrypted``, ``corrupt``, or ``no-text`` (scanned pages).
    """
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtra("files", "Reading PDF") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableSource(
                "encrypted",
                "The PDF is locked with a password.",
                "Save a copy without one and add that.",
            ) from None
        raise UnreadableSource("corrupt", "The PDF is broken and cannot be opened.") from None
    pages = [_page(page) for page in document]
    if sum(map(_leftward, pages)) * 2 > len(pages) > 0:
        pages = _with_pypdf(data, pages)
    return _reading(pages)


def _page(page: Any) -> str:
    text = even_lines(page.get_textpage().get_text_bounded())
    # U+FFFE is how the library marks a word broken at a line's end.
    return text.replace("\ufffe\n", "").replace("\ufffe", "").replace("\0", "")


def _leftward(text: str) -> bool:
    letters = [c for c in text[:2000] if c.isalpha()]
    return sum(unicodedata.bidirectional(c) in {"R", "AL"} for c in letters) * 2 > len(letters) > 0


def _with_pypdf(data: bytes, pages: list[str]) -> list[str]:
    """Pages written right to left, whose words the usual reader turns round."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return [even_lines(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]
    except PyPdfError:
        return pages


def _reading(pages: list[str]) -> Reading:
    parts: list[str] = []
    blocks: list[ReadBlock] = []
    at, empty = 0, 0
    for number, page in enumerate(pages, 1):
        body = page.strip("\n")
        empty += not body.strip()
        blocks.append(ReadBlock("page", at, at + len(body), label=str(number)))
        blocks += [
            ReadBlock("paragraph", at + block.start, at + block.end)
            for block in blocks_of_lines(body)
        ]
        parts.append(body)
        at += len(body) + 2
    text = "\n\n".join(parts)
    if not text.strip():
        raise UnreadableSource(
            "no-text",
            "The PDF holds pictures of pages and no text.",
            "Run text recognition on it first.",
        )
    problems: tuple[Problem, ...] = ()
    if empty:
        problems = (Problem("empty-pages", say("{n} pages hold no text.", n=empty)),)
    blocks = [block for block in blocks if block.end > block.start]
    return Reading(
        format="pdf", medium="pdf", text=text, blocks=tuple(blocks), kind="document",
        language=guess_language(text), metadata={"pages": str(len(pages))}, problems=problems,
    )  # fmt: skip


FORMAT = Format("pdf", (".pdf",), read, apart=True)
