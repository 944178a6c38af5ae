"""Data accounting log: what was collected of whom by what means, what is planned, and why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from ..analysis.spans import Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import CodeIs, Compare
from ..model.shape import UNFIT, Caption, Cell, Heading, Matrix
from ..model.sheets import SheetForm
from ..model.source import SOURCE_KINDS
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_chapter
from .words import value_words

__all__ = ["KIND", "compute"]

_NOT_WANTED, _PLANNED = "not wanted", "planned"


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases by kinds of material and summary forms. Settings: see :data:`KIND`."""
    kinds = _kinds(corpus)
    forms = list(_forms(corpus)) if settings["forms"] else []
    rows = range(len(corpus.cases.guid))[: settings["top"]]
    tied = _tied(corpus)
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for row in rows:
        for column, kind in enumerate(kinds):
            own = [s for s in tied.get(row, []) if _facet(corpus, "kind", s) == kind]
            mark = corpus.sheets.marks.get((corpus.cases.guid[row], kind))
            cell, words = _material(corpus, own, mark, _query(corpus, only, row, kind))
            cells[row, column] = cell
            if words:
                said[row, column] = words
        for column, form in enumerate(forms, len(kinds)):
            cell, words = _filled(corpus, form, row, tied.get(row, []))
            cells[row, column] = cell
            if words:
                said[row, column] = words
    return Matrix(
        kind=KIND.name,
        rows=tuple(Heading(corpus.cases.guid[row], corpus.cases.name[row]) for row in rows),
        columns=(
            *(
                Heading(f"source.kind={kind}", value_words("source", "kind", kind))
                for kind in kinds
            ),
            *(Heading(f"form={form.name}", say("{text}", text=form.title)) for form in forms),
        ),
        cells=cells,
        caption=Caption(
            title=say("What was collected of whom"),
            unit=say("sources of that kind, and forms that are filled"),
            filter=str(only),
            n=len(rows),
            counted=say("Cases"),
            notes=_notes(corpus, len(rows)),
        ),
        row_title=say("Case"),
        column_title=say("Material and forms"),
        said=said,
    )


def _kinds(corpus: Corpus) -> list[str]:
    """The kinds of material there are or that something was said of; literature is of no case unless
    somebody ties it to one."""
    there = {kind for kind in corpus.sources.facets.get("kind", ()) if kind} - {"literature"}
    tied = {_facet(corpus, "kind", s) for s in np.unique(_pairs(corpus)[:, 1]).tolist()}
    said = {kind for _, kind in corpus.sheets.marks}
    return [kind for kind in SOURCE_KINDS if kind in there | tied | said]


def _forms(corpus: Corpus) -> Iterator[SheetForm]:
    used = {one.form for one in corpus.sheets.filled}
    return (form for form in corpus.sheets.forms if form.name in used)


def _facet(corpus: Corpus, name: str, source: int) -> str | None:
    column = corpus.sources.facets.get(name)
    return column[source] if column else None


def _pairs(corpus: Corpus) -> Ints:
    return np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)


def _tied(corpus: Corpus) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for case, source in _pairs(corpus).tolist():
        found.setdefault(case, []).append(source)
    return found


def _material(
    corpus: Corpus, own: list[int], mark: tuple[str, str] | None, query: str
) -> tuple[Cell, tuple[str | Message, ...]]:
    """A cell of material: how many sources, with when and in what state; or what was said of a hole."""
    if own:
        dates = sorted(date for s in own if (date := _facet(corpus, "collected", s)))
        states = dict.fromkeys(_facet(corpus, "status", s) for s in own)
        when = _span(dates) if dates else say("date not known")
        read = [value_words("source", "status", state) for state in states if state]
        told = say("done: {when}", when=when)
        return Cell(len(own), query=query), (told, *read)
    if mark is None:
        return Cell(0), (say("open: nothing is there, nothing is planned"),)
    state, reason = mark
    if state == _PLANNED:
        told = say("planned: {reason}", reason=reason) if reason else say("planned")
        return Cell(0, note=say("planned")), (told,)
    told = say("not wanted: {reason}", reason=reason) if reason else say("not wanted")
    return UNFIT, (told,)


def _query(corpus: Corpus, only: DisplayFilter, row: int, kind: str) -> str:
    """What was coded in that material of the case."""
    of_case = Compare("case", "", "=", (corpus.cases.name[row],))
    return str(only.narrow(CodeIs(None), of_case, Compare("source", "kind", "=", (kind,))))


def _span(dates: list[str]) -> str:
    return dates[0] if dates[0] == dates[-1] else f"{dates[0]} – {dates[-1]}"


def _filled(
    corpus: Corpus, form: SheetForm, row: int, own: list[int]
) -> tuple[Cell, tuple[str | Message, ...]]:
    """A cell of a form: how many of those it is for are filled."""
    if form.of == "case":
        wanted = {corpus.cases.guid[row]}
    else:
        kinds = corpus.sources.facets["kind"]
        wanted = {corpus.sources.guid[s] for s in own if not form.kinds or kinds[s] in form.kinds}
    if not wanted:
        return UNFIT, ()
    done = len({one.owner for one in corpus.sheets.filled if one.form == form.name} & wanted)
    told = say("{n} of {all} filled", n=done, all=len(wanted))
    return Cell(done), (told,)


def _notes(corpus: Corpus, shown: int) -> tuple[Message, ...]:
    told = []
    if shown < len(corpus.cases.guid):
        told.append(
            say("Only the first {n} of {all} cases are shown.", n=shown, all=len(corpus.cases.guid))
        )
    apart = len(corpus.sources.guid) - len(np.unique(_pairs(corpus)[:, 1]))
    if apart:
        told.append(
            say(
                "{n} source belongs to no case and is in no row."
                "|{n} sources belong to no case and are in no row.",
                n=apart,
            )
        )
    return tuple(told)


KIND = DisplayKind(
    name="data-accounting",
    title=say("Data accounting log"),
    purpose="explore",
    about=say(
        "Use it throughout the fieldwork to see what has been collected of whom and by what means,"
        " what is planned, what is not wanted and why, and which sheets are still to be filled."
    ),
    source=in_chapter("explore", say("data accounting log")),
    settings=(
        Setting("forms", say("Also which summary forms are filled"), "switch", default=True),
        Setting("top", say("At most so many rows"), "number", default=200, most=500),
    ),
    compute=compute,
    shown="words",
    sheets=True,
)
