"""What a reader of a table of codes by groups has to know before believing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ..analysis.crosstab import CodesByGroup
from ..analysis.spans import Bools
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from .display import DisplayFilter
from .words import value_words

__all__ = ["FEW_CASES", "LeftOut", "Told", "notes"]

# A limit of Jejak's own: below it a group's share moves by a fifth with every case.
FEW_CASES = 5
_NAMED = 5


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many codes and groups could be shown; how many codes have no codings; the groups in which
    the filter leaves nothing."""

    codes: int
    groups: int
    unused: int
    filtered: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A table and what it was made of."""

    corpus: Corpus
    table: CodesByGroup
    only: DisplayFilter
    left_out: LeftOut
    below: bool


def notes(told: Told) -> tuple[Message, ...]:
    """The notes under the table, the gravest first."""
    return (*_cut(told), *_absent(told), *_thin(told), *_manner(told))


def _cut(told: Told) -> Iterator[Message]:
    shown, all_ = len(told.table.codes), told.left_out.codes
    if shown < all_:
        yield say("Only the {n} most used of {all} codes are shown.", n=shown, all=all_)
    shown, all_ = len(told.table.groups), told.left_out.groups
    if shown < all_:
        yield say(
            "Only the {n} columns with the most codings, of {all}, are shown.", n=shown, all=all_
        )


def _absent(told: Told) -> Iterator[Message]:
    yield from _nothing_there(told)
    yield from _nobody_looked(told)
    of_none = _of_no_case(told)
    if of_none:
        yield say(
            "{n} coding belongs to no case and is in no column."
            "|{n} codings belong to no case and are in no column.",
            n=of_none,
        )
    if told.left_out.unused:
        yield say(
            "{n} code without codings is not shown.|{n} codes without codings are not shown.",
            n=told.left_out.unused,
        )


def _nothing_there(told: Told) -> Iterator[Message]:
    table = told.table
    if told.left_out.filtered:
        names = _labels(told, told.left_out.filtered)
        yield say("The filter leaves nothing of these, which are not shown: {names}.", names=names)
    bare = (table.group_sources == 0) & (table.group_codings == 0)
    if bare.any():
        yield say("No material at all, so no data: {names}.", names=_groups(told, bare))


def _nobody_looked(told: Told) -> Iterator[Message]:
    corpus = told.corpus
    sources = len(corpus.sources.guid)
    coded = len(np.unique(corpus.codings.source))
    if 0 < sources - coded < sources:
        yield say(
            "{n} of {all} sources has no coding yet: a 0 there may mean that nobody has looked."
            "|{n} of {all} sources have no coding yet: a 0 there may mean that nobody has looked.",
            n=sources - coded,
            all=sources,
        )


def _of_no_case(told: Told) -> int:
    if told.table.facet[0] != "case":
        return 0
    case = told.corpus.codings.case
    counted = case if told.only.rows is None else case[told.only.rows]
    return int((counted < 0).sum())


def _thin(told: Told) -> Iterator[Message]:
    table, corpus = told.table, told.corpus
    if len(corpus.cases.guid) > 1:
        alone = np.flatnonzero(table.code_cases == 1)
        if len(alone):
            names = [corpus.codes.name[int(table.codes[row])] for row in alone]
            yield say(
                "{n} code rests on one case: {names}.|{n} codes rest on one case each: {names}.",
                n=len(alone),
                names=_some(list[str | Message](names)),
            )
    grouped = table.facet[0] in ("case", "source") and name_key(table.facet[1]) != "name"
    few = (table.group_cases > 0) & (table.group_cases < FEW_CASES)
    if grouped and few.any():
        yield say(
            "Fewer than {few} cases (a limit of Jejak’s own), so a share says little: {names}.",
            few=FEW_CASES,
            names=_groups(told, few),
        )


def _manner(told: Told) -> Iterator[Message]:
    codes = told.corpus.codes
    shown = {int(row) for row in told.table.codes}
    if told.below and any(int(codes.parent[row]) in shown for row in shown):
        yield say(
            "A coding counts for its code and for every code above it, so rows do not add up."
        )


def _groups(told: Told, which: Bools) -> list[str | Message]:
    return _labels(told, [told.table.groups[int(column)] for column in np.flatnonzero(which)])


def _labels(told: Told, labels: Iterable[str | None]) -> list[str | Message]:
    of, name = told.table.facet
    return _some([value_words(of, name_key(name), label) for label in labels])


def _some(names: list[str | Message]) -> list[str | Message]:
    if len(names) <= _NAMED + 1:
        return names
    return [*names[:_NAMED], say("{n} others", n=len(names) - _NAMED)]
