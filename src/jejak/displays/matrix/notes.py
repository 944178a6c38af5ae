"""What a reader of a matrix has to know before believing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ...analysis.recorded import wordless_codings
from ...analysis.spans import Bools
from ...model.message import Message, say
from ...model.shape import Heading
from ..happened import filter_notes
from .engine import Counted
from .families import family_of
from .rated import Rated
from .reducers import ALL_THESE
from .sides import Side

__all__ = ["FEW_CASES", "notes"]

# A limit of Jejak's own: below it a group's share moves by a fifth with every case.
FEW_CASES = 5
_NAMED = 5


def notes(
    told: Counted, rows: Sequence[Heading], columns: Sequence[Heading]
) -> tuple[Message, ...]:
    """The notes under the matrix, the gravest first; its headings in the order it was counted in."""
    if isinstance(told, Rated):
        found = (*_cut(told), *_filtered(told), *_of_ratings(told), *_summed(told))
    else:
        found = (
            *_cut(told),
            *_absent(told, rows, columns),
            *_thin(told, rows, columns),
            *_manner(told, rows),
            *_timed(told),
            *_summed(told),
        )
    return tuple(note for at, note in enumerate(found) if note not in found[:at])


def _cut(told: Counted) -> Iterator[Message]:
    for side in (told.rows, told.columns):
        shown, possible = side.shown, side.possible
        if shown == possible:
            continue
        if side.by_code:
            yield say("Only the {n} most used of {all} codes are shown.", n=shown, all=possible)
        elif side is told.rows:
            yield say(
                "Only the {n} rows with the most codings, of {all}, are shown.",
                n=shown, all=possible,
            )  # fmt: skip
        else:
            yield say(
                "Only the {n} columns with the most codings, of {all}, are shown.",
                n=shown, all=possible,
            )  # fmt: skip


def _summed(told: Counted) -> Iterator[Message]:
    if not told.summed.any():
        return
    if told.reducer.of_group is ALL_THESE:
        yield say(
            "A subtotal counts what stands in its group, each once, and so may be less than the sum."
        )
    else:
        yield say("A subtotal is worked out anew over all that stands in its group, and is no sum.")


def _of_ratings(told: Rated) -> Iterator[Message]:
    """What holds of levels, and of no count."""
    if not told.meant:
        yield say(
            "A rating is of a case and a variable: have cases, or what is known of them, on one side"
            " and rated variables on the other, and nothing else."
        )
    elif told.grouped:
        yield say(
            "The level of a group is the median of its rated cases; between two levels both are named."
        )
    yield from filter_notes(told.only)


def _filtered(told: Counted) -> Iterator[Message]:
    for side in (told.rows, told.columns):
        if side.filtered:
            yield say(
                "The filter leaves nothing of these, which are not shown: {names}.",
                names=_names(side.filtered),
            )


def _absent(
    told: Counted, rows: Sequence[Heading], columns: Sequence[Heading]
) -> Iterator[Message]:
    yield from _filtered(told)
    bare = [
        *_where(rows, told.bare_rows & _plain(told.rows)),
        *_where(columns, told.bare_columns & _plain(told.columns)),
    ]
    if bare and told.reducer.timed:
        yield say(
            "Nothing there has times of a recording, so no data: {names}.", names=_names(bare)
        )
    elif bare:
        yield say("No material at all, so no data: {names}.", names=_names(bare))
    yield from _nobody_looked(told)
    yield from _nowhere(told)
    for side in (told.rows, told.columns):
        if side.unused:
            yield say(
                "{n} code without codings is not shown.|{n} codes without codings are not shown.",
                n=side.unused,
            )


def _nobody_looked(told: Counted) -> Iterator[Message]:
    corpus = told.corpus
    sources = len(corpus.sources.guid)
    coded = np.count_nonzero(np.bincount(corpus.codings.source, minlength=sources))
    if 0 < sources - coded < sources:
        yield say(
            "{n} of {all} sources has no coding yet: a 0 there may mean that nobody has looked."
            "|{n} of {all} sources have no coding yet: a 0 there may mean that nobody has looked.",
            n=sources - int(coded),
            all=sources,
        )


def _nowhere(told: Counted) -> Iterator[Message]:
    """Codings that a facet has no place for: those of no case, of no speaker, on no date."""
    for side in (told.rows, told.columns):
        n = side.nowhere
        if not n or any(family_of(one).leads for one in side.facets):
            continue
        of_case = all(facet.name == "case" for facet in side.facets)
        if of_case and side is told.columns:
            yield say(
                "{n} coding belongs to no case and is in no column."
                "|{n} codings belong to no case and are in no column.",
                n=n,
            )
        elif of_case:
            yield say(
                "{n} coding belongs to no case and is in no row."
                "|{n} codings belong to no case and are in no row.",
                n=n,
            )
        elif side is told.columns:
            yield say("{n} coding is in no column.|{n} codings are in no column.", n=n)
        else:
            yield say("{n} coding is in no row.|{n} codings are in no row.", n=n)


def _thin(told: Counted, rows: Sequence[Heading], columns: Sequence[Heading]) -> Iterator[Message]:
    yield from _alone(told, rows, columns)
    for side, headings, cases in (
        (told.rows, rows, told.row_cases),
        (told.columns, columns, told.column_cases),
    ):
        few = (cases > 0) & (cases < FEW_CASES) & ~side.axis.subtotal
        if _grouped(side) and few.any():
            yield say(
                "Fewer than {few} cases (a limit of Jejak’s own), so a share says little: {names}.",
                few=FEW_CASES,
                names=_names(_where(headings, few)),
            )


def _alone(told: Counted, rows: Sequence[Heading], columns: Sequence[Heading]) -> Iterator[Message]:
    if len(told.corpus.cases.guid) <= 1:
        return
    for side, headings, placed in (
        (told.rows, rows, told.by_row),
        (told.columns, columns, told.by_column),
    ):
        if len(side.facets) == 1 and side.by_code:
            alone = _where(headings, placed.of_one_case)
            if alone:
                yield say(
                    "{n} code rests on one case: {names}.|{n} codes rest on one case each: {names}.",
                    n=len(alone),
                    names=_names(alone),
                )


def _grouped(side: Side) -> bool:
    """Whether cases or sources are put together in groups."""
    inner = side.facets[-1]
    return inner.name == "period" or (inner.name in ("case", "source") and bool(inner.by))


def _manner(told: Counted, rows: Sequence[Heading]) -> Iterator[Message]:
    if any(heading.depth for heading in rows) and any(facet.below for facet in told.rows.facets):
        yield say(
            "A coding counts for its code and for every code above it, so rows do not add up."
        )
    if told.touching:
        yield say(
            "What counts are the codings of the first facet of codes; of every other, those of them"
            " that touch a coding of it."
        )


def _timed(told: Counted) -> Iterator[Message]:
    """How times of recordings are counted, and what has no words to count them by."""
    if not told.reducer.timed:
        return
    yield say(
        "Seconds are those of words with times of a recording: within a turn time runs evenly over its"
        " characters, and a turn without an end lasts until the next begins."
    )
    wordless = wordless_codings(told.corpus)
    if wordless:
        yield say(
            "{n} coding on a recording itself, which is on no words, is not counted."
            "|{n} codings on recordings themselves, which are on no words, are not counted.",
            n=wordless,
        )


def _plain(side: Side) -> Bools:
    """Which places count something and are no subtotals."""
    return side.axis.counted & ~side.axis.subtotal


def _where(headings: Sequence[Heading], which: Bools) -> list[Heading]:
    return [headings[place] for place in np.flatnonzero(which).tolist()]


def _names(headings: Sequence[Heading]) -> list[str | Message]:
    """What headings are called, each once; of several with one name the whole name."""
    labels = {heading.key: heading.label for heading in headings}
    often = [label for label in labels.values() if isinstance(label, str)]
    names: list[str | Message] = []
    for heading in headings:
        same = isinstance(heading.label, str) and often.count(heading.label) > 1
        name = heading.path if same and heading.path else heading.label
        if name not in names:
            names.append(name)
    if len(names) <= _NAMED + 1:
        return names
    return [*names[:_NAMED], say("{n} others", n=len(names) - _NAMED)]
