"""Concordances: what a query finds, line by line with the words around it, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..analysis.query.hits import Hits, Segments
from ..analysis.query.ownership import cases_of
from ..analysis.words.columns import words_of
from ..analysis.words.concordance import SORTS, order_of_lines
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.table import Column
from ..store import Rows

__all__ = ["SORTS", "Concordance", "ConcordanceLine", "concordance_columns", "lines_in_order"]


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A place that was found with the words before and after it, line breaks as spaces; ``case`` is
    the name of whose words it is, ``codes`` (GUIDs) are all that touch it."""

    source: str
    source_name: str
    case: str | None
    start: int
    end: int
    before: str
    match: str
    after: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concordance:
    """Some lines of a concordance, and how many there are in all."""

    total: int
    lines: tuple[ConcordanceLine, ...]


def lines_in_order(
    rows: Rows,
    corpus: Corpus,
    hits: Hits,
    sort: Sequence[str],
    *,
    offset: int,
    limit: int,
    context: int,
) -> Concordance:
    """Lines of what was found, in the order of ``sort`` (:data:`SORTS`), with at most ``context`` code
    points on either side. Raises :class:`InvalidInput` for an order there is none of."""
    for one in sort:
        if one not in SORTS:
            raise InvalidInput(
                "bad-sort", f"Lines cannot be sorted by “{one}”.", f"By one of: {', '.join(SORTS)}."
            )
    found = hits.segments()
    places = Hits(found.source, found.start, found.end, np.full(len(found), -1, np.int64))
    cases = cases_of(places, corpus)
    order = np.arange(len(found))
    if tuple(sort) not in ((), ("source",)):
        columns = words_of(corpus.texts)
        order = order_of_lines(found, columns, sort, cases, corpus.cases.name)
    page = order[offset : offset + limit]
    return Concordance(
        len(found),
        tuple(
            _line(rows, corpus, found.at(page), number, int(cases[row]), context)
            for number, row in enumerate(page.tolist())
        ),
    )


def _line(
    rows: Rows, corpus: Corpus, page: Segments, number: int, case: int, context: int
) -> ConcordanceLine:
    source, start, end = (int(column[number]) for column in (page.source, page.start, page.end))
    begin = max(start - context, 0)
    body = rows.text(corpus.texts.digests[source], begin, end + context).replace("\n", " ")
    return ConcordanceLine(
        source=corpus.sources.guid[source],
        source_name=corpus.sources.name[source],
        case=corpus.cases.name[case] if case >= 0 else None,
        start=start,
        end=end,
        before=body[: start - begin],
        match=body[start - begin : end - begin],
        after=body[end - begin :],
        codes=_codes(corpus, source, start, end),
    )


def _codes(corpus: Corpus, source: int, start: int, end: int) -> tuple[str, ...]:
    """The codes that touch a stretch, in the order of the codebook."""
    codings = corpus.codings
    first, last = np.searchsorted(codings.source, [source, source + 1])
    here = slice(int(first), int(last))
    touching = (codings.start[here] < end) & (codings.end[here] > start)
    return tuple(corpus.codes.guid[int(code)] for code in np.unique(codings.code[here][touching]))


def concordance_columns(corpus: Corpus, lines: Sequence[ConcordanceLine]) -> list[Column]:
    """Lines as columns of a table, codes by their paths."""
    path = dict(zip(corpus.codes.guid, corpus.codes.path, strict=True))
    return [
        Column("source", "text", [line.source_name for line in lines]),
        Column("case", "text", [line.case for line in lines]),
        Column("start", "whole", [line.start for line in lines]),
        Column("end", "whole", [line.end for line in lines]),
        Column("before", "text", [line.before for line in lines]),
        Column("match", "text", [line.match for line in lines]),
        Column("after", "text", [line.after for line in lines]),
        Column("codes", "text", ["; ".join(path[code] for code in line.codes) for line in lines]),
    ]
