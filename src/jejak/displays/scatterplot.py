"""Two measures of each case or source against one another, as points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.counting import Placed
from ..analysis.spans import Ints, different
from ..errors import InvalidInput
from ..model.corpus import Corpus, NamedColumns
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.query import Compare, Query, code
from ..model.shape import NO_DATA, Caption, Cell, Heading, Matrix, nested_key
from .attributes import attribute_label
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_miles
from .measures import COUNTS, numbers_of
from .queries import CodeQueries
from .settings import facet_of
from .words import value_words

__all__ = ["KIND", "compute"]


@dataclass(frozen=True, slots=True)
class _Measured:
    """One side of the plot: what it is called, here and in the keys of headings; a number for each
    owner (``None``: not known); what of the codings it rests on (``None``: it is an attribute)."""

    title: Message
    key: str
    values: Sequence[float | None]
    codes: Query | None


@dataclass(frozen=True, slots=True)
class _Groups:
    """What tells rows apart, as the keys of headings name it (empty: nothing does), and the value of
    each case or source."""

    key: str
    values: Sequence[str | Message | None]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases or sources by two measures. Settings: see :data:`KIND`.

    Raises :class:`InvalidInput` for an attribute of the others.
    """
    of = settings["rows"]
    owners = corpus.cases if of == "case" else corpus.sources
    sides = [_measured(corpus, of, settings, side, only) for side in ("x", "y")]
    rows = _most(sides, len(owners.guid), settings["top"])
    groups = _groups(corpus, of, settings["groups"])
    cells: dict[tuple[int, int], Cell] = {}
    for column, side in enumerate(sides):
        for place, row in enumerate(rows):
            cells[place, column] = _cell(side, of, owners, row, only)
    return Matrix(
        kind=KIND.name,
        rows=tuple(_heading(owners, row, groups) for row in rows),
        columns=tuple(
            Heading(f"{side.key}={axis}", side.title)
            for axis, side in zip("xy", sides, strict=True)
        ),
        cells=cells,
        caption=Caption(
            title=say("{across} and {up}", across=sides[0].title, up=sides[1].title),
            unit=say("two measures of each row"),
            filter=str(only),
            n=sum(_known(sides, row) for row in rows),
            counted=say("Cases with both") if of == "case" else say("Sources with both"),
            notes=tuple(_notes(sides, rows, len(owners.guid))),
        ),
        row_title=say("Case") if of == "case" else say("Source"),
        column_title=say("Measure"),
        number="mixed",
        drawing="scatter",
    )


def _known(sides: Sequence[_Measured], row: int) -> bool:
    return all(side.values[row] is not None for side in sides)


def _most(sides: Sequence[_Measured], size: int, most: int) -> list[int]:
    """At most so many rows: those with both measures first, then in their order."""
    ordered = sorted(range(size), key=lambda row: not _known(sides, row))
    return sorted(ordered[:most])


def _measured(
    corpus: Corpus, of: str, settings: Mapping[str, Any], side: str, only: DisplayFilter
) -> _Measured:
    measure = settings[side]
    if measure not in COUNTS:
        return _attribute(corpus, of, measure)
    chosen = settings[f"{side}_codes"]
    placed = _placed(corpus, of, chosen, only)
    counted = _different_codes(placed) if measure == "codes" else getattr(placed, measure)
    title = COUNTS[measure]
    if chosen:
        names = [corpus.codes.name[row] for row in chosen]
        title = say("{measure}: {codes}", measure=title, codes=names)
    queries = CodeQueries(corpus)
    below = [row for one in chosen for row in range(one, int(corpus.codes.last[one]))]
    return _Measured(title, measure, counted.tolist(), queries.codes(below) if chosen else code())


def _placed(corpus: Corpus, of: str, chosen: Sequence[int], only: DisplayFilter) -> Placed:
    """The codings that count, at their cases or sources."""
    codings = corpus.codings
    rows = np.arange(len(codings)) if only.rows is None else only.rows
    if chosen:
        wanted = np.zeros(len(corpus.codes.guid), np.bool_)
        for row in chosen:
            wanted[row : int(corpus.codes.last[row])] = True
        rows = rows[wanted[codings.code[rows]]]
    place = (codings.case if of == "case" else codings.source)[rows].astype(np.int64)
    there = place >= 0
    size = len((corpus.cases if of == "case" else corpus.sources).guid)
    return Placed(corpus, place[there], rows[there], size)


