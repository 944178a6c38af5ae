"""A third variable behind a relation: a code by one attribute, within each value of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite, isnan
from typing import Any

import numpy as np

from ..analysis.grouping import places_of
from ..analysis.spans import Ints
from ..analysis.strata import Stratified, mantel_haenszel
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.query import Compare, Query
from ..model.shape import NO_DATA, Caption, Cell, Heading, Matrix, why
from .association_tests import FEW_PEOPLE
from .display import DisplayFilter, DisplayKind, Setting
from .literature import also, in_miles
from .queries import CodeQueries, group_terms
from .settings import facet_of, settings_for
from .shown_codes import shown_codes
from .skeleton import NO_CODES
from .words import group_headings

__all__ = ["KIND", "compute"]

_MOST = 60
_NO_CODE = say("No code chosen")
_MEASURES: dict[str, Message] = {
    "share": say("share of the cases that have the code"),
    "count": say("number of cases with the code"),
}


@dataclass(frozen=True, slots=True)
class _Side:
    """The values of an attribute, and which of them each compared case has."""

    name: str
    label: Message
    values: tuple[str | None, ...]
    of_cases: Ints


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Values of one attribute within those of another. Settings: see :data:`KIND`."""
    sides = [_attribute(corpus, settings[name], name) for name in ("by", "split")]
    across, down = sides
    cells: dict[tuple[int, int], Cell] = {}
    rows: tuple[Heading, ...] = ()
    columns: tuple[Heading, ...] = ()
    ratios: tuple[float | None, ...] = ()
    codings, notes = 0, [why(say("Choose a code, and two attributes of cases."))]
    if settings["codes"] and across is not None and down is not None:
        counts, codings, out = _counted(corpus, settings, only, across, down)
        cells = _cells(corpus, settings, only, (across, down), counts)
        columns = group_headings(corpus, "case", across.name, across.values)
        rows = _rows(corpus, down, counts)
        ratios, notes = _told(counts, across, down, out)
    return Matrix(
        kind=KIND.name,
        rows=rows,
        columns=columns,
        cells=cells,
        caption=Caption(
            title=say(
                "{codes}: {by}, within {split}",
                codes=[corpus.codes.name[row] for row in settings["codes"]] or _NO_CODE,
                by=_named(corpus, "by", settings["by"]),
                split=_named(corpus, "split", settings["split"]),
            ),
            unit=_MEASURES[settings["measure"]],
            filter=str(only),
            n=codings,
            notes=tuple(notes),
        ),
        row_title=_named(corpus, "split", settings["split"]),
        column_title=_named(corpus, "by", settings["by"]),
        row_totals=ratios,
        row_total=say("Odds ratio") if ratios else None,
        number="share" if settings["measure"] == "share" else "count",
        total_number="decimal",
    )


def _named(corpus: Corpus, setting: str, value: str) -> Message:
    choices = next(s for s in settings_for(KIND, corpus) if s.name == setting).choices
    return dict(choices)[value]


def _attribute(corpus: Corpus, value: str, setting: str) -> _Side | None:
    of, name = facet_of(value)
    if of != "case" or name_key(name) == "name":
        return None
    labels, group = places_of(corpus, "case", name_key(name))
    known = labels[:-1] if labels and labels[-1] is None else labels
    values = known[:_MOST]
    group = np.where(group < len(values), group, -1)
    return _Side(name, _named(corpus, setting, value), values, group)


def _counted(
    corpus: Corpus,
    settings: Mapping[str, Any],
    only: DisplayFilter,
    across: _Side,
    down: _Side,
) -> tuple[Ints, int, int]:
    """Cases by (stratum, value, with the code or without); the codings of the code; and how many
    coded cases are left out for want of a value."""
    case = corpus.codings.case
    coded = np.zeros(len(corpus.cases.guid), np.bool_)
    coded[case[case >= 0]] = True
    wanted = shown_codes(corpus, {**settings, "top": len(corpus.codes.guid)}, only).of_codings >= 0
    having = np.zeros(len(coded), np.bool_)
    having[case[wanted & (case >= 0)]] = True
    kept = coded & (across.of_cases >= 0) & (down.of_cases >= 0)
    shape = (len(down.values), len(across.values), 2)
    place = (down.of_cases * shape[1] + across.of_cases) * 2 + ~having
    counts = np.bincount(place[kept], minlength=shape[0] * shape[1] * 2).reshape(shape)
    codings = int((wanted & np.append(kept, False)[case]).sum())
    return counts, codings, int((coded & ~kept).sum())


