"""A document as a Word file: real headings, tables whose heads repeat, quotations in a style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from typing import Any

from ..errors import MissingExtra
from ..model.characters import fit
from .document import (
    Abstract,
    Bibliography,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Fold,
    Front,
    Inline,
    Note,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Turn,
    leading_over,
    words,
)
from .docx_notes import add_notes, numbered_note
from .docx_parts import (
    HEADINGS,
    bookmarked,
    field,
    page_numbers,
    page_of,
    quoted,
    runs,
    shaped,
)
from .docx_saving import saved_with
from .docx_styles import begin_numbers, prepared
from .docx_table import beside, table
from .outline import Captioned, outline
from .paper import PICTURE_CM

__all__ = ["as_word"]

_RUNNING = 80


def as_word(document: Document) -> bytes:
    """The Word file. Raises :class:`MissingExtra` where the library for it is not installed."""
    try:
        import_module("docx")
    except ImportError:
        raise MissingExtra("report", "Writing a file for Word") from None
    file = prepared(document.language, wide=document.wide)
    if document.numbered:
        begin_numbers(file, document.first, document.chapter)
    _describe(file, document)
    writer = _Writer(file, document)
    writer.first_page(document)
    for section in document.sections:
        writer.block(section, 1)
    if document.closing:
        writer.paragraph(words(document.closing), "Note")
    page_numbers(file.sections[0], _short(document.title))
    add_notes(file, writer.notes)
    return saved_with(file, writer.written)


def _describe(file: Any, document: Document) -> None:
    """What the file says of itself: its title, and nobody's machine."""
    told = file.core_properties
    told.title, told.language = fit(document.title)[:255], document.language
    told.author = fit("; ".join(document.front.authors))[:255] if document.front else ""
    told.last_modified_by = told.comments = told.keywords = ""
    told.created = told.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class _Writer:
    """Writes blocks, one after the other, as the text (``written``) and the ``notes`` of a Word file."""

    def __init__(self, file: Any, document: Document) -> None:
        self._file = file
        self._outline = outline(document)
        self.written: list[str] = []
        self._pictures = 0
        self.notes: list[str] = []
        self._is_new_page = self._leads = False
        self._words = {"Figure": document.figure, "Table": document.table}
        self._wide, self._chapters = document.wide, document.turns_over
        self._marks = 0
        # The library looks a style up anew each time: that takes long.
        self._styles = {style.name: quoted(style.style_id) for style in file.styles}
        self._writers: dict[type, Callable[[Any, int], None]] = {
            Paragraph: self._plain,
            Notice: self._notice,
            Bullets: self._bullets,
            Facts: self._facts,
            Table: self._grid,
            Figure: self._picture,
            Quote: self._quote,
            Bibliography: self._works,
            Abstract: self._abstract,
            PageBreak: lambda _, __: self._break(),
            Fold: self._fold,
            Section: self._section,
        }

    def first_page(self, document: Document) -> None:
        """Title, what must not be overlooked, and the table of contents, where there is any."""
        if document.front:
            self._front(document, document.front)
        else:
            if document.subtitle:
                self.paragraph(words(document.subtitle), "Subtitle")
            self.paragraph(words(document.title), "Title")
        self._blocks(document.opening, 1)
        if not document.sections or not document.contents:
            return
        self.paragraph(words(document.contents), "Contents")
        self._contents()
        self._captions(document.tables, "Table", self._outline.tables)
        self._captions(document.figures, "Figure", self._outline.figures)
        self._break()

    def _front(self, document: Document, front: Front) -> None:
        lines = {
            "Front Kind": document.subtitle or "\u00a0",
            "Front Title": document.title,
            "Front Note": front.note,
            "Front Author": "\n".join(front.authors),
            "Front Institution": "\n".join(front.institution),
            "Front Date": front.date,
        }
        for style, line in lines.items():
            if line:
                self.paragraph(words(line), style)
        self._break()

    def _break(self) -> None:
        self._is_new_page = True

    def _contents(self) -> None:
        """The titles of two levels, each with its page."""
        for one in self._outline.headings:
            if one.level < 3:
                title = _titled(one.section, one.number)
                self._entry(title, one.section.anchor, f"TOC {one.level}")

    def _entry(self, title: str, anchor: str, style: str) -> None:
        self.paragraph((Run(title, link=anchor),), style, then=page_of(anchor))

    def _captions(self, title: str, kind: str, entries: Sequence[Captioned]) -> None:
        """A list of tables or figures, each with its page."""
        if not entries:
            return
        self.paragraph(words(title), "Contents")
        for one in entries:
            title = f"{self._words[kind]} {one.number}. {one.block.caption}"
            self._entry(title, one.anchor, "table of figures")

    def block(self, block: Block, level: int) -> None:
        """Any block."""
        self._writers[type(block)](block, level)

    def _blocks(self, blocks: Iterable[Block], level: int) -> None:
        for block, leads in leading_over(blocks):
            self._leads = leads
            self.block(block, level)

    def paragraph(
        self,
        text: Text,
        style: str,
        anchor: str = "",
        *,
        together: bool = False,
        shape: str = "",
        then: str = "",
    ) -> None:
        """A paragraph in a style, and the place it is, all of it ``together`` on one page where it is to
        be; more of its ``shape``, and what it holds after its text (``then``), are XML."""
        inner = self._placed(runs(text, self._note) + then, anchor)
        looks = (
            "<w:keepNext/>" if self._leads else "",
            "<w:keepLines/>" if together else "",
            "<w:pageBreakBefore/>" if self._is_new_page else "",
            shape,
        )
        self._leads = self._is_new_page = False
        self.written.append(shaped(self._styles[style], inner, text, "".join(looks)))

    def _placed(self, inner: str, anchor: str) -> str:
        if not anchor:
            return inner
        self._marks += 1
        return bookmarked(inner, anchor, self._marks)

    def _note(self, note: Note) -> int:
        """Write the words of a note; its number."""
        style = self._styles["footnote text"]
        self.notes.append(shaped(style, numbered_note(runs(note.told)), note.told))
        return len(self.notes)

    def _plain(self, block: Paragraph, _: int) -> None:
        self.paragraph(block.text, "Note" if block.style == "note" else "Normal")

    def _notice(self, block: Notice, _: int) -> None:
        self.paragraph((Run(block.title, strong=True), Run("\n"), *block.text), "Notice")

    def _bullets(self, block: Bullets, _: int) -> None:
        for number, entry in enumerate(block.entries, 1):
            if block.numbered:
                self.paragraph((Run(f"{number}.\t"), *entry), "Numbered")
            else:
                self.paragraph(entry, "List Bullet")

    def _facts(self, block: Facts, _: int) -> None:
        for name, told in block.pairs:
            self.paragraph((Run(f"{name}\t", quiet=True), *told), "Fact")

    def _section(self, block: Section, level: int) -> None:
        label = [Run(f"{block.label}  ")] if block.label else []
        style = f"Heading {min(level, 4)}" if block.listed else "Minor Heading"
        self._is_new_page = self._is_new_page or (self._chapters and level == 1 and block.listed)
        shape = _numbered(level) if self._outline.number(block) and level <= 4 else ""
        self.paragraph((*label, Run(block.title)), style, block.anchor, shape=shape)
        self._blocks(block.blocks, level + 1)

    def _fold(self, block: Fold, level: int) -> None:
        self.paragraph((Run(block.summary, strong=True),), "Fold")
        self._blocks(block.blocks, level)

    def _quote(self, block: Quote, _: int) -> None:
        block = block.on_paper()
        own = (Run(f"“{block.text}”", language=block.language),)
        if block.translation:
            other = (Run(f"“{block.translation}”", emphasis=True, language=block.translated),)
            styles = (self._styles["Quote"], self._styles["Quote Translation"])
            self._turn_over()
            inner = self._placed(runs(own), block.anchor)
            self.written.append(beside(own, other, styles, inner, wide=self._wide))
        else:
            self.paragraph(own, "Quote", block.anchor)
        self.paragraph(words(block.told), "Quote Source")
        if block.previous or block.following or block.lead or block.tail:
            for turn in block.previous:
                self._turn(turn)
            self.paragraph(
                (
                    *_who(block.speaker),
                    Run(block.lead),
                    Run(block.text, strong=True),
                    Run(block.tail),
                ),
                "Quote Context",
                together=True,
            )
            for turn in block.following:
                self._turn(turn)
        if block.details:
            self.paragraph(_joined(block.details), "Quote Detail")

    def _works(self, block: Bibliography, _: int) -> None:
        for work in block.works:
            label = (Run(f"{work.label}\t"),) if work.label else ()
            style = "Numbered" if work.label else "Bibliography"
            self.paragraph((*label, *work.text), style, work.anchor)

    def _abstract(self, block: Abstract, level: int) -> None:
        self.paragraph(words(block.title), "Contents")
        self._blocks(block.blocks, level + 1)
        if block.keywords:
            told = f": {', '.join(block.keywords)}"
            self.paragraph((Run(block.keyword, strong=True), Run(told)), "Normal")

    def _turn(self, turn: Turn) -> None:
        self.paragraph((*_who(turn.speaker), Run(turn.text, quiet=True)), "Quote Context")

    def _picture(self, block: Figure, _: int) -> None:
        centimetres = import_module("docx.shared").Cm
        # The library makes a picture in a paragraph of its own, which is then told as text.
        holder = self._file.add_paragraph()
        shape = holder.add_run().add_picture(BytesIO(block.png()))
        wide, tall = map(centimetres, PICTURE_CM)
        scale = min(wide / shape.width, tall / shape.height, 1.0)
        shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
        own = shape._inline.docPr  # noqa: SLF001  (the library has no other way)
        own.set("descr", fit(block.alt))
        self._pictures += 1
        own.set("id", str(self._pictures))
        own.set("name", f"Picture {self._pictures}")
        drawn = import_module("lxml.etree").tostring(holder.runs[0]._r, encoding="unicode")  # noqa: SLF001
        holder._p.getparent().remove(holder._p)  # noqa: SLF001
        # The names of its namespaces stand at the head of the file already.
        self.paragraph((), "Picture", then=f"<w:r>{drawn.partition('>')[2]}")
        self._caption("Figure", block, "Caption")

    def _caption(self, kind: str, block: Figure | Table, style: str) -> None:
        named = self._outline.caption(block)
        if named is None:
            return
        listed = named in self._outline.tables or named in self._outline.figures
        number = field(f"SEQ {kind} \\* ARABIC", str(named.number))
        then = number + runs(words(f". {block.caption}"))
        anchor = named.anchor if listed else ""
        self.paragraph(words(f"{self._words[kind]} "), style, anchor, then=then)

    def _grid(self, block: Table, _: int) -> None:
        self._caption("Table", block, "Table Caption")
        self._turn_over()
        style = self._styles["Table Text"]
        self.written.append(table(block, style, self._note, wide=self._wide))
        self.paragraph((), "After Table")

    def _turn_over(self) -> None:
        """A table cannot begin a page by itself: a line without words does."""
        if self._is_new_page:
            self.paragraph((), "After Table")


def _numbered(level: int) -> str:
    """That Word numbers a heading at a level (1 is the highest)."""
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{HEADINGS}"/></w:numPr>'


def _who(speaker: str) -> Text:
    return (Run(f"{speaker}: ", strong=True),) if speaker else ()


def _short(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= _RUNNING else f"{line[:_RUNNING]}…"


def _titled(section: Section, number: str) -> str:
    return "  ".join(one for one in (number, section.label, section.title) if one)


def _joined(details: tuple[tuple[str, Text], ...]) -> Text:
    """What is known of a quotation, in one paragraph."""
    parts: list[Inline] = []
    for name, told in details:
        parts += [Run("  ·  ", quiet=True)] if parts else []
        parts += [Run(f"{name}: ", quiet=True), *told]
    return tuple(parts)
