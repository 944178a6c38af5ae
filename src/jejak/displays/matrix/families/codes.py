"""Codes as a facet, and the frames they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ....analysis.membership import Membership
from ....analysis.spans import Ints
from ....analysis.touched import Touched
from ....model.corpus import Corpus
from ....model.message import say
from ....model.query import Query
from ....model.shape import Heading
from ...queries import CodeQueries
from ...words import code_headings
from ..facet import Asked, Division, Facet, FacetFamily, always

__all__ = ["CODES", "FRAMES"]


def _codes(facet: Facet, asked: Asked) -> Division:
    size = len(asked.corpus.codes.guid)
    chosen = np.asarray(sorted(facet.codes) or np.arange(size), np.int64)
    return _division(asked, chosen, below=facet.below)


def _frames(_: Facet, asked: Asked) -> Division:
    return _division(asked, np.flatnonzero(asked.corpus.codes.parent < 0), below=True)


def _division(asked: Asked, chosen: Ints, *, below: bool) -> Division:
    corpus, queries = asked.corpus, CodeQueries(asked.corpus)
    own = _of_codes(corpus, chosen, below=below)

    def headings(entries: Sequence[int]) -> Sequence[Heading]:
        return code_headings(corpus, [int(chosen[entry]) for entry in entries])

    def terms(entry: int) -> tuple[Query, ...]:
        return (queries.code(int(chosen[entry]), below=below),)

    found = Division(
        size=len(chosen),
        headings=headings,
        terms=terms,
        codings=own,
        material=lambda _: None,
    )
    return found if asked.leads else _touching(asked, found)


def _touching(asked: Asked, found: Division) -> Division:
    """The same for all codings that touch those; what cannot be among the most used is not looked at."""
    touched = Touched.of(asked.corpus.codings, found.codings)
    if asked.most is None or not touched.grouped:
        return replace(found, codings=touched.groups())
    looked, surely = touched.contenders(asked.most)
    return replace(found, codings=touched.groups(looked), surely=np.where(looked, 0, surely))


def _of_codes(corpus: Corpus, chosen: Ints, *, below: bool) -> Membership:
    """The entries each code counts for: its own and, if so, those of all codes above it."""
    codes = corpus.codes
    place = np.full(len(codes.guid), -1, np.int64)
    place[chosen] = np.arange(len(chosen))
    code = above = np.arange(len(codes.guid))
    pairs: list[tuple[Ints, Ints]] = []
    while len(above):
        here = place[above] >= 0
        pairs.append((code[here], place[above[here]]))
        above = codes.parent[above].astype(np.int64) if below else above[:0]
        code = code[: len(above)]
        code, above = code[above >= 0], above[above >= 0]
    row = np.concatenate([np.empty(0, np.int64), *(row for row, _ in pairs)])
    entry = np.concatenate([np.empty(0, np.int64), *(entry for _, entry in pairs)])
    return Membership.of_pairs(row, entry, len(codes.guid), len(chosen), corpus.codings.code)


_CODE, _FRAME = say("Code"), say("Frame (codes at the top of the codebook)")

CODES = FacetFamily("code", *always("code", _CODE), _codes, by_code=True)
FRAMES = FacetFamily("frame", *always("frame", _FRAME), _frames, by_code=True)
