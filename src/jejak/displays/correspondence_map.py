"""A map of a table of codes by groups: which codes are typical of which groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ..analysis.correspondence import Correspondence, correspondence
from ..analysis.crosstab import CodesByGroup, codes_in_groups
from ..analysis.grouping import group_by
from ..analysis.spans import Bools, Floats, Ints
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.query import code
from ..model.shape import Caption, Cell, Heading, Matrix, why
from .display import DisplayFilter, DisplayKind, Setting
from .given_names import named, names_setting
from .literature import also, in_miles
from .queries import CodeQueries, group_terms
from .settings import facet_of, settings_for
from .shown_codes import shown_codes
from .words import code_headings, group_headings

__all__ = ["KIND", "compute"]

_MEASURES: dict[str, Message] = {
    "cases": say("Cases with the code"),
    "segments": say("Segments"),
    "codings": say("Codings"),
    "sources": say("Sources with the code"),
}
_UNITS: dict[str, Message] = {
    "cases": say("number of cases with the code"),
    "segments": say("number of different segments"),
    "codings": say("number of codings"),
    "sources": say("number of sources with the code"),
}
# A point of which the map shows less than this share is badly placed (a limit of Jejak's own).
_POOR = 0.4
_NAMED = 6


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes and groups by the axes of the map. Settings: see :data:`KIND`."""
    of, name = facet_of(settings["by"])
    chosen = shown_codes(corpus, settings, only)
    grouping = group_by(corpus, of, name_key(name))
    size = np.bincount(
        grouping.of_codings[grouping.of_codings >= 0], minlength=len(grouping.labels)
    )
    shown = np.sort(np.argsort(-size, kind="stable")[: settings["top"]])
    table = codes_in_groups(
        corpus,
        grouping.only(shown),
        (of, name),
        codes=chosen.codes.tolist(),
        below=settings["below"],
        rows=only.rows,
    )
    counts: Ints = getattr(table, settings["measure"])
    found = correspondence(counts)
    some = counts.sum(1) > 0, counts.sum(0) > 0
    axes = found.rows.principal.shape[1]
    by = _label(corpus, settings["by"])
    rows = (*_codes(corpus, table, some[0]), *_groups(corpus, table, some[1], by)) if axes else ()
    percent = [f"{round(share * 100)}%" for share in found.shares()[:axes].tolist()]
    return Matrix(
        kind=KIND.name,
        rows=rows,
        columns=tuple(
            Heading(
                str(n), named(settings["names"], n - 1, say("Axis {n} ({share})", n=n, share=share))
            )
            for n, share in enumerate(percent, 1)
        ),
        cells=_cells(corpus, settings, only, (table, some), found),
        caption=Caption(
            title=say("Correspondence map: {by}", by=by),
            unit=say("place on the map, from the {what}", what=_UNITS[settings["measure"]]),
            filter=str(only),
            n=int(table.any_codings.sum()),
            notes=(*chosen.left_out(), *_notes(found, some, rows, len(size) - len(shown))),
        ),
        row_title=say("Code or value"),
        column_title=say("Axis of the map"),
        row_totals=tuple(
            [*counts.sum(1)[some[0]].tolist(), *counts.sum(0)[some[1]].tolist()] if axes else []
        ),
        row_total=say("Counted in the table"),
        number="signed",
        measures=_measures(found, some) if axes else {},
        drawing="plane",
    )


def _label(corpus: Corpus, by: str) -> Message:
    setting = next(s for s in settings_for(KIND, corpus) if s.name == "by")
    return dict(setting.choices)[by]


def _codes(corpus: Corpus, table: CodesByGroup, some: Bools) -> list[Heading]:
    headings = code_headings(corpus, table.codes[some].tolist(), nested=False)
    return [replace(heading, group=say("Codes")) for heading in headings]


def _groups(corpus: Corpus, table: CodesByGroup, some: Bools, by: Message) -> list[Heading]:
    of, name = table.facet
    headings = group_headings(corpus, of, name, table.groups)
    return [
        replace(heading, group=by)
        for heading, shown in zip(headings, some.tolist(), strict=True)
        if shown
    ]


