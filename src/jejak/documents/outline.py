"""The numbers of a document: of its headings, its tables, its figures and its notes, the same in
whatever it is written as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from .document import Abstract, Block, Document, Figure, Fold, Note, Section, Table
from .inside import texts

__all__ = ["Captioned", "Heading", "Outline", "outline", "roman"]

# A list of tables or figures is of use from so many on.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A listed section: at which level it stands (1 is the highest) and its number, if any."""

    section: Section
    level: int
    number: str


@dataclass(frozen=True, slots=True)
class Captioned:
    """A table or figure with a caption, its number, and the name of its place."""

    block: Table | Figure
    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What a document holds, in its order. ``tables`` and ``figures`` are those of its lists: none
    where it has no such list."""

    headings: tuple[Heading, ...]
    captioned: tuple[Captioned, ...]
    notes: tuple[Note, ...]
    tables: tuple[Captioned, ...]
    figures: tuple[Captioned, ...]
    _numbers: dict[int, str] = field(default_factory=dict)
    _captions: dict[int, Captioned] = field(default_factory=dict)
    _notes: dict[int, int] = field(default_factory=dict)

    def number(self, section: Section) -> str:
        """The number of a section, or nothing."""
        return self._numbers.get(id(section), "")

    def caption(self, block: Table | Figure) -> Captioned | None:
        """The number and the place of a table or figure, where it has a caption."""
        return self._captions.get(id(block))

    def note(self, note: Note) -> int:
        """The number of a note."""
        return self._notes[id(note)]


def outline(document: Document) -> Outline:
    """Everything in a document that has a number."""
    blocks = (*document.opening, *document.sections)
    headings = tuple(_chapters(blocks, document))
    captioned = tuple(_captioned(blocks))
    tables = tuple(one for one in captioned if isinstance(one.block, Table))
    figures = tuple(one for one in captioned if isinstance(one.block, Figure))
    notes = tuple(one for text in texts(blocks) for one in text if isinstance(one, Note))
    return Outline(
        headings,
        captioned,
        notes,
        tables if document.tables and len(tables) >= _FEWEST else (),
        figures if document.figures and len(figures) >= _FEWEST else (),
        {id(one.section): one.number for one in headings},
        {id(one.block): one for one in captioned},
        {id(note): number for number, note in enumerate(notes, 1)},
    )


def _chapters(blocks: Iterable[Block], document: Document) -> Iterator[Heading]:
    """The listed sections as the document numbers them."""
    if not document.numbered:
        yield from _headings(blocks, 1, None)
        return
    for heading in _headings(blocks, 1, "", document.first - 1):
        if heading.level == 1 and heading.number and document.chapter:
            yield replace(heading, number=f"{document.chapter} {roman(int(heading.number))}")
        else:
            yield heading


def roman(number: int) -> str:
    """A number as chapters have it: IV."""
    told = ""
    for worth, letters in _ROMAN.items():
        count, number = divmod(number, worth)
        told += letters * count
    return told


_ROMAN = {
    1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X",
    9: "IX", 5: "V", 4: "IV", 1: "I",
}  # fmt: skip


def _headings(
    blocks: Iterable[Block], level: int, before: str | None, count: int = 0
) -> Iterator[Heading]:
    """The listed sections; ``before`` is the number they stand under, ``None`` where none has one;
    ``count`` of them came before."""
    for block in blocks:
        if isinstance(block, Section) and block.listed:
            own = before if block.numbered else None
            if own is not None:
                count += 1
                own = f"{own}.{count}" if own else str(count)
            yield Heading(block, level, own or "")
            yield from _headings(block.blocks, level + 1, own)
        elif isinstance(block, Fold | Section):
            deeper = level + isinstance(block, Section)
            yield from _headings(block.blocks, deeper, None)


def _captioned(blocks: Iterable[Block]) -> Iterator[Captioned]:
    counts = {Table: 0, Figure: 0}
    for block in _walked(blocks):
        if isinstance(block, Table | Figure) and block.caption:
            kind = type(block)
            counts[kind] += 1
            yield Captioned(block, counts[kind], f"{kind.__name__.lower()}-{counts[kind]}")


def _walked(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section | Fold | Abstract):
            yield from _walked(block.blocks)
