"""Saturation: how many new codes each source or case brought, and how many were seen by then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis.agreement.coded_texts import coded_by_hand
from ..analysis.saturation import stopping
from ..analysis.saturation.code_places import CodePlaces, code_places
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Query
from ..model.shape import Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .queries import CodeQueries, in_cases, in_sources
from .shown_codes import ShownCodes, shown_codes

__all__ = ["KIND", "compute"]

_COLUMNS = (
    Heading("new", say("New codes")),
    Heading("seen", say("Codes so far")),
    Heading("expected", say("On average over all orders")),
)


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Sources or cases by what they brought. Settings: see :data:`KIND`."""
    among = coded_by_hand(corpus, range(len(corpus.users.guid)), settled=True)
    shown = shown_codes(corpus, {**settings, "top": len(corpus.codes.guid) or 1}, only, among)
    counted = among.copy()
    if only.rows is not None:
        counted[:] = False
        counted[only.rows] = among[only.rows]
    placed = code_places(corpus, shown.counted, counted, by=settings["by"], order=settings["order"])
    rows = placed.places[: settings["top"]]
    return Matrix(
        kind=KIND.name,
        rows=tuple(_heading(corpus, placed.by, row) for row in rows),
        columns=_COLUMNS if rows else (),
        cells=_cells(corpus, placed, shown, rows, only),
        caption=Caption(
            title=say("Saturation by {by}", by=dict(_BY)[settings["by"]]), unit=say("codes"),
            filter=str(only), n=len(placed.held.found), counted=say("codes"),
            notes=tuple(_notes(placed, settings)),
        ),
        row_title=say("In order"),
        column_title=say("Codes"),
        number="mixed",
        drawing="curve",
    )  # fmt: skip


def _place(corpus: Corpus, by: str, row: int) -> Query:
    return in_sources(corpus, [row]) if by == "source" else in_cases(corpus, [row])


def _heading(corpus: Corpus, by: str, row: int) -> Heading:
    of = corpus.sources if by == "source" else corpus.cases
    return Heading(of.guid[row], of.name[row])


def _cells(
    corpus: Corpus,
    placed: CodePlaces,
    shown: ShownCodes,
    rows: tuple[int, ...],
    only: DisplayFilter,
) -> dict[tuple[int, int], Cell]:
    held, queries = placed.held, CodeQueries(corpus)
    found, first, until = held.found, held.first(), held.until()
    mean = held.expected(len(rows))
    cells: dict[tuple[int, int], Cell] = {}
    for at, row in enumerate(rows):
        new = [one for code in found[first == at].tolist() for one in shown.counted[code]]
        query = str(only.narrow(queries.codes(new), _place(corpus, placed.by, row))) if new else ""
        cells[at, 0] = Cell(float((first == at).sum()), query=query)
        cells[at, 1] = Cell(float(until[at]))
        cells[at, 2] = Cell(round(float(mean[at]), 2))
    return cells


def _notes(placed: CodePlaces, settings: Mapping[str, Any]) -> list[Message]:
    found = stopping(placed.held.new(), base=settings["base"], run=settings["run"])
    notes = [
        say(
            "By the rule of Guest, Namey & Chen (2020), at most 5% in a run of {run} after a base of "
            "{base}, it was reached at {label}.",
            run=found.run, base=found.base, label=found.label,
        )
        if found.reason is None
        else found.reason
    ]  # fmt: skip
    if placed.uncoded:
        notes.append(
            say(
                "{n} without a coding is left out.|{n} without a coding are left out.",
                n=placed.uncoded,
            )
        )
    if len(placed.places) > settings["top"]:
        notes.append(
            say("Only the first {n} of {all} are shown.", n=settings["top"], all=len(placed.places))
        )
    return notes


_BY = (("source", say("source")), ("case", say("case")))

KIND = DisplayKind(
    name="saturation",
    title=say("Saturation"),
    purpose="explore",
    about=say(
        "Use it to see whether more material still brings new codes, in the order it came and in any"
        " other; a curve that flattens in one order alone says little."
    ),
    source="Guest, Namey & Chen (2020), A simple method to assess and report thematic saturation",
    settings=(
        Setting("by", say("Rows"), "choice", _BY, "source"),
        Setting(
            "order",
            say("Order"),
            "choice",
            (
                ("collected", say("As the material was collected")),
                ("added", say("As the material was brought in")),
            ),
            "collected",
        ),
        Setting("base", say("Base: so many first ones"), "number", default=4, most=1000),
        Setting("run", say("Run: so many together"), "number", default=2, most=1000),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many rows"), "number", default=100, most=1000),
    ),
    compute=compute,
    example={"by": "source"},
    shown="chart",
)
