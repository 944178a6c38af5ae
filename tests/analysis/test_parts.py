from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.parts import block_parts, coded_parts, equal_parts
from support.corpora import BlockRow, blocks

stretches = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12), st.integers(-1, 2)).map(
        lambda one: (one[0], one[0] + one[1], one[2])
    ),
    max_size=12,
)


@given(stretches, st.integers(0, 45), st.integers(1, 20))
def test_each_character_is_counted_once_for_a_label(rows, length, count) -> None:
    parts = equal_parts(length, count)
    start, end, label = (np.array([row[n] for row in rows], np.int64) for n in range(3))
    found = coded_parts(parts, start, end, label, 3)
    for number, (begin, finish) in enumerate(parts.tolist()):
        of = {
            one: {
                c for s, e, own in rows if own == one for c in range(max(s, begin), min(e, finish))
            }
            for one in (0, 1, 2)
        }
        assert found.characters[number].tolist() == [len(of[one]) for one in (0, 1, 2)]
        assert found.covered[number] == len(of[0] | of[1] | of[2])
    assert found.whole.tolist() == found.characters.sum(axis=0).tolist()


@given(st.integers(0, 1_000), st.integers(1, 500))
def test_parts_are_the_whole_text_in_order(length, count) -> None:
    parts = equal_parts(length, count)
    assert len(parts) == min(count, length)
    assert [c for s, e in parts.tolist() for c in range(s, e)] == list(range(length))
    sizes = [e - s for s, e in parts.tolist()]
    assert not sizes or max(sizes) - min(sizes) <= 1


def test_neighbouring_blocks_are_put_together_where_there_are_too_many() -> None:
    rows = [BlockRow(0, at * 10, at * 10 + 9) for at in range(7)]
    made = blocks([*rows, BlockRow(1, 0, 5)], 3)
    places, first = block_parts(made, 0, 3)
    assert places.tolist() == [[0, 29], [30, 59], [60, 69]]
    assert first.tolist() == [0, 3, 6]
    assert block_parts(made, 1, 3)[0].tolist() == [[0, 5]]
    assert block_parts(made, 2, 3)[0].tolist() == []
