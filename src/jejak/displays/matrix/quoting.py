"""Quotations for the cells of a matrix: a few of many, from as many people as there are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ...analysis.ordering import rows_by
from ...analysis.spans import Ints, changes
from ...model.corpus import Corpus
from ...model.message import Message, say

__all__ = ["LONGEST", "MOST", "quotations"]

# More than this nobody reads in a table; what is left out, its cell's number leads to.
MOST = 2_000
LONGEST = 400

Place = tuple[int, int]


def quotations(
    corpus: Corpus, cells: Ints, codings: Ints, width: int, many: int
) -> tuple[Mapping[Place, tuple[str | Message, ...]], int]:
    """At most ``many`` quotations for each cell (row times ``width`` plus column) of its codings, and
    how many cells had to go without because there would be more than :data:`MOST` in all.

    Of one cell each case comes once before any comes again, the heaviest codings of each first, then
    in the order of the texts; a stretch is quoted once.
    """
    chosen_cell, chosen = _chosen(corpus, cells, codings, many)
    kept = chosen_cell[:MOST]
    if len(chosen) > MOST:  # no cell is left half quoted
        kept = kept[kept != chosen_cell[MOST]]
    without = len(np.unique(chosen_cell)) - len(np.unique(kept))
    words = _words(corpus, chosen[: len(kept)])
    found: dict[Place, list[str | Message]] = {}
    for cell, coding in zip(kept.tolist(), chosen[: len(kept)].tolist(), strict=True):
        found.setdefault(divmod(cell, width), []).append(words[coding])
    return {place: tuple(quotes) for place, quotes in found.items()}, without


def _chosen(corpus: Corpus, cells: Ints, codings: Ints, many: int) -> tuple[Ints, Ints]:
    columns = corpus.codings
    light = _lightness(columns.weight[codings])
    stretch = np.cumsum(changes(columns.source, columns.start, columns.end)) - 1
    once = rows_by(cells, stretch[codings], light)
    once = once[changes(cells[once], stretch[codings][once])]
    # By cell, and in each in the order of the texts: that order stays where all else is the same.
    cells, codings, light = cells[once], codings[once], light[once]
    # Whose turn it is: how many of the same person come before it in its cell.
    case = columns.case[codings]
    person = np.where(case >= 0, case, len(corpus.cases.guid) + columns.source[codings])
    by_person = rows_by(cells, person, light)
    turn = np.empty(len(codings), np.int64)
    turn[by_person] = _within(changes(cells[by_person], person[by_person]))
    order = rows_by(cells, turn, light)
    rank = _within(changes(cells[order]))
    picked = np.sort(order[rank < many])
    return cells[picked], codings[picked]


def _lightness(weight: NDArray[np.float32]) -> Ints:
    """The place of each weight among those there are, the heaviest first; without any, the last."""
    known = ~np.isnan(weight)
    heavy = np.unique(-weight[known])
    return np.where(known, np.searchsorted(heavy, -np.where(known, weight, 0)), len(heavy))


def _within(first: np.ndarray) -> Ints:
    """The place of each row in its run."""
    at = np.arange(len(first))
    return at - np.maximum.accumulate(np.where(first, at, 0))


def _words(corpus: Corpus, codings: Ints) -> dict[int, str | Message]:
    """The words of each coding with the name of its source."""
    columns = corpus.codings
    by_source: dict[int, list[int]] = {}
    for coding in np.unique(codings).tolist():
        by_source.setdefault(int(columns.source[coding]), []).append(coding)
    found: dict[int, str | Message] = {}
    for source, text in corpus.texts.each(sorted(by_source)):
        for coding in by_source[source]:
            words = " ".join(text[columns.start[coding] : columns.end[coding]].split())
            cut = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
            found[coding] = say(
                "“{words}” ({source})", words=cut, source=corpus.sources.name[source]
            )
    return found
