"""A document as a Word file: real headings, tables whose heads repeat, quotations in a style."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import Any

from ..errors import MissingExtra
from .document import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Fold,
    Mark,
    Notice,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Turn,
    words,
)
from .docx_parts import (
    bookmark,
    close_contents,
    element,
    field,
    open_contents,
    page_numbers,
    write_text,
)
from .docx_styles import prepared
from .docx_table import table_element

__all__ = ["as_word"]

_WIDTH_CM = 16.5
_TALLEST_CM = 21.0


def as_word(document: Document) -> bytes:
    """The Word file. Raises :class:`MissingExtra` where the library for it is not installed."""
    try:
        import_module("docx")
    except ImportError:
        raise MissingExtra("report", "Writing a file for Word") from None
    file = prepared(document.language, wide=document.wide)
    file.core_properties.title = document.title
    file.core_properties.author = ""
    file.core_properties.comments = ""
    writer = _Writer(file, document)
    writer.first_page(document)
    for section in document.sections:
        writer.block(section, 1)
    if document.closing:
        writer.paragraph(words(document.closing), "Note")
    page_numbers(file.sections[0])
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


class _Writer:
    """Writes blocks to the end of a Word file."""

    def __init__(self, file: Any, document: Document) -> None:
        self._file = file
        self._words = {"Figure": document.figure, "Table": document.table}
        self._wide = document.wide
        self._marks = 0
        self._numbers: dict[str, int] = {}
        # The library looks a style up, and the end of the file, anew each time: that takes long.
        self._styles = {style.name: style.style_id for style in file.styles}
        self._end = file.element.body.sectPr
        self._paragraph = import_module("docx.text.paragraph").Paragraph
        self._writers: dict[type, Callable[[Any, int], None]] = {
            Paragraph: self._plain,
            Notice: self._notice,
            Bullets: self._bullets,
            Facts: self._facts,
            Table: self._grid,
            Figure: self._picture,
            Quote: self._quote,
            Fold: self._fold,
            Section: self._section,
        }

    def first_page(self, document: Document) -> None:
        """Title, what must not be overlooked, and the table of contents, where there is any."""
        if document.subtitle:
            self.paragraph(words(document.subtitle), "Subtitle")
        self.paragraph(words(document.title), "Title")
        for block in document.opening:
            self.block(block, 1)
        if not document.sections:
            return
        self.paragraph(words(document.contents), "Contents")
        self._contents(document)
        self._file.add_page_break()

    def _contents(self, document: Document) -> None:
        """The titles of two levels inside the field that Word would put them in."""
        listed = [
            (one, level)
            for section in document.sections
            for one, level in ((section, 1), *((inner, 2) for inner in _listed(section)))
        ]
        lines = [
            self.paragraph((Run(_titled(one), link=one.anchor),), f"TOC {level}")
            for one, level in listed
        ] or [self.paragraph((), "TOC 1")]
        open_contents(lines[0]._p)  # noqa: SLF001
        close_contents(lines[-1]._p)  # noqa: SLF001

    def block(self, block: Block, level: int) -> None:
        """Any block."""
        self._writers[type(block)](block, level)

    def paragraph(self, text: Text, style: str) -> Any:
        """A paragraph in a style."""
        own, shape = element("p"), element("pPr")
        shape.append(element("pStyle", val=self._styles[style]))
        own.append(shape)
        self._end.addprevious(own)
        paragraph = self._paragraph(own, self._file._body)  # noqa: SLF001  (its parts stand there)
        write_text(paragraph, text)
        return paragraph

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
        label = (Run(f"{block.label}  "),) if block.label else ()
        style = f"Heading {min(level, 4)}" if block.listed else "Minor Heading"
        heading = self.paragraph((*label, Run(block.title)), style)
        self._place(heading, block.anchor)
        for inner in block.blocks:
            self.block(inner, level + 1)

    def _fold(self, block: Fold, level: int) -> None:
        self.paragraph((Run(block.summary, strong=True),), "Fold")
        for inner in block.blocks:
            self.block(inner, level)

    def _quote(self, block: Quote, _: int) -> None:
        quote = self.paragraph((Run(f"“{block.text}”"),), "Quote")
        self._place(quote, block.anchor)
        self.paragraph(words(block.told), "Quote Source")
        if block.previous or block.following or block.lead or block.tail:
            for turn in block.previous:
                self._turn(turn)
            here = self.paragraph(
                (
                    *_who(block.speaker),
                    Run(block.lead),
                    Run(block.text, strong=True),
                    Run(block.tail),
                ),
                "Quote Context",
            )
            here.paragraph_format.keep_together = True
            for turn in block.following:
                self._turn(turn)
        self.paragraph(_joined(block.details), "Quote Detail")

    def _turn(self, turn: Turn) -> None:
        self.paragraph((*_who(turn.speaker), Run(turn.text, quiet=True)), "Quote Context")

    def _picture(self, block: Figure, _: int) -> None:
        centimetres = import_module("docx.shared").Cm
        holder = self.paragraph((), "Picture")
        shape = holder.add_run().add_picture(BytesIO(block.png()))
        wide, tall = centimetres(_WIDTH_CM) / shape.width, centimetres(_TALLEST_CM) / shape.height
        scale = min(wide, tall, 1.0)
        shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
        shape._inline.docPr.set("descr", block.alt)  # noqa: SLF001  (the library has no other way)
        self._caption("Figure", block.caption, "Caption")

    def _caption(self, kind: str, text: str, style: str) -> None:
        caption = self.paragraph(words(f"{self._words[kind]} "), style)
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        field(caption._p, f"SEQ {kind} \\* ARABIC", str(self._numbers[kind]))  # noqa: SLF001
        write_text(caption, words(f". {text}"))

    def _grid(self, block: Table, _: int) -> None:
        if block.caption:
            self._caption("Table", block.caption, "Table Caption")
        self._end.addprevious(table_element(block, self._styles["Table Text"], wide=self._wide))
        self.paragraph((), "After Table")

    def _place(self, paragraph: Any, anchor: str) -> None:
        if anchor:
            self._marks += 1
            bookmark(paragraph, anchor, self._marks)


def _who(speaker: str) -> Text:
    return (Run(f"{speaker}: ", strong=True),) if speaker else ()


def _listed(section: Section) -> list[Section]:
    return [block for block in section.blocks if isinstance(block, Section) and block.listed]


def _titled(section: Section) -> str:
    return f"{section.label}  {section.title}" if section.label else section.title


def _joined(details: tuple[tuple[str, Text], ...]) -> Text:
    """What is known of a quotation, in one paragraph."""
    parts: list[Run | Mark] = []
    for name, told in details:
        parts += [Run("  ·  ", quiet=True)] if parts else []
        parts += [Run(f"{name}: ", quiet=True), *told]
    return tuple(parts)
