from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.query.completing import completions
from jejak.analysis.query.parse import parse
from jejak.errors import InvalidInput
from jejak.model.corpus import Corpus
from support.corpora import corpora, corpus
from support.queries import queries


class Named:
    def sets(self) -> Iterator[tuple[str, str]]:
        return iter([("Round 1", "segment")])

    def findings(self) -> Iterator[tuple[str, str]]:
        return iter([("F1", "It is cheap.")])


STUDY: Corpus = corpus()


def written(query: str, at: int | None = None) -> list[str]:
    found = completions(query, len(query) if at is None else at, STUDY, Named())
    return [one.written for one in found.found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("code:anon", "Anonim"),
        ("code:=ano", "Anonim"),
        ('code:"biaya l', '"Biaya lain"'),
        ("code:Akses near(20) code:Biaya/M", "Akses/Biaya/Murah"),
        ("code:Akses and coder:r", "Rina"),
        ("coder:G", "Galih"),
        ("in set:", '"Round 1"'),
        ("finding:cheap", "F1"),
        ("case.ro", "role"),
        ("case.rahasia = x or case.Tah", '"tahu aturan"'),
        ("case.role = c", "Consumer"),
        ("case.role in (seller, con", "Consumer"),
        ('case."Tahu Aturan" = ', "ya"),
        ("case = s", "Sari"),
        ("source.kind in (", "interview"),
        ("source.lan", "language"),
        ("block.", "speaker"),
        ("block.kind = hea", "heading"),
        ("origin = in", '"in vivo"'),
        ("co", "code:"),
        ("cas", "case"),
        ("code:Akses o", "or"),
        ("code:Akses nea", "near(200)"),
        ("code:Akses and (not cod", "code:"),
        ("case.role c", "contains"),
        ("memo:", "*"),
    ],
)
def test_what_is_meant_comes_first(query: str, first: str) -> None:
    assert first in written(query)[:3]


@pytest.mark.parametrize(
    "query", ['text:"ak', "text:/ak", "stem:ak", "code:A code:B ", ")) ", "weight > "]
)
def test_nothing_is_offered_where_nothing_can_be_known(query: str) -> None:
    assert written(query) == []


def test_the_whole_word_is_replaced_that_the_cursor_stands_in() -> None:
    query = 'code:"Biaya lain" and coder:Rina'
    found = completions(query, 9, STUDY, Named())
    assert query[found.start : found.end] == '"Biaya lain"'
    found = completions(query, len(query) - 2, STUDY, Named())
    assert (query[found.start : found.end], found.found[0].written) == ("Rina", "Rina")
    assert written("code:Anonim", 500)[:2] == ["Anonim", "Anonim/Murah"]


@given(corpora, queries, st.data())
def test_a_query_stays_one_with_what_is_offered_for_a_name(
    study: Corpus, query: object, data: st.DataObject
) -> None:
    text = str(query)
    found = completions(text, data.draw(st.integers(0, len(text))), study, Named())
    for one in found.found:
        if one.kind in ("code", "coder", "set", "finding", "attribute", "value"):
            whole = text[: found.start] + one.written + text[found.end :]
            # A name that the cursor broke in two is another matter: what follows may be left over.
            assert _readable_up_to(whole) >= found.start


def _readable_up_to(text: str) -> int:
    try:
        parse(text)
    except InvalidInput as error:
        return len(text) if error.at is None else error.at
    return len(text)
