"""The activity record: in what order each case goes through the acts of a recurring activity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from statistics import median
from typing import Any

from ..analysis.sequences import steps_of
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import NO_DATA, UNFIT, Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .happened import event_notes, event_words, events_query
from .literature import in_chapter

__all__ = ["ACTS", "KIND", "compute"]

ACTS = Setting(
    "acts",
    say("What counts as the same act"),
    "choice",
    (("kind", say("Events of the same kind")), ("name", say("Events of the same name"))),
    "kind",
)


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Acts by cases. Settings: see :data:`KIND`."""
    steps = steps_of(corpus.events, settings["acts"])
    paths = {case: steps.path(case) for case in sorted(steps.cases)}
    places: defaultdict[str, dict[int, int]] = defaultdict(dict)
    behind: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for case, path in paths.items():
        for number, (act, event) in enumerate(path, 1):
            places[act].setdefault(case, number)
            behind[act, case].append(event)
    acts = sorted(places, key=lambda act: (median(places[act].values()), act))
    shown, cases = acts[: settings["top"]], list(paths)
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for row, act in enumerate(shown):
        for column, case in enumerate(cases):
            found = behind.get((act, case), [])
            if found:
                query = events_query(corpus, found)
                cells[row, column] = Cell(places[act][case], query=query)
                said[row, column] = tuple(event_words(corpus.events, one) for one in found)
    return Matrix(
        kind=KIND.name,
        rows=tuple(Heading(f"act={act}", steps.names[act]) for act in shown),
        columns=tuple(Heading(corpus.cases.guid[case], corpus.cases.name[case]) for case in cases),
        cells=cells,
        caption=Caption(
            title=say("Activity record"),
            unit=say("at which step of the path of a case the act comes first"),
            filter=str(only),
            n=len({event for path in paths.values() for _, event in path}),
            counted=say("Events"),
            notes=tuple(_notes(acts, shown, steps.loose) + event_notes(corpus, only)),
        ),
        row_title=say("Act"),
        column_title=say("Case"),
        blank=UNFIT if not cases else NO_DATA,
        said=said,
    )


def _notes(acts: list[str], shown: list[str], loose: int) -> list[Message]:
    notes = (
        [say("Acts stand in the order in which half of the cases reached them.")] if acts else []
    )
    if len(shown) < len(acts):
        notes.append(say("Only {n} of {all} rows are shown.", n=len(shown), all=len(acts)))
    if loose:
        notes.append(
            say(
                "{n} event is left out: it has no date, no kind, or nobody acts in it."
                "|{n} events are left out: they have no date, no kind, or nobody acts in them.",
                n=loose,
            )
        )
    return notes


KIND = DisplayKind(
    name="activity-record",
    title=say("Activity record"),
    purpose="order",
    about=say(
        "Use it to see a recurring activity act by act: what comes first, what some leave out, and who"
        " goes another way."
    ),
    source=in_chapter("order", say("activity record")),
    settings=(ACTS, Setting("top", say("At most so many rows"), "number", default=100, most=500)),
    compute=compute,
    shown="words",
)
