"""Going through a document: every text in it, every place, and changing all texts at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from .document import Document, Quote, Run, Section

__all__ = ["anchors", "each", "retold"]

T = TypeVar("T")
# Fields whose strings are names of places or values, not words.
_KEPT = {"anchor", "language", "link", "style", "tone"}


def each(part: object) -> Iterator[object]:
    """A part of a document and every part within it."""
    if isinstance(part, tuple):
        for one in part:
            yield from each(one)
    elif is_dataclass(part) and not isinstance(part, type):
        yield part
        for field in fields(part):
            yield from each(getattr(part, field.name))


def anchors(document: Document) -> set[str]:
    """Every place of a document that a link can lead to."""
    found = {p.anchor for p in each(document) if isinstance(p, Section | Quote)}
    return found - {""}


def retold(part: T, change: Callable[[str], str], places: set[str]) -> T:
    """The same with every text changed; links to other than ``places`` become plain words."""
    return _retold(part, change, places)  # type: ignore[no-any-return]  # of the same kind as before


def _retold(part: Any, change: Callable[[str], str], places: set[str]) -> Any:
    if isinstance(part, str):
        return change(part)
    if isinstance(part, tuple):
        return tuple(_retold(one, change, places) for one in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    new = {
        field.name: _retold(getattr(part, field.name), change, places)
        for field in fields(part)
        if field.name not in _KEPT
    }
    if isinstance(part, Run) and part.link not in places:
        new["link"] = None
    return replace(part, **new)
