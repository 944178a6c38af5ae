"""Composite sequence analysis: the paths of all cases laid over one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis.sequences import Steps, Transitions, steps_of, transitions
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import NO_DATA, Arrow, Box, Caption, Cell, Heading, Matrix, Network
from .activity_record import ACTS
from .display import DisplayFilter, DisplayKind, Setting
from .happened import event_notes, events_query
from .literature import in_chapter
from .networks.places import placed

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Steps by the steps that follow. Settings: see :data:`KIND`."""
    steps = steps_of(corpus.events, settings["acts"])
    found = transitions(steps)
    ordered = sorted(found.through, key=lambda step: (_depth(steps, step), step))
    often = sorted(ordered, key=lambda step: -found.through[step])[: settings["top"]]
    shown = [step for step in ordered if step in set(often)]
    place = {step: at for at, step in enumerate(shown)}
    cells = {
        (place[one], place[other]): Cell(
            count, query=events_query(corpus, found.events[one, other])
        )
        for (one, other), count in found.pairs.items()
        if one in place and other in place and count >= settings["least"]
    }
    headings = tuple(Heading(f"act={step}", steps.names[step]) for step in shown)
    return Matrix(
        kind=KIND.name,
        rows=headings,
        columns=headings,
        cells=cells,
        caption=Caption(
            title=say("Composite sequence"),
            unit=say("number of cases that go from one step straight to the next"),
            filter=str(only),
            n=len(steps.cases),
            counted=say("Cases"),
            notes=tuple(_notes(steps, found, ordered, shown) + event_notes(corpus, only)),
        ),
        row_title=say("From"),
        column_title=say("To"),
        blank=Cell(0) if steps.cases else NO_DATA,
        row_totals=tuple(found.through[step] for step in shown),
        row_total=say("Cases that go through it"),
        drawing="network",
        network=_drawn(steps, found, shown, cells),
    )


def _depth(steps: Steps, step: str) -> float:
    """How far along its paths a step lies on average, 0 to 1."""
    shares = []
    for case in steps.cases:
        path = steps.path(case)
        shares += [at / max(len(path) - 1, 1) for at, (one, _) in enumerate(path) if one == step]
    return sum(shares) / len(shares)


def _drawn(
    steps: Steps, found: Transitions, shown: list[str], cells: Mapping[tuple[int, int], Cell]
) -> Network:
    pairs = sorted(cells)
    spots = placed(len(shown), [pair for pair in pairs if pair[0] != pair[1]])
    boxes = tuple(
        Box(f"act={step}", f"{steps.names[step]} ({found.through[step]})", "event", x, y, row=row)
        for row, (step, (x, y)) in enumerate(zip(shown, spots, strict=True))
    )
    top = max((cell.value or 0 for cell in cells.values()), default=1)
    arrows = tuple(
        Arrow(
            f"{one}&{other}",
            one,
            other,
            strength=1 + round(2 * (cells[one, other].value or 0) / top),
            words=str(int(cells[one, other].value or 0)),
            row=one,
        )
        for one, other in pairs
    )
    return Network(boxes, arrows)


def _notes(steps: Steps, found: Transitions, ordered: list[str], shown: list[str]) -> list[Message]:
    notes = []
    begun, count = (found.first.most_common(1) or [("", 0)])[0]
    if count > 1:
        notes.append(
            say("{n} of {all} paths begin with “{step}”.", n=count, all=len(steps.cases),
                step=steps.names[begun])
        )  # fmt: skip
    ended, count = (found.last.most_common(1) or [("", 0)])[0]
    if count > 1:
        notes.append(
            say("{n} of {all} paths end with “{step}”.", n=count, all=len(steps.cases),
                step=steps.names[ended])
        )  # fmt: skip
    if len(shown) < len(ordered):
        notes.append(say("Only {n} of {all} steps are shown.", n=len(shown), all=len(ordered)))
    if steps.loose:
        notes.append(
            say(
                "{n} event is left out: it has no date, no kind, or nobody acts in it."
                "|{n} events are left out: they have no date, no kind, or nobody acts in them.",
                n=steps.loose,
            )
        )
    return notes


KIND = DisplayKind(
    name="composite-sequence",
    title=say("Composite sequence analysis"),
    purpose="order",
    about=say(
        "Use it to lay the paths of all cases over one another: where they run together, where they"
        " part, and which way is the rule."
    ),
    source=in_chapter("order", say("composite sequence analysis")),
    settings=(
        ACTS,
        Setting(
            "least", say("Only steps from one to the next of so many cases"), "number", default=1
        ),
        Setting("top", say("At most so many steps"), "number", default=30, most=100),
    ),
    compute=compute,
    shown="chart",
)
