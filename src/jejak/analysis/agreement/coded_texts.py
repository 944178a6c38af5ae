"""Coders' stretches out of a study's columns, and where its texts part into units."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...errors import InvalidInput
from ...model.coding import NOT_BY_HAND, ORIGINS, UNREAD
from ...model.corpus import Corpus
from ..spans import Bools, Ints, Spans
from .continuum import Continuum
from .units import UNITS, cut, whole_sources

__all__ = ["coded_by_hand", "readers", "stretches", "units_of"]


def coded_by_hand(corpus: Corpus, machines: Sequence[int] = (), *, settled: bool = False) -> Bools:
    """Which codings somebody made: not those of rules and accepted suggestions, but for what the
    ``machines`` among the coders made; and what was decided where they differed only if ``settled``."""
    without = UNREAD if settled else NOT_BY_HAND
    made = np.array([name not in without for name in ORIGINS])
    return np.asarray(made[corpus.codings.origin] | np.isin(corpus.codings.coder, list(machines)))


def readers(corpus: Corpus, counted: Bools) -> Bools:
    """Who (rows of users) coded anything in which source: the least that they have read."""
    found = np.zeros((len(corpus.users.guid), len(corpus.sources.guid)), bool)
    found[corpus.codings.coder[counted], corpus.codings.source[counted]] = True
    return found


def stretches(
    corpus: Corpus,
    coders: Sequence[int],
    codes: Sequence[Sequence[int]],
    read: Bools,
    counted: Bools,
) -> Continuum:
    """The stretches of some coders (rows of users) under some codes, each a group of rows of codes that
    count as one; ``read`` says by user and source who read what."""
    home = np.full(len(corpus.codes.guid), -1, np.int64)
    for number, group in enumerate(codes):
        home[list(group)] = number
    who = np.full(len(corpus.users.guid), -1, np.int64)
    who[list(coders)] = np.arange(len(coders))
    codings = corpus.codings
    kept = np.flatnonzero(counted & (home[codings.code] >= 0) & (who[codings.coder] >= 0))
    length = _lengths(corpus)
    source = codings.source[kept].astype(np.int64)
    end = np.minimum(codings.end[kept], length[source])
    return Continuum.from_columns(
        tuple(corpus.users.name[row] for row in coders),
        tuple(corpus.codes.name[group[0]] for group in codes),
        corpus.sources.name,
        length,
        read[list(coders)],
        who[codings.coder[kept]],
        home[codings.code[kept]],
        source,
        codings.start[kept].astype(np.int64),
        end.astype(np.int64),
    )


def _lengths(corpus: Corpus) -> Ints:
    known = corpus.sources.length
    if known is None:
        return np.array([len(text) for _, text in corpus.texts.each()], np.int64)
    return known.astype(np.int64)


def units_of(corpus: Corpus, spans: Continuum, unit: str) -> Spans | None:
    """The units of the texts that two people read; ``None`` for characters.

    Raises :class:`InvalidInput` for another unit.
    """
    if unit not in UNITS:
        raise InvalidInput(
            "unknown-unit", f"Nothing is compared by “{unit}”.", f"Use: {', '.join(UNITS)}."
        )
    if unit == "character":
        return None
    if unit == "source":
        return whole_sources(spans)
    shared = np.flatnonzero(spans.readers() >= 2)
    if unit == "block":
        return _blocks(corpus, shared)
    return cut(corpus.texts.each(shared.tolist()), unit)


def _blocks(corpus: Corpus, shared: Ints) -> Spans:
    """The blocks, but for those that lie within another."""
    blocks = corpus.blocks
    kept = np.isin(blocks.source, shared) & (blocks.end > blocks.start)
    source, start, end = (
        column[kept].astype(np.int64) for column in (blocks.source, blocks.start, blocks.end)
    )
    order = np.lexsort((-end, start, source))
    source, start, end = source[order], start[order], end[order]
    lift = source * (int(end.max(initial=0)) + 1)
    before = np.maximum.accumulate(end + lift)
    free = np.ones(len(source), bool)
    free[1:] = start[1:] + lift[1:] >= before[:-1]
    return Spans(source[free], start[free], end[free])
