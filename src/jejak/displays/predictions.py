"""Making and testing predictions: what was foretold of cases and why, and what has come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..analysis.query.parse import parse
from ..errors import JejakError
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Compare
from ..model.shape import OPEN, Caption, Cell, Heading, Matrix, why
from ..model.when import When, kept_when
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_miles

__all__ = ["KIND", "compute"]

_FORM = "prediction"
_COLUMNS: Mapping[str, Message] = {
    "predicted": say("What is predicted"),
    "reasons": say("Why"),
    "due": say("Due"),
    "for": say("Passages for it"),
    "against": say("Passages against it"),
    "feedback": say("What the informant said to it"),
    "verdict": say("Verdict"),
}
_COUNTED = ("for", "against")


@dataclass(frozen=True, slots=True)
class _Prediction:
    """What the form of a case (a row of the corpus) says, and its two dates."""

    case: int
    values: Mapping[str, str]
    written: When
    due: When

    def says(self, name: str) -> str:
        """What stands in a field."""
        return self.values.get(name, "").strip()

    def overdue(self, today: date | None) -> bool:
        """Whether it was to be judged by now and is not."""
        past = today is not None and self.due.last is not None and self.due.last < today
        return past and not self.says("verdict")


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Predictions by what they say and what was found since. Settings: see :data:`KIND`."""
    every = _predictions(corpus)
    today = corpus.sheets.today
    wanted = [one for one in every if not (settings["unjudged"] and one.says("verdict"))]
    shown = wanted[: settings["top"]]
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for row, one in enumerate(shown):
        for column, name in enumerate(_COLUMNS):
            at = row, column
            if words := _words(one, name, today):
                said[at] = words
            cells[at] = _counted(corpus, one, name, only) if name in _COUNTED else OPEN
    return Matrix(
        kind=KIND.name,
        rows=tuple(
            Heading(corpus.cases.guid[one.case], corpus.cases.name[one.case]) for one in shown
        ),
        columns=tuple(Heading(key, title) for key, title in _COLUMNS.items()),
        cells=cells,
        caption=Caption(
            title=say("Predictions, and what has come of them"),
            unit=say("passages coded since the prediction was written that its queries find"),
            filter=str(only),
            n=len(shown),
            counted=say("Predictions"),
            notes=tuple(_notes(every, wanted, shown, cells, today)),
        ),
        row_title=say("Case"),
        column_title=say("Prediction"),
        said=said,
    )


def _predictions(corpus: Corpus) -> list[_Prediction]:
    """Every prediction that was written, the first due first."""
    rows = {guid: row for row, guid in enumerate(corpus.cases.guid)}
    found = [
        _Prediction(rows[one.owner], one.values, *(_date(one.values, at) for at in ("written", "due")))
        for one in corpus.sheets.filled
        if one.form == _FORM and one.owner in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.due.order, one.case))


def _date(values: Mapping[str, str], name: str) -> When:
    return kept_when(values.get(name, ""))


def _counted(corpus: Corpus, one: _Prediction, name: str, only: DisplayFilter) -> Cell:
    """How many passages coded after it was written a query of it finds."""
    text = " ".join(one.says(name).split())
    if not text:
        return _unfit(say("The form says no query here."))
    if one.written.last is None:
        return _unfit(say("The form does not say, by a date, when the prediction was written."))
    try:
        since = Compare("created", "", ">", (one.written.last.isoformat(),))
        query = only.narrow(parse(text), since)
        hits = only.find(query, corpus)
    except JejakError:
        return _unfit(say("What stands in the form is no query that can be asked of this study."))
    # One that several coded is one passage.
    passages = set(zip(hits.source.tolist(), hits.start.tolist(), hits.end.tolist(), strict=True))
    return Cell(len(passages), query=str(query))


def _unfit(why: Message) -> Cell:
    return Cell(None, "not applicable", note=why)


def _words(one: _Prediction, name: str, today: date | None) -> tuple[str | Message, ...]:
    text = one.says(name)
    if name != "due":
        return (text,) if text else ()
    told = (one.due.words(),) if one.due.known else (text,) if text else ()
    return (*told, say("due, and without a verdict")) if one.overdue(today) else told


def _notes(
    every: Sequence[_Prediction],
    wanted: Sequence[_Prediction],
    shown: Sequence[_Prediction],
    cells: Mapping[tuple[int, int], Cell],
    today: date | None,
) -> Iterator[Message]:
    if not every:
        yield why(
            say(
                "No prediction is written yet: fill the summary form “Prediction” of a case, under Memos."
            )
        )
        return
    late = sum(one.overdue(today) for one in every)
    if late:
        yield say(
            "{n} prediction is due and has no verdict yet."
            "|{n} predictions are due and have no verdict yet.",
            n=late,
        )
    judged = sum(bool(one.says("verdict")) for one in every)
    yield say("{n} of {all} predictions have a verdict; it is the analyst’s.", n=judged, all=len(every))  # fmt: skip
    if len(shown) < len(wanted):
        yield say("Only the first {n} of {all} are shown.", n=len(shown), all=len(wanted))
    undated = sum(not one.due.known for one in shown)
    if undated:
        yield say(
            "{n} prediction does not say, by a date, when it is due."
            "|{n} predictions do not say, by a date, when they are due.",
            n=undated,
        )
    unasked = sum(cell.state == "not applicable" for cell in cells.values())
    if unasked:
        yield say(
            "{n} count is not applicable: the form has no date on which it was written, or no query that can be asked."
            "|{n} counts are not applicable: the form has no date on which it was written, or no query that can be asked.",
            n=unasked,
        )
    if shown:
        yield say("Days are those of UTC; what was coded on the day of writing does not count.")


KIND = DisplayKind(
    name="predictions",
    title=say("Making and testing predictions"),
    purpose="predict",
    about=say(
        "Use it to put an explanation to the test: write down what should become of a case, why and"
        " by when, and what would speak against it; then count what was found since, ask the"
        " informant, and judge."
    ),
    also=(say("Causal-prediction model"),),
    source=in_miles(say("making and testing predictions, with the causal-prediction model")),
    settings=(
        Setting("unjudged", say("Only those without a verdict"), "switch", default=False),
        Setting("top", say("At most so many predictions"), "number", default=100, most=500),
    ),
    compute=compute,
    shown="words",
    sheets=True,
)