def _cells(
    corpus: Corpus,
    settings: Mapping[str, Any],
    only: DisplayFilter,
    shown: tuple[CodesByGroup, tuple[Bools, Bools]],
    found: Correspondence,
) -> dict[tuple[int, int], Cell]:
    table, (some_codes, some_groups) = shown
    (of, name), codes = table.facet, CodeQueries(corpus)
    queries = [
        str(only.narrow(codes.code(int(row), below=settings["below"])))
        for row in table.codes[some_codes]
    ]
    for column in np.flatnonzero(some_groups).tolist():
        terms = group_terms(corpus, of, name, table.groups[column])
        queries.append(str(only.narrow(code(), *terms)))
    points = np.concatenate(
        [found.rows.principal[some_codes], found.columns.principal[some_groups]]
    )
    return {
        (row, axis): Cell(float(points[row, axis]), query=query)
        for row, query in enumerate(queries)
        for axis in range(points.shape[1])
    }


def _measures(
    found: Correspondence, some: tuple[Bools, Bools]
) -> dict[str, dict[tuple[int, int], float]]:
    def told(name: str) -> dict[tuple[int, int], float]:
        sides = ((found.rows, some[0]), (found.columns, some[1]))
        values: Floats = np.concatenate([getattr(side, name)[kept] for side, kept in sides])
        return {(row, axis): float(values[row, axis]) for row, axis in np.ndindex(*values.shape)}

    return {"contribution": told("contribution"), "quality": told("quality")}


def _notes(
    found: Correspondence, some: tuple[Bools, Bools], rows: tuple[Heading, ...], hidden: int
) -> list[Message]:
    notes = []
    if hidden:
        notes.append(
            say(
                "{n} group with few codings is not shown.|{n} groups with few codings are not shown.",
                n=hidden,
            )
        )
    if not rows:
        return [
            *notes,
            why(
                say(
                    "No map: all codes are spread over the groups alike, or there are too few of either."
                )
            ),
        ]
    bare = int((~some[1]).sum())
    if bare:
        notes.append(
            say(
                "{n} group without any of the codes is not shown.|{n} groups without any of the codes are not shown.",
                n=bare,
            )
        )
    shown = f"{round(float(found.shares()[:2].sum()) * 100)}%"
    notes.append(
        say(
            "The map shows {share} of the inertia of {total} (chi-squared divided by the count).",
            share=shown,
            total=found.total,
        )
    )
    notes.append(
        say("Codes near each other are spread alike over the groups; how far a code is from a group is"
            " not to be measured: the direction from the middle tells.")
    )  # fmt: skip
    quality = np.concatenate(
        [found.rows.quality[some[0]].sum(1), found.columns.quality[some[1]].sum(1)]
    )
    poor = [rows[at].label for at in np.flatnonzero(quality < _POOR).tolist()]
    if poor:
        told = (
            poor
            if len(poor) <= _NAMED
            else [*poor[:_NAMED], say("{n} others", n=len(poor) - _NAMED)]
        )
        notes.append(
            say("Badly shown, less than {least} (a limit of Jejak’s own) of their own inertia: {names}.",
                least=f"{round(_POOR * 100)}%", names=told)
        )  # fmt: skip
    return notes


KIND = DisplayKind(
    name="correspondence-map",
    title=say("Correspondence map of codes and groups"),
    purpose="explore",
    about=say(
        "Use it to see in one picture which codes are typical of which cases, roles or kinds of source,"
        " and which groups are alike."
    ),
    also=(say("Correspondence analysis"),),
    source=also(in_miles(say("factoring")), "Benzécri (1973); Greenacre (1984)"),
    settings=(
        Setting("by", say("Groups"), "attribute", default="case"),
        Setting("measure", say("What is counted"), "choice", tuple(_MEASURES.items()), "segments"),
        names_setting(say("Names of the axes, one a line (“-” for none)")),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many codes, and groups"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"by": "case", "top": 25},
    shown="chart",
)
