from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from jejak.analysis.grouping import group_by
from jejak.errors import NotFound
from jejak.model.corpus import AttributeColumn, Corpus
from support.corpora import Row, corpus

STUDY = corpus(
    [Row(0, 0, 1, case=0), Row(1, 0, 1, case=1), Row(2, 0, 1)], case_sources=[(0, 0), (1, 0)]
)


def ages(*values: str | None) -> Corpus:
    return replace(STUDY, attributes=(AttributeColumn("Age", "case", "number", values),))


def test_numbers_are_in_the_order_of_numbers() -> None:
    assert group_by(ages("100", "9"), "case", "age").labels == ("9", "100")
    assert group_by(ages("unsure", "9"), "case", "age").labels == ("9", "unsure")


def test_those_without_a_value_come_last() -> None:
    found = group_by(ages(None, "9"), "case", "age")
    assert found.labels == ("9", None)
    assert found.of_codings.tolist() == [1, 0, -1]
    assert found.cases.tolist() == [1, 1]
    assert found.sources.tolist() == [2, 1]  # one it belongs to, one it was coded in


def test_letters_are_in_their_order_whatever_their_case() -> None:
    assert group_by(STUDY, "source", "language").labels == ("en", "id", None)


def test_an_unknown_attribute_is_answered_with_the_known() -> None:
    with pytest.raises(NotFound) as caught:
        group_by(STUDY, "case", "agee")
    assert caught.value.code == "unknown-attribute"
    assert "age" in caught.value.hint


def test_spellings_of_one_value_are_one_group() -> None:
    found = group_by(ages("31", "31.0"), "case", "age")
    assert found.labels == ("31",)
    assert found.cases.tolist() == [2]


def test_some_groups_alone() -> None:
    found = group_by(ages(None, "9"), "case", "age").only(np.array([1]))
    assert (found.labels, found.of_codings.tolist()) == ((None,), [0, -1, -1])
    assert found.sources.tolist() == [1]


def test_coders_have_what_they_coded() -> None:
    found = group_by(STUDY, "coder", "name")
    assert found.labels == ("Rina",)
    assert (found.cases.tolist(), found.sources.tolist()) == ([2], [3])


def test_the_study_is_one_group() -> None:
    found = group_by(STUDY, "study", "")
    assert found.of_codings.tolist() == [0, 0, 0]
    assert (found.cases.tolist(), found.sources.tolist()) == ([2], [3])


def test_levels_are_in_their_order() -> None:
    column = AttributeColumn("Risk", "case", "rating", ("low", "high"), ("low", "high"))
    found = group_by(replace(STUDY, attributes=(column,)), "case", "risk")
    assert found.labels == ("low", "high")
