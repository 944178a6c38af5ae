from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings, joint_alpha, krippendorff_alpha
from jejak.analysis.agreement.characters import coded_or_not, one_value_each
from jejak.analysis.agreement.units import cut, in_units, whole_sources
from jejak.errors import InvalidInput

TEXT = "Saya buat akun. Lalu hilang! Aman?"


def test_a_unit_is_coded_if_a_coding_touches_it() -> None:
    spans = Ratings.from_spans([("A", 2, 6, "x"), ("B", 5, 14, "x")], length=len(TEXT))
    words = in_units(spans, cut([(0, TEXT)], "word"))
    assert (words.start.tolist(), words.end.tolist()) == ([0, 1], [2, 3])
    assert words.length.tolist() == [6]
    sentences = in_units(spans, cut([(0, TEXT)], "sentence"))
    assert coded_or_not(sentences, 0).table.tolist() == [[1, 0], [1, 0]]
    assert coded_or_not(sentences, 0).size.tolist() == [1, 2]


def test_what_touches_no_unit_is_gone() -> None:
    spans = Ratings.from_spans([("A", 4, 5, "x"), ("B", 0, 2, "x")], length=len(TEXT))
    assert len(in_units(spans, cut([(0, TEXT)], "word"))) == 1


def test_whole_sources_are_units_and_empty_ones_are_none() -> None:
    rows = [("A", 0, 3, "x", "s"), ("B", 6, 7, "x", "s"), ("A", 0, 1, "x", "t")]
    spans = Ratings.from_spans(rows, lengths={"s": 9, "t": 4, "empty": 0}, coders=["A", "B"])
    whole = in_units(spans, whole_sources(spans))
    assert whole.length.tolist() == [1, 1, 0]
    found = krippendorff_alpha(coded_or_not(whole, 0))
    assert (found.units, found.groups) == (2, 2)


def test_a_coding_across_two_blocks_codes_both() -> None:
    spans = Ratings.from_spans([("A", 8, 20, "x"), ("B", 0, 30, "x")], length=40)
    blocks = in_units(
        spans, type(cut([], "word"))(*_columns([(0, 0, 10), (0, 11, 30), (0, 31, 40)]))
    )
    assert coded_or_not(blocks, 0).table.tolist() == [[1, 0], [1, 0]]
    assert joint_alpha(blocks).value == 1.0


def _columns(rows: list[tuple[int, int, int]]) -> list[object]:
    import numpy as np

    return list(np.array(rows, np.int64).T)


def test_of_values_that_exclude_each_other_the_longer_has_the_unit() -> None:
    spans = Ratings.from_spans(
        [("A", 0, 4, "x"), ("A", 4, 9, "y"), ("A", 10, 12, "y"), ("B", 0, 2, "y"), ("B", 2, 4, "x")],
        length=20,
    )  # fmt: skip
    units = type(cut([], "word"))(*_columns([(0, 0, 10), (0, 10, 20)]))
    table = one_value_each(in_units(spans, units, exclusive=True))
    named = [[table.values[x] for x in row] for row in table.table]
    # B has both as long: the first stands.
    assert named == [["y", "y"], ["y", "—"]]
    overlapping = Ratings.from_spans([("A", 0, 4, "x"), ("A", 2, 9, "y")], length=20)
    with pytest.raises(InvalidInput):
        in_units(overlapping, units, exclusive=True)


def test_texts_are_not_cut_into_anything() -> None:
    with pytest.raises(InvalidInput):
        cut([], "page")
