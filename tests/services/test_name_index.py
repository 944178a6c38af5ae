from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.model.identity import name_key
from jejak.services.name_index import FoldedNames, natural_key, score


def test_numbers_in_names_are_numbers() -> None:
    names = ["S-10", "s-2", "S-2b", "OBS 1", "S-1", "②", "10", "9"]
    ordered = sorted(names, key=natural_key)
    assert ordered == ["9", "10", "OBS 1", "S-1", "s-2", "S-2b", "S-10", "②"]


@given(st.lists(st.text(), max_size=8))
def test_any_names_can_be_ordered(names: list[str]) -> None:
    assert sorted(sorted(names, key=natural_key)) == sorted(names)


def test_what_a_name_begins_with_counts_most() -> None:
    names = ["murah", "murah hati", "harga murah", "pemurah", "mahal"]
    assert [score("murah", name) for name in names] == [4, 3, 2, 1, 0]


@given(st.text(min_size=1), st.text())
def test_letters_inside_are_always_found(wanted: str, name: str) -> None:
    assert (score(wanted, name) > 0) == (wanted in name)


def test_names_are_folded_once_until_they_are_others() -> None:
    index, names = FoldedNames(), ("B", "a")
    assert index.keys(names) is index.keys(names)
    assert index.keys(names) == ("b", "a")
    assert index.order(names) == (1, 0)
    assert index.keys(("Ç",)) == (name_key("ç"),)
