from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis import cooccurrence as analysed
from jejak.analysis.cooccurrence import UNITS, cooccurrence
from jejak.analysis.overlap import near_blocks
from jejak.analysis.spans import Spans
from jejak.errors import InvalidInput
from jejak.model.corpus import Corpus
from support.corpora import BlockRow, Row, corpora, corpus


def rows_of(study: Corpus) -> list[dict[str, int]]:
    c = study.codings
    names = ("source", "start", "end", "code", "case")
    columns = [getattr(c, name).tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def units_of(study: Corpus, unit: str, row: dict[str, int]) -> list[object]:
    if unit == "segment":
        return [(row["source"], row["start"], row["end"])]
    if unit == "source":
        return [row["source"]]
    if unit == "case":
        return [row["case"]] if row["case"] >= 0 else []
    b = study.blocks
    here = [i for i in range(len(b.start)) if b.source[i] == row["source"]]
    first = max([i for i in here if b.start[i] <= row["start"]], default=here[0] if here else 0)
    return [i for i in here if i == first or (first < i and b.start[i] < row["end"])]


@given(corpora, st.booleans())
def test_overlap_counts_every_pair_of_codings(study: Corpus, distinct: bool) -> None:
    rows = rows_of(study)
    if distinct:
        keys = ("source", "start", "end", "code")
        rows = [dict(r) for r in {tuple((k, row[k]) for k in keys) for row in rows}]
    n12: Counter[tuple[int, int]] = Counter()
    for i, a in enumerate(rows):
        for b in rows[i + 1 :]:
            if a["source"] == b["source"] and a["start"] < b["end"] and b["start"] < a["end"]:
                n12[min(a["code"], b["code"]), max(a["code"], b["code"])] += 1
    found = cooccurrence(study, distinct=distinct)
    size = len(study.codes.guid)
    counted = {(i, j): int(found.n12[i, j]) for i in range(size) for j in range(i, size)}
    assert Counter({pair: n for pair, n in counted.items() if n}) == n12
    assert np.array_equal(found.n12, found.n12.T)
    assert Counter({i: int(n) for i, n in enumerate(found.n) if n}) == Counter(
        row["code"] for row in rows
    )
    assert found.units is None


@given(corpora, st.sampled_from(("segment", "block", "source", "case")))
def test_units_count_those_that_hold_both(study: Corpus, unit: str) -> None:
    held: dict[object, set[int]] = {}
    for row in rows_of(study):
        for place in units_of(study, unit, row):
            held.setdefault(place, set()).add(row["code"])
    found = cooccurrence(study, unit)
    for i in range(len(study.codes.guid)):
        assert found.n[i] == sum(i in codes for codes in held.values())
        for j in range(len(study.codes.guid)):
            assert found.n12[i, j] == sum({i, j} <= codes for codes in held.values())
    if unit == "segment":
        assert found.units == len(held)
    else:
        assert (
            found.units
            == {
                "source": len(study.sources.guid),
                "case": len(study.cases.guid),
                "block": len(study.blocks.start),
            }[unit]
        )


def near(study: Corpus, one: int, two: int, distance: int) -> bool:
    c = study.codings
    rows = [Spans(c.source[n : n + 1], c.start[n : n + 1], c.end[n : n + 1]) for n in (one, two)]
    return bool(near_blocks(rows[0], rows[1], study.blocks, distance)[0])


@given(corpora, st.integers(0, 3))
def test_near_counts_pairs_of_codings(study: Corpus, distance: int) -> None:
    code, size = study.codings.code.tolist(), len(study.codes.guid)
    expected = np.zeros((size, size), int)
    for one in range(len(code)):
        for two in range(one + 1, len(code)):
            if near(study, one, two, distance):
                expected[code[one], code[two]] += 1
                expected[code[two], code[one]] += code[one] != code[two]
    found = cooccurrence(study, "near", distance=distance)
    assert np.array_equal(found.n12, expected)
    assert found.n.tolist() == [code.count(row) for row in range(size)]


@given(corpora, st.booleans())
def test_within_counts_codings_inside_others(study: Corpus, distinct: bool) -> None:
    rows = rows_of(study)
    if distinct:
        keys = ("source", "start", "end", "code")
        rows = [dict(r) for r in {tuple((k, row[k]) for k in keys) for row in rows}]
    size = len(study.codes.guid)
    expected = np.zeros((size, size), int)
    for at, row in enumerate(rows):
        around = {
            other["code"]
            for n, other in enumerate(rows)
            if n != at
            and other["source"] == row["source"]
            and other["start"] <= row["start"]
            and row["end"] <= other["end"]
        }
        for code in around:
            expected[code, row["code"]] += 1
    assert np.array_equal(cooccurrence(study, "within", distinct=distinct).n12, expected)


def test_too_many_pairs_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysed, "MOST_PAIRS", 2)
    with pytest.raises(InvalidInput) as caught:
        cooccurrence(STUDY, "near", distance=9)
    assert caught.value.code == "too-many-pairs"


def test_every_unit_counts_something() -> None:
    assert all(cooccurrence(STUDY, unit).n.sum() >= 2 for unit in UNITS if unit != "case")


STUDY = corpus(
    [
        Row(0, 0, 4, code=0),
        Row(0, 2, 6, code=3),
        Row(0, 3, 5, code=3, coder=1),
        Row(1, 0, 2, code=5),
    ],
    [BlockRow(0, 0, 7)],
)


def test_measures_are_squares_over_the_codes() -> None:
    found = cooccurrence(STUDY)
    assert found.n12[0, 3] == 2
    assert found.c()[0, 3] == 2.0
    assert bool(found.out_of_range()[0, 3])
    assert not bool(found.out_of_range()[0, 5])
    assert not found.lopsided()[0, 3]
    assert found.conditional()[0, 3] == 1.0
    first, second = found.pairs()
    assert (first.tolist(), second.tolist()) == ([0], [3])


def test_lift_and_phi_need_units() -> None:
    by_source = cooccurrence(STUDY, "source")
    assert by_source.lift()[0, 3] == 3.0
    assert by_source.phi()[0, 3] == pytest.approx(1)
    assert by_source.c()[0, 3] == 1.0
    with pytest.raises(InvalidInput) as caught:
        cooccurrence(STUDY).lift()
    assert caught.value.code == "no-units"


def test_labels_choose_and_sum_codes() -> None:
    top = np.array([0, 0, 0, 1, 0, 1])[STUDY.codings.code]
    assert cooccurrence(STUDY, label=top, size=2).n12.tolist() == [[0, 2], [2, 1]]
    chosen = np.where(STUDY.codings.code == 3, 0, -1)
    found = cooccurrence(STUDY, "block", label=chosen, size=1)
    assert (found.n.tolist(), found.n12.tolist()) == ([1], [[1]])


def test_an_empty_study_has_empty_squares() -> None:
    for unit in UNITS:
        assert not cooccurrence(corpus(), unit).n12.any()


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        cooccurrence(STUDY, "chapter")
    assert caught.value.code == "unknown-unit"
