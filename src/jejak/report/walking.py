"""Going through a document: every place in it, and changing all its texts at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from operator import is_
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

__all__ = ["Once", "anchors", "retold"]

T = TypeVar("T")
# What a quotation says.
_OF_QUOTES = ("text", "lead", "tail")
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
    if not is_dataclass(kind):
        return ()
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
    told = Once(change).__getitem__
    cited = told if cite is None else Once(cite).__getitem__
    return _retold(part, _Retelling(told, places, quote, cited))  # type: ignore[no-any-return]  # of the same kind as before


class Once(dict[str, str]):
    """Each text told once, however often it is asked for."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, text: str) -> str:
        told = self._change(text)
        self[text] = text if told == text else told
        return self[text]


def _retold(part: Any, by: _Retelling) -> Any:
    kind = part.__class__
    if kind is Run:  # by far the most
        return _run(part, by)
    if kind is tuple:
        inner = [
            _run(one, by) if one.__class__ is Run else _retold(one, by) if one else one
            for one in part
        ]
        return part if all(map(is_, inner, part)) else tuple(inner)
    if kind is str:
        told = by.change(part)
        return part if told == part else told
    within = replace(by, change=by.cite) if kind is Citation or kind is Bibliography else by
    new = _fields_anew(part, within)
    if isinstance(part, Quote):
        new |= {name: by.quote(new.get(name, getattr(part, name))) for name in _OF_QUOTES}
    if isinstance(part, Citation) and part.link is not None and part.link not in by.places:
        new["link"] = None
    return replace(part, **new) if new else part


def _fields_anew(part: Any, by: _Retelling) -> dict[str, Any]:
    """Those of its fields that are told otherwise."""
    new = {}
    for name in _changeable(part.__class__):
        old = getattr(part, name)
        if old.__class__ is str:
            told = by.change(old) if old else old
            if told != old:
                new[name] = told
        elif old and (told := _retold(old, by)) is not old:
            new[name] = told
    return new


def _run(run: Run, by: _Retelling) -> Run:
    text = by.change(run.text) if run.text else ""
    link = run.link if run.link is None or run.link in by.places else None
    if text == run.text and link is run.link:
        return run
    return replace(run, text=text, link=link)
