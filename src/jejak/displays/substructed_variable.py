"""The substructed variable: the types that two variables make, and which cases are of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from ..analysis.grouping import places_of
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.query import And, code
from ..model.shape import NO_DATA, Caption, Cell, Heading, Matrix
from .attributes import attribute_choices
from .display import DisplayFilter, DisplayKind, Setting
from .happened import filter_notes
from .literature import in_miles
from .queries import in_cases
from .words import value_words

__all__ = ["KIND", "compute"]

_NAMED = 24
Value = str | None


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Values of one variable by values of another. Settings: see :data:`KIND`."""
    down, across = _chosen(corpus, settings)
    rows, row_of = _values(corpus, down)
    columns, column_of = _values(corpus, across)
    top = settings["top"]
    cases: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for case, at in enumerate(zip(row_of, column_of, strict=True)):
        if at[0] < top and at[1] < top:
            cases[at].append(case)
    shown = rows[:top], columns[:top]
    return Matrix(
        kind=KIND.name,
        rows=_headings(down, shown[0]),
        columns=_headings(across, shown[1]),
        cells={
            at: Cell(len(found), query=str(And((code(), in_cases(corpus, found)))))
            for at, found in cases.items()
        },
        caption=Caption(
            title=say("Types of cases: {down} by {across}", down=_label(corpus, down),
                      across=_label(corpus, across)),
            unit=say("number of cases of the type"),
            filter=str(only),
            n=sum(map(len, cases.values())),
            counted=say("Cases"),
            notes=tuple(_notes(shown, (rows, columns), cases) + filter_notes(only)),
        ),
        row_title=_label(corpus, down),
        column_title=_label(corpus, across),
        blank=Cell(0) if len(corpus.cases.guid) else NO_DATA,
        row_totals=tuple(_total(cases, 0, row) for row in range(len(shown[0]))),
        column_totals=tuple(_total(cases, 1, column) for column in range(len(shown[1]))),
        row_total=say("Cases"),
        column_total=say("Cases"),
        said={at: _named(corpus, found) for at, found in cases.items()},
    )  # fmt: skip


def _chosen(corpus: Corpus, settings: Mapping[str, Any]) -> tuple[str, str]:
    """The names of the two variables; those left open are the next attributes."""
    own = [one.name for one in corpus.attributes if one.of == "case"] + ["kind"]
    down, across = (settings[name].partition(".")[2] for name in ("rows", "columns"))
    down = down or next(name for name in own if name_key(name) != name_key(across))
    across = across or next((name for name in own if name_key(name) != name_key(down)), "kind")
    return down, across


def _values(corpus: Corpus, name: str) -> tuple[list[Value], list[int]]:
    """The values there are or could be, in their order, and which each case has."""
    labels, places = places_of(corpus, "case", name_key(name))
    column = corpus.attribute(name)
    found: list[Value] = [label for label in labels if label is not None]
    if column is not None and column.type in ("list", "rating"):
        there = {name_key(label) for label in found if label is not None}
        unused = [one for one in column.options if name_key(one) not in there]
        order = {name_key(one): at for at, one in enumerate(column.options)}
        found = sorted([*found, *unused], key=lambda one: order.get(name_key(str(one)), len(order)))
    if None in labels:
        found.append(None)
    number = {value: at for at, value in enumerate(found)}
    return found, [number[labels[place]] for place in places.tolist()]


def _headings(name: str, values: list[Value]) -> tuple[Heading, ...]:
    key = name_key(name)
    return tuple(
        Heading(f"case.{key}={value or ''}", value_words("case", key, value)) for value in values
    )


def _label(corpus: Corpus, name: str) -> Message:
    wanted = name_key(f"case.{name}")
    found = (label for text, label in attribute_choices(corpus) if name_key(text) == wanted)
    return next(found, say("Kind of case"))


def _total(cases: Mapping[tuple[int, int], list[int]], axis: int, number: int) -> int:
    return sum(len(found) for at, found in cases.items() if at[axis] == number)


def _named(corpus: Corpus, cases: list[int]) -> tuple[str | Message, ...]:
    names: list[str | Message] = [corpus.cases.name[case] for case in cases[:_NAMED]]
    if len(cases) > _NAMED:
        names.append(say("and {n} more", n=len(cases) - _NAMED))
    return tuple(names)


def _notes(
    shown: tuple[list[Value], list[Value]],
    whole: tuple[list[Value], list[Value]],
    cases: Mapping[tuple[int, int], list[int]],
) -> list[Message]:
    notes = []
    known = [[value for value in side if value is not None] for side in shown]
    types = len(known[0]) * len(known[1])
    there = sum(shown[0][row] is not None and shown[1][column] is not None for row, column in cases)
    if types and cases:
        notes.append(
            say("Each of the types has a case.")
            if there == types
            else say(
                "{n} of {types} types has a case; the others are possible, and empty."
                "|{n} of {types} types have a case; the others are possible, and empty.",
                n=there,
                types=types,
            )
        )
    for part, all_ in zip(shown, whole, strict=True):
        if len(part) < len(all_):
            notes.append(say("Only {n} of {all} values are shown.", n=len(part), all=len(all_)))
    return notes


KIND = DisplayKind(
    name="substructed-variable",
    title=say("Substructed variable"),
    purpose="explain",
    about=say(
        "Use it to build a typology: two variables make a space of types, the cases are put into it,"
        " and the empty places say what does not occur or was not met."
    ),
    source=in_miles(say("substructing a variable")),
    settings=(
        Setting("rows", say("Rows"), "trait", default=""),
        Setting("columns", say("Columns"), "trait", default=""),
        Setting("top", say("At most so many rows and columns"), "number", default=60, most=300),
    ),
    compute=compute,
    shown="words",
)
