"""Going through a document text by text, in the order of reading, and telling its texts anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from operator import is_
from typing import Any, TypeAlias, TypeVar

from .document import (
    Abstract,
    Bibliography,
    Block,
    Bullets,
    Facts,
    Figure,
    Fold,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
)

__all__ = ["anew", "texts"]

T = TypeVar("T")
_Change: TypeAlias = Callable[[Text], Text]


def texts(blocks: Iterable[Block]) -> Iterator[Text]:
    """Every text within the blocks: not the words of titles, captions and quotations, in which nothing
    is linked, noted or cited."""
    for block in blocks:
        yield from _OF[block.__class__](block)


def _own(block: Paragraph | Notice) -> Iterable[Text]:
    return (block.text,)


def _within(block: Section | Fold | Abstract) -> Iterable[Text]:
    return texts(block.blocks)


def _pairs(pairs: Iterable[tuple[str, Text]]) -> Iterable[Text]:
    return [text for _, text in pairs]


def _none(_: Block) -> Iterable[Text]:
    return ()


_OF: dict[type, Callable[[Any], Iterable[Text]]] = {
    Paragraph: _own,
    Notice: _own,
    Section: _within,
    Fold: _within,
    Abstract: _within,
    Bullets: lambda block: block.entries,
    Facts: lambda block: _pairs(block.pairs),
    Quote: lambda block: _pairs(block.details),
    Table: lambda block: chain.from_iterable(block.rows),
    Bibliography: lambda block: [work.text for work in block.works],
    Figure: _none,
    PageBreak: _none,
}


def anew(blocks: tuple[Block, ...], change: _Change) -> tuple[Block, ...]:
    """The blocks with each of those texts changed; what has none that is, is the very same."""
    return _each(blocks, lambda block: _ANEW[block.__class__](block, change))


def _each(those: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    told = tuple([change(one) for one in those])
    return those if all(map(is_, told, those)) else told


def _with(block: T, name: str, told: Any) -> T:
    return block if told is getattr(block, name) else replace(block, **{name: told})  # type: ignore[type-var]


def _pairs_anew(pairs: tuple[tuple[str, Text], ...], change: _Change) -> tuple[Any, ...]:
    return _each(pairs, lambda pair: pair if (t := change(pair[1])) is pair[1] else (pair[0], t))


_ANEW: dict[type, Callable[[Any, _Change], Any]] = {
    Paragraph: lambda block, change: _with(block, "text", change(block.text)),
    Notice: lambda block, change: _with(block, "text", change(block.text)),
    Section: lambda block, change: _with(block, "blocks", anew(block.blocks, change)),
    Fold: lambda block, change: _with(block, "blocks", anew(block.blocks, change)),
    Abstract: lambda block, change: _with(block, "blocks", anew(block.blocks, change)),
    Bullets: lambda block, change: _with(block, "entries", _each(block.entries, change)),
    Facts: lambda block, change: _with(block, "pairs", _pairs_anew(block.pairs, change)),
    Quote: lambda block, change: _with(block, "details", _pairs_anew(block.details, change)),
    Table: lambda block, change: _with(
        block, "rows", _each(block.rows, lambda row: _each(row, change))
    ),
    Bibliography: lambda block, change: _with(
        block, "works", _each(block.works, lambda work: _with(work, "text", change(work.text)))
    ),
    Figure: lambda block, _: block,
    PageBreak: lambda block, _: block,
}
