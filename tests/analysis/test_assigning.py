from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.analysis.assigning import shared_out
from jejak.errors import InvalidInput
from support.examples import examples

SOURCES = st.lists(st.tuples(st.integers(0, 5_000), st.sampled_from(["interview", "posts", "other"])),
                   max_size=40)  # fmt: skip


@settings(max_examples=examples(200), deadline=None)
@given(SOURCES, st.integers(1, 7), st.floats(0, 1), st.integers(2, 7), st.integers(0, 9))
def test_everything_is_read_the_overlap_is_met_and_nobody_reads_much_more(
    sources: list[tuple[int, str]], coders: int, overlap: float, readers: int, seed: int
) -> None:
    readers = min(readers, max(coders, 2))
    lengths, kinds = [length for length, _ in sources], [kind for _, kind in sources]
    given_to = shared_out(lengths, kinds, coders, overlap=overlap, readers=readers, seed=seed)
    assert given_to == shared_out(
        lengths, kinds, coders, overlap=overlap, readers=readers, seed=seed
    )
    assert all(
        who and len(set(who)) == len(who) and set(who) <= set(range(coders)) for who in given_to
    )
    several = [len(who) for who in given_to if len(who) > 1]
    assert set(several) <= {readers}
    asked = max(round(overlap * len(sources)), 1 if overlap > 0 else 0)
    assert len(several) == (min(asked, len(sources)) if coders > 1 else 0)
    loads = [sum(lengths[at] for at, who in enumerate(given_to) if coder in who) for coder in range(coders)]  # fmt: skip
    assert max(loads) - min(loads) <= max(lengths, default=0)
    # What several read is drawn from every kind in its part, up or down to the next whole one.
    for kind, many in Counter(kinds).items():
        taken = sum(k == kind and len(who) > 1 for k, who in zip(kinds, given_to, strict=True))
        assert abs(taken - len(several) * many / len(sources)) < 1


def test_kinds_are_spread_where_lengths_let_them() -> None:
    given_to = shared_out([10] * 8, ["interview", "posts"] * 4, 4, overlap=0)
    held = Counter((who[0], at % 2) for at, who in enumerate(given_to))
    assert set(held.values()) == {1}


def test_another_seed_is_another_draw() -> None:
    drawn = {tuple(shared_out([10] * 12, ["posts"] * 12, 3, seed=seed)) for seed in range(5)}
    assert len(drawn) > 1


@pytest.mark.parametrize(
    ("coders", "overlap", "readers"),
    [(0, 0.2, 2), (2, 1.2, 2), (2, -0.1, 2), (3, 0.2, 1), (3, 0.2, 4)],
)
def test_what_makes_no_sense_is_refused(coders: int, overlap: float, readers: int) -> None:
    with pytest.raises(InvalidInput):
        shared_out([1], ["other"], coders, overlap=overlap, readers=readers)
