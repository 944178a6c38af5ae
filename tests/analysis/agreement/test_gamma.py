from __future__ import annotations

import pytest

from jejak.analysis.agreement import NO_INTERVAL, Ratings, gamma
from jejak.analysis.agreement.alignment import Dissimilarity
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
    with pytest.raises(InvalidInput):
        gamma(figure(), samples=0)


def test_too_many_to_align_is_said() -> None:
    rows = [(f"c{c}", n, n + 400, f"v{n}") for c in range(6) for n in range(60)]
    with pytest.raises(InvalidInput, match="too many"):
        gamma(Ratings.from_spans(rows, length=500), beta=0)
