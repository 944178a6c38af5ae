"""How long a report takes as each kind of file.

``python -m benchmarks papers [PAGES …]``: about so many pages (50 and 200 where none is named) of findings with
quotations in their context, tables and footnotes, without the facts being gathered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module

from benchmarks.table import Line, ms, told
from benchmarks.texts import long_text
from jejak.documents.document import (
    Block,
    Column,
    Document,
    Facts,
    Note,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Turn,
    words,
)

WRITERS = {
    "html": ("html", "as_page", 5_000),
    "docx": ("docx", "as_word", 10_000),
    "pdf": ("pdf", "as_pdf", 15_000),
    "zip": ("latex", "as_latex_zip", 5_000),
    "md": ("markdown", "as_markdown", 5_000),
}
# Findings of this make come to about so many pages each.
_PAGES_EACH = 2.0


def document_of(pages: int) -> Document:
    """A report of about so many pages."""
    turns = iter(long_text(pages * 8_000))
    findings = (_finding(n, turns) for n in range(max(round(pages / _PAGES_EACH), 1)))
    return Document(
        "id", "Laporan", "Temuan", (), (Section("findings", "Temuan", tuple(findings)),), "Isi", "",
        tables="Daftar tabel", numbered=True,
    )  # fmt: skip


def _finding(number: int, turns: Iterator[str]) -> Section:
    def take() -> str:
        return next(turns)

    facts = Facts(tuple((name, words(take())) for name in ("Status", "Jenis", "Cakupan")))
    quotes: list[Block] = [
        Quote(
            take(), "G, wawancara", lead=take(), tail=take(), speaker="G",
            previous=(Turn("P", take()),), following=(Turn("P", take()),),
            details=(("Alasan", words(take())), ("Kode", (Run("Saluran", link=f"f{number}"),))),
            anchor=f"e{number}-{n}",
        )
        for n in range(4)
    ]  # fmt: skip
    rows = tuple((words(f"Pemeriksaan {n}"), words("2"), words(take())) for n in range(4))
    table = Table((Column("Apa"), Column("n", number=True), Column("Hasil")), rows, "Pemeriksaan")
    noted = Paragraph((Run(take()), Note(words(take()))))
    return Section(f"f{number}", take()[:90], (facts, noted, *quotes, table), f"F{number}")


def main(arguments: Sequence[str]) -> int:
    """Print the table; how many limits were missed."""
    sizes = [int(one) for one in arguments] or [50, 200]
    lines = {ending: Line(f".{ending}", limit) for ending, (_, _, limit) in WRITERS.items()}
    for pages in sizes:
        document = document_of(pages)
        for ending, (module, name, _) in WRITERS.items():
            write = getattr(import_module(f"jejak.documents.{module}"), name)
            lines[ending].cold[pages] = ms(partial(write, document))
    table, missed = told(list(lines.values()), sizes, binding=200)
    print(table)
    return missed
