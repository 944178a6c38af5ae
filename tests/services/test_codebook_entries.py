from __future__ import annotations

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Code
from jejak.services.codebook_entries import entries_of_yaml, frame, frames, to_yaml


def test_the_ready_frames_come_in_both_languages() -> None:
    assert len(frames()) == 3
    names = {language: frame("triple-a").entries(language)[1].path for language in ("id", "en")}
    assert names == {"id": "Triple-A/Aksesibilitas", "en": "Triple-A/Accessibility"}
    with pytest.raises(NotFound):
        frame("nothing")


def test_a_codebook_written_is_the_codebook_read() -> None:
    above = Code(name="Folder", codable=False)
    below = Code(name="Kode", parent=above.guid, short="pendek", examples=("satu", "dua"))
    title, entries = entries_of_yaml(to_yaml("Judul", [above, below]), "id")
    assert title == "Judul"
    assert [entry.path for entry in entries] == ["Folder", "Folder/Kode"]
    assert (entries[1].short, entries[1].examples, entries[0].codable) == (
        "pendek",
        ("satu", "dua"),
        False,
    )


@pytest.mark.parametrize("text", ["codes: [", "a: 1", "codes: [{short: x}]", "- 1"])
def test_what_is_no_codebook_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        entries_of_yaml(text, "id")
