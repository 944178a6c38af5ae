"""The first page of a folder of files: what lies where, in several languages on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from .page_template import page_template

__all__ = ["Filed", "Folder", "Told", "as_folder_page"]


@dataclass(frozen=True, slots=True)
class Filed:
    """A file: where it lies, what it is, and how many things are in it (nothing where that tells
    nobody anything)."""

    path: str
    what: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """One of the folders: what belongs there, its files, and what is not among them."""

    title: str
    about: str
    files: Sequence[Filed]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The page in one language; ``heads`` are those of the columns."""

    language: str
    name: str
    title: str
    lead: Sequence[str]
    folders: Sequence[Folder]
    heads: tuple[str, str, str]


def as_folder_page(title: str, told: Sequence[Told]) -> bytes:
    """The page in UTF-8. Raises :class:`MissingExtra` where the library for it is not installed."""
    template, safe = _template()
    styles = safe((resources.files("jejak.documents") / "page.css").read_text("utf-8"))
    page: str = template.render(title=title, told=told, styles=styles)
    return page.encode("utf-8", "replace")


@cache
def _template() -> tuple[Any, Any]:
    return page_template("folder.html.j2", "Writing a page")
