"""A document as a PDF: tagged for readers of screens, with links, contents and page numbers.

It is laid out by typst from a template of ours; the document goes in as data, never as markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from importlib import import_module, resources
from typing import Any

from ..errors import MissingExtra
from .columns import column_widths
from .direction import right_to_left
from .document import (
    Abstract,
    Bibliography,
    Block,
    Bullets,
    Citation,
    Document,
    Facts,
    Figure,
    Fold,
    Inline,
    Mark,
    Note,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
    Turn,
    leading_over,
    plain,
    words,
)
from .outline import outline

__all__ = ["as_pdf"]

# A picture's room between the margins, in points.
_WIDEST, _TALLEST = 442.0, 560.0
_RUNNING = 80
# A quotation of so many characters, with what stands around it, stays on one page; and a row of
# a table that has no longer cell.
_WHOLE = 1_500
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufffe\uffff]")
# A word longer than a line may be broken anywhere.
_ENDLESS = re.compile(r"\S{40,}")
_SIZE = re.compile(r'\b(width|height)="([\d.]+)')


def as_pdf(document: Document) -> bytes:
    """The PDF (PDF/UA-1). Raises :class:`MissingExtra` where the library for it is not installed."""
    try:
        typst = import_module("typst")
    except ImportError:
        raise MissingExtra("report", "Writing a PDF") from None
    data = json.dumps(_Writer(document).document(), ensure_ascii=False)
    given = {"document": data.encode("utf-8", "replace").decode()}
    template = (resources.files("jejak.documents") / "paper.typ").read_bytes()
    try:
        made: bytes = typst.compile(template, sys_inputs=given, pdf_standards=["ua-1"])
    except typst.TypstError:
        # A picture or a heading without words keeps to no standard, and is tagged all the same.
        made = typst.compile(template, sys_inputs=given)
    return made


class _Writer:
    """Puts blocks into the shape that the template reads."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._outline = outline(document)
        places = list(_anchors((*document.opening, *document.sections)))
        self._ids = {anchor: f"p{n}" for n, anchor in enumerate(dict.fromkeys(places))}
        self._placed: set[str] = set()
        self._writers: dict[type, Callable[[Any], dict[str, Any]]] = {
            Paragraph: lambda it: {"k": "paragraph", "style": it.style, "text": self._text(it.text)},
            Notice: lambda it: {
                "k": "notice", "title": _clean(it.title), "text": self._text(it.text),
                "whole": len(plain(it.text)) <= _WHOLE,
            },
            Bullets: lambda it: {
                "k": "bullets", "numbered": it.numbered,
                "entries": [self._text(one) for one in it.entries],
            },
            Facts: lambda it: {"k": "facts", "pairs": self._pairs(it.pairs)},
            Table: self._table,
            Figure: self._figure,
            Quote: self._quote,
            Bibliography: self._works,
            Abstract: self._abstract,
            PageBreak: lambda _: {"k": "break"},
            Fold: lambda it: {
                "k": "fold", "summary": _clean(it.summary), "blocks": self._blocks(it.blocks),
            },
            Section: self._section,
        }  # fmt: skip

    def document(self) -> dict[str, Any]:
        """All of it."""
        own, front = self._document, self._document.front
        title = " ".join(own.title.split())
        return {
            "language": own.language,
            "title": _clean(own.title) or "—",
            "running": _clean(title if len(title) <= _RUNNING else f"{title[:_RUNNING]}…"),
            "subtitle": _clean(own.subtitle),
            "authors": [_clean(one) for one in front.authors] if front else [],
            "front": front and {
                "note": _clean(front.note),
                "authors": [_clean(one) for one in front.authors],
                "institution": [_clean(one) for one in front.institution],
                "date": _clean(front.date),
            },
            "opening": self._blocks(own.opening),
            "contents": _clean(own.contents),
            "tables": _clean(own.tables) if self._outline.tables else "",
            "figures": _clean(own.figures) if self._outline.figures else "",
            "figure": _clean(own.figure),
            "table": _clean(own.table),
            "chapters": own.turns_over,
            "wide": own.wide,
            "sections": self._blocks(own.sections),
            "closing": _clean(own.closing),
        }  # fmt: skip

    # --- words ---

    def _text(self, text: Text) -> dict[str, Any]:
        return {"rtl": right_to_left(plain(text)), "parts": [self._part(part) for part in text]}

    def _part(self, part: Inline) -> dict[str, Any]:
        if isinstance(part, Note):
            return {"k": "note", "told": self._text(part.told)["parts"]}
        if isinstance(part, Mark):
            return {"k": "mark", "tone": part.tone, "t": _clean(part.text)}
        told: dict[str, Any] = {"k": "run", "t": _clean(part.text)}
        if part.link in self._ids:
            told["to"] = self._ids[part.link]
        if isinstance(part, Citation):
            return told
        looks = {"s": part.strong, "e": part.emphasis, "q": part.quiet, "l": _tongue(part.language)}
        return told | {name: look for name, look in looks.items() if look}

    def _pairs(self, pairs: Iterable[tuple[str, Text]]) -> list[Any]:
        return [[_clean(name), self._text(told)] for name, told in pairs]

    def _place(self, anchor: str) -> dict[str, str]:
        """The name of a place, at its first mention: none may be there twice."""
        if not anchor or anchor in self._placed:
            return {}
        self._placed.add(anchor)
        return {"id": self._ids[anchor]}

    # --- blocks ---

    def _blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        return [
            self._writers[type(block)](block) | ({"leads": True} if leads else {})
            for block, leads in leading_over(blocks)
        ]

    def _table(self, it: Table) -> dict[str, Any]:
        return {
            "k": "table",
            "caption": _clean(it.caption),
            "columns": [
                {"label": self._text(words(one.label)), "number": one.number} for one in it.columns
            ],
            "widths": column_widths(it, 14_287 if self._document.wide else 8_840),
            "rows": [[self._text(cell) for cell in row] for row in it.rows],
            "whole": [all(len(plain(cell)) <= _WHOLE for cell in row) for row in it.rows],
            "depths": list(it.depths),
            "closing": it.closing,
        }

    def _figure(self, it: Figure) -> dict[str, Any]:
        svg = it.svg()
        return {
            "k": "figure", "svg": svg, "width": _width(svg), "alt": _clean(it.alt) or "—",
            "caption": _clean(it.caption),
        }  # fmt: skip

    def _quote(self, it: Quote) -> dict[str, Any]:
        it = it.on_paper()
        return {
            "k": "quote", "whole": _length(it) <= _WHOLE, "text": _clean(it.text), "rtl": right_to_left(it.lead + it.text),
            "told": self._text(words(it.told)), "lead": _clean(it.lead), "tail": _clean(it.tail),
            "speaker": _clean(it.speaker), "previous": [self._turn(one) for one in it.previous],
            "following": [self._turn(one) for one in it.following],
            "around": bool(it.lead or it.tail or it.previous or it.following),
            "details": self._pairs(it.details), "tone": it.tone, "language": _tongue(it.language),
            "translation": self._text(words(it.translation)) if it.translation else None,
            "translated": _tongue(it.translated), **self._place(it.anchor),
        }  # fmt: skip

    def _turn(self, it: Turn) -> dict[str, Any]:
        return {"speaker": _clean(it.speaker), "text": self._text(words(it.text))}

    def _works(self, it: Bibliography) -> dict[str, Any]:
        works = [
            {"label": _clean(one.label), "text": self._text(one.text), **self._place(one.anchor)}
            for one in it.works
        ]
        return {"k": "works", "works": works}

    def _abstract(self, it: Abstract) -> dict[str, Any]:
        return {
            "k": "abstract", "title": _clean(it.title), "language": it.language,
            "blocks": self._blocks(it.blocks), "keyword": _clean(it.keyword),
            "keywords": _clean(", ".join(it.keywords)),
        }  # fmt: skip

    def _section(self, it: Section) -> dict[str, Any]:
        return {
            "k": "section", "title": _clean(it.title), "label": _clean(it.label),
            "number": self._outline.number(it), "listed": it.listed, **self._place(it.anchor),
            "blocks": self._blocks(it.blocks),
        }  # fmt: skip


