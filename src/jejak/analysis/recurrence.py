"""How often what some codes mark comes again: in whom, where, and in whom not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..model.corpus import Corpus
from .cooccurrence import cooccurrence
from .spans import Bools, Ints, changes

__all__ = ["MemberCount", "Pair", "Recurrence", "pairs_together", "recurrence"]


@dataclass(frozen=True, slots=True)
class MemberCount:
    """One code (a row of the corpus) with those below it: different stretches, sources and cases."""

    code: int
    segments: int
    sources: int
    cases: int


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What any of the codes marks: different stretches, the sources and cases (rows) they are of,
    those cases that show every one of the codes, and those with words in the study and none of them.

    ``unowned`` counts stretches that are no case's.
    """

    members: tuple[MemberCount, ...]
    segments: int
    sources: tuple[int, ...]
    cases: tuple[int, ...]
    all_of_them: tuple[int, ...]
    silent: tuple[int, ...]
    unowned: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two codes (rows) that meet: pairs of their codings that share words, the cases that have both
    anywhere, and the c coefficient of the meetings."""

    first: int
    second: int
    together: int
    cases: int
    c: float


def recurrence(corpus: Corpus, codes: Sequence[int], whole: int | None = None) -> Recurrence:
    """Count codes (rows), each with those below it; what ``whole``, the code that they make
    together, marks by itself counts with them. Time grows with the codings."""
    marked = [_under(corpus, code) for code in codes]
    own = [] if whole is None else [_under(corpus, whole)]
    some = np.logical_or.reduce([*marked, *own, np.zeros(len(corpus.codings), np.bool_)])
    shown = [_cases(corpus, mask) for mask in marked]
    cases = _cases(corpus, some)
    every = _common(shown)
    segments, unowned = _stretches(corpus, some)
    return Recurrence(
        members=tuple(
            MemberCount(code, _stretches(corpus, mask)[0], len(_sources(corpus, mask)), len(own))
            for code, mask, own in zip(codes, marked, shown, strict=True)
        ),
        segments=segments,
        sources=tuple(_sources(corpus, some).tolist()),
        cases=tuple(cases.tolist()),
        all_of_them=tuple(every.tolist()),
        silent=tuple(np.setdiff1d(_speaking(corpus), cases).tolist()),
        unowned=unowned,
    )


def pairs_together(corpus: Corpus, least: int = 2) -> list[Pair]:
    """Pairs of codes, neither below the other, that meet ``least`` times: first those that most cases
    have both of, then those that meet most often."""
    meeting, cases = cooccurrence(corpus, "overlap", distinct=True), cooccurrence(corpus, "case")
    c, last, found = meeting.c(), corpus.codes.last, []
    for first, second in zip(*(column.tolist() for column in meeting.pairs()), strict=True):
        count = int(meeting.n12[first, second])
        if count >= least and second >= last[first]:
            both = int(cases.n12[first, second])
            found.append(Pair(first, second, count, both, round(float(c[first, second]), 3)))
    return sorted(found, key=lambda one: (-one.cases, -one.together, one.first, one.second))


def _under(corpus: Corpus, code: int) -> Bools:
    given = corpus.codings.code
    mask: Bools = (given >= code) & (given < corpus.codes.last[code])
    return mask


def _stretches(corpus: Corpus, mask: Bools) -> tuple[int, int]:
    """How many different stretches are marked, and how many of them are nobody's."""
    codings = corpus.codings
    rows = np.flatnonzero(mask)
    if not len(rows):
        return 0, 0
    new = changes(codings.source[rows], codings.start[rows], codings.end[rows])
    return int(new.sum()), int((codings.case[rows[new]] < 0).sum())


def _sources(corpus: Corpus, mask: Bools) -> Ints:
    return np.unique(corpus.codings.source[mask]).astype(np.int64)


def _cases(corpus: Corpus, mask: Bools) -> Ints:
    case = corpus.codings.case[mask]
    return np.unique(case[case >= 0]).astype(np.int64)


def _common(shown: Sequence[Ints]) -> Ints:
    found = shown[0] if shown else np.empty(0, np.int64)
    for one in shown[1:]:
        found = np.intersect1d(found, one)
    return found


def _speaking(corpus: Corpus) -> Ints:
    """Cases with words in the study: speakers, owners of sources, and those of any coding."""
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    rows = np.concatenate([pairs[:, 0], corpus.blocks.case, corpus.codings.case])
    return np.unique(rows[rows >= 0]).astype(np.int64)
