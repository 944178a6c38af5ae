from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis import crosstab
from jejak.analysis.crosstab import codes_by_group
from jejak.errors import InvalidInput
from jejak.model.corpus import Corpus
from support.corpora import Row, corpora, corpus

FACETS = (
    ("case", "name"), ("case", "role"), ("case", "age"), ("source", "kind"), ("source", "name"),
    ("source", "language"),
)  # fmt: skip


def value(study: Corpus, of: str, name: str, owner: int) -> str | None:
    owners = study.cases if of == "case" else study.sources
    if name == "name":
        return owners.name[owner]
    if name in owners.facets:
        return owners.facets[name][owner]
    column = study.attribute(name, of)
    assert column is not None
    return column.value[owner]


def is_under(study: Corpus, code: int, top: int, *, below: bool) -> bool:
    return code == top or (below and top <= code < study.codes.last[top])


@given(corpora, st.sampled_from(FACETS), st.booleans())
def test_each_cell_counts_what_it_says(study: Corpus, facet: tuple[str, str], below: bool) -> None:
    of, name = facet
    found = codes_by_group(study, of, name, codes=(3, 0, 1), below=below)
    c = study.codings
    for row, top in enumerate((3, 0, 1)):
        mine = [i for i in range(len(c)) if is_under(study, int(c.code[i]), top, below=below)]
        if of == "case":
            mine = [i for i in mine if c.case[i] >= 0]
        owners = {i: int((c.case if of == "case" else c.source)[i]) for i in mine}
        for column, group in enumerate(found.groups):
            here = [i for i in mine if value(study, of, name, owners[i]) == group]
            assert found.codings[row, column] == len(here)
            assert found.segments[row, column] == len(
                {(c.source[i], c.start[i], c.end[i]) for i in here}
            )
            assert found.cases[row, column] == len({c.case[i] for i in here} - {-1})
            assert found.sources[row, column] == len({c.source[i] for i in here})
        assert found.code_codings[row] == len(mine)
        assert found.code_cases[row] == len({c.case[i] for i in mine} - {-1})
        assert found.code_sources[row] == len({c.source[i] for i in mine})
    for column, group in enumerate(found.groups):
        under = [
            i
            for i in range(len(c))
            if any(is_under(study, int(c.code[i]), top, below=below) for top in (3, 0, 1))
            and (owner := int((c.case if of == "case" else c.source)[i])) >= 0
            and value(study, of, name, owner) == group
        ]
        assert found.any_codings[column] == len(under)
        assert found.any_cases[column] == len({c.case[i] for i in under} - {-1})
        assert found.any_segments[column] == len(
            {(c.source[i], c.start[i], c.end[i]) for i in under}
        )


STUDY = corpus(
    [
        Row(0, 0, 4, code=1, case=0),
        Row(0, 0, 4, code=1, case=0, coder=1),
        Row(0, 5, 6, code=2, case=0),
        Row(1, 0, 4, code=0, case=1),
        Row(2, 0, 4, code=3),
    ],
    case_sources=[(0, 0), (1, 1), (1, 2), (0, 2)],
)


def test_groups_and_their_totals() -> None:
    found = codes_by_group(STUDY, "case", "role")
    assert found.groups == ("Consumer", None)
    assert found.group_cases.tolist() == [1, 1]
    assert found.group_sources.tolist() == [2, 2]
    assert found.group_codings.tolist() == [3, 1]
    assert found.codings[0].tolist() == [3, 1]
    assert found.segments[0].tolist() == [2, 1]
    assert found.presence()[1].tolist() == [True, False]
    assert found.share_of_cases()[0].tolist() == [1, 1]
    assert found.share_of_sources()[0].tolist() == [0.5, 0.5]


def test_groups_of_sources_count_the_cases_in_them() -> None:
    found = codes_by_group(STUDY, "source", "kind", codes=(0,))
    assert found.groups == ("interview", "observation")
    assert found.group_sources.tolist() == [2, 1]
    assert found.group_cases.tolist() == [2, 2]
    assert found.cases.tolist() == [[2, 0]]


def test_only_the_codings_given_are_counted() -> None:
    found = codes_by_group(STUDY, "case", "name", codes=(0,), rows=np.array([0, 3]))
    assert found.codings.tolist() == [[1, 1]]
    assert found.groups == ("Sari", "Budi")


def test_an_empty_study() -> None:
    found = codes_by_group(corpus(), "case", "age")
    assert found.groups == ("31", "40.5")
    assert not found.codings.any()
    assert codes_by_group(corpus(), "source", "kind", codes=()).codings.shape == (0, 2)


def test_what_makes_no_sense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidInput) as caught:
        codes_by_group(STUDY, "block", "kind")
    assert caught.value.code == "unknown-facet"
    monkeypatch.setattr(crosstab, "MOST_CELLS", 3)
    with pytest.raises(InvalidInput) as caught:
        codes_by_group(STUDY, "case", "role")
    assert caught.value.code == "too-many-cells"
