from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.between import between
from jejak.model.corpus import Corpus
from support.corpora import TREE, corpora


def kin(study: Corpus, one: int, other: int) -> bool:
    last = study.codes.last
    return one <= other < last[one] or other <= one < last[other]


@given(corpora, st.integers(0, len(TREE) - 1), st.integers(0, len(TREE) - 1))
def test_it_equals_a_count_one_by_one(study: Corpus, first: int, second: int) -> None:
    c = study.codings
    spans = {
        code: {
            (int(c.source[row]), int(c.start[row]), int(c.end[row]))
            for row in range(len(c))
            if c.code[row] == code
        }
        for code in range(len(TREE))
    }
    has = {
        code: {int(c.case[row]) for row in range(len(c)) if c.code[row] == code} - {-1}
        for code in range(len(TREE))
    }

    def meet(one: int, other: int) -> int:
        return sum(
            a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in spans[one] for b in spans[other]
        )

    both = has[first] & has[second]
    expected = {
        code: (meet(first, code), meet(second, code), len(both & has[code]), len(both))
        for code in range(len(TREE))
        if not kin(study, code, first) and not kin(study, code, second)
    }
    found = between(study, first, second)
    told = {one.code: (one.with_first, one.with_second, one.hold, one.cases) for one in found}
    assert told == {code: count for code, count in expected.items() if count[0] and count[1]}
    order = [(-one.hold, -min(one.with_first, one.with_second)) for one in found]
    assert order == sorted(order)
