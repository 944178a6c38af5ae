"""The matrix of one's own making: any facets as rows and columns, any cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_miles
from .matrix import REDUCERS, Assembly, Facet, assemble

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Any rows by any columns. Settings: see :data:`KIND`."""
    return assemble(
        corpus,
        only,
        kind=KIND.name,
        rows=_facets(settings, "rows"),
        columns=_facets(settings, "columns"),
        how=Assembly(
            reducer=settings["cell"],
            unused=settings["unused"],
            quotes=int(settings["quotes"]),
            change=settings["change"],
            subtotals=settings["subtotals"],
            top=settings["top"],
            row_order=settings["row_order"],
            column_order=settings["column_order"],
        ),
    )


def _facets(settings: Mapping[str, Any], side: str) -> Sequence[Facet]:
    lines = tuple(settings[f"{side.removesuffix('s')}_headings"])
    facets = [Facet.read(text) for text in settings[side]] or [Facet("study")]
    return [
        replace(
            facet,
            codes=tuple(settings["codes"]) if facet.name == "code" else (),
            below=settings["below"],
            lines=lines if facet.name == "own" else (),
        )
        for facet in facets
    ]


KIND = DisplayKind(
    name="matrix",
    title=say("Matrix of your own"),
    purpose="explore",
    about=say(
        "Use it to set anything against anything: choose what the rows and the columns are made"
        " of, nest them, and say what a cell counts. Every other table is a special case of it."
    ),
    source=in_miles(say("displays in matrix form")),
    settings=(
        Setting("rows", say("Rows"), "facets", default=["code"], most=4),
        Setting("columns", say("Columns"), "facets", default=["case"], most=4),
        Setting(
            "cell",
            say("What a cell says"),
            "choice",
            tuple((name, reducer.title) for name, reducer in REDUCERS.all().items()),
            "codings",
        ),
        Setting(
            "quotes", say("Quotations in each cell"), "choice",
            tuple((str(n), say("{n}", n=n)) for n in (0, 1, 2, 3, 5, 10)), "0",
        ),
        Setting("change", say("Also what changed from the first columns to the last"), "switch", default=False),
        Setting(
            "subtotals", say("Subtotals of nested groups"), "choice",
            (
                ("none", say("None")), ("rows", say("In the rows")), ("columns", say("In the columns")),
                ("both", say("In rows and columns")),
            ),
            "none",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=True),
        Setting("unused", say("Also codes without codings"), "switch", default=False),
        Setting(
            "row_headings", say("Rows of your own: Title, or Title = query"), "lines",
            default=[], most=500,
        ),
        Setting(
            "column_headings", say("Columns of your own: Title, or Title = query"), "lines",
            default=[], most=500,
        ),
        Setting("row_order", say("Order of the rows"), "order", default=""),
        Setting("column_order", say("Order of the columns"), "order", default=""),
        Setting("top", say("At most so many rows and columns"), "number", default=100, most=2000),
    ),
    compute=compute,
    example={"rows": ["code"], "columns": ["source.kind", "case"]},
)  # fmt: skip
