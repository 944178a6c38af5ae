from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.recurrence import pairs_together, recurrence
from jejak.model.corpus import Corpus
from support.corpora import BlockRow, Row, corpora, corpus


def counted(study: Corpus, rows: list[int]) -> tuple[set, set, set]:
    """The stretches, sources and cases of some codings, one by one."""
    c = study.codings
    places = {(int(c.source[row]), int(c.start[row]), int(c.end[row])) for row in rows}
    cases = {int(c.case[row]) for row in rows} - {-1}
    return places, {place[0] for place in places}, cases


@given(corpora, st.sets(st.integers(0, 5), max_size=3), st.none() | st.integers(0, 5))
def test_it_equals_a_count_one_by_one(study: Corpus, wanted: set[int], whole: int | None) -> None:
    codes = sorted(wanted)
    c, last = study.codings, study.codes.last

    def rows(code: int) -> list[int]:
        return [row for row in range(len(c)) if code <= c.code[row] < last[code]]

    found = recurrence(study, codes, whole)
    own = [] if whole is None else rows(whole)
    every = sorted({row for code in codes for row in rows(code)} | set(own))
    places, sources, cases = counted(study, every)
    assert (found.segments, set(found.sources), set(found.cases)) == (len(places), sources, cases)
    for member, code in zip(found.members, codes, strict=True):
        shown = counted(study, rows(code))
        assert (member.code, member.segments, member.sources, member.cases) == (
            code, *(len(one) for one in shown),
        )  # fmt: skip
    common = [counted(study, rows(code))[2] for code in codes]
    assert set(found.all_of_them) == (set.intersection(*common) if common else set())
    assert not set(found.silent) & cases


def test_who_has_words_and_shows_nothing_is_silent() -> None:
    study = corpus(
        [Row(0, 0, 3, code=0, case=0), Row(0, 4, 6, code=3), Row(0, 5, 9, code=3, case=1)],
        [BlockRow(0, 0, 9, case=0), BlockRow(1, 0, 2, case=2)],
    )
    found = recurrence(study, [0])
    assert (found.cases, found.silent, found.unowned) == ((0,), (1, 2), 0)
    assert recurrence(study, [3]).unowned == 1


def test_codes_that_meet_come_by_cases_then_by_meetings_without_those_below_each_other() -> None:
    rows = [
        Row(0, 0, 9, code=0, case=0), Row(0, 1, 3, code=1, case=0), Row(0, 2, 4, code=3, case=0),
        Row(0, 3, 5, code=3, case=0), Row(1, 0, 4, code=1, case=1), Row(1, 2, 6, code=3, case=1),
    ]  # fmt: skip
    found = [
        (one.first, one.second, one.together, one.cases) for one in pairs_together(corpus(rows), 1)
    ]
    assert found == [(1, 3, 2, 2), (0, 3, 2, 1)]
    assert pairs_together(corpus(rows), 3) == []
