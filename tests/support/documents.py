"""A document with every kind of block, hostile words in each of them."""

from __future__ import annotations

from dataclasses import replace

from jejak.documents.document import (
    Abstract,
    Bibliography,
    Bullets,
    Citation,
    Column,
    Document,
    Facts,
    Figure,
    Fold,
    Front,
    Mark,
    Note,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Turn,
    Work,
    words,
)

__all__ = ["ARABIC", "HOSTILE", "PNG", "everything", "thesis"]

HOSTILE = "<script>alert('x')</script> & =cmd()|*a*"
ARABIC = "مرحبا بالعالم"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "f8cf50000003020101c9fe92ef0000000049454e44ae426082"
)


def everything(text: str = HOSTILE) -> Document:
    quote = Quote(
        text, f"G, {text}", lead="Sebelum ", tail=" sesudah", speaker="G",
        previous=(Turn("P", "Apa?"),), following=(Turn("", ARABIC),),
        details=(("Why", words(text)),), anchor="evidence-1", tone="good",
    )  # fmt: skip
    table = Table(
        (Column("Code"), Column("n", number=True)),
        ((words(text), words("1")), ((Run("b", link="nowhere"),), words("2")), (words("In all"), ())),
        "A table", (0, 1, 0), closing=True,
    )  # fmt: skip
    inner = Section(
        "finding-F1", text, (quote, Fold(f"More {text}", (Paragraph(words(text), "note"),))), "F1"
    )
    blocks = (
        Paragraph((Run(text, strong=True), Run(" "), Run("F1", link="finding-F1"), Run("e", emphasis=True))),
        Bullets((words(text), words("two")), numbered=True),
        Bullets((words("one"),)),
        Facts((("Status", (Mark("weak", "fair"),)), ("Quiet", (Run("q", quiet=True),)))),
        table,
        Figure("A chart", "Chart of it", lambda: "<svg xmlns='http://www.w3.org/2000/svg'/>", lambda: PNG),
        inner,
    )  # fmt: skip
    return Document(
        "id", text, "Laporan", (Notice("About", words(text)),),
        (Section("findings", "Findings", blocks), Section("empty", "Empty", ())),
        "Contents", "Closing",
    )  # fmt: skip


def thesis(text: str = HOSTILE) -> Document:
    """A document with a title page, numbers, lists, notes, works and two languages."""
    table = Table(
        (Column("Code"), Column("n", number=True)), ((words(text), words("1")),), "A table"
    )
    noted = Paragraph((
        Run("Said before"), Note((Run(f"A note: {text}"),)), Run(" and "),
        Citation("(Sari, 2019)", link="work-1"), Run(". "), Run("ojo dumeh", language="jv"),
        Note(words("Another note")),
    ))  # fmt: skip
    quote = Quote(text, "G", language="id", translation=f"Meaning {text}", translated="en")
    inner = Section("case", "A case", (noted, quote, table), "F1")
    chapters = (
        Section("intro", f"Chapter {text}", (Paragraph(words("Plain")), inner, Section("c2", "Next", (replace(table),)))),
        Section("second", "Second chapter", (PageBreak(), Paragraph(words(ARABIC)))),
        Section("works", "Works", (
            Bibliography((Work((Run("Sari, A. (2019). "), Run(text, emphasis=True)), anchor="work-1"),
                          Work(words("Numbered"), "[2]"))),
        ), numbered=False),
    )  # fmt: skip
    return Document(
        "en", f"A thesis {text}", "Thesis",
        (Abstract("Abstrak", "id", (Paragraph(words(text)),), ("satu", "dua"), "Kata kunci"),),
        chapters, "Contents", "",
        front=Front(("An author",), f"For the degree {text}", ("Faculty", "University"), "2026"),
        numbered=True, tables="List of tables", figures="List of figures",
    )  # fmt: skip