def _anchors(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Section | Quote) and block.anchor:
            yield block.anchor
        if isinstance(block, Bibliography):
            yield from (work.anchor for work in block.works if work.anchor)
        if isinstance(block, Section | Fold | Abstract):
            yield from _anchors(block.blocks)


def _length(it: Quote) -> int:
    around = sum(len(turn.text) for turn in (*it.previous, *it.following))
    return len(it.lead) + len(it.text) + len(it.tail) + len(it.translation) + around


def _clean(text: str) -> str:
    """Words as they can be set: no characters that are orders to a machine, endless words breakable."""
    told = _CONTROLS.sub("\ufffd", text)
    return _ENDLESS.sub(lambda match: re.sub(r"(.{20})", "\\1\u200b", match[0]), told)


def _tongue(language: str) -> str:
    """A language as typst takes it: two or three letters."""
    short = language.partition("-")[0].lower()
    return short if short.isascii() and short.isalpha() and len(short) in {2, 3} else ""


def _width(svg: str) -> float:
    """How wide a picture is set, so that it fits the page."""
    sizes = {name: float(size) * 0.75 for name, size in _SIZE.findall(svg.partition(">")[0])}
    wide, tall = sizes.get("width") or _WIDEST, sizes.get("height") or 1.0
    return wide * min(1.0, _WIDEST / wide, _TALLEST / tall)