def _different_codes(placed: Placed) -> Ints:
    codes = len(placed.corpus.codes.guid) or 1
    keys = placed.place * codes + placed.corpus.codings.code[placed.coding]
    return np.bincount(different(keys) // codes, minlength=placed.places)


def _attribute(corpus: Corpus, of: str, measure: str) -> _Measured:
    owner, name = facet_of(measure)
    found = corpus.attribute(name, owner)
    if owner != of or found is None:
        raise InvalidInput(
            "measure-of-others",
            f"“{measure}” is nothing that a {of} has.",
            "Choose other rows, or another measure.",
        )
    title = attribute_label(owner, found.name, corpus) or say("Measure")
    return _Measured(title, f"{owner}.{name_key(found.name)}", numbers_of(found), None)


def _groups(corpus: Corpus, of: str, setting: str) -> _Groups:
    owners = corpus.cases if of == "case" else corpus.sources
    owner, name = facet_of(setting)
    if owner != of or name == "name":
        return _Groups("", (None,) * len(owners.guid))
    key = name_key(name)
    values = owners.facets.get(key)
    if values is None:
        found = corpus.attribute(name, owner)
        values = (None,) * len(owners.guid) if found is None else found.value
    return _Groups(f"{owner}.{key}", [value_words(of, key, value) for value in values])


def _heading(owners: NamedColumns, row: int, groups: _Groups) -> Heading:
    guid, name, group = owners.guid[row], owners.name[row], groups.values[row]
    if not groups.key or group is None:
        return Heading(guid, name)
    # The key names the attribute, so that one whose values stay in the study is known by it.
    key = nested_key((f"{groups.key}={group if isinstance(group, str) else group.text}", guid))
    return Heading(key, name, group=group, above=(group,))


def _cell(side: _Measured, of: str, owners: NamedColumns, row: int, only: DisplayFilter) -> Cell:
    value = side.values[row]
    if value is None:
        return NO_DATA
    plain = int(value) if float(value).is_integer() else value
    if side.codes is None or not value:
        return Cell(plain)
    return Cell(
        plain, query=str(only.narrow(side.codes, Compare(of, "", "=", (owners.name[row],))))
    )


def _notes(sides: Sequence[_Measured], rows: Sequence[int], size: int) -> Iterator[Message]:
    if len(rows) < size:
        yield say("Only {n} of {all} are shown.", n=len(rows), all=size)
    absent = sum(not _known(sides, row) for row in rows)
    if absent:
        yield say(
            "{n} has no number for one of the two: it is in the table, not in the picture."
            "|{n} have no number for one of the two: they are in the table, not in the picture.",
            n=absent,
        )
    yield say("Points at one place are set side by side. No line and no p-value is drawn through few cases.")  # fmt: skip


KIND = DisplayKind(
    name="scatterplot",
    title=say("Scatterplot of two measures"),
    purpose="explain",
    about=say(
        "Use it to see whether two things go together from case to case: two ratings, an age and a"
        " code, how much is said of one thing and of another; and which cases stand apart."
    ),
    source=in_miles(say("scatterplot")),
    settings=(
        Setting(
            "rows",
            say("Points"),
            "choice",
            (("case", say("Cases")), ("source", say("Sources"))),
            "case",
        ),
        Setting("x", say("Across"), "measure", default="codings"),
        Setting("x_codes", say("Across: only these codes, with all below"), "codes", default=[]),
        Setting("y", say("Upwards"), "measure", default="codes"),
        Setting("y_codes", say("Upwards: only these codes, with all below"), "codes", default=[]),
        Setting("groups", say("Told apart by"), "attribute", default="study"),
        Setting("top", say("At most so many points"), "number", default=200, most=500),
    ),
    compute=compute,
    shown="chart",
)