def _rows(corpus: Corpus, down: _Side, counts: Ints) -> tuple[Heading, ...]:
    size = counts.sum((1, 2)).tolist()
    headings = [
        replace(heading, label=say("{value} (n = {n})", value=heading.label, n=n))
        for heading, n in zip(
            group_headings(corpus, "case", down.name, down.values), size, strict=True
        )
    ]
    whole = say("{value} (n = {n})", value=say("All together"), n=sum(size))
    return (*headings, Heading("all", whole))


def _cells(
    corpus: Corpus,
    settings: Mapping[str, Any],
    only: DisplayFilter,
    sides: tuple[_Side, _Side],
    counts: Ints,
) -> dict[tuple[int, int], Cell]:
    across, down = sides
    writer = CodeQueries(corpus)
    queries = [writer.code(row, below=settings["below"]) for row in settings["codes"]]
    coded: Query = queries[0]
    for query in queries[1:]:
        coded = coded | query
    valued = Compare("case", down.name, "contains", ("",))
    strata = [group_terms(corpus, "case", down.name, value) for value in down.values]
    cells: dict[tuple[int, int], Cell] = {}
    for column, value in enumerate(across.values):
        terms = group_terms(corpus, "case", across.name, value)
        for row, stratum in enumerate([*strata, (valued,)]):
            table = counts[row, column] if row < len(strata) else counts[:, column].sum(0)
            with_it, all_ = int(table[0]), int(table.sum())
            if not all_:
                cells[row, column] = NO_DATA
            elif with_it:
                shown = with_it / all_ if settings["measure"] == "share" else with_it
                cells[row, column] = Cell(shown, query=str(only.narrow(coded, *terms, *stratum)))
    return cells


def _told(
    counts: Ints, across: _Side, down: _Side, left_out: int
) -> tuple[tuple[float | None, ...], list[Message]]:
    """The odds ratio of each row, where there are two columns, and the notes."""
    notes = []
    if left_out:
        notes.append(
            say("{n} case without one of the values is left out."
                "|{n} cases without one of the values are left out.", n=left_out)
        )  # fmt: skip
    if len(across.values) != 2:
        return (), [*notes, say("An odds ratio compares two values; here only the shares are.")]
    found = mantel_haenszel(counts)
    ratios = [*found.each.tolist(), found.crude]
    people = int(counts.sum())
    notes.append(
        say("Odds ratio of having the code, {first} against {second}: {crude} all together, {pooled}"
            " over the values of {split} (Mantel–Haenszel).",
            first=across.values[0], second=across.values[1], crude=_ratio(found.crude),
            pooled=_ratio(found.pooled), split=down.label)
    )  # fmt: skip
    notes.append(_interval(found, people))
    notes.append(
        say("Nearer to 1 over the values than all together: the third variable explains a part."
            " Different in each row: the relation depends on it.")
    )  # fmt: skip
    return tuple(float(one) if isfinite(one) else None for one in ratios), notes


def _ratio(value: float) -> float | Message:
    if isnan(value):
        return say("not defined")
    return float(value) if isfinite(value) else say("without bound")


def _interval(found: Stratified, people: int) -> Message:
    if people < FEW_PEOPLE:
        return say(
            "Fewer than {least} cases (a limit of Jejak’s own): read the table, no interval is given.",
            least=FEW_PEOPLE,
        )
    if isnan(found.low):
        return say("No interval can be computed: a side of the tables is empty.")
    return say("95% interval of the pooled one: {low} to {high}.", low=found.low, high=found.high)


KIND = DisplayKind(
    name="third-variable",
    title=say("A third variable behind a relation"),
    purpose="explain",
    about=say(
        "Use it when a code goes with an attribute and you suspect something else behind both: it shows"
        " the relation within each value of that other attribute."
    ),
    source=also(
        in_miles(say("ruling out spurious relations")),
        "Mantel & Haenszel (1959); Robins, Breslow & Greenland (1986)",
    ),
    settings=(
        Setting("codes", say("Code (of several, any)"), "codes", default=[], none=NO_CODES),
        Setting("by", say("Attribute"), "attribute", default="case"),
        Setting("split", say("The third variable"), "attribute", default="case"),
        Setting("measure", say("In the cells"), "choice", tuple(_MEASURES.items()), "share"),
        Setting("below", say("Count each code with all below it"), "switch", default=True),
    ),
    compute=compute,
    example={"codes": ["Anonimitas"], "by": "case.peran", "split": "case.media_utama"},
)
