"""Web pages as Taguette keeps and counts them: the text without its tags, in bytes of UTF-8.

The page becomes text as a browser shows it: white space run together, a line for each paragraph. Where
each character of it came from is kept, so that a position there has its place here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...errors import MissingExtra
from ...model import ReadBlock
from ...model.reading import BlockKind

__all__ = ["Page"]

_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "colgroup", "dd", "details",
    "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_CELLS = {"td", "th"}
# Words with one blank between them stay as they are; other white space is run together, or kept where
# that is asked for. A blank that may not break is a character as any other.
_RUNS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*|[ \t\n\r\f]+")
_SPACE = " \t\n\r\f"


class Page:
    """A page as ``text`` with its ``blocks``; ``counted`` is the text that its origin counts in."""

    def __init__(self, html: str) -> None:
        self._out: list[str] = []
        self._length = 0
        self._counted: list[str] = []
        self._at = 0
        # Of each run that was kept: where it begins there and here, and where it ends.
        self._there: list[int] = []
        self._runs: list[tuple[int, int, int]] = []
        self._blank: tuple[int, int] | None = None
        self._begun: int | None = None
        self._level: int | None = None
        self._kind: BlockKind = "paragraph"
        self._kept = 0
        self.blocks: list[ReadBlock] = []
        self._walk(html)
        self.text = "".join(self._out)
        self.counted = "".join(self._counted)

    def spans(
        self, offsets: Iterable[tuple[int, int]]
    ) -> Mapping[tuple[int, int], tuple[int, int]]:
        """Stretches in bytes of UTF-8 of what is counted, as stretches of the text; a byte within a
        character counts as its end. One that holds nothing but white space at an edge is empty."""
        wanted = list(offsets)
        points = _points(self.counted, {at for pair in wanted for at in pair})
        return {pair: self._span(points[pair[0]], points[pair[1]]) for pair in wanted}

    def quote(self, start: int, end: int) -> str:
        """What stands between two byte offsets, as it is counted."""
        raw = self.counted.encode("utf-8", "surrogatepass")
        return raw[max(start, 0) : max(end, 0)].decode("utf-8", "replace")

    def _span(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_right(self._there, start) - 1
        if first >= 0 and self._runs[first][0] > start:
            here = self._here(first, start)
        else:
            here = self._runs[first + 1][1] if first + 1 < len(self._runs) else len(self.text)
        last = bisect_left(self._there, end) - 1
        if last < 0:
            return here, here
        until, _, finish = self._runs[last]
        stop = finish if end >= until else self._here(last, end)
        return here, max(here, stop)

    def _here(self, run: int, at: int) -> int:
        until, begin, finish = self._runs[run]
        # White space that was run together is one character, wherever in it the position is.
        whole = until - self._there[run] == finish - begin
        return begin + (at - self._there[run]) if whole else begin

    def _walk(self, html: str) -> None:
        try:
            from selectolax.lexbor import LexborHTMLParser
        except ImportError:
            raise MissingExtra("files", "Reading projects of Taguette") from None
        root = LexborHTMLParser(html).root
        for tag, text, entering in _steps(root):
            if text is not None:
                self._take(text)
            elif entering:
                self._enter(tag)
            else:
                self._leave(tag)
        self._close()

    def _enter(self, tag: str) -> None:
        if tag == "br":
            self._break()
        elif tag in _CELLS:
            if self._begun is not None:
                self._break()
        elif tag in _BLOCKS:
            self._close()
            self._level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else None
            self._kind = "heading" if self._level else "row" if tag == "tr" else "paragraph"
            self._kept += tag == "pre"

    def _leave(self, tag: str) -> None:
        if tag in _BLOCKS and tag not in _CELLS:
            self._close()
            self._level, self._kind = None, "paragraph"
            self._kept -= tag == "pre"

    def _take(self, text: str) -> None:
        """Count a piece of text and write of it what shows."""
        self._counted.append(text)
        for found in _RUNS.finditer(text):
            begin, end = self._at + found.start(), self._at + found.end()
            if found[0][0] in _SPACE and not self._kept:
                self._blank = (self._blank[0] if self._blank else begin, end)
            else:
                self._write(found[0], begin, end)
        self._at += len(text)

    def _write(self, text: str, begin: int, end: int) -> None:
        if self._begun is None:
            if not text.strip(_SPACE):
                # Empty lines at the beginning do not show; how far the first is moved in does.
                begin += text.rfind("\n") + 1
                text = text[text.rfind("\n") + 1 :]
            if not text:
                return
            if self._length:
                self._put("\n")
            self._begun = self._length
        elif self._blank is not None and self._out[-1] != "\n":
            self._run(" ", *self._blank)
        self._blank = None
        self._run(text, begin, end)

    def _run(self, text: str, begin: int, end: int) -> None:
        # A lone carriage return is no line end here.
        text = text.replace("\r", "\n")
        self._there.append(begin)
        self._runs.append((end, self._length, self._length + len(text)))
        self._put(text)

    def _put(self, text: str) -> None:
        self._out.append(text)
        self._length += len(text)

    def _break(self) -> None:
        """A line ends within a paragraph."""
        self._blank = None
        if self._begun is not None:
            self._put("\n")

    def _close(self) -> None:
        """A paragraph ends, if one was begun."""
        self._blank = None
        if self._begun is None:
            return
        # Lines that end with nothing after them.
        while self._length > self._runs[-1][2]:
            self._length -= len(self._out.pop())
        self.blocks.append(ReadBlock(self._kind, self._begun, self._length, level=self._level))
        self._begun = None


def _steps(root: Any) -> Iterator[tuple[str, str | None, bool]]:
    """A tree from its root, without recursion: the tag, a text, and whether it is entered or left."""
    waiting = [] if root is None else [(root, True)]
    while waiting:
        element, entering = waiting.pop()
        tag = element.tag
        if tag == "-text":
            yield tag, element.text_content or "", True
            continue
        if tag.startswith("-"):
            continue
        yield tag, None, entering
        if entering:
            waiting.append((element, False))
            waiting += [(child, True) for child in reversed(list(element.iter(include_text=True)))]


def _points(text: str, offsets: set[int]) -> dict[int, int]:
    """Byte offsets of a text in UTF-8 as code points, each read once."""
    raw = text.encode("utf-8", "surrogatepass")
    found: dict[int, int] = {}
    byte = point = 0
    for offset in sorted(offsets):
        at = min(max(offset, 0), len(raw))
        while at < len(raw) and 0x80 <= raw[at] <= 0xBF:
            at += 1
        point += len(raw[byte:at].decode("utf-8", "surrogatepass"))
        byte = at
        found[offset] = point
    return found
