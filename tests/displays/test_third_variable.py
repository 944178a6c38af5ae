"""The kidney stones of Charig et al. (1986), where the strata turn the relation round."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from jejak.i18n import translate
from jejak.model.corpus import AttributeColumn, Corpus
from support.corpora import corpus
from support.displays import computed, found
from support.people import people

KIND = "third-variable"
# Treatment, size of the stone: how many were cured, and how many were not.
STONES = {
    ("A", "small"): (81, 6),
    ("B", "small"): (234, 36),
    ("A", "large"): (192, 71),
    ("B", "large"): (55, 25),
}


def study() -> Corpus:
    rows = [
        (treatment, size, code)
        for (treatment, size), counts in STONES.items()
        for code, many in zip((3, 1), counts, strict=True)
        for _ in range(many)
    ]
    made = people([[code] for _, _, code in rows], [treatment for treatment, _, _ in rows])
    size = AttributeColumn("size", "case", "text", tuple(size for _, size, _ in rows))
    return replace(made, attributes=(*made.attributes, size))


GIVEN = {"codes": ["Anonim"], "by": "case.role", "split": "case.size"}


def told(matrix) -> str:
    return " / ".join(translate(note, "en") for note in matrix.caption.notes)


def test_the_strata_turn_the_relation_round() -> None:
    matrix = computed(study(), KIND, **GIVEN)
    labels = [translate(row.label, "en") for row in matrix.rows]
    assert labels == ["large (n = 343)", "small (n = 357)", "All together (n = 700)"]
    shares = np.array([[matrix.at(row, column).value for column in (0, 1)] for row in range(3)])
    assert shares == pytest.approx(
        np.array([[0.73, 0.6875], [0.931, 0.867], [0.78, 0.826]]), abs=1e-3
    )
    assert matrix.row_totals == pytest.approx((1.229, 2.077, 0.748), abs=1e-3)
    title = translate(matrix.caption.title, "en")
    assert title == "Anonim: Case: role, within Case: size"
    assert "A against B: 0.75 all together, 1.45 over the values" in told(matrix)
    assert "95% interval of the pooled one: 0.92 to 2.29" in told(matrix)


def test_each_cell_leads_to_its_cases() -> None:
    made = study()
    matrix = computed(made, KIND, measure="count", **GIVEN)
    for cell in matrix.cells.values():
        hits = found(made, cell.query)
        assert len(set(made.codings.case[hits.coding].tolist())) == cell.value


def test_few_cases_have_no_interval() -> None:
    made = people([[3], [1], [3], [1]], ["a", "b", "a", "b"])
    matrix = computed(made, KIND, codes=["Anonim"], by="case.role", split="case.kind")
    assert "no interval is given" in told(matrix)
    assert "without bound" in told(matrix)
    assert matrix.row_totals == (None, None)


def test_three_values_have_shares_alone() -> None:
    made = people([[3], [1], [3]], ["a", "b", None])
    three = people([[3], [1], [3]], ["a", "b", "c"])
    matrix = computed(three, KIND, codes=["Anonim"], by="case.role", split="case.kind")
    assert matrix.row_totals == ()
    assert "compares two values" in told(matrix)
    left = computed(made, KIND, codes=["Anonim"], by="case.role", split="case.kind")
    assert "1 case without one of the values" in told(left)


def test_where_nothing_is_chosen_it_says_what_to_choose() -> None:
    for given in ({}, {"codes": ["Anonim"]}, {"by": "case.role", "split": "case.kind"}):
        matrix = computed(people([[3]], ["a"]), KIND, **given)
        assert matrix.rows == ()
        assert "Choose a code" in told(matrix)
    assert (
        computed(corpus(), KIND, codes=["Anonim"], by="case.role", split="case.age").at(0, 0).state
        == "no data"
    )
