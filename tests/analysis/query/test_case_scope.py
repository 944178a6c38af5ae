from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.query.case_scope import cases_in_scope
from jejak.analysis.query.lookups import Marked, Members
from jejak.errors import InvalidInput, NotFound
from support.corpora import corpus
from support.naive_query import Answers

EMPTY = corpus()  # two cases, Sari and Budi, and no coding at all


def lookups() -> Answers:
    found = Answers()
    found.sets = {
        "first": Members("case", guids=("k0",)),
        "groups": Members("case", query="case.kind = group"),
        "round": Members("case", query="in set:round"),
        "places": Members("source", guids=("s0",)),
        "quotes": Members("segment", marked=Marked()),
        "by words": Members("case", query="code:Anonim"),
    }
    return found


@pytest.mark.parametrize(
    ("scope", "who"),
    [
        ("", "Sari Budi"),
        ("  ", "Sari Budi"),
        ("case in (Sari, budi)", "Sari Budi"),
        ("case = Sari", "Sari"),
        ("case != Sari", "Budi"),
        ("case.age > 35", "Budi"),
        ("case.role = consumer", "Sari"),
        ("not case.role = consumer", "Budi"),
        ("case.kind = person and case.age < 20", ""),
        ("case.kind = person or case.age > 35", "Sari Budi"),
        ("in set:first", "Sari"),
        ("in set:groups", "Budi"),
        ("not (in set:first or in set:groups)", ""),
    ],
)
def test_cases_pass_though_nobody_coded_their_words(scope: str, who: str) -> None:
    mask = cases_in_scope(scope, EMPTY, lookups())
    assert " ".join(EMPTY.cases.name[row] for row in np.flatnonzero(mask)) == who


@pytest.mark.parametrize(
    "scope",
    ["code:Anonim", "source.kind = interview", "case = Sari and coder:Rina", 'text:"akun"',
     "in set:places", "in set:quotes", 'in set:"by words"', "weight > 3"],
)  # fmt: skip
def test_what_asks_about_anything_else_is_refused(scope: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        cases_in_scope(scope, EMPTY, lookups())
    assert refused.value.code == "scope-of-cases"


def test_what_is_not_there_is_said() -> None:
    for scope, code, kind in (
        ("case = Nobody", "unknown-case", NotFound),
        ("case.height > 3", "unknown-attribute", NotFound),
        ("case in (", "query-syntax", InvalidInput),
        ("in set:round", "set-in-itself", InvalidInput),
    ):
        with pytest.raises(kind) as refused:
            cases_in_scope(scope, EMPTY, lookups())
        assert refused.value.code == code
