"""A report that was written as a page, taken apart into lines and tables as a reader sees them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

__all__ = ["Grid", "Line", "Part", "Quoted", "parts_of"]

LINES = {
    "p",
    "li",
    "dd",
    "dt",
    "figcaption",
    "summary",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
}
WHOLE = {"q", "mark"}


@dataclass(frozen=True)
class Line:
    """Words in a row; ``places`` are the anchors of what they stand in, the innermost last; ``kind`` is
    the element they are in, ``name`` what stands before them in a list of names and values."""

    text: str
    places: tuple[str, ...]
    kind: str
    name: str = ""


@dataclass(frozen=True)
class Quoted:
    """Words that somebody said: those quoted, and the turns around them."""

    text: str
    told: str
    turns: tuple[str, ...]
    anchor: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table under its caption."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[str, ...]


Part = Line | Quoted | Grid


def parts_of(page: str) -> list[Part]:
    """All that is told, in its order."""
    body = html.fromstring(page).find(".//body")
    assert body is not None
    return list(_parts(body, ()))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def _text(element: html.HtmlElement) -> str:
    return squeezed(element.text_content())


def _parts(element: html.HtmlElement, places: tuple[str, ...]) -> Iterator[Part]:
    classes = element.get("class", "").split()
    own = (*places, *_opened(element))
    if "quote" in classes:
        yield from _quoted(element, own)
    elif element.tag == "figure" and "table" in classes:
        yield _grid(element, own)
    elif element.tag == "img":
        yield Line(element.get("alt", ""), own, "alt")
        yield from _drawn(element, own)
    elif element.tag == "dl":
        for name, told in element:
            yield Line(_text(told), own, "dd", _text(name))
            yield Line(_text(name), own, "dt")
    else:
        inner = [one for one in element if element.tag not in LINES or one.tag in {"ol", "ul"}]
        words = squeezed("".join(_outside(element, inner)))
        assert element.tag in LINES or not words, (element.tag, words)
        if element.tag in LINES:
            yield Line(words, own, element.tag)
        for one in inner:
            yield from _parts(one, own)


def _opened(element: html.HtmlElement) -> Iterator[str]:
    """The names of the place that an element opens."""
    if element.tag not in {"section", "nav", "header"}:
        return
    whole = element.getroottree().getroot().get("lang")
    if element.tag == "nav":
        yield "nav"
    if element.get("lang", whole) != whole:
        yield "other-language"
    if element.get("id"):
        yield element.get("id")


def _outside(element: html.HtmlElement, inner: list[html.HtmlElement]) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        if one not in inner:
            yield one.text_content()
        yield one.tail or ""


def _grid(figure: html.HtmlElement, places: tuple[str, ...]) -> Grid:
    (table,) = figure.iter("table")
    caption = figure.find("figcaption")
    rows = [tuple(_text(cell) for cell in row) for row in table.iter("tr")]
    return Grid("" if caption is None else _text(caption), rows[0], tuple(rows[1:]), places)


def _quoted(element: html.HtmlElement, places: tuple[str, ...]) -> Iterator[Part]:
    spoken = [one for one in element.iter("q") if "translation" not in one.get("class", "")]
    turns = tuple(_text(one) for one in element.iter("p") if "turn" in one.get("class", "").split())
    (told,) = element.iter("cite")
    yield Quoted(_text(spoken[0]), _text(told), turns, element.get("id", ""), places)
    for pairs in element.iter("dl"):
        yield from _parts(pairs, places)


def _drawn(picture: html.HtmlElement, places: tuple[str, ...]) -> Iterator[Line]:
    """What is written in a picture."""
    code = picture.get("src", "").partition("base64,")[2]
    if code:
        for one in etree.fromstring(b64decode(code)).iter("{http://www.w3.org/2000/svg}text"):
            above = " ".join(up.get("class", "") for up in one.iterancestors())
            kind = "scale" if "role-axis" in above or "role-legend" in above else "drawn"
            yield Line(squeezed(" ".join(one.itertext())), places, kind)
