"""Sequential analyses: round by round of coding, what was done, what was asked, found and next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..analysis.spans import Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import CodeIs, Compare
from ..model.shape import OPEN, Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_chapter

__all__ = ["KIND", "compute"]

_COUNTED: Mapping[str, Message] = {
    "codings": say("Codings made"),
    "codes": say("Codes used for the first time"),
    "sources": say("Sources coded for the first time"),
}
_WRITTEN: Mapping[str, Message] = {
    "questions": say("Questions asked"),
    "findings": say("What was found"),
    "next": say("What to do next"),
}
# How numpy cuts a time: whole months, or days that are then counted in weeks.
_DAY = 86_400_000


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Rounds by what was done in them. Settings: see :data:`KIND`."""
    every = np.arange(len(corpus.codings)) if only.rows is None else only.rows
    day = corpus.codings.created[every] // _DAY
    begins = _begins(day, settings["round"])
    rounds, at = np.unique(begins, return_inverse=True)
    firsts = {
        "codes": _first(at, corpus.codings.code[every].astype(np.int64)),
        "sources": _first(at, corpus.codings.source[every].astype(np.int64)),
    }
    shown = range(max(0, len(rounds) - settings["top"]), len(rounds))
    cells: dict[tuple[int, int], Cell] = {}
    for row, place in enumerate(shown):
        start, end = int(rounds[place]), _end(int(rounds[place]), settings["round"])
        query = only.narrow(
            CodeIs(None),
            Compare("created", "", ">=", (_date(start),)),
            Compare("created", "", "<", (_date(end),)),
        )
        cells[row, 0] = Cell(int((at == place).sum()), query=str(query))
        for column, name in enumerate(("codes", "sources"), 1):
            cells[row, column] = Cell(int((firsts[name] == place).sum()))
        for column in range(3, 3 + len(_WRITTEN)):
            cells[row, column] = OPEN
    left_out = len(rounds) - len(shown)
    cut = say("Only the last {n} of {all} rounds are shown.", n=len(shown), all=len(rounds))
    return Matrix(
        kind=KIND.name,
        rows=tuple(
            Heading(
                f"round.{settings['round']}={_date(int(rounds[place]))}",
                say("from {date}", date=_date(int(rounds[place]))),
            )
            for place in shown
        ),
        columns=tuple(Heading(key, label) for key, label in {**_COUNTED, **_WRITTEN}.items()),
        cells=cells,
        caption=Caption(
            title=say("Rounds of analysis"),
            unit=say("what was done in the round, by the dates on which codings were made"),
            filter=str(only),
            n=len(every),
            notes=(
                say("Days are those of UTC."),
                *((cut,) if left_out else ()),
            ),
        ),
        row_title=say("Round"),
        column_title=say("What was done"),
    )


def _begins(day: Ints, round_: str) -> Ints:
    """The first day of the round that each day is in, as days since 1970."""
    if round_ == "day":
        return day
    if round_ == "week":
        return np.asarray(day - (day + 3) % 7, np.int64)
    months = day.astype("datetime64[D]").astype("datetime64[M]")
    return np.asarray(months.astype("datetime64[D]").astype(np.int64))


def _end(start: int, round_: str) -> int:
    """The first day after a round."""
    if round_ == "month":
        month = np.datetime64(start, "D").astype("datetime64[M]") + 1
        return int(month.astype("datetime64[D]").astype(np.int64))
    return start + (7 if round_ == "week" else 1)


def _date(day: int) -> str:
    return str(np.datetime64(day, "D"))


def _first(at: Ints, what: Ints) -> Ints:
    """The round in which each different thing first comes."""
    order = np.lexsort((at, what))
    new = np.append(True, what[order][1:] != what[order][:-1])[: len(order)]
    return np.asarray(at[order][new], np.int64)


KIND = DisplayKind(
    name="sequential-analyses",
    title=say("Sequential analyses"),
    purpose="explore",
    about=say(
        "Use it to keep analysis in rounds: what was coded in each, what was asked and found, and"
        " what the next round has to look for."
    ),
    source=in_chapter("explore", say("sequential analyses")),
    settings=(
        Setting(
            "round",
            say("A round is"),
            "choice",
            (("day", say("a day")), ("week", say("a week")), ("month", say("a month"))),
            "week",
        ),
        Setting("top", say("At most so many rounds, the last"), "number", default=60, most=500),
    ),
    compute=compute,
    shown="words",
)
