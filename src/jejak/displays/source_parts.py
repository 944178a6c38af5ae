"""One source in the order of its text: which codes its parts have, and how much of each part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.parts import CodedParts, block_parts, coded_parts, equal_parts
from ..analysis.spans import Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Compare, Query
from ..model.shape import Caption, Cell, Heading
from .display import DisplayFilter, Setting
from .queries import CodeQueries
from .shown_codes import ShownCodes, shown_codes
from .words import code_headings

__all__ = ["SETTINGS", "SourceParts", "source_parts"]

MOST_PARTS = 500

SETTINGS = (
    Setting("source", say("Source"), "source", default=""),
    Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
    Setting("below", say("Count each code with all below it"), "switch", default=False),
)


@dataclass(frozen=True, slots=True)
class SourceParts:
    """Codes and parts of a source as headings; the cells by (part, code); the caption without title;
    ``characters`` coded of each part, and with each code in the whole source; ``coded`` with any
    code in the whole source."""

    name: str
    parts: tuple[Heading, ...]
    codes: tuple[Heading, ...]
    cells: Mapping[tuple[int, int], Cell]
    caption: Caption
    of_parts: tuple[int, ...]
    of_codes: tuple[int, ...]


def source_parts(
    corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter, *, blocks: bool = False
) -> SourceParts:
    """A source in ``settings["parts"]`` parts of the same size, or in its blocks.

    Without a source the one with the most codings that count is taken.
    """
    source = _source(corpus, settings["source"], only)
    if source is None:
        return SourceParts("", (), (), {}, _caption(only, 0, ()), (), ())
    places, headings = _parts(corpus, source, settings["parts"], blocks=blocks)
    here = np.asarray(corpus.codings.source == source)
    shown = shown_codes(corpus, settings, only, here)
    rows = np.flatnonzero(here)
    codings = corpus.codings
    found = coded_parts(
        places, codings.start[rows], codings.end[rows], shown.of_codings[rows], len(shown.codes)
    )
    notes = (*shown.left_out(), *_manner(corpus, source, len(places), blocks=blocks))
    counted = int((shown.of_codings[rows] >= 0).sum())
    return SourceParts(
        corpus.sources.name[source],
        headings,
        code_headings(corpus, shown.codes.tolist()),
        _cells(corpus, source, places, shown, found, only),
        _caption(only, counted, notes),
        tuple(found.covered.tolist()),
        tuple(found.whole.tolist()),
    )


def _source(corpus: Corpus, chosen: int | None, only: DisplayFilter) -> int | None:
    if chosen is not None or not corpus.sources.guid:
        return chosen
    of = corpus.codings.source if only.rows is None else corpus.codings.source[only.rows]
    return int(np.bincount(of, minlength=len(corpus.sources.guid)).argmax())


def _parts(
    corpus: Corpus, source: int, count: int, *, blocks: bool
) -> tuple[Ints, tuple[Heading, ...]]:
    if not blocks:
        places = equal_parts(_length(corpus, source), count)
        names: list[str | Message] = [f"{start + 1}–{end}" for start, end in places.tolist()]
    else:
        places, rows = block_parts(corpus.blocks, source, MOST_PARTS)
        names = [_block(corpus, row) for row in rows.tolist()]
    guid = corpus.sources.guid[source]
    return places, tuple(
        Heading(f"{start}-{end}", name, place=(guid, start, end))
        for name, (start, end) in zip(names, places.tolist(), strict=True)
    )


def _length(corpus: Corpus, source: int) -> int:
    """How long the text is: as long as is known, and at least up to its last block and coding."""
    known = corpus.sources.length
    ends = [0 if known is None else int(known[source])]
    for columns in (corpus.blocks, corpus.codings):
        mine = columns.end[columns.source == source]
        ends.append(int(mine.max(initial=0)))
    return max(ends)


def _block(corpus: Corpus, row: int) -> str:
    blocks = corpus.blocks
    speaker = int(blocks.speaker[row])
    name = f" {blocks.speakers[speaker]}" if speaker >= 0 else ""
    return f"{int(blocks.number[row])}{name}"


def _cells(
    corpus: Corpus,
    source: int,
    places: Ints,
    shown: ShownCodes,
    found: CodedParts,
    only: DisplayFilter,
) -> dict[tuple[int, int], Cell]:
    queries = CodeQueries(corpus)
    codes = [queries.codes(counted) for counted in shown.counted]
    where = _is_source(corpus, source)
    cells: dict[tuple[int, int], Cell] = {}
    for part, code in np.argwhere(found.characters > 0).tolist():
        start, end = places[part].tolist()
        inside = (Compare("start", "", "<", (str(end),)), Compare("end", "", ">", (str(start),)))
        query = str(only.narrow(codes[code], where, *inside))
        cells[part, code] = Cell(int(found.characters[part, code]), query=query)
    return cells


def _is_source(corpus: Corpus, source: int) -> Query:
    return Compare("source", "", "=", (corpus.sources.name[source],))


def _caption(only: DisplayFilter, n: int, notes: tuple[Message, ...]) -> Caption:
    unit = say("characters coded")
    return Caption(title=unit, unit=unit, filter=str(only), n=n, notes=notes)


def _manner(corpus: Corpus, source: int, parts: int, *, blocks: bool) -> Iterator[Message]:
    if not blocks:
        if parts:
            each = round(_length(corpus, source) / parts)
            yield say(
                "Each part is about {n} character of the text."
                "|Each part is about {n} characters of the text.",
                n=each,
            )
        return
    count = int(corpus.blocks.first[source + 1] - corpus.blocks.first[source])
    if count > parts:
        each = -(-count // MOST_PARTS)
        yield say("There are {all} blocks: {n} neighbours are one part.", all=count, n=each)
