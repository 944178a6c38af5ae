"""A manuscript in a Word file: its paragraphs, those of its notes after them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...errors import UnreadableSource
from ..zipped import check_archive, local, open_archive, parse_xml, part
from .signs import Para, Part, read_part

__all__ = ["BODY", "NOTES", "WordFile", "read_word_file"]

BODY = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
# From this indent on a paragraph that is no point of a list may be a quotation (1 cm).
_INDENT = 560
_NAMES = ("quot", "kutip", "block text", "blocktext")


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file as it was given: its parts with words, and its paragraphs with their part."""

    data: bytes
    digest: str
    parts: dict[str, Part]
    paras: tuple[tuple[str, Para], ...]
    quote_styles: frozenset[str]
    styles: frozenset[str]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of each paragraph."""
        return tuple(para.text for _, para in self.paras)

    @property
    def blocks(self) -> tuple[str, ...]:
        """How each paragraph is set as a quotation: by its *style*, by its *indent*, or not."""
        return tuple(self._block(para) for _, para in self.paras)

    def _block(self, para: Para) -> str:
        if para.style in self.quote_styles:
            return "style"
        return "indent" if para.indent >= _INDENT and not para.listed else ""


def read_word_file(data: bytes) -> WordFile:
    """A manuscript. Raises :class:`UnreadableSource`, :class:`MissingExtra`."""
    check_archive(data)
    with open_archive(data) as archive:
        body = part(archive, BODY)
        if body is None:
            raise UnreadableSource("corrupt", "The file is no Word document.")
        parts = {BODY: read_part(body)}
        for name in NOTES:
            notes = part(archive, name)
            if notes is not None:
                parts[name] = read_part(notes)
        quotes, every = _styles(part(archive, "word/styles.xml"))
    paras = tuple(
        (name, para) for name, one in parts.items() for para in one.paras if para.text.strip()
    )
    if not paras:
        raise UnreadableSource("empty", "The document holds no words.")
    return WordFile(data, hashlib.sha256(data).hexdigest(), parts, paras, quotes, every)


def _styles(body: bytes | None) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of styles that set quotations, and of all styles."""
    quotes, every = set[str](), set[str]()
    for style in parse_xml(body) if body is not None else ():
        if local(style.tag) != "style":
            continue
        own = _attribute(style, "styleId")
        every.add(own)
        names = [_attribute(one, "val") for one in style if local(one.tag) == "name"]
        if any(word in name.lower() for name in (own, *names) for word in _NAMES):
            quotes.add(own)
    return frozenset(quotes), frozenset(every)


def _attribute(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), "")
