"""A codebook of others, seen before it is merged in."""

from __future__ import annotations

from pathlib import Path

from jejak.services.codebook_entries import Entry
from support.studies import everything, small_study

ENTRIES = [
    Entry("Triple-A/Anonim", short="tanpa nama", definition="baru"),
    Entry("triple-a/murah"),
    Entry("Lain/Baru", short="pendek", examples=("satu", "dua")),
    Entry("lain/baru"),
]


def test_what_would_become_of_each_entry_is_told_and_then_done(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        book = study.codebook
        book.update(book.get("Anonim"), definition="lama")
        before = everything(study.store)
        told = book.preview(ENTRIES)
        assert [(one.path, one.state, one.fields) for one in told] == [
            ("Triple-A/Anonim", "changed", {"short": ("", "tanpa nama")}),
            ("triple-a/murah", "same", {}),
            ("Lain/Baru", "new", {"short": ("", "pendek"), "examples": ("", "satu\ndua")}),
        ]
        assert everything(study.store) == before
        done = book.apply(ENTRIES, "Lain")
        assert (done.made, done.filled) == (("Lain/Baru",), ("Triple-A/Anonim",))
        assert (book.get("Anonim").short, book.get("Anonim").definition) == ("tanpa nama", "lama")
        study.undo()
        assert everything(study.store) == before


def test_wording_is_replaced_where_that_is_asked(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        book = study.codebook
        book.update(book.get("Anonim"), definition="lama")
        told = book.preview(ENTRIES, replace=True)
        assert told[0].fields == {"short": ("", "tanpa nama"), "definition": ("lama", "baru")}
        book.apply(ENTRIES, "Lain", replace=True)
        assert book.get("Anonim").definition == "baru"
