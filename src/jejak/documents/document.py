"""What a report consists of, whatever it will be written as.

Words stand in it in the reader's language. A writer needs to know these kinds of block and nothing
of studies; a part of the report needs to know these and nothing of files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "Block",
    "Bullets",
    "Column",
    "Document",
    "Facts",
    "Figure",
    "Fold",
    "Mark",
    "Notice",
    "Paragraph",
    "Quote",
    "Run",
    "Section",
    "Table",
    "Text",
    "Tone",
    "Turn",
    "plain",
    "words",
]

Tone = Literal["good", "fair", "poor", "none"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; ``link`` is the anchor of a place in the same document."""

    text: str
    strong: bool = False
    emphasis: bool = False
    quiet: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A short judgement: its words always stand beside its tone, so nothing hangs on colour."""

    text: str
    tone: Tone = "none"


Text: TypeAlias = tuple[Run | Mark, ...]


def words(text: str) -> Text:
    """Plain words as a text."""
    return (Run(text),)


def plain(text: Text) -> str:
    """A text without its looks."""
    return "".join(part.text for part in text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: ``lead`` is a sentence that carries a section, ``note`` small print."""

    text: Text
    style: Literal["plain", "lead", "note"] = "plain"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that must not be overlooked."""

    title: str
    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` where the order is one."""

    entries: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they stand for, one below the other."""

    pairs: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; numbers stand to the right."""

    label: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns, as many in each as there are columns.

    The first cell heads its row; ``depths`` says how far each row is set in, where rows nest.
    ``closing`` says that the last row sums up.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: str = ""
    depths: tuple[int, ...] = ()
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, drawn when a writer asks: ``svg`` as text, ``png`` as bytes."""

    caption: str
    alt: str
    svg: Callable[[], str]
    png: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody said (``speaker`` is empty for written material)."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words (``text``) where they stand.

    ``lead`` and ``tail`` are the words of the same turn or paragraph before and after;
    ``previous`` and ``following`` the turns or paragraphs around it. ``told`` says whose words they
    are and where they stand, ``details`` all else that is known.
    """

    text: str
    told: str
    lead: str = ""
    tail: str = ""
    speaker: str = ""
    previous: tuple[Turn, ...] = ()
    following: tuple[Turn, ...] = ()
    details: tuple[tuple[str, Text], ...] = ()
    anchor: str = ""
    tone: Tone = "none"


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks behind a line that unfolds them, where the medium can; else under that line."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the document; sections may hold sections.

    ``label`` is a short name shown before the title (``F1``); ``listed`` says whether the table of
    contents names it.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    label: str = ""
    listed: bool = True


Block: TypeAlias = "Paragraph | Notice | Bullets | Facts | Table | Figure | Quote | Fold | Section"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what stands on its first page, and its sections, listed before them under
    ``contents``; ``figure`` and ``table`` are the words before the numbers of captions. On paper it
    lies on its side where it is ``wide``."""

    language: str
    title: str
    subtitle: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    contents: str
    closing: str
    figure: str = "Figure"
    table: str = "Table"
    wide: bool = False
