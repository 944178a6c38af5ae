"""The report as one page: no script, nothing loaded from anywhere, made for screen and paper."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib import resources
from typing import Any

from .document import Document, Figure, Section, Text
from .html_words import told
from .outline import Outline, outline
from .page_template import page_template

__all__ = ["as_page"]


def as_page(document: Document) -> bytes:
    """The page in UTF-8. Raises :class:`MissingExtra` where the library for it is not installed."""
    template, safe = _template()
    styles = safe((resources.files("jejak.documents") / "page.css").read_text("utf-8"))
    page: str = template.render(document=document, styles=styles, outline=outline(document))
    return page.encode("utf-8", "replace")


@cache
def _template() -> tuple[Any, Any]:
    return page_template(
        "page.html.j2",
        "Writing a report as a page",
        kind=lambda block: type(block).__name__.lower(),
        told=_told,
        sections=_sections,
        picture=_picture,
    )


def _told(text: Text, numbers: Outline) -> Any:
    return _template()[1](told(text, numbers))


def _sections(section: Section) -> list[Section]:
    """The sections within one that the table of contents names."""
    return [block for block in section.blocks if isinstance(block, Section) and block.listed]


def _picture(figure: Figure) -> str:
    """The chart as an address that holds all of it: a picture runs nothing and loads nothing."""
    code = b64encode(figure.svg().encode("utf-8", "replace")).decode()
    return f"data:image/svg+xml;base64,{code}"
