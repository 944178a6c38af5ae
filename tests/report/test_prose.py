"""Markdown as blocks of a document."""

from __future__ import annotations

from jejak.documents.document import Bullets, Paragraph, Run, Section, Table, plain
from jejak.report.prose import prose


def test_headings_gather_what_follows() -> None:
    before, section = prose("Awal *miring* **tebal**.\n\n## Judul\n\nIsi\nlanjut.")
    assert before == Paragraph(
        (Run("Awal "), Run("miring", emphasis=True), Run(" "), Run("tebal", strong=True), Run("."))
    )
    assert isinstance(section, Section)
    assert (section.title, section.listed) == ("Judul", False)
    assert [plain(block.text) for block in section.blocks] == ["Isi lanjut."]


def test_lists_tables_quotations_and_code() -> None:
    blocks = prose(
        "- [ ] satu\n  - dalam\n- [x] dua\n\n1. a\n\n> # Kata\n> orang\n\n"
        "| a | b |\n|---|---|\n| 1 | **2** |\n\n```\nx <y>\n```\n\n---\n"
    )
    tasks, numbered, heading, quote, table, code = blocks
    assert isinstance(tasks, Bullets)
    assert [plain(entry) for entry in tasks.entries] == ["☐ satu", "    dalam", "☑ dua"]
    assert isinstance(numbered, Bullets)
    assert numbered.numbered
    assert heading == Paragraph((Run("Kata", strong=True),))
    assert quote == Paragraph((Run("orang", quiet=True),))
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.rows[0]] == ["1", "2"]
    assert code == Paragraph((Run("x <y>"),))


def test_links_pictures_and_html_are_words() -> None:
    guid = "01930000-0000-7000-8000-00000000000a"
    (said,) = prose(
        f"[Anonim](jejak:code/{guid}) [sini](https://a.id) <https://b.id> "
        "![gambar](https://c.id/x.png) <b>x</b>  \nbaru"
    )
    assert plain(said.text) == "Anonim sini (https://a.id) https://b.id gambar <b>x</b>\nbaru"
