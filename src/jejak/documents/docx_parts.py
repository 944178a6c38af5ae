"""Pieces of Word's own XML as text: runs in either direction, links, fields, bookmarks.

The library takes thirteen times as long over elements that it makes one by one, and reading what was made
as text takes it as long as making it: so it is put into the file as it is, in the very form in which the
library would write it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from ..model.characters import fit
from .direction import right_to_left
from .document import Citation, Mark, Note, Run, Text, plain

__all__ = [
    "HEADINGS",
    "bookmark_name",
    "bookmarked",
    "element",
    "escaped",
    "field",
    "note_mark",
    "own_tag",
    "page_numbers",
    "page_of",
    "quoted",
    "read",
    "runs",
    "shaped",
    "whole",
]

_SIGNS = {"good": "● ", "fair": "◐ ", "poor": "◆ ", "none": "○ "}
_COLOURS = {"good": "1B6B3A", "fair": "7A5000", "poor": "8F1F23", "none": "55605E"}
QUIET = "5B6866"
# The list that numbers headings.
HEADINGS = "40"
_KEPT = 'xml:space="preserve"'


@cache
def _maker() -> tuple[Callable[..., Any], dict[str, str]]:
    """What makes elements that the library knows as its own, and the namespace they stand in."""
    parser = import_module("docx.oxml.parser").oxml_parser
    spaces = import_module("docx.oxml.ns").nsmap
    return parser.makeelement, {"w": spaces["w"]}


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's main namespace, attributes in the same."""
    make, spaces = _maker()
    told = {own_tag(key): value for key, value in attributes.items()} if attributes else None
    return make(own_tag(tag), told, spaces)


@cache
def own_tag(tag: str) -> str:
    """The full name of an element of Word's main namespace."""
    return f"{{{_maker()[1]['w']}}}{tag}"


def read(tag: str, inner: str) -> Any:
    """An element of Word's main namespace that the library knows as its own, made of the text of what
    stands in it."""
    return import_module("docx.oxml.parser").parse_xml(whole(tag, inner))


def whole(tag: str, inner: str) -> bytes:
    """A part of a Word file, of an element of Word's main namespace and the text of what stands in it."""
    spaces = " ".join(f'xmlns:{key}="{one}"' for key, one in _maker()[1].items())
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    return f"{head}\n<w:{tag} {spaces}>{inner}</w:{tag}>".encode()


