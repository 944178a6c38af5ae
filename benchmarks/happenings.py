"""How long displays of events, ratings and drawings take, and writing in the cells of a matrix.

``python -m benchmarks happenings [SIZE …]``: sizes are events (1,000 and 10,000, with a fifth as many
cases, each rated in three variables). Columns are in memory; the drawing has 500 boxes and 900 arrows.
The least SQL reads the same events with their actors. Limits bind at 10,000.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.displays import COLD, WARM
from benchmarks.table import Line, ms, told
from jejak.errors import JejakError
from jejak.model import Attribute, Case, Display, Link
from jejak.model.event import ACTOR, Event, Rating
from jejak.model.network import NetworkEdge, NetworkNode
from jejak.study import Study, create_study, open_study

__all__ = ["SIZES", "made", "main"]

SIZES = (1_000, 10_000)
BOXES, ARROWS = 500, 900
LEVELS = ("low", "middle", "high")
KINDS = (
    "event-listing", "critical-incidents", "activity-record", "growth-gradient", "time-ordered",
    "composite-sequence", "timeline", "scatterplot-over-time", "unusual-cases",
    "substructed-variable", "predictor-outcome", "matrix",
)  # fmt: skip
NETWORK, ENTRY, ENTRIES = "causal-network, 500 boxes", "an entry is written", "the matrix with them"
ACTORS = """
SELECT e.id, e.date, e.kind, l.target FROM event e LEFT JOIN link l ON l.owner = e.guid
AND l.role = 'actor' ORDER BY e.date
"""


def made(path: Path, events: int) -> None:
    """A study of so many events, cases rated in three variables, and a drawing of 500 boxes."""
    draw = np.random.default_rng(5)
    with create_study(path, "Happenings", user="A") as study, study.change("All") as change:
        user = study.user.guid
        cases = [Case(name=f"P-{number:05}") for number in range(events // 5)]
        variables = [
            Attribute(name=f"Variable {number}", type="rating", options=LEVELS)
            for number in range(3)
        ]
        change.add_many([*cases, *variables])
        happened = [
            Event(
                name=f"Event {number}", kind=f"kind {number % 20}", critical=number % 9 == 0,
                date=f"20{10 + number % 15}-{1 + number % 12:02}", place=f"place {number % 7}",
                user=user, position=number,
            )
            for number in range(events)
        ]  # fmt: skip
        change.add_many(happened)
        change.add_many(
            Link(role=ACTOR, owner_kind="event", owner=one.guid, target_kind="case",
                 target=cases[int(draw.integers(len(cases)))].guid)
            for one in happened
        )  # fmt: skip
        change.add_many(
            Rating(attribute=variable.guid, case=case.guid, value=LEVELS[int(draw.integers(3))],
                   date=f"20{12 + year}", user=user)
            for variable in variables for case in cases for year in range(2)
        )  # fmt: skip
        display = Display(name="Drawing", kind="causal-network", user=user)
        change.add(display)
        change.set(display, settings={"network": display.guid})
        boxes = [
            NetworkNode(
                display=display.guid, label=f"Box {n}", x=n % 25 * 90, y=n // 25 * 60, user=user
            )
            for n in range(BOXES)
        ]
        change.add_many(boxes)
        pairs = sorted(
            {(int(a), int(b)) for a, b in draw.integers(0, BOXES, (2 * ARROWS, 2)) if a != b}
        )
        change.add_many(
            NetworkEdge(
                display=display.guid,
                origin=boxes[a].guid,
                target=boxes[b].guid,
                sign="+",
                user=user,
            )
            for a, b in pairs[:ARROWS]
        )


def _settings(kind: str) -> dict[str, object]:
    return {"rows": ["case"], "columns": ["case"]} if kind == "matrix" else {}


def _entries(study: Study, table: Mapping[str, Line], size: int) -> None:
    """One entry in each of five hundred cells, and the matrix with all of them."""
    display = study.displays.save("Entries", "event-listing")
    matrix = study.displays.shown(display)
    places = [(row.key, column.key) for row in matrix.rows for column in matrix.columns][:500]
    took = [
        ms(lambda at=at: study.displays.write_cell(display, *at, "What was said."))  # type: ignore[misc]
        for at in places
    ]
    if took:
        table[ENTRY].warm[size] = median(took)
        table[ENTRIES].warm[size] = median(
            ms(lambda: study.displays.shown(display)) for _ in range(3)
        )


def main(arguments: Sequence[str] = ()) -> int:
    """Print a table; how many limits were missed."""
    sizes = [int(one) for one in arguments] or list(SIZES)
    table = {name: Line(name, COLD, WARM) for name in (*KINDS, NETWORK)}
    table |= {name: Line(name, 0.0, WARM) for name in (ENTRY, ENTRIES)}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "happenings.jejak"
            made(path, size)
            with open_study(path) as study:
                study.store.corpus()
                drawing = study.displays.get("Drawing")
                for name in (*KINDS, NETWORK):
                    kind, given = (
                        (name, _settings(name))
                        if name != NETWORK
                        else (drawing.kind, drawing.settings)
                    )
                    gc.collect()
                    try:
                        table[name].cold[size] = ms(lambda: study.displays.compute(kind, given))  # noqa: B023
                    except JejakError as error:
                        table[name].said = f"  {error.code}"
                        continue
                    table[name].warm[size] = median(
                        ms(lambda: study.displays.compute(kind, given))  # noqa: B023
                        for _ in range(3)
                    )
                _entries(study, table, size)
            with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as raw:
                table["event-listing"].rivals.setdefault("SQL", {})[size] = ms(
                    lambda: raw.execute(ACTORS).fetchall()
                )
    text, missed = told(list(table.values()), sizes, binding=SIZES[-1])
    sys.stdout.write(text)
    return missed


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
