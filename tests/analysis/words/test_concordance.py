from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.spans import Spans
from jejak.analysis.words.columns import words_of
from jejak.analysis.words.concordance import order_of_lines
from jejak.model.corpus import Texts

TEXTS = ["c akun baru b\nakun lama", "A akun Baru a\nb akun baru a akun"]


def found() -> Spans:
    places = [
        (source, at, at + 4)
        for source, text in enumerate(TEXTS)
        for at in range(len(text))
        if text.startswith("akun", at)
    ]
    return Spans(*np.array(places, np.int64).T)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ((), [0, 1, 2, 3, 4]),
        (("source",), [0, 1, 2, 3, 4]),
        (("left1",), [1, 2, 4, 3, 0]),
        (("right1", "right2"), [4, 2, 3, 0, 1]),
        (("right1", "left1"), [4, 2, 3, 0, 1]),
        (("node", "left1"), [1, 2, 4, 3, 0]),
        (("case", "source"), [1, 3, 4, 0, 2]),
        (("left2",), [0, 1, 2, 3, 4]),
    ],
)
def test_lines_are_sorted_by_the_words_around(sort, order) -> None:
    spans, columns = found(), words_of(Texts.of(TEXTS))
    cases = np.array([1, 0, 1, 0, 0])
    lines = order_of_lines(spans, columns, sort, cases, ["Ana", "Budi"])
    if sort == ("left2",):
        assert lines.tolist()[-1] == 4
    else:
        assert lines.tolist() == order


def test_nothing_found_and_no_words() -> None:
    none = Spans.empty()
    columns = words_of(Texts.of(["…"]))
    assert order_of_lines(none, columns, ("left1", "node"), np.array([]), []).tolist() == []
    dots = Spans(np.array([0]), np.array([0]), np.array([1]))
    assert order_of_lines(dots, columns, ("left1", "case"), np.array([-1]), []).tolist() == [0]
