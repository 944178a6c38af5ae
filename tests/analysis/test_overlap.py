from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.overlap import (
    RELATIONS,
    block_ranges,
    near_blocks,
    overlapping_pairs,
    partners,
    touching,
)
from jejak.analysis.spans import Spans
from jejak.errors import InvalidInput
from support.corpora import BlockRow, block_rows, blocks

Stretch = tuple[int, int, int]
stretches = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(0, 12)).map(
        lambda s: (s[0], min(s[1:]), max(s[1:]))
    ),
    max_size=12,
)


def columns(found: list[Stretch], kind: type = np.int32) -> Spans:
    table = np.array(found, kind).reshape(-1, 3)
    return Spans(table[:, 0], table[:, 1], table[:, 2])


def stands(relation: str, a: Stretch, b: Stretch, distance: int) -> bool:
    (source, s, e), (other, t, f) = a, b
    if source != other or s == e or t == f:
        return False
    shared = s < f and t < e
    return {
        "overlaps": shared,
        "within": t <= s and e <= f,
        "contains": s <= t and f <= e,
        "equals": s == t and e == f,
        "follows": 0 <= s - f <= distance,
        "precedes": 0 <= t - e <= distance,
        "near": shared or 0 <= s - f <= distance or 0 <= t - e <= distance,
    }[relation]


@given(stretches, stretches, st.sampled_from(sorted(RELATIONS)), st.integers(0, 14))
def test_touching_is_what_looking_at_every_pair_says(
    a: list[Stretch], b: list[Stretch], relation: str, distance: int
) -> None:
    found = touching(columns(a), columns(b), relation, distance)
    assert found.tolist() == [any(stands(relation, x, y, distance) for y in b) for x in a]


def test_a_long_stretch_around_many_short_ones_is_not_forgotten() -> None:
    outer = [(0, 0, 1000)] + [(0, n, n + 1) for n in range(1, 900)]
    assert touching(columns([(0, 950, 960)]), columns(outer)).tolist() == [True]
    assert touching(columns([(0, 950, 960)]), columns(outer), "within").tolist() == [True]
    inner = [(0, 5, 1000), (0, 6, 7)]
    assert touching(columns([(0, 4, 9)]), columns(inner), "contains").tolist() == [True]


def test_stretches_far_out_in_many_long_texts_do_not_run_over() -> None:
    far = [(2_000_000, 9_999_000, 10_000_000), (2_000_000, 0, 10_000_000)]
    spans = columns(far)
    for relation, expected in (("equals", [True, False]), ("within", [True, False])):
        assert touching(spans, columns(far[:1]), relation).tolist() == expected
    assert touching(spans, columns([]), "equals").tolist() == [False, False]
    beyond = columns([(2_000_000_000, 5, 2_000_000_000)])
    assert touching(beyond, beyond, "equals").tolist() == [True]


def test_a_distance_longer_than_any_text_stays_in_its_source() -> None:
    a, b = columns([(1, 5, 6)]), columns([(0, 0, 1), (2, 0, 1)])
    for relation in ("follows", "precedes", "near"):
        assert touching(a, b, relation, 10**12).tolist() == [False]


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        touching(columns([]), columns([]), "beside")
    assert caught.value.code == "unknown-relation"
    with pytest.raises(InvalidInput) as caught:
        touching(columns([]), columns([]), "near", -1)
    assert caught.value.code == "negative-distance"


@given(stretches)
def test_pairs_are_all_overlapping_pairs_each_once(found: list[Stretch]) -> None:
    first, second = overlapping_pairs(columns(found))
    pairs = [tuple(sorted(pair)) for pair in zip(first.tolist(), second.tolist(), strict=True)]
    assert sorted(pairs) == [
        (i, j)
        for i in range(len(found))
        for j in range(i + 1, len(found))
        if stands("overlaps", found[i], found[j], 0)
    ]


@given(stretches)
def test_partners_are_the_run_of_rows_after(found: list[Stretch]) -> None:
    ordered = sorted(s for s in found if s[1] < s[2])
    upto = partners(columns(ordered)).tolist()
    for i, end in enumerate(upto):
        after = [stands("overlaps", ordered[i], other, 0) for other in ordered[i + 1 :]]
        assert after == [True] * (end - i - 1) + [False] * (len(ordered) - end)


def ranges(spans: list[Stretch], rows: list[BlockRow]) -> list[tuple[int, int]]:
    first, last = block_ranges(columns(spans), blocks(rows, 3))
    return list(zip(first.tolist(), last.tolist(), strict=True))


def test_a_stretch_lies_in_a_run_of_blocks() -> None:
    rows = [BlockRow(0, 2, 4), BlockRow(0, 5, 8), BlockRow(2, 0, 3)]
    assert ranges([(0, 2, 4), (0, 3, 6), (0, 4, 5), (0, 0, 1), (0, 9, 10)], rows) == [
        (0, 0), (0, 1), (0, 0), (0, 0), (1, 1),
    ]  # fmt: skip
    assert ranges([(1, 0, 3), (2, 2, 9)], rows) == [(-1, -1), (2, 2)]
    assert ranges([(1, 0, 3)], []) == [(-1, -1)]


def test_blocks_are_counted_in_steps() -> None:
    rows = blocks([BlockRow(0, n, n + 1) for n in range(0, 8, 2)], 3)
    a, b = columns([(0, 0, 1), (0, 2, 3), (0, 4, 5), (0, 6, 7)]), columns([(0, 0, 1)])
    for distance in range(4):
        assert near_blocks(a, b, rows, distance).tolist() == [n <= distance for n in range(4)]


@given(stretches, stretches, block_rows(), st.integers(0, 3))
def test_near_by_blocks_counts_steps_from_block_to_block(
    a: list[Stretch], b: list[Stretch], rows: list[BlockRow], distance: int
) -> None:
    def near(x: Stretch, y: Stretch) -> bool:
        if x[0] != y[0] or x[1] == x[2] or y[1] == y[2]:
            return False
        (x1, x2), (y1, y2) = ranges([x, y], rows)
        return stands("overlaps", x, y, 0) or (x1 >= 0 and max(0, y1 - x2, x1 - y2) <= distance)

    found = near_blocks(columns(a), columns(b), blocks(rows, 3), distance)
    assert found.tolist() == [any(near(x, y) for y in b) for x in a]
