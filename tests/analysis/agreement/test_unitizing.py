from __future__ import annotations

import pytest

from jejak.analysis.agreement import (
    Ratings,
    binary_u_alpha,
    cu_alpha,
    k_u_alpha,
    u_alpha,
    unitizing_alpha,
)
from jejak.errors import InvalidInput
from support.agreement import FIGURE, figure

HAND = (("A", 0, 10, "a"), ("A", 20, 30, "b"), ("B", 0, 12, "a"), ("B", 22, 30, "c"))


def test_krippendorff_2019_figure_12_11() -> None:
    spans = figure()
    assert u_alpha(spans).value == pytest.approx(0.510, abs=5e-4)
    # Printed as .413; its own numbers give .41360.
    assert binary_u_alpha(spans).value == pytest.approx(0.4136, abs=5e-5)
    assert cu_alpha(spans).value == pytest.approx(0.724, abs=5e-4)
    assert cu_alpha(spans).coverage == pytest.approx(0.461111, abs=1e-6)


@pytest.mark.parametrize(("value", "told"), [(str(n), n in (1, 5, 6)) for n in range(1, 7)])
def test_krippendorff_2019_value_by_value(value: str, told: bool) -> None:
    found = k_u_alpha(figure(), value=value)
    assert found.value == pytest.approx(float(told))
    assert found.coverage == pytest.approx(8 / 18 if value == "5" else 1.0)


def test_a_value_that_only_one_coder_gave_where_nobody_else_coded_has_none() -> None:
    found = k_u_alpha(figure(), value="7")
    assert (found.value, found.coverage) == (None, 0.0)
    assert found.reason


def test_forms_by_name() -> None:
    spans = figure()
    assert unitizing_alpha(spans, "u") == u_alpha(spans)
    assert unitizing_alpha(spans, "binary") == binary_u_alpha(spans)
    assert unitizing_alpha(spans, "cu") == cu_alpha(spans)
    assert unitizing_alpha(spans, ("k", "5")) == k_u_alpha(spans, value="5")
    with pytest.raises(InvalidInput):
        unitizing_alpha(spans, "v")


def test_two_coders_by_hand() -> None:
    spans = Ratings.from_spans(HAND, length=40)
    found = (u_alpha(spans).value, binary_u_alpha(spans).value, cu_alpha(spans).value)
    assert found == pytest.approx((0.5699421965, 0.814, 0.4398148148), abs=1e-9)
    assert k_u_alpha(spans, value="a").coverage == pytest.approx(10 / 11)


def test_other_programs_corrections() -> None:
    found = [cu_alpha(figure(), correction=one).value for one in ("pairwise", "union")]
    assert found == pytest.approx([0.725562, 0.72835], abs=1e-6)
    two = Ratings.from_spans(HAND, length=40)
    # Of two coders all three are one.
    assert cu_alpha(two, correction="union").value == pytest.approx(cu_alpha(two).value)
    with pytest.raises(InvalidInput):
        cu_alpha(two, correction="none")


def test_with_one_value_only_whether_it_is_coded_can_be_told() -> None:
    spans = Ratings.from_spans(
        [("Bertha", 2, 10, "x"), ("Bertha", 14, 20, "x"), ("Bill", 4, 8, "x"), ("Bill", 15, 17, "x")],
        length=24,
    )  # fmt: skip
    assert u_alpha(spans).value == pytest.approx(0.358333, abs=1e-6)
    assert binary_u_alpha(spans).value == pytest.approx(u_alpha(spans).value)
    assert cu_alpha(spans).value is None


def test_krippendorff_1995_figure_c_as_the_newer_coefficient_has_it() -> None:
    spans = [("Gerret", s, e, "x") for s, e in ((2, 8), (10, 12), (14, 18), (20, 22))]
    spans += [("Gill", s, e, "x") for s, e in ((0, 2), (4, 8), (10, 14), (16, 18), (20, 22))]
    assert u_alpha(Ratings.from_spans(spans, length=24)).value == pytest.approx(0.35119, abs=5e-6)


def test_texts_are_one_line_and_who_did_not_read_is_missing() -> None:
    one = [(*row, "first") for row in FIGURE]
    lengths = {"first": 60, "empty": 0, "unread": 500}
    read = [(coder, "first") for coder in ("Alex", "Paul", "Suzan")]
    spans = Ratings.from_spans(one, lengths=lengths, read=[*read, ("Alex", "unread")])
    assert u_alpha(spans).value == pytest.approx(u_alpha(figure()).value)
    assert cu_alpha(spans).units == 60


def test_each_text_counts_as_often_as_it_stands_there() -> None:
    """Twice the same text is nearly the same value: only what a stretch owes to itself is less."""
    rows = [(*row, source) for row in FIGURE for source in ("one", "two")]
    twice = Ratings.from_spans(rows, lengths={"one": 60, "two": 60})
    assert u_alpha(twice).value == pytest.approx(0.5, abs=0.03)
    assert u_alpha(twice).without_one == pytest.approx((u_alpha(figure()).value,) * 2)


@pytest.mark.parametrize(
    ("spans", "reason"),
    [
        (Ratings.from_spans([], length=0, coders=["A", "B"]), "There is no text"),
        (Ratings.from_spans([("A", 0, 5, "x")], length=9), "Only one person coded"),
        (
            Ratings.from_spans(
                [("A", 0, 5, "x", "s"), ("B", 0, 5, "x", "t")], lengths={"s": 9, "t": 9}, read=[]
            ),
            "No two people read",
        ),
        (Ratings.from_spans([], length=9, coders=["A", "B"]), "Nobody coded anything"),
        (
            Ratings.from_spans([(c, 0, 9, "x") for c in "AB"], length=9),
            "Everybody coded everything",
        ),
    ],
)
def test_why_there_is_no_value(spans: object, reason: str) -> None:
    for measure in (u_alpha, binary_u_alpha):
        found = measure(spans)  # type: ignore[arg-type]
        assert found.value is None
        assert str(found.reason).startswith(reason)


def test_identical_codings_agree_wholly() -> None:
    rows = [(c, s, e, v) for c in ("A", "B", "C") for s, e, v in ((3, 9, "x"), (12, 15, "y"))]
    spans = Ratings.from_spans(rows, length=30)
    assert [m(spans).value for m in (u_alpha, binary_u_alpha, cu_alpha)] == pytest.approx([1, 1, 1])


def test_values_that_overlap_are_told_with_their_place() -> None:
    spans = Ratings.from_spans([("A", 0, 9, "x"), ("A", 5, 12, "y"), ("B", 0, 9, "x")], length=20)
    with pytest.raises(InvalidInput, match="A has “x” and “y” at 5–9"):
        cu_alpha(spans)
    with pytest.raises(InvalidInput, match="not among"):
        k_u_alpha(figure(), value="9")
