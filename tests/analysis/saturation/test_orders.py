from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.saturation import Incidence, permuted, stopping


def spread(sources: int = 12, codes: int = 30, share: float = 0.4) -> Incidence:
    return Incidence.from_table(np.random.default_rng(3).random((sources, codes)) < share)


def test_a_seed_gives_the_same_again() -> None:
    one, same, other = (permuted(spread(), draws=200, seed=seed) for seed in (1, 1, 2))
    assert (one.median, one.curve.tolist()) == (same.median, same.curve.tolist())
    assert one.curve.tolist() != other.curve.tolist()


def test_every_order_ends_with_all_codes_and_the_middle_is_what_is_expected() -> None:
    held = spread()
    found = permuted(held, draws=2_000)
    assert found.curve[:, -1].tolist() == [len(held.found)] * 3
    # In the mean over orders a code in k of m sources is missed by n with C(m-k, n) / C(m, n).
    often = np.bincount(held.code)
    assert found.mean[0] == pytest.approx((often / 12).sum(), rel=0.02)


def test_the_stop_point_is_that_of_the_rule_in_each_order() -> None:
    held = Incidence.from_table(np.ones((9, 5)))
    found = permuted(held, draws=50)
    assert (found.low, found.median, found.high, found.reached) == (4, 4, 4, 1.0)
    assert stopping(held.new()).point == 4


def test_too_few_sources_and_none_that_reached_it_say_so() -> None:
    few = permuted(spread(6), draws=50)
    assert (few.median, len(few.mean)) == (None, 6)
    assert "fewer than 8" in str(few.reason)
    never = permuted(Incidence.from_table(np.eye(9)), draws=50)
    assert "In no order" in str(never.reason)
