"""Going through a document: every place in it, and changing all its texts at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from ..documents.document import (
    Abstract,
    Bibliography,
    Block,
    Citation,
    Document,
    Fold,
    Quote,
    Run,
    Section,
)

__all__ = ["anchors", "retold"]

T = TypeVar("T")
# Fields whose strings are names of places or values, not words.
_KEPT = {"anchor", "cited", "language", "link", "style", "tone", "translated"}


def anchors(document: Document) -> set[str]:
    """Every place of a document that a link can lead to."""
    return _anchors((*document.opening, *document.sections)) - {""}


def _anchors(blocks: Iterable[Block]) -> set[str]:
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Section | Quote):
            found.add(block.anchor)
        if isinstance(block, Bibliography):
            found |= {work.anchor for work in block.works}
        if isinstance(block, Section | Fold | Abstract):
            found |= _anchors(block.blocks)
    return found


@cache
def _changeable(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in _KEPT)


@dataclass(frozen=True, slots=True)
class _Retelling:
    change: Callable[[str], str]
    places: set[str]
    quote: Callable[[str], str]
    cite: Callable[[str], str]


def retold(
    part: T,
    change: Callable[[str], str],
    places: set[str],
    quote: Callable[[str], str] = str,
    cite: Callable[[str], str] | None = None,
) -> T:
    """The same with every text changed, what is quoted by ``quote`` once more, what is told of
    literature by ``cite`` instead; links to other than ``places`` become plain words."""
    return _retold(part, _Retelling(change, places, quote, cite or change))  # type: ignore[no-any-return]  # of the same kind as before


def _retold(part: Any, by: _Retelling) -> Any:
    if isinstance(part, str):
        return by.change(part) if part else part
    if isinstance(part, tuple):
        return tuple([_retold(one, by) for one in part])
    if not is_dataclass(part) or isinstance(part, type):
        return part
    within = replace(by, change=by.cite) if isinstance(part, Citation | Bibliography) else by
    new = {name: _retold(getattr(part, name), within) for name in _changeable(type(part))}
    if isinstance(part, Quote):
        new |= {name: by.quote(new[name]) for name in ("text", "lead", "tail")}
    if isinstance(part, Run | Citation) and part.link not in by.places:
        new["link"] = None
    return replace(part, **new)
