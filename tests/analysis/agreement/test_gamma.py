from __future__ import annotations

import itertools
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.analysis.agreement import NO_INTERVAL, Ratings, gamma
from jejak.analysis.agreement.alignment import Dissimilarity, Units, least_disorder
from jejak.analysis.agreement.gamma import observed_disorder
from jejak.errors import InvalidInput
from support.agreement import figure

A = ((1, 5, "a"), (6, 10, "b"), (11, 15, "a"))
# pygamma-agreement 0.5.9: alpha, beta, sets of stretches, the disorder of the best alignment.
ALIGNED = (
    (1, 1, (A, ((2, 6, "a"), (7, 11, "b"), (12, 16, "a"))), 0.0625),
    (
        1, 1,
        (((1, 5, "a"), (6, 10, "b"), (20, 24, "a"), (30, 34, "b")), ((2, 6, "a"), (31, 35, "b"))),
        0.7083333,
    ),
    (
        1, 1,
        (((1, 5, "a"), (10, 14, "b")), ((2, 6, "a"), (11, 15, "b")), ((1, 4, "a"), (9, 14, "c"))),
        0.4087564,
    ),
    (
        3, 2,
        (((1, 5, "a"), (6, 10, "b"), (11, 15, "c")), ((2, 7, "a"), (8, 12, "b"), (11, 15, "a"))),
        1.0277778,
    ),
)  # fmt: skip


@pytest.mark.parametrize(("alpha", "beta", "sets", "disorder"), ALIGNED)
def test_the_best_alignment(
    alpha: float, beta: float, sets: tuple[tuple[tuple[int, int, str], ...], ...], disorder: float
) -> None:
    rows = [(str(coder), *span) for coder, spans in enumerate(sets) for span in spans]
    found = observed_disorder(Ratings.from_spans(rows, length=60), Dissimilarity(alpha, beta))
    assert found == pytest.approx(disorder, abs=1e-6)


def test_krippendorffs_figure_aligned() -> None:
    assert observed_disorder(figure(), Dissimilarity(alpha=3)) == pytest.approx(1.073806, abs=1e-6)


def test_empty_weighs_as_it_should() -> None:
    """Twice the cost of a missing unit, with the distances in proportion, is the same twice."""
    two = observed_disorder(figure(), Dissimilarity(empty=2))
    assert two == pytest.approx(2 * observed_disorder(figure(), Dissimilarity()))


def test_chance_is_drawn_from_a_seed_and_said() -> None:
    one, same, other = (gamma(figure(), alpha=3, samples=12, seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert one.value != other.value
    assert one.options["sampler"] == "shuffle"
    assert 0.3 < (one.value or 0) < 0.6


def test_more_samples_bring_the_error_down() -> None:
    found = gamma(figure(), samples=10, precision=0.08)
    assert found.options["samples"] > 10
    assert found.extra["error_of_chance"] < 0.05


def test_identical_codings_agree_wholly_and_texts_add_up() -> None:
    rows = [(c, *span, source) for c in "AB" for span in A for source in ("s", "t")]
    found = gamma(Ratings.from_spans(rows, lengths={"s": 30, "t": 30}), samples=5)
    assert (found.value, found.groups, found.units) == (1.0, 2, 12)


def test_nothing_marked_is_no_value() -> None:
    found = gamma(Ratings.from_spans([], length=9, coders=["A", "B"]), interval=NO_INTERVAL)
    assert found.value is None
    assert found.reason
    for wrong in ({"samples": 0}, {"alpha": -1.0}, {"beta": -1.0}, {"empty": 0.0}):
        with pytest.raises(InvalidInput):
            gamma(figure(), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "rows",
    [
        [(f"c{c:02}", 10 * c % 7, 40 + c % 3, "x") for c in range(50)],
        [(f"c{c}", n, n + 400, f"v{n}") for c in range(6) for n in range(60)],
    ],
    ids=["fifty coders", "stretches over each other"],
)
def test_too_many_to_align_is_said(rows: list[tuple[str, int, int, str]]) -> None:
    with pytest.raises(InvalidInput, match="more than 100000 ways"):
        gamma(Ratings.from_spans(rows, length=30_000), beta=0)


@pytest.mark.parametrize("coders", [2, 3])
def test_too_many_to_compare_is_said(coders: int) -> None:
    rows = [(f"c{c}", 3 * n, 3 * n + 2, "x") for c in range(coders) for n in range(9_000)]
    with pytest.raises(InvalidInput, match="too many stretches"):
        gamma(Ratings.from_spans(rows, length=30_000))


def test_sources_where_nobody_marked_anything_are_drawn_too() -> None:
    rows = [(c, start + shift, start + 9, "x", "s") for c, shift in (("A", 0), ("B", 3)) for start in (1, 20)]  # fmt: skip
    lengths = dict.fromkeys([*"stuvwxyz", "k", "l", "m"], 60)
    found = gamma(Ratings.from_spans(rows, lengths=lengths), samples=5)
    assert (found.groups, found.interval) == (11, "bootstrap")
    assert found.undefined > 0


_SET = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 9), st.integers(0, 1)), max_size=3, unique=True
)


Marked = tuple[int, int, int]


@cache
def cheapest(units: tuple[tuple[Marked, ...], ...]) -> float:
    """The least disorder by trying all partitions there are: the first unit with some of the others."""
    owner = next((coder for coder, mine in enumerate(units) if mine), None)
    if owner is None:
        return 0.0
    first = units[owner][0]
    others = [(None, *mine) if c != owner else (first,) for c, mine in enumerate(units)]
    return min(
        disorder(taken)
        + cheapest(tuple(tuple(u for u in mine if u != taken[c]) for c, mine in enumerate(units)))
        for taken in itertools.product(*others)
    )


def disorder(taken: tuple[Marked | None, ...]) -> float:
    pairs = [apart(u, v) for u, v in itertools.combinations(taken, 2)]
    return sum(pairs) / len(pairs)


@cache
def apart(u: Marked | None, v: Marked | None) -> float:
    if u is None or v is None:
        return 1.0
    far = abs(u[0] - v[0]) + abs(u[0] + u[1] - v[0] - v[1])
    return float((far / (u[1] + v[1])) ** 2 + (u[2] != v[2]))


@given(st.lists(_SET, min_size=2, max_size=4))
@settings(max_examples=40)
def test_no_partition_is_cheaper(sets: list[list[tuple[int, int, int]]]) -> None:
    units = [
        Units(*(np.array(column, np.int64) for column in ([u[0] for u in mine], [u[0] + u[1] for u in mine], [u[2] for u in mine])))
        for mine in sets
    ]  # fmt: skip
    assert least_disorder(units, Dissimilarity()) == pytest.approx(
        cheapest(tuple(map(tuple, sets))), abs=1e-6
    )
