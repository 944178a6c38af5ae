"""Codes by the values of an attribute: where a code is found more, or less, than if it had nothing to
do with the attribute.

The participant is the unit. Segments are counted only with a test that deals the values out anew among
the participants, since segments of one person are not independent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.contingency import Contingency
from ..analysis.spans import Floats, Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import UNFIT, Caption, Cell, Heading, Matrix, NumberForm
from .association_amounts import Compared, compared
from .association_notes import Facts, notes, telling
from .association_tests import Amounts, Tested, tables_of, tested
from .display import DisplayFilter, DisplayKind, Setting
from .literature import also, in_miles
from .queries import CodeQueries, group_terms
from .settings import facet_of, settings_for
from .shown_codes import shown_codes
from .words import code_headings, code_names, group_headings

__all__ = ["KIND", "compute"]


@dataclass(frozen=True, slots=True)
class _Measure:
    title: Message
    unit: Message
    number: NumberForm


_MEASURES: dict[str, _Measure] = {
    "adjusted": _Measure(
        say("Adjusted residual"),
        say("adjusted residual of {what}: beyond ±2 more, or less, than if the code had nothing to do"
            " with the column"),
        "signed",
    ),
    "pearson": _Measure(say("Pearson residual"), say("Pearson residual of {what}"), "signed"),
    "count": _Measure(say("Count"), say("number of {what}"), "count"),
    "expected": _Measure(say("Expected count"), say("expected number of {what}"), "decimal"),
    "share": _Measure(say("Share"), say("share of {what} in the column"), "share"),
}  # fmt: skip
_CASES = say("cases with the code")
_SOURCES = say("sources with the code")
_SEGMENTS = say("segments of the code")


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by values. Settings: see :data:`KIND`."""
    chosen = shown_codes(corpus, settings, only)
    made = compared(corpus, settings, only, chosen.codes)
    table = tables_of(made.amounts)
    test = None
    if made.may_be_tested:
        test = tested(made.amounts, segments=made.segments, correction=settings["correction"])
    measure = _MEASURES[settings["measure"]]
    of, name = facet_of(settings["by"])
    what = _SEGMENTS if made.segments else (_CASES if of == "case" else _SOURCES)
    return Matrix(
        kind=KIND.name,
        rows=code_headings(corpus, chosen.codes.tolist()),
        columns=_columns(corpus, of, name, made),
        cells=_cells(corpus, settings, only, chosen.codes, (made, table, test)),
        caption=Caption(
            title=say("Codes by attribute: {by}", by=_label(corpus, settings["by"])),
            unit=Message(measure.unit.text, {"what": what}),
            filter=str(only),
            n=int((chosen.of_codings >= 0).sum()),
            notes=(
                *chosen.left_out(),
                *notes(
                    Facts(
                        code_names(corpus, chosen.codes.tolist()),
                        made,
                        table,
                        test,
                        settings["correction"],
                    )
                ),
            ),
        ),
        row_title=say("Code"),
        column_title=_label(corpus, settings["by"]),
        row_totals=tuple(None if np.isnan(v) else float(v) for v in table.v_corrected.tolist()),
        row_total=say("Cramér’s V, corrected"),
        number=measure.number,
        total_number="decimal",
        blank=UNFIT,
    )


def _label(corpus: Corpus, by: str) -> Message:
    setting = next(s for s in settings_for(KIND, corpus) if s.name == "by")
    return dict(setting.choices)[by]


def _columns(corpus: Corpus, of: str, name: str, made: Compared) -> tuple[Heading, ...]:
    """The values, each with how many there are of it."""
    amounts, labels = made.amounts, made.labels
    size = np.bincount(amounts.group, amounts.whole, minlength=len(labels)).astype(np.int64)
    headings = group_headings(corpus, of, name, labels)
    return tuple(
        Heading(heading.key, say("{value} (n = {n})", value=heading.label, n=n))
        for heading, n in zip(headings, size.tolist(), strict=True)
    )


def _cells(
    corpus: Corpus,
    settings: Mapping[str, Any],
    only: DisplayFilter,
    codes: Ints,
    found: tuple[Compared, Contingency, Tested | None],
) -> dict[tuple[int, int], Cell]:
    (of, name), (made, table, test) = facet_of(settings["by"]), found
    writer = CodeQueries(corpus)
    rows = [writer.code(int(code), below=settings["below"]) for code in codes]
    columns = [group_terms(corpus, of, name, label) for label in made.labels]
    values = _values(made.amounts, table, settings["measure"])
    whole = settings["measure"] == "count"
    cells: dict[tuple[int, int], Cell] = {}
    for row, column in np.argwhere(~np.isnan(values)).tolist():
        value = float(values[row, column])
        cells[row, column] = Cell(
            int(value) if whole else value,
            query=str(only.narrow(rows[row], *columns[column])),
            note=telling(table, test, row, column),
        )
    return cells


def _values(amounts: Amounts, table: Contingency, measure: str) -> Floats:
    """Of each code and group; NaN where there is nobody, or nothing to compare."""
    member = (amounts.group[:, None] == np.arange(amounts.groups)).astype(np.int64)
    here, whole = amounts.of.T @ member, amounts.whole @ member
    if measure in ("adjusted", "pearson", "expected"):
        shown: Floats = getattr(table, measure)[:, 0, :]
        return shown
    counted = np.where(whole > 0, here, np.nan)
    return counted / np.maximum(whole, 1) if measure == "share" else counted


KIND = DisplayKind(
    name="code-attributes",
    title=say("Codes by attribute: residuals and tests"),
    purpose="explain",
    about=say(
        "Use it to see whether a code goes with a role, an age or any other attribute, how strongly,"
        " and whether that may be chance."
    ),
    also=(say("Crosstab"),),
    source=also(
        in_miles(say("noting relations between variables")),
        "Haberman (1973); Fisher (1935); Cramér (1946), Bergsma (2013); Holm (1979)",
    ),
    settings=(
        Setting("by", say("Attribute"), "attribute", default="case"),
        Setting(
            "unit",
            say("What is counted"),
            "choice",
            (
                ("participants", say("Cases (sources, by an attribute of sources)")),
                ("segments", say("Segments")),
            ),
            "participants",
        ),
        Setting(
            "measure",
            say("In the cells"),
            "choice",
            tuple((name, measure.title) for name, measure in _MEASURES.items()),
            "adjusted",
        ),
        Setting(
            "correction",
            say("Correction for many tests"),
            "choice",
            (
                ("holm", say("Holm: hardly any false alarm")),
                ("bh", say("Benjamini and Hochberg: few among those found")),
            ),
            "holm",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many rows and columns"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"by": "case.peran", "unit": "segments", "top": 25},
)
