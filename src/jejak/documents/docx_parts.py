"""Pieces of Word's own XML: fields, bookmarks, links, and runs in either direction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from .direction import right_to_left
from .document import Citation, Mark, Note, Run, Text

__all__ = [
    "HEADINGS",
    "add",
    "bookmark",
    "bookmark_name",
    "element",
    "field",
    "fill",
    "numbered",
    "own_tag",
    "page_numbers",
    "page_of",
]

_SIGNS = {"good": "● ", "fair": "◐ ", "poor": "◆ ", "none": "○ "}
_COLOURS = {"good": "1B6B3A", "fair": "7A5000", "poor": "8F1F23", "none": "55605E"}
QUIET = "5B6866"
# The list that numbers headings.
HEADINGS = "40"


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
def _adder() -> Callable[..., Any]:
    return import_module("lxml.etree").SubElement  # type: ignore[no-any-return]


def add(parent: Any, tag: str, **attributes: str) -> Any:
    """A new element at the end of another: three times quicker than one made apart."""
    if not attributes:
        return _adder()(parent, own_tag(tag))
    return _adder()(parent, own_tag(tag), {own_tag(key): one for key, one in attributes.items()})


@cache
def own_tag(tag: str) -> str:
    """The full name of an element of Word's main namespace."""
    return f"{{{_maker()[1]['w']}}}{tag}"


def bookmark_name(anchor: str) -> str:
    """The anchor as a bookmark: Word takes forty letters, digits and underscores at most."""
    simple = anchor.replace("-", "_")
    if len(simple) <= 40 and simple.isascii():
        return simple
    return f"p_{hashlib.sha256(anchor.encode()).hexdigest()[:32]}"


def bookmark(paragraph: Any, anchor: str, number: int) -> None:
    """A place that links lead to, around what the paragraph holds."""
    start = element("bookmarkStart", id=str(number), name=bookmark_name(anchor))
    own = paragraph._p  # noqa: SLF001  (the library has no other way to its XML)
    own.insert(1 if own.pPr is not None else 0, start)
    own.append(element("bookmarkEnd", id=str(number)))


def fill(own: Any, text: Text, note: Callable[[Note], int] | None = None) -> None:
    """A text at the end of a paragraph's element, from right to left where its first letter asks;
    ``note`` keeps the words of a footnote and gives its number."""
    if right_to_left("".join(part.text for part in text)):
        _set_direction(own)
    for part in text:
        if isinstance(part, Note):
            if note is not None:
                own.append(_reference(note(part)))
            continue
        if not part.text:
            continue
        if not isinstance(part, Mark) and part.link:
            _run(add(own, "hyperlink", anchor=bookmark_name(part.link), history="1"), part)
        else:
            _run(own, part)


def _reference(number: int) -> Any:
    run, look = element("r"), element("rPr")
    look.append(element("rStyle", val="FootnoteReference"))
    run.append(look)
    run.append(element("footnoteReference", id=str(number)))
    return run


def numbered(own: Any, level: int) -> None:
    """Let Word number a heading at a level (1 is the highest)."""
    numbers = element("numPr")
    numbers.append(element("ilvl", val=str(level - 1)))
    numbers.append(element("numId", val=HEADINGS))
    own.get_or_add_pPr().insert_element_before(
        numbers, "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:bidi", "w:spacing",
        "w:ind", "w:jc", "w:outlineLvl", "w:rPr",
    )  # fmt: skip


def _set_direction(own: Any) -> None:
    """Word wants the direction before spaces, indents and alignment."""
    shape = own.get_or_add_pPr()
    shape.insert_element_before(
        element("bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
        "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:outlineLvl", "w:rPr",
    )  # fmt: skip


def _run(parent: Any, part: Run | Mark | Citation) -> None:
    """A run at the end of a paragraph's element or of a link's."""
    words = part.text
    if isinstance(part, Mark):
        words = _SIGNS[part.tone] + words
    run = add(parent, "r")
    looks = _looks(part, right_to_left(words))
    if looks:
        look = add(run, "rPr")
        for name, value in looks:
            if value:
                add(look, name, val=value)
            else:
                add(look, name)
    _break(run, words)


def _looks(part: Run | Mark | Citation, turned: bool) -> list[tuple[str, str]]:  # noqa: FBT001
    """How a run looks: names of Word's properties with their values, in the order that Word wants."""
    looks: list[tuple[str, str]] = []
    if isinstance(part, Mark):
        looks += [("b", ""), ("color", _COLOURS[part.tone])]
    elif isinstance(part, Run):
        looks += _dress(part)
    if turned:
        looks.append(("rtl", ""))
    if isinstance(part, Run) and part.language:
        looks.append(("lang", part.language))
    return looks


def _dress(part: Run) -> list[tuple[str, str]]:
    looks: list[tuple[str, str]] = []
    if part.strong:
        looks.append(("b", ""))
    if part.emphasis:
        looks.append(("i", ""))
    if part.link:
        looks.append(("color", "0F6168"))
    elif part.quiet:
        looks.append(("color", QUIET))
    return looks


def _break(run: Any, words: str) -> None:
    for number, line in enumerate(words.split("\n")):
        if number:
            add(run, "br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                add(run, "tab")
            if piece:
                _letters(run, piece)


def _letters(run: Any, piece: str) -> None:
    made = add(run, "t")
    made.text = piece
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _mark(kind: str) -> Any:
    run = element("r")
    run.append(element("fldChar", fldCharType=kind))
    return run


def _code(code: str) -> Any:
    run, words = element("r"), element("instrText")
    words.text = f" {code} "
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run


def field(own: Any, code: str, shown: str) -> None:
    """A field at the end of a paragraph's element, showing what it comes to as of now."""
    run = element("r")
    _letters(run, shown)
    for part in (_mark("begin"), _code(code), _mark("separate"), run, _mark("end")):
        own.append(part)


def page_of(own: Any, anchor: str) -> None:
    """The page on which a bookmark stands, at the end of an entry of a table of contents.

    Nobody knows it before the pages are set. LibreOffice fills it in on opening, unless a field TOC
    stands around the entries; Word on printing, on saving as PDF, and on F9. It would on opening if the
    field were marked so, but only after a question about other files.
    """
    tab = element("r")
    tab.append(element("tab"))
    own.append(tab)
    field(own, f"PAGEREF {bookmark_name(anchor)} \\h", "")


def page_numbers(section: Any, title: str) -> None:
    """The page's number and how many there are at the foot of every page but the first, the title at
    its head."""
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.style = "Header"
    fill(head._p, (Run(title),))  # noqa: SLF001  (the library has no other way to its XML)
    foot = section.footer.paragraphs[0]
    foot.style = "Footer"
    foot.alignment = 1
    field(foot._p, "PAGE", "1")  # noqa: SLF001
    foot.add_run(" / ")
    field(foot._p, "NUMPAGES", "1")  # noqa: SLF001
