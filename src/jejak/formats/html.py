"""Web pages: the words of the body, block by block, with headings."""

from __future__ import annotations

import re
from typing import Any

from ..errors import MissingExtra, UnreadableSource
from ..model import Problem, Reading
from .decoding import decode
from .format import Format, ReadOptions
from .paragraphs import Paragraph, reading_of_paragraphs

__all__ = ["FORMAT"]

_DEEPEST = 500
_SILENT = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul", "html",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w\-]+)""", re.IGNORECASE)


def read(data: bytes, options: ReadOptions) -> Reading:
    """Paragraphs, headings and table rows of a page, scripts and styles left out.

    Raises :class:`UnreadableSource` for a page nested deeper than any that people write.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtra("files", "Reading web pages") from None
    _refuse_depth(data)
    text, encoding, problems = _decode(data, options)
    parser = LexborHTMLParser(text)
    walker = _Walker()
    if parser.body is not None:
        walker.walk(parser.body)
    walker.close()
    if not walker.found:
        raise UnreadableSource("empty", "The page holds no words.")
    title = parser.css_first("title")
    name = _SPACE.sub(" ", title.text()).strip() if title is not None else ""
    return reading_of_paragraphs(
        "html", walker.found, encoding=encoding, title=name or None, problems=problems
    )


def _decode(data: bytes, options: ReadOptions) -> tuple[str, str, tuple[Problem, ...]]:
    declared = _CHARSET.search(data[:4096])
    if options.encoding is None and declared:
        try:
            return decode(data, declared[1].decode())
        except ValueError:
            pass
    return decode(data, options.encoding)


def _refuse_depth(data: bytes) -> None:
    """A count of open tags without a parser, which deep nesting would hold for minutes."""
    depth = deepest = 0
    for match in re.finditer(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>", data):
        if match[2].lower() in _VOID:
            continue
        depth += -1 if match[1] else 0 if match[3] else 1
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    # Pages that never close <p> or <li> count up without being deep: the limit leaves room.
    if deepest > _DEEPEST * 40:
        raise UnreadableSource(
            "hostile-html", "The page is nested too deeply to be read.", "It was left out."
        )


_VOID = {
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta",
    b"source", b"track", b"wbr", b"p", b"li", b"td", b"tr", b"th", b"dd", b"dt", b"option",
}  # fmt: skip


class _Walker:
    """Gathers the text of a tree into paragraphs, without recursion."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self._words: list[str] = []
        self._level: int | None = None
        self._row = False

    def walk(self, root: Any) -> None:
        """Go through a tree from its root."""
        stack = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            tag = element.tag
            if leaving:
                self._leave(tag)
                continue
            if tag in _SILENT:
                continue
            if tag == "-text":
                self._words.append(element.text_content or "")
                continue
            self._enter(tag)
            stack.append((element, True))
            children = list(element.iter(include_text=True))
            stack += [(child, False) for child in reversed(children)]

    def close(self) -> None:
        """End the paragraph that is being gathered."""
        text = _SPACE.sub(" ", "".join(self._words)).replace("\v", "\n")
        text = re.sub(r" ?(\n|\t) ?", r"\1", text).strip()
        if text:
            self.found.append(Paragraph(text, self._level, self._row))
        self._words.clear()

    def _enter(self, tag: str) -> None:
        if tag == "br":
            self._words.append("\v")
        elif tag in {"td", "th"}:
            if self._words and "".join(self._words).strip():
                self._words.append("\v")
        elif tag in _BLOCKS:
            self.close()
            self._level = int(tag[1]) if len(tag) == 2 and tag[1].isdigit() else None
            self._row = tag == "tr"

    def _leave(self, tag: str) -> None:
        if tag in _BLOCKS and tag not in {"td", "th"}:
            self.close()
            self._level, self._row = None, False


FORMAT = Format("html", (".html", ".htm", ".xhtml"), read, apart=True)
