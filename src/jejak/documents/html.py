"""The report as one page: no script, nothing loaded from anywhere, made for screen and paper."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib import import_module, resources
from typing import Any

from ..errors import MissingExtra
from .document import Document, Figure, Section

__all__ = ["as_page"]


def as_page(document: Document) -> bytes:
    """The page in UTF-8. Raises :class:`MissingExtra` where the library for it is not installed."""
    template, safe = _template()
    styles = safe((resources.files("jejak.documents") / "page.css").read_text("utf-8"))
    page: str = template.render(document=document, styles=styles)
    return page.encode("utf-8", "replace")


@cache
def _template() -> tuple[Any, Any]:
    try:
        jinja = import_module("jinja2")
    except ImportError:
        raise MissingExtra("report", "Writing a report as a page") from None
    environment = jinja.Environment(
        loader=jinja.PackageLoader("jejak", "documents"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja.StrictUndefined,
    )
    environment.filters["kind"] = lambda block: type(block).__name__.lower()
    environment.filters["sections"] = _sections
    environment.filters["picture"] = _picture
    return environment.get_template("page.html.j2"), import_module("markupsafe").Markup


def _sections(section: Section) -> list[Section]:
    """The sections within one that the table of contents names."""
    return [block for block in section.blocks if isinstance(block, Section) and block.listed]


def _picture(figure: Figure) -> str:
    """The chart as an address that holds all of it: a picture runs nothing and loads nothing."""
    code = b64encode(figure.svg().encode("utf-8", "replace")).decode()
    return f"data:image/svg+xml;base64,{code}"