def escaped(text: str) -> str:
    """Words as XML holds them between tags, with ``�`` for what it cannot hold."""
    text = fit(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Words as XML holds them in an attribute."""
    return escaped(text).replace('"', "&quot;")


def bookmark_name(anchor: str) -> str:
    """The anchor as a bookmark: Word takes forty letters, digits and underscores at most."""
    simple = anchor.replace("-", "_")
    if len(simple) <= 40 and simple.isascii():
        return simple
    return f"p_{hashlib.sha256(anchor.encode()).hexdigest()[:32]}"


def bookmarked(inner: str, anchor: str, number: int) -> str:
    """What a paragraph holds as a place that links lead to."""
    name = quoted(bookmark_name(anchor))
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'


def shaped(style: str, inner: str, text: Text, before: str = "", after: str = "") -> str:
    """A paragraph in a style (by its id), from right to left where the first letter of its text asks;
    more of its shape stands ``before`` and ``after`` the direction."""
    turned = "<w:bidi/>" if right_to_left(plain(text)) else ""
    shape = f'<w:pPr><w:pStyle w:val="{style}"/>{before}{turned}{after}</w:pPr>'
    return f"<w:p>{shape}{inner}</w:p>"


def runs(text: Text, note: Callable[[Note], int] | None = None) -> str:
    """A text as it stands in a paragraph; ``note`` keeps the words of a footnote and gives its number."""
    told = []
    for part in text:
        if isinstance(part, Note):
            told.append(_reference(note(part)) if note is not None else "")
        elif part.text:
            told.append(_run(part))
    return "".join(told)


def _reference(number: int) -> str:
    return f'<w:r>{note_mark()}<w:footnoteReference w:id="{number}"/></w:r>'


def note_mark() -> str:
    """How the number of a note looks."""
    return '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def _run(part: Run | Mark | Citation) -> str:
    """A run, within a link where it leads somewhere."""
    if isinstance(part, Mark):
        words = _SIGNS[part.tone] + part.text
        return f"<w:r>{_look(turned=right_to_left(words), tone=part.tone)}{_letters(words)}</w:r>"
    turned, link = right_to_left(part.text), part.link
    if isinstance(part, Run):
        look = _look(
            turned=turned, strong=part.strong, emphasis=part.emphasis, quiet=part.quiet,
            linked=bool(link), language=part.language,
        )  # fmt: skip
    else:
        look = _look(turned=turned)
    told = f"<w:r>{look}{_letters(part.text)}</w:r>"
    if not link:
        return told
    anchor = quoted(bookmark_name(link))
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{told}</w:hyperlink>'


@cache
def _look(
    *,
    turned: bool,
    strong: bool = False,
    emphasis: bool = False,
    quiet: bool = False,
    linked: bool = False,
    language: str = "",
    tone: str = "",
) -> str:
    """How a run looks: Word's properties in the order that Word wants."""
    colour = _COLOURS[tone] if tone else "0F6168" if linked and not tone else QUIET if quiet else ""
    looks = (
        "<w:b/>" if strong or tone else "",
        "<w:i/>" if emphasis else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        "<w:rtl/>" if turned else "",
        f'<w:lang w:val="{quoted(language)}"/>' if language else "",
    )
    told = "".join(looks)
    return f"<w:rPr>{told}</w:rPr>" if told else ""


def _letters(words: str) -> str:
    told = escaped(words)
    if "\n" not in told and "\t" not in told:
        return f"<w:t {_KEPT}>{told}</w:t>"
    lines = ("<w:tab/>".join(map(_piece, line.split("\t"))) for line in told.split("\n"))
    return "<w:br/>".join(lines)


def _piece(told: str) -> str:
    return f"<w:t {_KEPT}>{told}</w:t>" if told else ""


def field(code: str, shown: str) -> str:
    """A field, showing what it comes to as of now."""
    parts = (
        _mark("begin"),
        f"<w:instrText {_KEPT}> {escaped(code)} </w:instrText>",
        _mark("separate"),
        f"<w:t {_KEPT}>{escaped(shown)}</w:t>" if shown else f"<w:t {_KEPT}/>",
        _mark("end"),
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def _mark(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def page_of(anchor: str) -> str:
    """The page on which a bookmark stands, at the end of an entry of a table of contents.

    Nobody knows it before the pages are set. LibreOffice fills it in on opening, unless a field TOC
    stands around the entries; Word on printing, on saving as PDF, and on F9. It would on opening if the
    field were marked so, but only after a question about other files.
    """
    return "<w:r><w:tab/></w:r>" + field(f"PAGEREF {bookmark_name(anchor)} \\h", "")


def page_numbers(section: Any, title: str) -> None:
    """The page's number and how many there are at the foot of every page but the first, the title at
    its head."""
    section.different_first_page_header_footer = True
    text: Text = (Run(title),)
    _become(section.header.paragraphs[0], shaped("Header", runs(text), text))
    numbers = f"{field('PAGE', '1')}<w:r><w:t {_KEPT}> / </w:t></w:r>{field('NUMPAGES', '1')}"
    foot = shaped("Footer", numbers, (), after='<w:jc w:val="center"/>')
    _become(section.footer.paragraphs[0], foot)


def _become(paragraph: Any, told: str) -> None:
    own = paragraph._p  # noqa: SLF001  (the library has no other way to its XML)
    own.getparent().replace(own, read("hdr", told)[0])
