"""The codebook: merging, and values that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput
from support.studies import everything, small_study


def test_merged_codes_bring_their_examples_along(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        book = study.codebook
        into = book.update(book.get("Murah"), examples=("satu", "dua"))
        book.merge([book.update(book.get("Anonim"), examples=("dua", "tiga"))], into)
        assert book.get("Murah").examples == ("satu", "dua", "tiga")


def test_codings_are_not_merged_into_a_folder(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        book, before = study.codebook, everything(study.store)
        folder = book.add("Lain", codable=False)
        with pytest.raises(InvalidInput, match="folder"):
            book.merge([book.get("Murah")], folder)
        book.remove(folder)
        assert everything(study.store) == before
        book.merge([book.get("Triple-A")], book.add("Kosong", codable=False))
        assert book.paths()[book.get("Murah").guid] == "Kosong/Murah"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"position": "first"}, "position"),
        ({"definition": None}, "definition"),
        ({"codable": "yes"}, "codable"),
        ({"name": None}, "empty"),
        ({"name": "\x00\x7f"}, "empty"),
        ({"name": "half \ud83d"}, "half of a character"),
    ],
)
def test_a_value_of_another_type_is_refused(
    tmp_path: Path, values: dict[str, object], words: str
) -> None:
    with small_study(tmp_path) as study:
        before, head = everything(study.store), study.store.head
        with pytest.raises(InvalidInput, match=words):
            study.codebook.update(study.codebook.get("Murah"), **values)
        assert (everything(study.store), study.store.head) == (before, head)


def test_a_name_shows_all_that_it_holds(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert study.codebook.add(" a\x00b\t c\x1b\r\n").name == "ab c"


def test_a_slash_within_a_name_is_no_step_of_a_path(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        made = study.codebook.add("dan/atau")
        assert study.codebook.get(study.codebook.paths()[made.guid]) == made
        assert study.codebook.update(made, name="murah/mahal").name == "murah⁄mahal"


def test_a_code_with_codings_stays_codable(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        with pytest.raises(Conflict, match="cannot be only a folder"):
            study.codebook.update(study.codebook.get("Murah"), codable=False)
        assert study.codebook.get("Murah").codable


def test_codes_between_are_found_or_made_in_the_same_change(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        book, before, head = study.codebook, everything(study.store), study.store.head
        made = book.add("Diam", "Triple-A", ["murah", "Ibu"])
        assert book.paths()[made.guid] == "Triple-A/Murah/Ibu/Diam"
        book.add("Bicara", None, ["Triple-A", "Murah", "ibu"])
        assert len([one for one in book.all() if one.name == "Ibu"]) == 1
        assert study.store.head == head + 2
        with pytest.raises(Conflict, match="already"):
            book.add("diam", None, ["Triple-A", "Murah", "Ibu"])
        study.undo()
        study.undo()
        assert everything(study.store) == before
