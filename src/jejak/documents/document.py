"""What a report consists of, whatever it will be written as.

Words stand in it in the reader's language. A writer needs to know these kinds of block and nothing
of studies; a part of the report needs to know these and nothing of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

__all__ = [
    "Abstract",
    "Bibliography",
    "Block",
    "Bullets",
    "Citation",
    "Cited",
    "Column",
    "Document",
    "Facts",
    "Figure",
    "Fold",
    "Front",
    "Inline",
    "Mark",
    "Note",
    "Notice",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Run",
    "Section",
    "Table",
    "Text",
    "Tone",
    "Turn",
    "Work",
    "cite",
    "leading_over",
    "plain",
    "strong",
    "words",
]

Tone = Literal["good", "fair", "poor", "none"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; ``link`` is the anchor of a place in the same document, ``language`` that
    of words in another than the document's."""

    text: str
    strong: bool = False
    emphasis: bool = False
    quiet: bool = False
    link: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A short judgement: its words always stand beside its tone, so nothing hangs on colour."""

    text: str
    tone: Tone = "none"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote to the words before it."""

    told: Text

    @property
    def text(self) -> str:
        """Nothing: the words of a note stand elsewhere."""
        return ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A work by its citation key, and the place in it: ``label`` says what ``locator`` counts (as
    CSL has it); ``bare`` leaves the author out."""

    key: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Works cited in passing: ``text`` as it is read, ``cited`` what a style makes it of.

    ``narrative`` is *Sari (2019)* instead of *(Sari, 2019)*; ``link`` leads to the list of works.
    """

    text: str
    cited: tuple[Cited, ...] = ()
    narrative: bool = False
    link: str | None = None


Inline: TypeAlias = "Run | Mark | Note | Citation"
Text: TypeAlias = "tuple[Inline, ...]"


def words(text: str) -> Text:
    """Plain words as a text."""
    return (Run(text),)


def strong(text: Text) -> Text:
    """A text with all its words strong."""
    return tuple(replace(part, strong=True) if isinstance(part, Run) else part for part in text)


def plain(text: Text) -> str:
    """A text without its looks and notes."""
    return text[0].text if len(text) == 1 else "".join([part.text for part in text])


def cite(*keys: str, narrative: bool = False) -> Citation:
    """Works by their citation keys; a style puts them into words."""
    told = "; ".join(f"@{key}" for key in keys)
    return Citation(f"[{told}]", tuple(Cited(key) for key in keys), narrative)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: ``lead`` is a sentence that carries a section, ``note`` small print."""

    text: Text
    style: Literal["plain", "lead", "note"] = "plain"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that must not be overlooked; ``asks`` where it asks for what only a person can write,
    and goes as soon as that is written."""

    title: str
    text: Text
    asks: bool = False


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
    are and where they stand, ``details`` all else that is known. ``language`` is that of the words,
    where it is another than the document's; a ``translation`` into the language ``translated`` (the
    document's where it is empty) stands beside them. Of a ``brief`` one paper shows the words alone.
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
    language: str = ""
    translation: str = ""
    translated: str = ""
    brief: bool = False

    def on_paper(self) -> Quote:
        """As it stands where nothing can be unfolded."""
        if not self.brief:
            return self
        return replace(self, lead="", tail="", previous=(), following=(), details=())


@dataclass(frozen=True, slots=True)
class Work:
    """A line of the list of works; ``label`` is its number, where a style numbers them."""

    text: Text
    label: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The works that the document cites, in the order of their style. A part of a report leaves it
    empty: it is filled once all that is cited is known."""

    works: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Abstract:
    """A summary in a language of its own; ``keyword`` is what stands before its ``keywords``."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    keywords: tuple[str, ...] = ()
    keyword: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page, where the medium has pages."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks behind a line that unfolds them, where the medium can; else under that line."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the document; sections may hold sections.

    ``label`` is a short name shown before the title (``F1``); ``listed`` says whether the table of
    contents names it, ``numbered`` whether it has a number in a document whose headings have some.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    label: str = ""
    listed: bool = True
    numbered: bool = True


Block: TypeAlias = (
    "Paragraph | Notice | Bullets | Facts | Table | Figure | Quote | Fold | Section"
    " | Bibliography | Abstract | PageBreak"
)


def leading_over(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """The blocks, and of each whether it is words that lead over to the quotation, list, table or figure
    after it and so is not to stand alone at the end of a page."""
    for block, after in pairwise((*blocks, None)):
        assert block is not None
        leads = isinstance(block, Paragraph) and block.style != "note"
        yield block, leads and isinstance(after, Quote | Bullets | Table | Figure)


@dataclass(frozen=True, slots=True)
class Front:
    """A title page of its own: who wrote the work, what it is handed in as (``note``), where and
    when."""

    authors: tuple[str, ...] = ()
    note: str = ""
    institution: tuple[str, ...] = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what stands on its first page, and its sections, listed before them under
    ``contents``, which is empty for one so short that it has no such list and no first page; ``figure`` and ``table`` are the words before the numbers of captions, ``notes``
    the heading of notes where they stand at the end. On paper it lies on its side where it is
    ``wide``.

    With a ``front`` the title has a page of its own, and what opens the document follows it.
    ``numbered`` numbers the headings of listed sections, the highest from ``first`` on; with the word
    ``chapter`` these are chapters (*BAB III*, then *3.1*). ``tables`` and ``figures`` are the headings
    of lists of them, which stand after the contents where there are at least two of the kind.
    """

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
    front: Front | None = None
    numbered: bool = False
    first: int = 1
    chapter: str = ""
    tables: str = ""
    figures: str = ""
    notes: str = "Notes"

    @property
    def turns_over(self) -> bool:
        """Whether each of its numbered sections begins a page: those of a book do."""
        return self.numbered and bool(self.chapter or self.front)
