from __future__ import annotations

from dataclasses import replace

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
    assert found.sources.tolist() == [1, 1]


def test_letters_are_in_their_order_whatever_their_case() -> None:
    assert group_by(STUDY, "source", "language").labels == ("en", "id", None)


def test_an_unknown_attribute_is_answered_with_the_known() -> None:
    with pytest.raises(NotFound) as caught:
        group_by(STUDY, "case", "agee")
    assert caught.value.code == "unknown-attribute"
    assert "age" in caught.value.hint
