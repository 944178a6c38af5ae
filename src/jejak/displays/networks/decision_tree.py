"""The decision tree: yes or no, step by step, and how often it tells what people really chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.corpus import Corpus
from ...model.drawn import DrawnNetwork
from ...model.identity import name_key
from ...model.message import Message, say
from ...model.shape import Cell, Heading, Matrix
from ..display import DisplayFilter, DisplayKind, Setting
from ..literature import in_chapter
from ..queries import in_cases
from ..settings import facet_of
from .causal_network import NETWORK_SETTING
from .listing import Extra, listed
from .walk import Walk, attributes_of, walked

__all__ = ["KIND", "compute"]

_CAME, _RIGHT, _WRONG = "came", "right", "wrong"
# A query that names more cases than this is longer than anybody reads.
_NAMED = 50


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """The tree with the cases that come to each question and leaf."""
    network = settings["network"]
    extra = None if network is None else _walked(network, corpus, settings["outcome"], only)
    return listed(KIND, corpus, network, only, extra)


def _walked(network: DrawnNetwork, corpus: Corpus, outcome: str, only: DisplayFilter) -> Extra:
    of, name = facet_of(outcome)
    column = corpus.attribute(name) if of == "case" else None
    walk = walked(network, corpus, None if column is None else column.value, only.lookups)
    columns = [Heading(_CAME, say("Cases that come here"))]
    if column is not None:
        columns += [Heading(_RIGHT, say("Right")), Heading(_WRONG, say("Wrong"))]
    cells: dict[tuple[str, str], Cell] = {}
    for node in network.nodes:
        cells[node.guid, _CAME] = _cell(corpus, walk.came.get(node.guid, []))
        if column is not None and node.guid in walk.leaves:
            cells[node.guid, _RIGHT] = _cell(corpus, walk.right.get(node.guid, []))
            cells[node.guid, _WRONG] = _cell(corpus, walk.wrong.get(node.guid, []))
    notes = _notes(walk, None if column is None else column.name)
    shown = attributes_of(network, only.lookups)
    if column is not None:
        shown.add(("case", name_key(column.name)))
    return Extra(tuple(columns), cells, tuple(notes), tuple(sorted(shown)))


def _cell(corpus: Corpus, cases: list[int]) -> Cell:
    names = say("{cases}", cases=[corpus.cases.name[case] for case in cases]) if cases else None
    query = str(in_cases(corpus, cases)) if 0 < len(cases) <= _NAMED else ""
    return Cell(len(cases), query=query, note=names if len(cases) <= _NAMED else None)


def _notes(walk: Walk, outcome: str | None) -> Iterator[Message]:
    if outcome is None:
        yield say("Choose the attribute of cases that says what they chose, to see how often the tree is right.")  # fmt: skip
        return
    right = sum(len(cases) for cases in walk.right.values())
    judged = right + sum(len(cases) for cases in walk.wrong.values())
    if judged:
        yield say(
            "{right} of {n} cases end where “{attribute}” says: a hit rate of {share}%. The tree is told from the same cases, unless you test it on others.",
            right=right, n=judged, attribute=outcome, share=round(100 * right / judged),
        )  # fmt: skip
    stuck = sum(len(cases) for cases in walk.stuck.values())
    if stuck:
        yield say("Cases that stop at a question that has no answer for them: {n}.", n=stuck)
    ended = sum(len(walk.came.get(leaf, [])) for leaf in walk.leaves)
    if ended > judged:
        yield say("Cases at a leaf whose outcome is not known: {n}.", n=ended - judged)


KIND = DisplayKind(
    name="decision-tree",
    title=say("Decision tree"),
    purpose="order",
    about=say(
        "Use it to model how people decide: each box asks a case a question that a query answers,"
        " each leaf is a choice. It is tried on every case, and tells how often it is right."
    ),
    also=(say("Decision model"),),
    source=in_chapter("order", say("decision modelling")),
    settings=(
        NETWORK_SETTING,
        Setting(
            "outcome",
            say("The attribute of cases that says what they chose"),
            "attribute",
            default="study",
        ),
    ),
    compute=compute,
    example={"network": "Siapa memegang peran apa", "outcome": "case.peran"},
    drawn=True,
    shown="canvas",
    boxes=("criterion", "outcome"),
    yes_no=True,
)
