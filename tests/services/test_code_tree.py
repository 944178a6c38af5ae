"""The tree of codes: moving them in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput
from jejak.study import Study
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with small_study(tmp_path) as found:
        for name in ("A", "B", "C", "D"):
            found.codebook.add(name)
        found.codebook.add("b", parent="B")
        yield found


def order(study: Study) -> list[str]:
    return [study.codebook.paths()[code.guid] for code in study.codebook.all()]


def test_codes_go_between_their_siblings_in_one_step(study: Study) -> None:
    book, before = study.codebook, everything(study.store)
    start = order(study)
    book.place([book.get("D"), book.get("A")], None, 1)
    assert order(study) == [
        "Triple-A", "Triple-A/Anonim", "Triple-A/Murah", "D", "A", "B", "B/b", "C",
    ]  # fmt: skip
    study.undo()
    assert everything(study.store) == before
    assert order(study) == start


def test_a_position_counts_those_that_stay(study: Study) -> None:
    book = study.codebook
    book.move(book.get("A"), None, 2)
    assert [path for path in order(study) if "/" not in path] == ["Triple-A", "B", "A", "C", "D"]
    book.move(book.get("Triple-A"), None, 99)
    assert [path for path in order(study) if "/" not in path] == ["B", "A", "C", "D", "Triple-A"]


def test_what_lies_below_one_of_them_goes_along(study: Study) -> None:
    book = study.codebook
    moved = book.place([book.get("b"), book.get("B")], "A")
    assert [code.name for code in moved] == ["B"]
    assert "A/B/b" in order(study)


@pytest.mark.parametrize("under", ["B/b", "B"])
def test_no_circle_comes_about(study: Study, under: str) -> None:
    book, before = study.codebook, everything(study.store)
    with pytest.raises(Conflict, match="below itself"):
        book.place([book.get("A"), book.get("B")], under)
    assert everything(study.store) == before


def test_a_taken_name_and_no_codes_are_refused(study: Study) -> None:
    book = study.codebook
    book.add("A", parent="C")
    before = everything(study.store)
    with pytest.raises(Conflict, match="already"):
        book.move(book.get("C/A"), None)
    with pytest.raises(Conflict, match="already"):
        book.place([book.all()[3], book.get("C/A")], "B")
    with pytest.raises(InvalidInput, match="No code"):
        book.place([], None)
    assert everything(study.store) == before


def test_a_move_to_where_it_is_is_no_change(study: Study) -> None:
    book = study.codebook
    book.move(book.get("A"), None, 1)
    head = study.store.head
    book.move(book.get("A"), None, 1)
    assert study.store.head == head
