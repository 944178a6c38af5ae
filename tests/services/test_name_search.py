from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.model.identity import fold
from jejak.services.name_search import NameSearch

NAMES = ["Évora", "Interview about access", "S-01", "S-10 anonymity", "Anonim", "access"]
SEARCH = NameSearch(NAMES)


def found(text: str) -> list[str]:
    hits = SEARCH.find(text) or SEARCH.misspelt(text)
    return [NAMES[row] for row, _ in sorted(hits.items(), key=lambda one: -one[1])]


def test_marks_and_case_do_not_matter_and_the_exact_comes_first() -> None:
    assert found("EVORA") == ["Évora"]
    assert found("access") == ["access", "Interview about access"]
    assert found("access interview") == ["Interview about access"]
    assert found("01") == ["S-01"]
    assert found("  ") == []


def test_misspelt_and_half_typed_words_are_found() -> None:
    assert set(found("akcess")) == {"access", "Interview about access"}
    assert "Interview about access" in found("intervew")
    assert found("anonmity") == ["S-10 anonymity"]
    assert found("intervew akcess") == ["Interview about access"]
    assert found("S-1O") == []
    assert found("zzzz") == []
    assert found("zzzz access") == []


def test_among_very_many_only_beginnings_of_words_count() -> None:
    many = NameSearch([f"banana {number}" for number in range(6_000)] + ["nab a"])
    hits = many.find("a")
    assert set(hits) == {6_000}
    assert many.find("b")[0] == 30


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=20), st.data())
def test_every_name_is_found_by_itself(names: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(names) - 1))
    hits = NameSearch(names).find(names[row])
    assert (row in hits) == bool(fold(names[row]).split())
