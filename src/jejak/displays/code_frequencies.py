"""Code frequencies by case and attribute: which codes occur where, how often and in how many.

The participant is the unit that counts: one talkative person makes many segments. So cases can be
counted instead of codings, the caption names codes that rest on one participant, and no test of
significance is offered on segments, which are not independent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.association import share
from ..analysis.crosstab import CodesByGroup, codes_in_groups
from ..analysis.grouping import Grouping, group_by
from ..analysis.spans import Bools, Floats, Ints
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.shape import NO_DATA, UNFIT, Caption, Cell, Heading, Matrix, NumberForm
from .display import DisplayFilter, DisplayKind, Setting
from .frequency_notes import LeftOut, Told, notes
from .queries import CodeQueries, group_terms
from .settings import facet_of, settings_for
from .words import code_headings, value_words

__all__ = ["KIND", "compute"]


@dataclass(frozen=True, slots=True)
class _Measure:
    """How a cell is counted, by the field of the table, and what the totals are of."""

    field: str
    title: Message
    unit: Message
    of_row: Message
    of_column: Message
    number: NumberForm = "count"


_ALL = say("All columns, each counted once")
_ANY = say("All codes shown, each counted once")
_MEASURES: dict[str, _Measure] = {
    "codings": _Measure("codings", say("Codings"), say("number of codings"), _ALL, _ANY),
    "segments": _Measure(
        "segments", say("Segments"), say("number of different segments"), _ALL, _ANY
    ),
    "cases": _Measure("cases", say("Cases"), say("number of cases with the code"), _ALL, _ANY),
    "share of cases": _Measure(
        "cases",
        say("Share of cases"),
        say("share of the column’s cases that have the code"),
        say("Of all cases of the study"),
        say("With any code shown"),
        "share",
    ),
    "sources": _Measure(
        "sources", say("Sources"), say("number of sources with the code"), _ALL, _ANY
    ),
    "presence": _Measure(
        "codings",
        say("Presence"),
        say("whether the code occurs at all"),
        say("Columns with the code"),
        say("Codes that occur"),
        "presence",
    ),
}


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The codes and groups that are shown, and what is not."""

    codes: Ints
    grouping: Grouping
    left_out: LeftOut


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by groups. Settings: see :data:`KIND`."""
    of, name = facet_of(settings["by"])
    chosen = _choose(corpus, settings, only, group_by(corpus, of, name_key(name)))
    table = codes_in_groups(
        corpus,
        chosen.grouping,
        (of, name),
        codes=chosen.codes.tolist(),
        below=settings["below"],
        rows=only.rows,
    )
    measure = _MEASURES[settings["measure"]]
    counted = _counted(table, measure)
    told = Told(corpus, table, only, chosen.left_out, below=settings["below"])
    return Matrix(
        kind=KIND.name,
        rows=code_headings(corpus, chosen.codes.tolist()),
        columns=_columns(corpus, of, name, table.groups),
        cells=_cells(corpus, table, counted, settings, only),
        caption=Caption(
            title=_title(corpus, settings["by"]),
            unit=measure.unit,
            filter=str(only),
            n=int(table.any_codings.sum()),
            notes=notes(told),
        ),
        row_title=say("Code"),
        column_title=_label(corpus, settings["by"]),
        row_totals=_row_totals(corpus, table, measure, settings, only.rows),
        column_totals=_column_totals(table, measure),
        row_total=measure.of_row,
        column_total=measure.of_column,
        number=measure.number,
        total_number="count" if measure.number == "presence" else measure.number,
        measures=_measures(table),
    )


# --- what is shown ---


def _choose(
    corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter, grouping: Grouping
) -> _Chosen:
    of_codings = grouping.of_codings if only.rows is None else grouping.of_codings[only.rows]
    code = corpus.codings.code if only.rows is None else corpus.codings.code[only.rows]
    code = code[of_codings >= 0]
    size, most = len(corpus.codes.guid), settings["top"]
    count = np.bincount(code, minlength=size)
    if settings["below"]:
        upto = np.append(0, np.cumsum(count))
        count = upto[corpus.codes.last] - upto[:-1]
    codes = np.asarray(settings["codes"] or np.arange(size), np.int64)
    used = codes if settings["unused"] or settings["codes"] else codes[count[codes] > 0]
    kept = _most(used, count[used], most)
    groups = np.bincount(of_codings[of_codings >= 0], minlength=len(grouping.labels))
    there = groups > 0 if only.rows is not None else np.ones(len(groups), np.bool_)
    passing = np.flatnonzero(there)
    columns = _most(passing, groups[passing], most)
    left_out = LeftOut(
        codes=len(used),
        unused=len(codes) - len(used),
        groups=len(passing),
        filtered=tuple(grouping.labels[row] for row in np.flatnonzero(~there).tolist()),
    )
    return _Chosen(kept, grouping.only(columns), left_out)


def _most(rows: Ints, count: Ints, most: int) -> Ints:
    """At most so many of the rows, those with the highest counts, in their own order."""
    if len(rows) <= most:
        return rows
    kept = np.sort(np.argsort(-count, kind="stable")[:most])
    return rows[kept]


def _columns(
    corpus: Corpus, of: str, name: str, groups: tuple[str | None, ...]
) -> tuple[Heading, ...]:
    if of == "study":
        return (Heading("study", say("The whole study")),)
    owners = {"case": corpus.cases, "source": corpus.sources, "coder": corpus.users}[of]
    guids = dict(zip(owners.name, owners.guid, strict=True)) if name == "name" else {}
    key = name_key(name)
    # A value alone would be the same key under another attribute that has it too.
    return tuple(
        Heading(guids.get(group or "", f"{of}.{key}={group or ''}"), value_words(of, key, group))
        for group in groups
    )


def _label(corpus: Corpus, by: str) -> Message:
    setting = next(s for s in settings_for(KIND, corpus) if s.name == "by")
    return dict(setting.choices)[by]


def _title(corpus: Corpus, by: str) -> Message:
    if by == "study":
        return say("Code frequencies")
    return say("Code frequencies: {by}", by=_label(corpus, by))


# --- cells ---


def _counted(table: CodesByGroup, measure: _Measure) -> Floats:
    """The value of every cell, NaN where the question cannot be asked."""
    if measure.number == "presence":
        return table.presence().astype(float)
    values: Floats = np.asarray(getattr(table, measure.field), float)
    if measure.number == "share":
        return table.share_of_cases()
    if measure.field == "cases":
        return np.where(table.group_cases[None, :] > 0, values, np.nan)
    return values


def _with_material(table: CodesByGroup) -> Bools:
    """Which groups have anything at all that could have been coded."""
    return np.asarray((table.group_sources > 0) | (table.group_codings > 0))


def _cells(
    corpus: Corpus,
    table: CodesByGroup,
    counted: Floats,
    settings: Mapping[str, Any],
    only: DisplayFilter,
) -> dict[tuple[int, int], Cell]:
    of, name = table.facet
    codes = CodeQueries(corpus)
    rows = [codes.code(int(code), below=settings["below"]) for code in table.codes]
    columns = [group_terms(corpus, of, name, group) for group in table.groups]
    cells: dict[tuple[int, int], Cell] = {}
    for column, there in enumerate(_with_material(table).tolist()):
        if not there:
            cells |= {(row, column): NO_DATA for row in range(len(rows))}
        elif rows and np.isnan(counted[0, column]):
            cells |= {(row, column): UNFIT for row in range(len(rows))}
    for row, column in np.argwhere(table.codings > 0).tolist():
        if (row, column) not in cells:
            query = str(only.narrow(rows[row], *columns[column]))
            cells[row, column] = Cell(_plain(counted[row, column]), query=query)
    return cells


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else float(value)


def _measures(table: CodesByGroup) -> dict[str, dict[tuple[int, int], float]]:
    row, column = np.nonzero(table.codings)
    places = list(zip(row.tolist(), column.tolist(), strict=True))
    return {
        name: dict(zip(places, getattr(table, name)[row, column].tolist(), strict=True))
        for name in ("codings", "segments", "cases", "sources")
    }


def _row_totals(
    corpus: Corpus,
    table: CodesByGroup,
    measure: _Measure,
    settings: Mapping[str, Any],
    rows: Ints | None,
) -> tuple[float | None, ...]:
    if table.facet[0] == "study":
        return ()
    if measure.number == "presence":
        return tuple(table.presence().sum(axis=1).tolist())
    if measure.number != "share":
        return tuple(getattr(table, f"code_{measure.field}").tolist())
    whole = codes_in_groups(
        corpus,
        group_by(corpus, "study", ""),
        ("study", ""),
        codes=table.codes.tolist(),
        below=settings["below"],
        rows=rows,
    )
    return tuple(None if np.isnan(n) else float(n) for n in whole.share_of_cases()[:, 0])


def _column_totals(table: CodesByGroup, measure: _Measure) -> tuple[float | None, ...]:
    if measure.number == "presence":
        counts = table.presence().sum(axis=0).astype(float)
    else:
        counts = getattr(table, f"any_{measure.field}").astype(float)
    if measure.number == "share":
        counts = share(counts, table.group_cases)
    counts[~_with_material(table)] = np.nan
    if measure.field == "cases":
        counts[table.group_cases == 0] = np.nan
    return tuple(None if np.isnan(n) else _plain(float(n)) for n in counts)


KIND = DisplayKind(
    name="code-frequencies",
    title=say("Code frequencies by case and attribute"),
    purpose="describe",
    about=say(
        "Use it to see which codes occur in which cases, groups or sources, and in how many of"
        " them; a first look at what is common, what is rare, and who speaks of it."
    ),
    source="Miles, Huberman & Saldaña (2014), Qualitative Data Analysis: content-analytic summary"
    " table",
    settings=(
        Setting("by", say("Columns"), "attribute", default="case"),
        Setting(
            "measure",
            say("What is counted"),
            "choice",
            tuple((name, measure.title) for name, measure in _MEASURES.items()),
            "codings",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=True),
        Setting("unused", say("Also codes without codings"), "switch", default=False),
        Setting("top", say("At most so many rows and columns"), "number", default=100, most=300),
    ),
    compute=compute,
)
