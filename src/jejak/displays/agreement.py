"""Agreement: how far the coders of a study agree, code by code, and pair by pair.

Whoever coded in a source has read it; the command line and Python also know who else did. Codings by
rule and accepted suggestions are nobody's reading; where disagreements were settled, what each had
before counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np

from ..analysis.agreement import (
    NO_INTERVAL,
    Continuum,
    cohen_kappa,
    gwet_ac,
    percent,
)
from ..analysis.agreement.characters import coded_or_not
from ..analysis.agreement.coded_texts import coded_by_hand, readers, stretches, units_of
from ..analysis.agreement.independent import independent
from ..analysis.agreement.joint import alpha_by_value, joint_alpha
from ..analysis.agreement.units import in_units
from ..analysis.spans import Bools
from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import UNFIT, Caption, Cell, Heading, Matrix, why
from .display import DisplayFilter, DisplayKind, Setting
from .queries import CodeQueries
from .shown_codes import shown_codes
from .words import code_headings

__all__ = ["KIND", "compute"]

_JOINTLY = "jointly"
_MOST_PAIRS = 45
_MEASURES = (
    Heading("alpha", say("Krippendorff’s alpha")),
    Heading("low", say("from (95%)")),
    Heading("high", say("to (95%)")),
    Heading("percent", say("Percent agreement")),
    Heading("cohen-kappa", say("Cohen’s kappa")),
    Heading("gwet-ac", say("Gwet’s AC1")),
)


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by coefficients or pairs of coders. Settings: see :data:`KIND`."""
    alone = independent(corpus)
    read = readers(alone, coded_by_hand(alone))
    # What a filter lets pass is known of what stands now alone.
    now = settings["stand"] == "now" or only.rows is not None
    corpus = corpus if now else alone
    hand = coded_by_hand(corpus, settled=now)
    shown = shown_codes(corpus, settings, only, hand)
    who = np.flatnonzero(read.any(1)).tolist()
    counted = _counted(corpus, hand, only)
    spans = stretches(corpus, who, shown.counted, read, counted)
    units = units_of(corpus, spans, settings["unit"])
    compared = spans if units is None else in_units(spans, units)
    columns, values = (
        _by_measure(compared) if settings["columns"] == "measures" else _by_pair(corpus, compared, who)
    )  # fmt: skip
    queries = CodeQueries(corpus)
    asked = ["", *(str(only.narrow(queries.codes(group))) for group in shown.counted)]
    cells = {
        (row, column): UNFIT if value is None else Cell(value, query=asked[row])
        for column, line in enumerate(values)
        for row, value in enumerate(line)
    }
    whole = joint_alpha(compared, interval=NO_INTERVAL)
    notes = [
        *shown.left_out(),
        say("Whoever coded in a source has read it; only what two people read is compared."),
    ]
    if corpus.settled:
        notes.append(_AFTER if now else _BEFORE)
    if whole.value is None and whole.reason is not None:
        notes.insert(0, why(whole.reason))
    if settings["columns"] == "pairs" and len(who) * (len(who) - 1) // 2 > _MOST_PAIRS:
        notes.append(say("Only the first {n} pairs of coders are shown.", n=_MOST_PAIRS))
    together = Heading(_JOINTLY, say("All codes jointly"))
    return Matrix(
        kind=KIND.name,
        rows=(together, *code_headings(corpus, shown.codes.tolist())) if len(shown.codes) else (),
        columns=columns if len(shown.codes) else (),
        cells=cells if len(shown.codes) else {},
        caption=Caption(
            title=say("Agreement of coders"),
            unit=say("agreement by the {unit}", unit=dict(_UNITS)[settings["unit"]]),
            filter=str(only), n=int((shown.of_codings >= 0).sum()), notes=tuple(notes),
        ),
        row_title=say("Code"),
        column_title=say("Coefficient") if settings["columns"] == "measures" else say("Coders"),
        blank=UNFIT,
        number="signed",
        drawing="heat",
    )  # fmt: skip


_BEFORE = say("Disagreements were settled since; this is as each coder coded by themselves.")
_AFTER = say(
    "Disagreements were settled; this is as the codings stand since, with a filter in any case."
)
_Line = list[float | None]


def _counted(corpus: Corpus, hand: Bools, only: DisplayFilter) -> Bools:
    if only.rows is None:
        return hand
    within = np.zeros(len(corpus.codings), bool)
    within[only.rows] = True
    return np.asarray(hand & within)


def _by_measure(spans: Continuum) -> tuple[tuple[Heading, ...], list[_Line]]:
    alphas = [joint_alpha(spans), *alpha_by_value(spans)]
    lines: list[_Line] = [
        [one.value for one in alphas], [one.low for one in alphas], [one.high for one in alphas],
    ]  # fmt: skip
    tables = [
        coded_or_not(spans, value) if one.value is not None else None
        for value, one in enumerate(alphas[1:])
    ]
    for measure in (percent, cohen_kappa, gwet_ac):
        found = [
            None if table is None else measure(table, interval=NO_INTERVAL).value
            for table in tables
        ]
        lines.append([None, *found])
    return _MEASURES, lines


def _by_pair(
    corpus: Corpus, spans: Continuum, who: list[int]
) -> tuple[tuple[Heading, ...], list[_Line]]:
    pairs = list(combinations(range(len(who)), 2))[:_MOST_PAIRS]
    guid, name = corpus.users.guid, corpus.users.name
    headings = tuple(
        Heading(f"{guid[who[a]]}+{guid[who[b]]}", f"{name[who[a]]} · {name[who[b]]}")
        for a, b in pairs
    )
    lines: list[_Line] = []
    for pair in pairs:
        two = spans.of_coders(pair)
        found = [joint_alpha(two, interval=NO_INTERVAL), *alpha_by_value(two, interval=NO_INTERVAL)]
        lines.append([one.value for one in found])
    return headings, lines


_UNITS = (
    ("character", say("character")),
    ("word", say("word")),
    ("sentence", say("sentence")),
    ("block", say("block")),
    ("source", say("source")),
)

KIND = DisplayKind(
    name="agreement",
    title=say("Agreement of coders"),
    purpose="describe",
    about=say(
        "Use it to see for which codes people agree and for which they do not, and who agrees with"
        " whom; read the places where they differ before the numbers."
    ),
    source="Krippendorff (2019), Content Analysis, chapter 12",
    settings=(
        Setting(
            "columns",
            say("Columns"),
            "choice",
            (("measures", say("Coefficients")), ("pairs", say("Pairs of coders, by alpha"))),
            "measures",
        ),
        Setting("unit", say("Unit"), "choice", _UNITS, "character"),
        Setting(
            "stand",
            say("Where disagreements were settled"),
            "choice",
            (("before", say("As each coded before")), ("now", say("As it stands now"))),
            "before",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many codes"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"columns": "measures"},
)
