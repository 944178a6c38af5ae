from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings
from jejak.analysis.agreement.differences import differences

ROWS = (
    ("A", 0, 10, "x", "s"), ("B", 4, 12, "x", "s"), ("C", 20, 30, "x", "s"),
    ("A", 40, 45, "y", "s"), ("B", 40, 45, "y", "s"), ("C", 40, 45, "y", "s"),
    ("A", 0, 9, "x", "t"),
)  # fmt: skip


def test_places_with_who_coded_them_and_who_did_not() -> None:
    read = [(coder, "s") for coder in "ABC"]
    spans = Ratings.from_spans(ROWS, lengths={"s": 60, "t": 60}, read=read)
    first, second = differences(spans)
    # 0–4 and 10–12 one of three has it, 4–10 two: two of three pairs differ either way.
    assert (first.start, first.end, first.coded, first.without) == (0, 12, (0, 1), (2,))
    assert first.apart == pytest.approx(12 * 2 / 3)
    assert (second.start, second.end, second.coded, second.without) == (20, 30, (2,), (0, 1))
    assert differences(Ratings.from_spans([], length=9, coders=["A", "B"])) == []
